"""The word of the barometer as the first sentence, what it cannot tell, and what it rests on in a fold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import charts
from good_on_paper.charts import Note
from good_on_paper.forms import PastDue
from good_on_paper.language.counts import count
from good_on_paper.language.day_names import in_full
from good_on_paper.pages import show, titles
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.pages.your_barometer.behind_the_word import figures, spent
from good_on_paper.pages.your_barometer.progress import HUSH
from good_on_paper.patterns import NO_SIGN, RAN_HIGH, RAN_LOW, RANKED_AT, TOO_FEW_YET
from good_on_paper.study.barometer import ASKED, BEHIND, EARLIER, NOT_DUE, reading
from good_on_paper.study.interviews import after_a_no

if TYPE_CHECKING:
    from collections.abc import Iterator

    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.barometer import Reading
    from good_on_paper.study.person import Person

NOTHING: Final = (
    f"Nothing here yet. After your next interview, say how likely a yes is, in {titles.AFTER}. Once the day "
    "you set has passed, it shows here."
)
AND: Final = {
    TOO_FEW_YET: "Keep going; each one counts once, on its day.",
    NO_SIGN: "",
    RAN_HIGH: "That is about the numbers, not about you.",
    RAN_LOW: "More came than you expected. That is about the numbers, not about you.",
}
CANNOT: Final = (
    "What this can’t tell: small errors. Of three people whose numbers are 20 points off, 20 interviews "
    "show it for only one."
)
NOT: Final = (
    "It doesn\N{RIGHT SINGLE QUOTATION MARK}t say how good you are, why a no came, or what comes next."
)
_WAYS: Final = {"high": "too high", "low": "too low"}
_READS: Final = {
    TOO_FEW_YET: "too few to tell",
    NO_SIGN: "no sign yet that they are off",
    RAN_HIGH: "they ran high",
    RAN_LOW: "they ran low",
}
_ONCE_DUE: Final = ", even if they say yes sooner: a yes often comes sooner than a no, so we wait for both."
_MOST_NAMES: Final = 3


@in_words
def barometer() -> Panel:
    """Return what the barometer reads, in words; the figures in a fold."""

    def make(person: Person, names: Naming) -> list[Note] | str:
        if after_a_no(person):
            return HUSH
        read = reading(person)
        if read.told.empty:
            return NOTHING
        said = (*_standing(read), *_besides(read, names))
        return [
            Note(
                charts.in_a_sentence(read.result),
                said=tuple(text for text in said if text),
                figures=tuple(figures(read.result)),
                tables=(spent(read.result),) if read.result.counted else (),
                fold="Under the hood",
            )
        ]

    return show.panel(make, always=True, switch=False)


@in_words
def how_these_ended() -> PastDue:
    """Return the form that asks about interviews past their day; without any it is not seen."""
    return PastDue(me(), log=titles.AFTER)


def _standing(read: Reading) -> Iterator[str]:
    result = read.result
    counts = " ".join(part for part in (charts.in_counts(result), charts.would_fit(result)) if part)
    if result.called:
        yield f"{AND[result.word]} {NOT}"
        yield counts
    else:
        yield counts
        yield AND[result.word]
        yield f"{CANNOT} {NOT}"
    if result.better_felt_do_better is not None:
        came = "did end better" if result.better_felt_do_better else "ended no better, as far as we can tell"
        yield f"Of your first {RANKED_AT}, the ones that felt better {came}."


def _besides(read: Reading, names: Naming) -> Iterator[str]:
    """Yield how we treat interviews that are not plain: silent, late, counted again, not counted yet."""
    result, told = read.result, read.told
    asked, behind = len(read.of(ASKED)), len(read.of(BEHIND))
    if asked:
        them = "it" if asked == 1 else "them"
        wait = f" {behind} after {them} must wait." if behind else ""
        past = "One interview is past its day" if asked == 1 else f"{asked} interviews are past their day"
        yield f"{past}, and we don’t know yet how {'it' if asked == 1 else 'they'} ended. Say it below.{wait}"
    silent = len(read.silent)
    if silent and not asked:
        other = read.without_silent()
        if other.word != result.word:
            yield (
                f"Without the {silent} that had not answered by their day, it would read: "
                f"{_READS[other.word]}. We don’t go by that: a no is often never written."
            )
    late = told[told["late"] & told["stands"].eq("counted")]
    if len(late):
        yield f"A yes that came after its day is shown and not counted again: {_listed(late, names)}."
    again = told[told["recounted"]]
    if len(again):
        named = _listed(again, names)
        yield f"You noted something new about a day that had passed, so we counted again: {named}."
    earlier = read.of(EARLIER)
    if len(earlier):
        yield f"Still open when you were back there, so only the later one counts: {_listed(earlier, names)}."
    if result.declared:
        yield f"You said beforehand that your numbers are {_WAYS[result.declared]}, so we look only that way."
    waiting = read.of(NOT_DUE)
    if len(waiting):
        first = in_full(waiting["due"].min() + pd.Timedelta(days=1))
        one = "It" if len(waiting) == 1 else "The first"
        yield f"Not due yet: {count(len(waiting), 'interview')}. {one} counts from {first}{_ONCE_DUE}"


def _listed(told: pd.DataFrame, names: Naming) -> str:
    """Name a few of them, the latest."""
    if names == "letters":
        return count(len(told), "interview")
    shown = [str(name) for name in told.index[-_MOST_NAMES:]]
    more = len(told) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more else "")
