"""The one door for declarations, and for looks; guesses about an interview have theirs in `declare_about`.

Every form and `good_on_paper.Me` write declarations here and nowhere else, in the transaction that checks the
rule. A whole history that is restored is not refused. But `declared` and `levels` count only what comes
before the first look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.definitions import FEWEST, side_of
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import RecordError
from good_on_paper.study.declared import (
    DRAWN,
    GUESSES,
    LOOKS,
    MAIN,
    SECOND,
    UNSAID_MAIN,
    guesses,
    main_outcome,
    refuse_in_a_copy,
)
from good_on_paper.study.definitions import in_time
from good_on_paper.study.fixed import why_fixed
from good_on_paper.study.lean_declared import WAYS
from good_on_paper.study.levels import WANTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.record import Answer, Sitting
    from good_on_paper.study.person import Person

MOST_GUESSES: Final = 5


def declare(
    snapshot: Snapshot,
    item: str,
    value: object,
    *,
    sitting: Sitting,
    state: str = "value",
    **sent: Any,  # noqa: ANN401 - as the record takes it
) -> Answer:
    """Write down a declaration or a look, and check in the same act that it may still be made.

    Parameters
    ----------
    snapshot : Snapshot
        Whose; the rule is asked of their record as it stands now, whatever the moment.
    item : str
        ``guesses``, ``drawn``, ``primary_outcome``, ``second_outcome``, ``wanted:<line>``,
        ``barometer_lean``, ``look`` or ``look:dull``.
    value : object
        What is declared; None where `state` is another than ``value``.
    sitting : Sitting
        The sitting it is given in.
    state : str, default "value"
        As in `good_on_paper.record.Answer`; emptying a declaration is one too.
    **sent
        What else `good_on_paper.record.Record.answer` takes.

    Raises
    ------
    RecordError
        When it is fixed by now (see `good_on_paper.study.fixed`), for a look at the past, or for an item or a
        value that is none.
    CatalogueError
        A line is not there.
    """
    now = Snapshot(snapshot.record, fixed=snapshot.fixed)
    with now.record.batch():
        refuse_in_a_copy(now)
        _check_open(now, item)
        if item in LOOKS:
            _check_look(snapshot)
        elif item == GUESSES:
            value = _guesses(now, value) if state == "value" else value
        elif item == DRAWN:
            value = _drawn(now, value)
        elif item in (MAIN, SECOND):
            value = (_main if item == MAIN else _second)(now, value) if state == "value" else value
        elif item.startswith(WANTED):
            value = _level(now, item.removeprefix(WANTED), value) if state == "value" else value
        elif item == keys.BAROMETER_LEAN:
            _check_lean(value, state)
        else:
            raise RecordError(
                f"{item!r} is no declaration; expected {GUESSES}, {DRAWN}, {MAIN}, {SECOND}, "
                f"{WANTED} and a line, {keys.BAROMETER_LEAN}, or a look."
            )
        return now.record.answer(now.unit, item, value, sitting=sitting, state=state, **sent)


def take_back(snapshot: Snapshot, sitting: Sitting, *, redo: bool = False) -> Answer | None:
    """Undo the newest answer of a sitting, or redo the one undone last.

    Raises
    ------
    RecordError
        It is a declaration that is fixed by now.
    """
    record = snapshot.record
    with record.batch():
        now = Snapshot(record, record.newest, snapshot.fixed)
        answer = (record.redo if redo else record.undo)(sitting)
        if answer is not None and (why := why_fixed(now, answer.item)):
            raise RecordError(why)
        return answer


def guess(person: Person, lines: Iterable[str]) -> list[str]:
    """Write down which lines the person expects to go with how it went.

    Raises
    ------
    RecordError
        After the first look, or for more than five.
    CatalogueError
        A line is not there.
    """
    if isinstance(lines, str):
        raise RecordError(f"guess({lines!r}) is a word; expected a list of lines: guess([{lines!r}])")
    with person.record.batch():
        said = declare(person, GUESSES, list(lines), sitting=person.record.sitting("guesses"))
    return list(said.value)


def want(person: Person, line: str, level: float) -> dict[str, float]:
    """Write down the level wanted on a line.

    Raises
    ------
    RecordError
        After the first look, or for a level off the line's scale.
    CatalogueError
        A line is not there.
    """
    item = person.catalogue.item(line)
    with person.record.batch():
        declare(
            person,
            WANTED + item.key,
            level,
            sitting=person.record.sitting("wanted"),
            revision=item.revision,
            private=item.private,
        )
    return person.wanted


def declare_second(person: Person, outcome: str | None) -> tuple[str, ...]:
    """Declare, before the first look, which outcome to look at beside the main one; None for no other.

    Raises
    ------
    RecordError
        After the first look, or for what is no outcome, or the main one.
    CatalogueError
        There is no such item.
    """
    state = "cleared" if outcome is None else "value"
    with person.record.batch():
        declare(person, SECOND, outcome, sitting=person.record.sitting("outcomes"), state=state)
    return person.outcomes


def declare_main(person: Person, outcome: str | None) -> tuple[str, ...]:
    """Declare, before the first look, what the patterns are about; None for how it went as a whole.

    An outcome declared beside it is taken back when it is the same.

    Raises
    ------
    RecordError
        After the first look, for what is no outcome, or for a definition of one's own with too few criteria.
    CatalogueError
        There is no such item.
    """
    record = person.record
    with record.batch():
        sitting = record.sitting("outcomes")
        wanted = UNSAID_MAIN if outcome is None else outcome
        if wanted in person.second_outcomes:
            declare(person, SECOND, None, sitting=sitting, state="cleared")
        declare(person, MAIN, wanted, sitting=sitting)
    return person.outcomes


def _check_look(snapshot: Snapshot) -> None:
    if snapshot.moment is not None:
        raise RecordError(f"A look is taken at what stands now, not at {snapshot.moment}.")


def _check_open(now: Snapshot, item: str) -> None:
    if why := why_fixed(now, item):
        raise RecordError(why)


def _check_lean(value: object, state: str) -> None:
    if state == "value" and value not in WAYS:
        raise RecordError(f"{value!r} is no way that numbers lean; expected {' or '.join(WAYS)}.")


def _guesses(now: Snapshot, lines: object) -> list[str]:
    """Return the guesses in the form in which we keep them, each once."""
    if not isinstance(lines, list):
        raise RecordError(f"guesses {lines!r} are no list of lines; expected at most {MOST_GUESSES} lines")
    chosen = list(dict.fromkeys(lines))
    if len(chosen) > MOST_GUESSES:
        raise RecordError(f"{len(chosen)} guesses; expected at most {MOST_GUESSES}: each one more tells less")
    known = [item.key for item in now.catalogue.items("circumstance", hidden=True)]
    for line in chosen:
        if now.catalogue.item(line).key not in known:
            raise RecordError(
                f"guess {line!r} is no line on circumstances; expected one of: {', '.join(known)}"
            )
    return chosen


def _drawn(now: Snapshot, lines: object) -> list[str]:
    """Return the lines drawn: of the first twelve, and none that the person named."""
    pool = {item.key for item in now.catalogue.core}.difference(guesses(now))
    if not isinstance(lines, list) or len({*lines} & pool) < len(lines):
        raise RecordError(f"{lines!r} cannot be drawn; expected some of: {', '.join(sorted(pool))}")
    return lines


def _second(now: Snapshot, outcome: object) -> str:
    main = main_outcome(now)
    if not _can_be_outcome(now, str(outcome)) or outcome == main:
        raise RecordError(
            f"{outcome!r} is no second outcome; expected a rating of how it went, but not of the main one: "
            f"{main!r}"
        )
    return str(outcome)


def _main(now: Snapshot, outcome: object) -> str:
    if not _can_be_outcome(now, str(outcome)):
        raise RecordError(f"{outcome!r} is no outcome; expected a rating of how it went, or a definition")
    return str(outcome)


def _can_be_outcome(now: Snapshot, outcome: str) -> bool:
    """Return whether it says how a job went.

    Raises
    ------
    RecordError
        It is a definition of one's own with too few criteria.
    CatalogueError
        There is no such item.
    """
    if side_of(outcome) is None:
        item = now.catalogue.item(outcome)
        return item.kind == "rating" and item.group != "circumstance"
    criteria = len(in_time(now, outcome).weights)
    if criteria < FEWEST:
        raise RecordError(
            f"{outcome!r} has {criteria} criteria; expected at least {FEWEST} that had their points before "
            "any job was rated by them: weigh more first."
        )
    return True


def _level(now: Snapshot, line: str, level: object) -> float:
    item = now.catalogue.item(line)
    if item.group != "circumstance" or item.kind != "rating":
        raise RecordError(f"{item.key!r} is no line on circumstances: no level of it can be wanted")
    if level not in item.scale:
        raise RecordError(
            f"{item.label}: {level!r} is no level; expected one from {item.scale.min} to {item.scale.max}"
        )
    return float(level)  # type: ignore[arg-type]  # a number on the scale, seen above
