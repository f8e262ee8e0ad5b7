"""What the barometer reads, in sentences: of numbers, never of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.patterns import NO_SIGN, RAN_HIGH, RAN_LOW, TOO_FEW_YET

if TYPE_CHECKING:
    from good_on_paper.patterns import Barometer

WORDS: Final = {
    TOO_FEW_YET: "Too few interviews to tell yet.",
    NO_SIGN: "No sign yet that your numbers are off.",
    RAN_HIGH: "Your numbers ran high.",
    RAN_LOW: "Your numbers ran low.",
}
"""What each word of the barometer means: about numbers, never about a person."""
ABOUT: Final = "This is about the numbers you gave, not about you or how you did."

_ALIKE: Final = 2
"""Up to this many points apart, we give two ends as one."""
_WIDE: Final = 25
"""From this many points between two ends on, we say why they lie so far apart."""


def in_a_sentence(result: Barometer) -> str:
    """Write what the barometer reads, in a sentence or two.

    Returns
    -------
    str
        One or two whole sentences; points are of 100.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> talks = pd.DataFrame({"chance": [50] * 9, "yes": [True, False, True] * 3,
    ...                       "due": pd.date_range("2026-03-01", periods=9)})
    >>> in_a_sentence(patterns.barometer(talks))
    'No sign yet that your numbers are off. They could still be 26 points too high, or 44 too low.'
    """
    said = WORDS[result.word]
    ends = _still_out(result)
    if result.word != NO_SIGN or ends is None:
        return said
    low, high = ends
    if abs(low - high) <= _ALIKE:
        return f"{said} They could still be {max(low, high)} points out, either way."
    return f"{said} They could still be {high} points too high, or {low} too low."


def in_counts(result: Barometer) -> str:
    """Write on how many interviews it rests, what was said and what came; nothing while none counts.

    Returns
    -------
    str
        A whole sentence, or an empty text while no interview counts.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> due = pd.date_range("2026-03-01", periods=4)
    >>> in_counts(patterns.barometer(pd.DataFrame({"chance": 80, "yes": False, "due": due})))
    'Over 4 interviews you said 80 on average, and no yes came in time.'
    """
    if not result.counted:
        return ""
    if result.counted == 1:
        came = "they said yes" if result.yes else "no yes came in time"
        return f"In one interview you said {round(result.said)}, and {came}."
    said = f"you said {round(result.said)} on average"
    came = f"{result.yes} said yes" if result.yes else "no yes came in time"
    return f"Over {result.counted} interviews {said}, and {came}."


def _still_out(result: Barometer) -> tuple[int, int] | None:
    """Return how many points the numbers could be too low, and too high, at most; between 0 and 100."""
    if result.lean_low is None or result.lean_high is None or not result.counted:
        return None
    return round(min(-result.lean_low, 100 - result.said)), round(min(result.lean_high, result.said))


def would_fit(result: Barometer) -> str:
    """Write which averages would fit what came, from 0 to 100, once the numbers were called.

    Returns
    -------
    str
        One or two whole sentences; averages are chances of 100.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> due = pd.date_range("2026-03-01", periods=4)
    >>> would_fit(patterns.barometer(pd.DataFrame({"chance": 80, "yes": False, "due": due})))
    'Averages from 0 to 73 would fit what came. 4 interviews are few, so that is wide.'
    """
    ends = fits(result)
    if not result.called or ends is None:
        return no_single_lean(result)
    low, high = (round(end) for end in ends)
    averages = f"Averages from {low} to {high} would fit what came"
    if low <= round(result.said) <= high:
        return f"{averages}, yours too: looking both ways, none of it is sure yet."
    wide = f" {result.counted} interviews are few, so that is wide." if high - low > _WIDE else ""
    return f"{averages}.{wide}"


def fits(result: Barometer) -> tuple[float, float] | None:
    """Return the averages, from 0 to 100, between which a true one fits what came; None if none does."""
    low, high = result.lean_low, result.lean_high
    if low is None or high is None:
        return None
    return max(0.0, result.said - high), min(100.0, result.said - low)


def no_single_lean(result: Barometer) -> str:
    """Write that no average fits all that came, if the numbers were called."""
    if not result.called or fits(result) is not None:
        return ""
    return "No single lean fits: they were off one way first, then the other."
