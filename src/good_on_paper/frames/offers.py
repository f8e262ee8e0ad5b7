"""Offers to decide on: what is known of each thing on the list, as bands; what the person will not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import role_names, words
from good_on_paper.frames.schema import NOES, OF_NOES, OF_OFFERS, OFFERS
from good_on_paper.frames.standing import standing
from good_on_paper.frames.take_home import OWN, WORRY, line_of, said_of, standing_as
from good_on_paper.frames.targets import KNOWS, at_the_offer, could_stay, staying
from good_on_paper.frames.there import LEVELS, there

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Unit

WANTED: Final = ("must", "want", "live")
"""The things we compare; what the person will not have is in no sum."""
FIRST, LAST = 1.0, 7.0
"""The scale on which we compare everything: more is more of what the person wants."""
LITTLE_OF: Final = "Little of this: "


class Axis(NamedTuple):
    """How a thing counts: the scale of its line, turned so that more is more of what the person wants.

    Attributes
    ----------
    least, most : float
        The ends of the scale on which answers are given.
    turned : bool
        Whether the person wants less of what the line asks about.
    enough : float or None
        The level from which more counts no more, on the scale that may be turned.
    peaks : bool
        Whether more counts less again beyond `enough`.
    """

    least: float
    most: float
    turned: bool
    enough: float | None = None
    peaks: bool = False

    def wanted(self, said: float) -> float:
        """Return a rating on the scale on which more is more of what the person wants; and back."""
        return self.least + self.most - said if self.turned else said

    def worth(self, wanted: float) -> float:
        """Return how much it counts, from 1 to 7.

        Examples
        --------
        >>> [Axis(1, 7, turned=False, enough=5).worth(level) for level in (3, 5, 7)]
        [3.0, 5.0, 5.0]
        >>> [Axis(1, 7, turned=False, enough=4, peaks=True).worth(level) for level in (1, 4, 6)]
        [4.0, 7.0, 5.0]
        """
        if self.enough is None:
            counts, top = wanted, self.most
        elif self.peaks:
            counts, top = self.most - abs(wanted - self.enough), self.most
        else:
            counts, top = min(wanted, self.enough), self.most
        share = (counts - self.least) / (top - self.least)
        return FIRST + min(max(share, 0.0), 1.0) * (LAST - FIRST)

    def worth_of(self, low: float, high: float) -> tuple[float, float]:
        """Return how much a band counts at least and at most."""
        ends = [self.worth(low), self.worth(high)]
        if self.peaks and self.enough is not None and low < self.enough < high:
            ends.append(self.worth(self.enough))
        return min(ends), max(ends)


def short_names(snapshot: Snapshot) -> dict[str, str]:
    """Return the offers by the id of their unit: the employer where that is enough, else job and employer."""
    units = at_the_offer(snapshot)
    whole = role_names(snapshot, kind="target")
    told = snapshot.current(items=("employer",), units=units)
    employers = {unit.id: words(told.get((unit.id, "employer"))) for unit in units}
    once = list(employers.values())
    named = {
        unit: name if name and once.count(name) == 1 else whole[unit] for unit, name in employers.items()
    }
    return named | {unit.id: stay_name(snapshot, unit) for unit in staying(snapshot)}


def stay_name(snapshot: Snapshot, role: Unit) -> str:
    """Name the choice to stay in a job: "Staying at Acme", or with the whole name of the job."""
    roles = could_stay(snapshot)
    told = snapshot.current(items=("employer",), units=roles)
    employers = [words(told.get((one.id, "employer"))) for one in roles]
    at = words(told.get((role.id, "employer")))
    return (
        f"Staying at {at}" if at and employers.count(at) == 1 else f"Staying: {role_names(snapshot)[role.id]}"
    )


def axis(snapshot: Snapshot, thing: str, level: float | None = None) -> Axis:
    """Return how a thing on the list counts.

    For a circumstance the list says which way is wanted: the end that it names, or else more of what it calls
    a need. Beyond a level that is enough, more adds nothing; where neither end is the better one, both sides
    of that level count less.
    """
    if thing.startswith(OWN):
        return Axis(FIRST, LAST, turned=False, enough=level)
    worry = thing.startswith(WORRY)
    item = snapshot.catalogue.item(thing.removeprefix(WORRY) if worry else line_of(thing))
    end = "" if worry else thing.partition(":")[2]
    turned = worry or end == "low" or (not end and item.keyed < 0)
    made = Axis(item.scale.min, item.scale.max, turned)
    peaks = not worry and not end and item.keyed == 0 and level is not None
    return made._replace(enough=None if level is None else made.wanted(level), peaks=peaks)


def offers(snapshot: Snapshot, things: pd.DataFrame) -> pd.DataFrame:
    """Return a row per offer and thing that the person wants to take home.

    Parameters
    ----------
    snapshot
        What the person had said by a moment.
    things
        Their list, as `good_on_paper.frames.take_home.take_home` gives it.

    Returns
    -------
    pandas.DataFrame
        Columns: ``unit`` (the id) and ``offer`` (the name); ``thing``, ``line``, ``label``, ``stands``:
        "must", "want" or "live"; ``counts``: how much, as the person said or by that word; ``least`` and
        ``most``: the ends of its scale; ``enough``: the level from which more counts no more; ``low`` and
        ``high``: what is known, on a scale on which more is more of what the person wants, NA where nothing
        is; ``worth_low`` and ``worth_high``: what that counts, from 1 to 7; ``turned``: whether the scale of
        the line runs the other way; ``peaks``: whether beyond enough it counts less again; ``said``, ``who``,
        ``on``, ``promised``, ``written``: what is known in words; ``private``.

        A single number that is only a guess is not known: it counts as the whole scale. Of a job that they
        could stay in, their own rating is known, unless they said something else here.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> from good_on_paper.questions.listed import listed
    >>> me = gop.sample()
    >>> offers(me, listed(me))["offer"].unique().tolist()
    ['Dunmarrow Water', 'Orrin Seed Library']
    """
    names = short_names(snapshot)
    listed = things[things["stands"].isin(WANTED)]
    known = _known(snapshot, names, [str(thing) for thing in listed.index])
    rows = []
    for unit, offer in names.items():
        for thing, row in listed.iterrows():
            level = None if pd.isna(row["level"]) else float(row["level"])
            way = axis(snapshot, str(thing), level)
            said = known.get((unit, str(thing)), _NOTHING)
            low, high = (
                sorted((way.wanted(said.low), way.wanted(said.high))) if said.is_known else (None, None)
            )
            worth = (
                way.worth_of(way.least, way.most) if low is None or high is None else way.worth_of(low, high)
            )
            label = f"{LITTLE_OF}{row['label']}" if str(thing).startswith(WORRY) else row["label"]
            rows.append(
                [
                    *(unit, offer, str(thing), row["line"], label, row["stands"], row["weighs"]),
                    *(way.least, way.most, way.enough, low, high, *worth, way.turned, way.peaks),
                    *(said.said, said.who, said.on, said.promised, said.written),
                    bool(row["private"]) or said.private,
                ]
            )
    return OFFERS.validate(pd.DataFrame(rows, columns=list(OF_OFFERS)).astype(OF_OFFERS))


def noes(snapshot: Snapshot, things: pd.DataFrame) -> pd.DataFrame:
    """Return a row per offer and thing that the person will not have.

    Parameters
    ----------
    snapshot, things
        As in `offers`.

    Returns
    -------
    pandas.DataFrame
        Columns: ``unit``, ``offer``, ``thing``, ``label``; ``has``: whether this job has it, NA where the
        person has not said; ``said`` and ``who``: what they know there, and from whom; ``private``.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> from good_on_paper.questions.listed import listed
    >>> me = gop.sample()
    >>> found = noes(me, listed(me))
    >>> found[~found["private"]][["offer", "label"]].to_numpy().tolist()[0]
    ['Dunmarrow Water', 'Interruptions: every few minutes']
    """
    names = short_names(snapshot)
    listed = standing_as(things, "not")
    items = {
        said_of(keys.OFFER_HAS, str(thing)): snapshot.catalogue.item(keys.OFFER_HAS) for thing in listed.index
    }
    told = standing(snapshot, items, names) if names else {}
    known = _known(snapshot, names, [str(thing) for thing in listed.index])
    rows = []
    for unit, offer in names.items():
        for thing, row in listed.iterrows():
            has = _HAS.get(told.get((unit, said_of(keys.OFFER_HAS, str(thing)))))
            said = known.get((unit, str(thing)), _NOTHING)
            if said.said == AS_RATED:  # a rating that is not shown says nothing here
                said = _NOTHING
            rows.append(
                [unit, offer, str(thing), row["label"], has, said.said, said.who, bool(row["private"])]
            )
    return NOES.validate(pd.DataFrame(rows, columns=list(OF_NOES)).astype(OF_NOES))


class _Known(NamedTuple):
    low: float = 0.0
    high: float = 0.0
    is_known: bool = False
    said: str = ""
    who: str = ""
    on: pd.Timestamp | None = None
    promised: str = ""
    written: str = ""
    private: bool = False


_NOTHING: Final = _Known()
_HAS: Final[dict[Any, bool]] = {"yes": True, "no": False}


def _known(snapshot: Snapshot, names: Mapping[str, str], things: list[str]) -> dict[tuple[str, str], _Known]:
    """Return what is known of each thing at each offer, whether or not it is a circumstance."""
    if not names:
        return {}
    told = there(snapshot, list(names))
    by_line = _as_rated(snapshot, {line_of(thing) for thing in things} - {""})
    by_line |= {(row["unit"], row["line"]): _of_row(row) for row in told.to_dict("records")}
    of_lines = {
        (unit, thing): by_line[unit, line_of(thing)]
        for unit in names
        for thing in things
        if (unit, line_of(thing)) in by_line
    }
    return of_lines | _of_others(snapshot, names, [thing for thing in things if not line_of(thing)])


AS_RATED: Final = "as you rated it"
"""What we say of a level that is the person's own rating of the job that they still have."""


def _as_rated(snapshot: Snapshot, lines: set[str]) -> dict[tuple[str, str], _Known]:
    """Return the ratings of the jobs that they could stay in."""
    items = {line: snapshot.catalogue.item(line) for line in lines if line in snapshot.catalogue}
    roles = staying(snapshot)
    told = standing(snapshot, items, roles) if roles and items else {}
    return {
        cell: _Known(float(value), float(value), is_known=True, said=AS_RATED, private=items[cell[1]].private)
        for cell, value in told.items()
    }


def _of_row(row: dict[Any, Any]) -> _Known:
    numbers = (row["low"], row["high"])
    blank = any(pd.isna(number) for number in numbers) or _is_guess(row[keys.KNOWS], *numbers)
    low, high = (0.0, 0.0) if blank else map(float, numbers)
    return _Known(
        *(low, high, not blank, row["said"], row["who"]),
        None if pd.isna(row["on"]) else row["on"],
        *(row["promised"], row["written"], bool(row["private"])),
    )


def _of_others(snapshot: Snapshot, names: Iterable[str], things: list[str]) -> dict[tuple[str, str], _Known]:
    """Return what is known of worries, and of things in the person's own words."""
    items = {said_of(part, thing): snapshot.catalogue.item(part) for thing in things for part in LEVELS}
    told = standing(snapshot, items, names) if items else {}
    found = {}
    for unit in names:
        for thing in things:
            low, high = (told.get((unit, said_of(part, thing))) for part in LEVELS)
            if low is not None:
                ends = sorted((float(low), float(low if high is None else high)))
                found[unit, thing] = _Known(ends[0], ends[1], is_known=True)
    return found


def _is_guess(said: str, low: float, high: float) -> bool:
    """Return whether one number is only a guess: nobody who knows has said so."""
    return said == KNOWS[1] and low == high
