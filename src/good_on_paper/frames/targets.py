"""The target: which job it is, when the interview is, and what the person knows about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.quiet import asked_roles, quiet_roles
from good_on_paper.frames.roles import roles
from good_on_paper.frames.told_there import KNOWN, told_there
from good_on_paper.language import DateError, parse_date

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Unit
    from good_on_paper.record.answers import Cell

CHOSEN: Final = keys.TARGET_CHOSEN
"""The person's answer that says which of several targets they mean: the id of its unit."""
NOT_AGAIN: Final = keys.NOT_AGAIN
"""The person's answer: ends of lines they will not have again, as in ``"pace:high"``."""
KNOWS: Final = (KNOWN, "guess", "unknown")
"""What a person can say of a line at a target."""
WHO: Final = {
    "recruiter": "a recruiter",
    "manager": "my future manager",
    "peer": "a future colleague",
    "senior": "my manager\N{RIGHT SINGLE QUOTATION MARK}s manager",
    "report": "someone I would manage",
}
"""Who they meet, and who to ask, in words."""
YOURS: Final = WHO | {
    "manager": "your future manager",
    "senior": "your manager\N{RIGHT SINGLE QUOTATION MARK}s manager",
    "report": "someone you would manage",
}
"""The same, when the kit speaks to the person."""
AFTER_OFFER: Final = "offer"
"""The name of the round of an interview after an offer."""
ROUND: Final = {"first": "first", "later": "later", AFTER_OFFER: "after an offer"}
OFFER_STANDS: Final = 180
"""Days for which an offer counts as one to decide on."""
_FIRST_IDS: Final = tuple(f"{number:032x}" for number in range(1, 1000))


def in_sight(snapshot: Snapshot) -> list[Unit]:
    """Return the targets that are still open: neither they nor the person ended it.

    A job with an interview still ahead is always among them, and so is one with an offer that still stands.
    """
    return list(snapshot.kept("in sight", lambda: _in_sight(snapshot), looks=False))


def _in_sight(snapshot: Snapshot) -> list[Unit]:
    targets = snapshot.units("target")
    of = {unit.id: unit.parent or "" for unit in snapshot.units("interview")}
    ends = (keys.CAME_NO, keys.WITHDREW, keys.CAME_NOTHING, keys.REMEMBERED, keys.OFFERED_ON)
    ended = {of.get(unit, unit) for unit, _ in snapshot.current(items=ends)}
    alive = _ahead(snapshot) | {unit.id for unit in at_the_offer(snapshot)}
    return [unit for unit in targets if unit.id not in ended or unit.id in alive]


def _ahead(snapshot: Snapshot) -> set[str]:
    """Return the ids of the targets whose interview is today or later."""
    return snapshot.kept("ahead", lambda: _still_ahead(snapshot), looks=False)


def _still_ahead(snapshot: Snapshot) -> set[str]:
    days = {
        unit: day_of(answer.value) for (unit, _), answer in snapshot.current(items=(keys.TALK_ON,)).items()
    }
    return {unit for unit, day in days.items() if day is not None and day >= snapshot.today}


def at_the_offer(snapshot: Snapshot) -> list[Unit]:
    """Return the targets with an offer to decide on: nothing has ended it, and half a year has not passed."""
    return list(snapshot.kept("at the offer", lambda: _at_the_offer(snapshot), looks=False))


def could_stay(snapshot: Snapshot) -> list[Unit]:
    """Return the jobs that the person still has and could stay in, in their order."""
    return list(snapshot.kept("could stay", lambda: _could_stay(snapshot), looks=False))


def _could_stay(snapshot: Snapshot) -> list[Unit]:
    listed = roles(snapshot)
    on = set(listed.loc[listed["current"], "unit"])
    return [role for role in asked_roles(snapshot) if role.id in on]


def staying(snapshot: Snapshot) -> list[Unit]:
    """Return the jobs that the person still has and compares with their offers."""
    there = could_stay(snapshot)
    told = snapshot.current(items=(keys.STAYING,), units=there) if there else {}
    said = {unit for (unit, _), answer in told.items() if answer.state == "value"}
    return [role for role in there if role.id in said]


def to_decide_on(snapshot: Snapshot) -> list[Unit]:
    """Return what stands side by side: the targets with an offer, then the jobs they could stay in."""
    return [*at_the_offer(snapshot), *staying(snapshot)]


def _at_the_offer(snapshot: Snapshot) -> list[Unit]:
    targets, quiet = snapshot.units("target"), quiet_roles(snapshot)
    ends = (keys.CAME_NO, keys.WITHDREW, keys.REMEMBERED)
    told = snapshot.current(items=(keys.OFFERED_ON, keys.TALK_ROUND, *ends), units=targets)

    def stands(unit: str) -> bool:
        if unit in quiet or any((unit, end) in told for end in ends):
            return False
        if (offered := told.get((unit, keys.OFFERED_ON))) is not None:
            day = day_of(offered.value)
            return day is None or (snapshot.today - day).days <= OFFER_STANDS
        talk = told.get((unit, keys.TALK_ROUND))
        return talk is not None and talk.value == AFTER_OFFER

    return [unit for unit in targets if stands(unit.id)]


def chosen(snapshot: Snapshot) -> Unit | None:
    """Return the target that is meant: the chosen one, else the newest that is still open.

    A target with an interview still ahead comes first: its paper is the next one needed, whatever was added
    since. A target that has made an offer comes after the others, which still have their interviews.
    """
    targets = {unit.id: unit for unit in in_sight(snapshot)}
    target = of_person(snapshot, CHOSEN)
    if target in targets:
        return targets[target]
    ahead, offers = _ahead(snapshot), {unit.id for unit in at_the_offer(snapshot)}

    def order(unit: Unit) -> tuple[object, ...]:
        return unit.id in ahead, unit.id not in offers, unit.created

    return max(targets.values(), key=order, default=None)


def chosen_or_next(snapshot: Snapshot) -> str:
    """Return the id of the target that is meant, or the id that the first target will get.

    That id is the same everywhere, so two forms that begin a target at once begin one, not two.
    """
    if target := chosen(snapshot):
        return target.id
    return next(unit for unit in _FIRST_IDS if not snapshot.history(unit, "listed"))


def knows(line: str) -> str:
    """Return the item that says what the person knows about a line at a target."""
    return f"{keys.KNOWS}:{line}"


@dataclass(frozen=True)
class KnownThere:
    """What a person knows about one line at a target.

    Attributes
    ----------
    line : str
        The key of the line.
    said : str
        What they know, in their words.
    who : str
        Who told them; may be empty.
    on : datetime.date
        When they were told; if they did not say, the day they wrote it down.
    cells : tuple
        The answers of an interview behind it; none where they wrote it about the job itself.
    """

    line: str
    said: str
    who: str
    on: dt.date
    cells: tuple[Cell, ...] = ()


def known_of(snapshot: Snapshot, target: Unit | str, *, heard: bool = True) -> dict[str, str]:
    """Return how each line stands at a target, one of `KNOWS`.

    What an interview told enough about is known; not `heard`, only what the person said of the job itself is.
    """
    given = snapshot.current(units=(target,))
    said = [(item.partition(":")[2], one.value) for (_, item), one in given.items() if _is_of_line(item)]
    own = {line: str(value) for line, value in said if value in KNOWS}
    return own | dict.fromkeys(told_there(snapshot, _id(target)) if heard else (), KNOWS[0])


def has_said(snapshot: Snapshot, target: Unit | str) -> frozenset[str]:
    """Return the things they will not have again of which they said whether this job has them, yes or no."""
    of = f"{keys.OFFER_HAS}:"
    given = snapshot.current(units=(target,))
    return frozenset(
        item.removeprefix(of)
        for (_, item), one in given.items()
        if item.startswith(of) and one.state == "value"
    )


def _is_of_line(item: str) -> bool:
    return item.startswith(knows(""))


def _id(target: Unit | str) -> str:
    return target if isinstance(target, str) else target.id


def told(snapshot: Snapshot, target: Unit | str) -> list[KnownThere]:
    """Return what the person wrote about the lines they know at a target, in the order of writing.

    What they wrote about the job itself goes before what they wrote down of an interview; of that, nothing
    private is here.
    """
    stands, heard = known_of(snapshot, target), told_there(snapshot, _id(target))
    standing = {item: answer for (_, item), answer in snapshot.current(units=(target,)).items()}
    values = {item: answer.value for item, answer in standing.items() if answer.state == "value"}
    found = []
    for item, answer in standing.items():
        kind, _, line = item.partition(":")
        if kind == keys.KNOWN_WHAT and item in values and stands.get(line) == KNOWS[0]:
            who = str(values.get(f"{keys.KNOWN_FROM}:{line}", ""))
            day = day_of(values.get(f"{keys.KNOWN_ON}:{line}")) or answer.given.astimezone().date()
            found.append((answer.seq, KnownThere(line, str(answer.value), who, day)))
    wrote = {one.line for _, one in found}
    found += [
        (one.seq, KnownThere(line, one.said, one.who, one.on, one.cells))
        for line, one in heard.items()
        if one.said and not one.private and line not in wrote
    ]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def interview_day(snapshot: Snapshot, target: Unit | str | None) -> dt.date | None:
    """Return the day of the interview; None without a whole date that we can read."""
    if target is None:
        return None
    answer = next(iter(snapshot.current(items=(keys.TALK_ON,), units=(target,)).values()), None)
    return day_of(answer.value) if answer is not None and answer.state == "value" else None


def day_of(text: object) -> dt.date | None:
    """Return the day that a text names; None if it names none."""
    try:
        found = parse_date(str(text))
        return dt.date(found.year, found.month or 0, found.day or 0)
    except (DateError, ValueError):
        return None


def of_person(snapshot: Snapshot, item: str) -> Any:  # noqa: ANN401 - whatever was answered
    """Return the value of one of the person's own answers; None without one."""
    answer = snapshot.current(items=(item,), units=(snapshot.unit,)).get((snapshot.unit.id, item))
    return None if answer is None else answer.value
