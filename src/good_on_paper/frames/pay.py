"""What each offer pays and takes, and how money counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.offers import short_names
from good_on_paper.frames.schema import OF_TERMS, TERMS
from good_on_paper.frames.standing import standing
from good_on_paper.language.amounts import Amount, AmountError, parse_amount

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

HOURS: Final = {keys.OFFER_HOURS: "hours", keys.OFFER_UNPAID: "unpaid", keys.OFFER_TRAVEL: "travel"}
MONEY: Final = (keys.OFFER_PAY, keys.OFFER_PROMISED)
OF_AN_OFFER: Final = (*MONEY, *HOURS)
OF_MONEY: Final = (keys.MONEY_FIRST, keys.MONEY_LAST, keys.MONEY_BY, keys.MONEY_COUNTS)
COUNTS: Final = 3
"""How much money counts if the person gave no number: as much as what they want."""


class Money(NamedTuple):
    """How money counts.

    Attributes
    ----------
    amounts : tuple of float, or None
        What stands for 1 and for 7 out of 7; None until the person has named both, the lower first.
    by : str
        "year", or "hour": of all that the job takes.
    counts : float
        How much.
    currency : str
        Of the two amounts; may be empty.
    """

    amounts: tuple[float, float] | None
    by: Literal["year", "hour"]
    counts: float
    currency: str


def terms(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per offer with what it pays and what it takes.

    Parameters
    ----------
    snapshot
        What the person had said by a moment.

    Returns
    -------
    pandas.DataFrame
        Index "offer": the names. Columns: ``unit``; ``currency``, as typed; ``written`` and ``promise``, both
        amounts as typed; ``least`` and ``most``: the pay of a year in writing; ``promised``: what was
        promised on top, a year; ``hours``, ``unpaid``, ``travel``: hours a week. NA without an answer, or if
        it is no amount. `good_on_paper.patterns.pay` takes the last six.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> terms(gop.sample())[["least", "promised", "hours"]].to_numpy().tolist()
    [[33400.0, 1000.0, 37.5], [35100.0, <NA>, 37.5]]
    """
    names = short_names(snapshot)
    items = {item: snapshot.catalogue.item(item) for item in OF_AN_OFFER}
    told = standing(snapshot, items, names) if names else {}
    rows = []
    for unit in names:
        typed = [str(told.get((unit, item), "")) for item in MONEY]
        written, promised = map(amount_in, typed)
        currency = next((one.currency for one in (written, promised) if one and one.currency), "")
        hours = [told.get((unit, item)) for item in HOURS]
        pay = written and written.low, written and written.high, promised and promised.high
        rows.append([unit, currency, *typed, *pay, *hours])
    index = pd.Index(list(names.values()), dtype="str", name="offer")
    return TERMS.validate(pd.DataFrame(rows, columns=list(OF_TERMS), index=index).astype(OF_TERMS))


def money_of(snapshot: Snapshot) -> Money:
    """Return how money counts for the person."""
    items = {item: snapshot.catalogue.item(item) for item in OF_MONEY}
    told: dict[str, Any] = {
        item: value for (_, item), value in standing(snapshot, items, (snapshot.unit,)).items()
    }
    first, last = (amount_in(str(told.get(item, ""))) for item in (keys.MONEY_FIRST, keys.MONEY_LAST))
    both = None if first is None or last is None else (first.low, last.high)
    by: Literal["year", "hour"] = "hour" if told.get(keys.MONEY_BY) == "hour" else "year"
    counts = float(told.get(keys.MONEY_COUNTS, COUNTS))
    currency = next((one.currency for one in (first, last) if one and one.currency), "")
    return Money(both if both and both[0] < both[1] else None, by, counts, currency)


def amount_in(text: str) -> Amount | None:
    """Return the amount that a text holds; None for none."""
    try:
        return parse_amount(text)
    except AmountError:
        return None
