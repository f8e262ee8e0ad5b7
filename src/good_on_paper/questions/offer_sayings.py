"""What a comparison of offers says, in sentences: what is ahead, what could change it, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.language.counts import joined, number
from good_on_paper.patterns.wide import LIKERT
from good_on_paper.questions.offers import AT_ONCE, FEWEST, MONEY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.questions.offers import Blank, OffersCompared

USUAL: Final = "That’s how it usually is, and it’s a useful place to be: you know what to ask."
NO_LIST: Final = "Nothing to compare by yet. Say what you want from your next job, in Before an interview."
AHEAD: Final = "That holds whatever the blanks turn out to be. It rests on what you wrote down, nothing more."
WEIGH: Final = "You say how much under What I want from my next job, in Before an interview."
SETTLES: Final = f"No blank could put another one ahead. But how much each thing counts still could. {WEIGH}"
NO_BLANK: Final = f"No single blank could change it; how much each thing counts could. {WEIGH}"
FOR_EACH: Final = "For everything else you don’t know, we assumed the middle."
WHAT_IT_IS: Final = "This weighs what you said. It doesn’t know you, and it doesn’t decide."
_THESE: Final = ("this question", "these two questions")
_CLOSE: Final = 1.25
"""Weights that need no more than this are said in one sentence."""
_MIDDLE: Final = 4  # of 7
_FAR: Final = 4.0
"""A weight that would have to be more than so many times what was said is not worth a sentence."""


def noes_said(compared: OffersCompared) -> str:
    """Write which offers have what the person will not have, as far as they know."""
    has = compared.noes["has"]
    barred, unknown = (
        list(dict.fromkeys(compared.noes.loc[mask, "offer"]))
        for mask in (has.eq(True).fillna(value=False), has.isna())
    )
    if barred:
        return f"{_has(barred)} something you won’t have again."
    if unknown:
        return f"You haven’t said yet for {joined(unknown)}."
    return (
        f"As far as you know, {'neither job' if len(compared.names) == FEWEST else 'none'} has any of these."
    )


def finding(compared: OffersCompared) -> str:
    """Return the finding for where the questions that could decide it do not stand beside it."""
    told, (this, these) = headline(compared)[0], _THESE
    return told.replace(this, "a question on the page").replace(these, "the questions on the page")


def headline(compared: OffersCompared) -> tuple[str, str]:
    """Return the finding and one soft line below it."""
    result = compared.result
    if result is None:
        return NO_LIST, ""
    left = [name for name in compared.names if name not in result.out]
    if len(left) < FEWEST:
        only = f"Only {left[0]} is left" if left else "None of them is left"
        return only, f"{_has(result.out)} what you won’t have again. We weighed nothing else."
    if result.leader is not None:
        return f"{result.leader} stays ahead however you weigh these within half again", AHEAD
    return _undecided(compared, len(left))


def _undecided(compared: OffersCompared, left: int) -> tuple[str, str]:
    if shown := min(AT_ONCE, len(compared.blanks)):
        these = _THESE[shown > 1]
        if settles := compared.blanks[0].settles:
            return f"{settles} is ahead; {these} could settle it", SETTLES
        if compared.decide:
            return f"Not decided yet; {these} could decide it", _unless(compared)
        return f"Not decided yet; start with {these}", f"{USUAL} The answers alone may not settle it."
    if compared.result is None or compared.result.ahead_now is None:
        neither = "neither" if left == FEWEST else "none"
        return "They come out level", f"On what you know, {neither} is ahead."
    return "Not decided: it depends on what counts more for you", NO_BLANK


def _unless(compared: OffersCompared) -> str:
    now = None if compared.result is None else compared.result.ahead_now
    if not compared.steady or now is None:
        return USUAL
    one = "this" if len(compared.blanks) == 1 else "one of these"
    return f"{now} stays ahead however you weigh these within half again, unless {one} turns out otherwise."


def weights_said(compared: OffersCompared) -> list[str]:
    """Write what would have to count more, or less, for another offer to be ahead; the least change first."""
    result = compared.result
    if result is None or result.ahead_now is None:
        return []
    labels = dict(zip(compared.frame["thing"], compared.frame["label"], strict=True))
    said: list[tuple[float, str]] = []
    close: dict[str, dict[str, str]] = {}  # by the offer that would be ahead: each sentence, and its thing
    for thing, row in result.weights.iterrows():
        named = f"“{labels[str(thing)]}”"
        for to, factor, only in (("more_to", row["more"], ""), ("less_to", row["less"], "only ")):
            if pd.notna(factor) and 1 / _FAR <= factor <= _FAR:
                told = f"{row[to]} is ahead if {named} counts {only}{_times(factor)} times what you said."
                said.append((max(factor, 1 / factor), told))
                if 1 / _CLOSE <= factor <= _CLOSE:
                    way = "less" if only else "more"
                    close.setdefault(str(row[to]), {})[told] = f"{named} ({way})"
    told_once = {told for ones in close.values() if len(ones) > 1 for told in ones}
    nearly = [
        f"It’s close. Count any one of these a quarter more or less, and {name} is ahead: "
        f"{'; '.join(ones.values())}."
        for name, ones in close.items()
        if len(ones) > 1
    ]
    return nearly + [sentence for _, sentence in sorted(said) if sentence not in told_once]


def stays_said(compared: OffersCompared) -> list[str]:
    """Write, for each offer, whether another one stays ahead of it whatever the blanks turn out to be."""
    result = compared.result
    if result is None or len(result.margin) < FEWEST:
        return []
    said = []
    if result.leader is None and result.ahead_now is not None:
        said.append(
            f"With every blank at the middle of its band, {result.ahead_now} is ahead. That’s no answer yet."
        )
    for name in result.margin.index:
        above = [str(other) for other, margin in result.margin[name].items() if margin > 0]
        if above:
            stay = "stays" if len(above) == 1 else "stay"
            said.append(f"{joined(above)} {stay} ahead of {name} whatever the blanks turn out to be.")
    return said


def turning_said(blank: Blank, stands: str, ends: tuple[str, str] | None = None) -> str:
    """Write what is known, and what the answer would mean.

    Parameters
    ----------
    blank : Blank
    stands : str
        "must", "want" or "live".
    ends : tuple of str, optional
        What its lowest and its highest step mean.
    """
    named = f"“{blank.label}”"
    word = {
        "must": f"You need {named}.",
        "want": f"You want {named}.",
        "live": f"You can live with {named}.",
    }
    if blank.label.startswith("Little"):
        word = dict.fromkeys(word, f"You want little of it: {blank.label.partition(': ')[2]}.")
    meant = f", where 7 is “{ends[1]}”" if ends else ""
    known = f"At {blank.offer} all you know is {number(blank.low)} to {number(blank.high)} out of 7{meant}."
    if blank.mine:
        known = (
            f"You can say it of {blank.offer}, but gave no number yet. Click one below, from 1 to 7{meant}."
        )
        if blank.thing == MONEY:
            known = "You haven’t said yet what it pays. Fill it in below."
    elif (blank.low, blank.high) == LIKERT:
        known = f"You don’t know yet where {blank.offer} stands, from 1 to 7{meant}."
    if blank.settles:
        steps = _steps(blank.ahead, blank)
        stays = f"{blank.settles} stays ahead however you weigh these"
        return f"{word[stands]} {known} If it turns out {steps}, {stays}."
    assumed = ", with what you don’t know at the middle" * blank.assumed
    rest = f"On everything else together{assumed}, {blank.rest} is ahead. " if blank.rest else ""
    ahead = f"If this turns out {_towards(blank.ahead, blank, ends)}, your whole list leans to {blank.offer}."
    if blank.otherwise and blank.behind:
        ahead += f" If {_towards(blank.behind, blank, ends)}, it leans to {blank.otherwise}."
    return f"{word[stands]} {known} {rest}{ahead}"


def _towards(steps: tuple[float, ...], blank: Blank, ends: tuple[str, str] | None) -> str:
    """Name the steps in words, as somebody there would say it, if they lie at one end of the scale."""
    said = _steps(steps, blank)
    if len(_runs(steps)) > 1:
        return said
    if ends and max(steps) >= blank.high and min(steps) >= _MIDDLE:
        return f"towards “{ends[1]}” ({said})"
    if ends and min(steps) <= blank.low and max(steps) <= _MIDDLE:
        return f"towards “{ends[0]}” ({said})"
    return said


def _steps(steps: tuple[float, ...], blank: Blank) -> str:
    """Name the steps of a band: "5 or more", "3", "4 or less", "3 to 5", "2 or less, or 6 or more"."""
    return ", or ".join(_run(run[0], run[-1], blank) for run in _runs(steps))


def _runs(steps: tuple[float, ...]) -> list[list[float]]:
    """Part steps where one or more are left out between them: too little and too much can both be worse."""
    runs: list[list[float]] = []
    for step in sorted(steps):
        if runs and step - runs[-1][-1] <= 1:
            runs[-1].append(step)
        else:
            runs.append([step])
    return runs


def _run(low: float, high: float, blank: Blank) -> str:
    """Name the steps from one to another, with none left out between them."""
    if low == high:
        return number(low)
    if high >= blank.high:
        return f"{number(low)} or more"
    if low <= blank.low:
        return f"{number(high)} or less"
    return f"{number(low)} to {number(high)}"


def _times(factor: float) -> str:
    """Write a factor so that it never reads as 1."""
    shown = f"{factor:.1f}"
    return f"{factor:.2f}" if shown == "1.0" else shown


def _has(names: Sequence[str]) -> str:
    return f"{joined(names)} {'has' if len(names) == 1 else 'have'}"
