"""Which offer stays ahead whatever the unknown turns out to be, and what would have to change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from good_on_paper.patterns.errors import PatternError
from good_on_paper.patterns.offer_bands import read_bands, read_never, read_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from good_on_paper.patterns.offer_bands import Band, Bands

HALF_AGAIN: Final = 1.5
"""How far each weight may be off: down to two thirds, up to half again of what was said."""
_TIE: Final = 1e-9
"""Sums closer than this are equal: a float does not decide between two offers."""


@dataclass(frozen=True)
class Offers:
    """Offers compared two by two, at the worst that the unknown can be for the first of them.

    Attributes
    ----------
    leader : str or None
        The offer that stays ahead of every other whatever the unknown turns out to be, and with each weight
        between two thirds and half again of what was said. None is the usual case: not decided yet.
    ahead_now : str or None
        The offer that is ahead with each band at its middle and the weights as said. None for a tie.
    margin : pandas.DataFrame
        A row and a column per offer: by how much the row is ahead of the column at worst, in steps of the
        scale (divided by the sum of the weights, for showing). Above 0 the row stays ahead whatever.
    open : tuple of str
        The offers that no other one stays ahead of.
    blanks : pandas.DataFrame
        The cells that are not known and could change by themselves who is ahead now, the weightiest first:
        ``offer``, ``criterion``, ``low`` and ``high``; ``turns``, the value from which that offer is ahead of
        all others, with every other band at its middle; ``otherwise``, the offer that is ahead below it (NA
        for a tie).
    weights : pandas.DataFrame
        Index: the criteria. By what factor the criterion alone would have to count more (``more``) or less
        (``less``) for another offer to be ahead, and which one (``more_to``, ``less_to``). NA where no factor
        does it, or where nobody is ahead now.
    out : tuple of str
        The offers with something that the person will not have. They are in no sum.
    ask_first : pandas.DataFrame
        What the person will not have and does not know yet: ``offer``, ``criterion``.

    Examples
    --------
    >>> values = pd.DataFrame({"say": [6, 2], "pay": [4, 5]}, index=["Mill", "Harbour"])
    >>> offers(values, {"say": 3, "pay": 1}, low=1, high=7).leader
    'Mill'
    """

    leader: str | None
    ahead_now: str | None
    margin: pd.DataFrame = field(repr=False)
    open: tuple[str, ...]
    blanks: pd.DataFrame = field(repr=False)
    weights: pd.DataFrame = field(repr=False)
    out: tuple[str, ...] = ()
    ask_first: pd.DataFrame = field(repr=False, default_factory=lambda: _pairs([]))


def offers(
    values: pd.DataFrame,
    weights: Mapping[str, float] | pd.Series,
    *,
    low: Band,
    high: Band,
    never: pd.DataFrame | None = None,
    within: float = HALF_AGAIN,
) -> Offers:
    """Compare offers by what is known of them. What is unknown is a band, never a guess.

    One offer stays ahead of another if the sum over the criteria of weight times difference is above 0 at its
    worst: each unknown value at the end of its band that speaks against it, each weight at its own least or
    most. There is no constraint on the sum of the weights; with one, a criterion that is equal in all offers
    could change who leads. Additive value with bands is robust ordinal regression with intervals (Salo and
    Hämäläinen, 1992, "Preference assessment by imprecise ratio statements"); without a constraint on the sum
    its linear programme has this closed form.

    Parameters
    ----------
    values
        A row per offer, a column per criterion, more is better; NA where it is not known.
    weights
        How much each criterion counts, 0 or more; only their ratios matter.
    low, high
        What an unknown value may be at least and at most. A number each, the ends of the scale; or a Series
        by criterion; or a frame like `values`, where a band around a known value may stand too (NA: exact).
    never
        A frame of True, False and NA: whether an offer has what the person will not have. An offer with one
        True is out, whatever else it brings.
    within
        How far each weight may be off, as a factor: 1.5 is from two thirds to half again.

    Returns
    -------
    Offers
        Who is ahead and by how much, in steps of the scale, and what could change it.

    Raises
    ------
    PatternError
        There are fewer than two offers; names do not fit or stand twice; a value is no number or outside its
        band; a weight is missing or negative, or all are 0; a band has its ends the wrong way round.

    Examples
    --------
    >>> values = pd.DataFrame({"say": [6, None], "hours": [None, 5]}, index=["Mill", "Harbour"])
    >>> found = offers(values, {"say": 2, "hours": 1}, low=1, high=7)
    >>> found.leader, found.ahead_now, found.open  # not decided, and both can still lead
    (None, 'Mill', ('Mill', 'Harbour'))
    >>> found.blanks[["offer", "criterion", "turns"]].to_numpy().tolist()
    [['Harbour', 'say', 5.5]]
    """
    bands = read_bands(values, low, high)
    weight = read_weights(weights, bands.criteria)
    if not within >= 1:
        raise PatternError(f"within={within!r}; expected a factor of 1 or more: 1.5 is up to half again")
    barred, ask_first = read_never(never, bands.offers)
    out, bands = tuple(offer for offer in bands.offers if offer in barred), bands.without(barred)
    worst = worst_margins(bands.least, bands.most, weight / within, weight * within)
    np.fill_diagonal(worst, np.nan)
    stays = worst > _TIE
    return Offers(
        leader=next((o for n, o in enumerate(bands.offers) if stays[n].sum() == len(stays) - 1 > 0), None),
        ahead_now=_only_highest(bands.offers, bands.middle @ weight),
        margin=pd.DataFrame(worst / weight.sum(), index=[*bands.offers], columns=[*bands.offers]),
        open=tuple(o for n, o in enumerate(bands.offers) if not stays[:, n].any()),
        blanks=_blanks(bands, weight),
        weights=_weights(bands, weight),
        out=out,
        ask_first=_pairs([pair for pair in ask_first if pair[0] in bands.offers]),
    )


def worst_margins(
    least: NDArray[np.float64], most: NDArray[np.float64], few: NDArray[np.float64], many: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the worst sum of weight times difference, for each offer (row) over each other one (column).

    Parameters
    ----------
    least, most
        What each value may be: a row per offer, a column per criterion.
    few, many
        What each criterion may count.

    Examples
    --------
    >>> known = np.array([[6.0, 2.0], [4.0, 3.0]])
    >>> worst_margins(known, known, np.array([1.0, 1.0]), np.array([2.0, 2.0])).tolist()
    [[0.0, 0.0], [-3.0, 0.0]]
    """
    gap = least[:, None, :] - most[None, :, :]
    worst: NDArray[np.float64] = np.minimum(few * gap, many * gap).sum(axis=2)
    return worst


def _only_highest(offers: Sequence[str], totals: NDArray[np.float64]) -> str | None:
    """Return the one with the highest total; None for a tie, and where there is none."""
    at_top = np.flatnonzero(totals >= totals.max(initial=-np.inf) - _TIE)
    return offers[at_top[0]] if len(at_top) == 1 else None


def _blanks(bands: Bands, weight: NDArray[np.float64]) -> pd.DataFrame:
    totals = bands.middle @ weight
    rows = []
    for row, offer in enumerate(bands.offers):
        others = [other for other in bands.offers if other != offer]
        of_others = np.delete(totals, row)
        otherwise = _only_highest(others, of_others)
        for column in np.flatnonzero((bands.most[row] > bands.least[row]) & (weight > 0)):
            low, high = bands.least[row, column], bands.most[row, column]
            missing = of_others.max(initial=-np.inf) - totals[row]
            turns = bands.middle[row, column] + missing / weight[column]
            if low + _TIE < turns < high - _TIE:
                width = weight[column] * (high - low)
                rows.append((width, offer, bands.criteria[column], low, high, turns, otherwise))
    rows.sort(key=lambda row: -row[0])  # stable: in the order of the frame where two weigh the same
    names = ["offer", "criterion", "low", "high", "turns", "otherwise"]
    return pd.DataFrame([row[1:] for row in rows], columns=names)


def _weights(bands: Bands, weight: NDArray[np.float64]) -> pd.DataFrame:
    """Return the factor by which each criterion alone must count more, or less, to change who is ahead."""
    weighted = bands.middle * weight
    now = _only_highest(bands.offers, weighted.sum(axis=1))
    leads = weighted[bands.offers.index(now)] - weighted if now is not None else weighted[:0]
    rows = []
    for column in range(len(weight)):
        factors = [
            (float(1 - lead.sum() / lead[column]), other)
            for other, lead in zip(bands.offers, leads, strict=False)
            if abs(lead[column]) > _TIE
        ]
        more = min((pair for pair in factors if pair[0] > 1), default=(None, None))
        less = max((pair for pair in factors if 0 <= pair[0] < 1), default=(None, None))
        rows.append((*more, *less))
    made = pd.DataFrame(rows, columns=["more", "more_to", "less", "less_to"], index=[*bands.criteria])
    return made.astype({"more": "Float64", "less": "Float64", "more_to": "string", "less_to": "string"})


def _pairs(rows: list[tuple[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["offer", "criterion"])
