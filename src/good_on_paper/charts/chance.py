"""What a line-up is worth: its word, what shuffles gave, and figures for a fold-out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper import patterns
from good_on_paper.charts.job_rows import WENT, Order
from good_on_paper.charts.names import naming
from good_on_paper.language.counts import came_up, capital, count, in_100, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.charts.names import Naming
    from good_on_paper.patterns import Contrast

LIKED = "It may just be that I liked the job: people answer more kindly about jobs they liked."
SPECIFIC = "It is not just that I liked the job: with that taken out, it still stands out."
BY_TIME = "Jobs next to each other are often alike, and that alone can look like a pattern."
"""What to say if the order in time takes a word back."""
_CANNOT_TELL = "so we cannot tell whether the two go together or both just changed with time."
STILL: Final = "could still be chance"
"""What we say of a line that few shuffles are as clear as, though it has no word beyond chance."""
CHANCE: Final = (STILL, patterns.SHUFFLE)
DOWN: Final = (*reversed(patterns.FOUND), STILL, *reversed(patterns.WORDS[: -len(patterns.FOUND)]))
"""The words as a person reads them, from the most to the least."""
_SENTENCES = {
    patterns.SHUFFLE: "This could easily be chance.",
    STILL: "This could still be chance.",
    patterns.STANDS_OUT: "It stands out.",
}
STILL_CHANCE = (
    "That is rare, but not rare enough for us to call it a pattern. We are this strict so that chance alone "
    f"fools at most {in_100(patterns.HOW_IT_WENT)} people."
)
"""Why a pattern that few shuffles gave has no word: all looks of a life together may mislead few people."""
ALIKE = (
    "Two circumstances can have the same counts, and only one stand out. "
    "We weigh every rating of every job, not only the counts."
)
NEEDED_FIRST = " And what I said I need, we check first."
_RARE = 1 / 10
"""Fewer shuffles than this look rare to a reader."""
_RISEN = 0.3
"""From this tau (Kendall's) with time on, we say that a line rose or fell."""
SOURCES = (
    "Step-down max-T over all orders, or 20,000 drawn: Westfall & Young 1993. Shift: Hodges & Lehmann 1963. "
    "Its interval inverts the permutation test, at the level that so few jobs allow. "
    "Orders as alike along the years: a restricted permutation test."
)


def worth(
    result: Contrast, line: str, names: Naming = "names", order: Order = WENT, besides: str = ""
) -> tuple[str, ...]:
    """Return the word of a line and why, naming a role as the chart does; then what is `besides`.

    A line that does not count has no word; `besides` says why, or we say that it means nearly the same. Empty
    if no figure could tell anything: the chart then says what is missing.
    """
    found = _row(result, line)
    word, kin = read(found), bool(found["kin"])
    if word == patterns.TOO_FEW:
        return () if result.missing else (in_words(word),)
    if kin:
        return (besides or order.kin,)
    said = [in_words(word)]
    if found["drift"]:
        return (" ".join([*said, drifted(result, line, order), besides]).rstrip(),)
    said.append(shuffled(found, order.shuffled))
    if word == STILL:
        said.append(STILL_CHANCE)
    if word == patterns.WORTH:
        said.append(_rests(result, str(found["rests_on"]), names) if found["rests_on"] else LIKED)
    if word == patterns.STANDS_OUT:
        said.append(SPECIFIC)
    return (" ".join([*said, besides]).rstrip(),)


def read(row: Mapping[Any, Any]) -> str:
    """Return the word of a line as a person reads it: `STILL` where chance seldom gives one as clear.

    Parameters
    ----------
    row
        Of the frame of a contrast.

    Examples
    --------
    >>> row = {"word": "could easily be chance", "kin": False, "drift": False, "shuffles": 5_040}
    >>> read(row | {"as_neat": 400}), read(row | {"as_neat": 1_000})
    ('could still be chance', 'could easily be chance')
    """
    word = str(row["word"])
    if word != patterns.SHUFFLE or row["kin"] or row["drift"] or pd.isna(row["as_neat"]):
        return word
    return STILL if row["as_neat"] < row["shuffles"] * _RARE else word


def words_by_line(frame: pd.DataFrame) -> dict[str, str]:
    """Return the word of each line as a person reads it, in the order of the frame.

    Parameters
    ----------
    frame
        Of a contrast.
    """
    return {str(row["line"]): read(row) for row in frame.to_dict("records")}


def alike(frame: pd.DataFrame) -> tuple[str, ...]:
    """Return why circumstances as far apart at both ends differ in their word; nothing if none does.

    Parameters
    ----------
    frame
        Of a contrast, with the rows that are drawn.
    """
    counts = {name: frame[name].astype(float) for name in ("best_high", "n_best", "worst_high", "n_worst")}
    apart = (counts["best_high"] / counts["n_best"] - counts["worst_high"] / counts["n_worst"]).abs()
    found, chance = frame["word"].isin(patterns.FOUND), frame["word"].isin(CHANCE)
    if not found.any() or not apart[chance].max() >= apart[found].min():
        return ()
    first = frame.loc[found, "family"].eq("guess").any()
    return (f"{ALIKE}{NEEDED_FIRST * bool(first)}",)


def shuffled(found: dict[Any, Any], what: str = WENT.shuffled) -> str:
    """Write how often a shuffle gave a pattern as clear."""
    shuffles, as_neat, among = (int(found[column]) for column in ("shuffles", "as_neat", "among"))
    kind = "my {} needs" if found["family"] == "guess" else "the {} circumstances"
    on = f", on any of {kind.format(among)}," if among > 1 else ""
    if shuffles == patterns.SHUFFLES:
        begun = f"We shuffled {what} {shuffles:,} times."
    else:
        begun = f"We tried all {shuffles:,} ways of shuffling {what}."
    return f"{begun} A pattern this clear{on} {came_up(as_neat, shuffles)}."


def in_words(word: str) -> str:
    """Write a word of evidence as a sentence."""
    return _SENTENCES.get(word, f"{capital(word)}.")


def drifted(result: Contrast, line: str, order: Order = WENT) -> str:
    """Write what the years alone can do, for a line that loses a word to them."""
    found = _row(result, line)
    changed = "" if pd.isna(found["tau_time"]) else _over_the_years(found["tau_time"], result.tau_time, order)
    return f"{changed}, {_CANNOT_TELL}" if changed else BY_TIME


def _over_the_years(line: float, went: float, order: Order) -> str:
    if not min(abs(line), abs(went)) >= _RISEN:
        return ""
    if order.says:  # the order is not that of how it went, so "more" could mean less
        return "Both changed over the years"
    if line * went < 0:
        return "One rose over the years while the other fell"
    return f"Both {'rose' if line > 0 else 'fell'} over the years"


def in_time(found: dict[Any, Any]) -> str:
    """Write, in two sentences, how we test the years, and how many orders gave a line-up as neat."""
    if pd.isna(found["p_in_time"]):
        return ""
    orders = int(found["orders_in_time"])
    as_neat = round(found["p_in_time"] * orders)
    return (
        "Jobs next to each other in time are often alike. So we also shuffled my jobs only in ways that "
        "keep neighbours about as alike as they were, with about as much of a rise or fall over the years. "
        f"Of these {orders:,} ways, the real one included, "
        f"{'only the real one was' if as_neat == 1 else f'{as_neat:,} were'} this clear."
    )


def figures(result: Contrast, line: str, order: Order = WENT) -> tuple[str, ...]:
    """Return the figures of a line, by the names of their methods."""
    found = _row(result, line)
    alone = replace(result, frame=result.frame[result.frame["line"] == line])
    moved = dict(patterns.shift(alone).frame.iloc[0])
    said: list[str] = []
    if pd.notna(moved["superiority"]):
        pairs = f"In {moved['pairs_higher']} of {count(int(moved['pairs']), 'pair')}"
        superiority = f"(probability of superiority {moved['superiority']:.2f})"
        said.append(f"{pairs} of a job from either end, the {order.best} one had more {superiority}.")
        shift = f"Shift from the lower end to the {order.best} jobs: {number(moved['shift'])} on the scale"
        if pd.notna(moved["level"]):
            ends = f"{number(moved['shift_low'])} to {number(moved['shift_high'])}"
            shift += f", interval {ends} at {float(moved['level']):.1%}"
        said.append(f"{shift}.")
    if pd.notna(found["tau"]) and pd.notna(found["p_adjusted"]):
        centred = found["p_adjusted_centred"]
        without = "" if pd.isna(centred) else f"; {centred:.3f} with how much I liked the job taken out"
        said.append(
            f"Kendall\N{RIGHT SINGLE QUOTATION MARK}s tau-b {found['tau']:.2f} over {found['n']} jobs; "
            f"adjusted p {found['p_adjusted']:.3f} over {found['among']} in all{without}."
        )
        said += [text for text in (in_time(found),) if text]
    return (*said, SOURCES) if said else ()


def _rests(result: Contrast, role: str, names: Naming) -> str:
    shown = {str(name): called for name, called in naming(result.wide.index, names).items()}
    return f"It rests on {shown.get(role, 'one job')}: without that job, less than half of it is left."


def _row(result: Contrast, line: str) -> dict[Any, Any]:
    return dict(result.frame[result.frame["line"] == line].iloc[0])
