"""The door for guesses about an interview, locked before its outcome is known.

Every form, file and `good_on_paper.Me` write such guesses here and nowhere else, in the transaction that
checks the rule. A whole history that is restored is not refused; but
`good_on_paper.frames.interview_guess` counts only guesses from before the lock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.interview_guess import GUESSED, guesses_about
from good_on_paper.frames.interviews import usual_wait
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import RecordError
from good_on_paper.record.rows import clock
from good_on_paper.study.declared import refuse_in_a_copy

if TYPE_CHECKING:
    from good_on_paper.frames.interview_guess import Guessed
    from good_on_paper.record import Answer, Sitting
    from good_on_paper.study.person import Person


def declare_about(
    snapshot: Snapshot,
    interview: str,
    item: str,
    value: object,
    *,
    sitting: Sitting,
    state: str = "value",
    **sent: Any,  # noqa: ANN401 - as the record takes it
) -> Answer:
    """Write down a guess about an interview, or lock it, and check in the same act that it may be made.

    Parameters
    ----------
    snapshot : Snapshot
        Whose; the rule is asked of their record as it stands now, whatever the moment.
    interview : str
        The id of the interview.
    item : str
        The chance of a yes, whether they would take it, or the lock.
    value : object
        What is declared; None where `state` is another than ``value``. A chance given once the guess is
        locked is another guess: kept, and never counted.
    sitting, state, sent
        As in `good_on_paper.study.declare.declare`.

    Raises
    ------
    RecordError
        The guess is locked; the interview was typed in later from memory; or `item` is none of the three.
    """
    if item not in (*GUESSED, keys.GUESS_LOCKED):
        raise RecordError(f"{item!r} is no guess about an interview; expected one of {', '.join(GUESSED)}.")
    now = Snapshot(snapshot.record, fixed=snapshot.fixed)
    with now.record.batch():
        refuse_in_a_copy(now)
        remembered = now.current(items=(keys.REMEMBERED,), units=(interview,)).get(
            (interview, keys.REMEMBERED)
        )
        if remembered is not None and remembered.value is True:
            raise RecordError("You added this interview from memory, so there is no guess to make about it.")
        if item != keys.YES_CHANCE or state != "value":
            _refuse_if_locked(guesses_about(now, [interview], now=clock())[interview])
        return now.record.answer(interview, item, value, sitting=sitting, state=state, **sent)


def remember_guess(
    snapshot: Snapshot,
    interview: str,
    *,
    chance: dict[str, int] | None,
    take_it: str = "",
    sitting: Sitting,
) -> None:
    """Keep a guess that a file tells about an interview that is marked as remembered; it is never counted.

    Raises
    ------
    RecordError
        The interview is not marked so: a guess about it counts, and is given on the page before it is known.
    """
    now = Snapshot(snapshot.record, fixed=snapshot.fixed)
    with now.record.batch():
        cell = interview, keys.REMEMBERED
        remembered = now.current(items=(keys.REMEMBERED,), units=(interview,)).get(cell)
        if remembered is None or remembered.value is not True:
            raise RecordError("A guess from a file is kept only with an interview that is remembered later.")
        for item, value in ((keys.YES_CHANCE, chance), (keys.TAKE_IT, take_it)):
            if value:
                now.record.answer(interview, item, value, sitting=sitting)


def take_back_about(snapshot: Snapshot, sitting: Sitting, *, redo: bool = False) -> Answer | None:
    """Undo the newest answer of a sitting about interviews, or redo the one undone last.

    Raises
    ------
    RecordError
        It is a guess that is locked, or the lock.
    """
    now = Snapshot(snapshot.record)
    with now.record.batch():
        before = guesses_about(now, now.units("interview"), now=clock())
        answer = (now.record.redo if redo else now.record.undo)(sitting)
        if answer is not None and answer.item in (*GUESSED, keys.GUESS_LOCKED):
            _refuse_if_locked(before[answer.unit])
        return answer


def guess_yes(person: Person, interview: str, chance: int, *, within: int | None = None) -> None:
    """Write down how likely the person thinks a yes is.

    Raises
    ------
    RecordError
        No interview is called so; the chance is none; or the interview was typed in from memory.
    """
    names = person.interviews()["unit"]
    if interview not in names.index:
        raise RecordError(f"no interview is called {interview!r}; expected one of: {', '.join(names.index)}")
    value = {"of": chance, "within": usual_wait(person) if within is None else within}
    with person.record.batch():
        sitting = person.record.sitting("after")
        declare_about(person, str(names[interview]), keys.YES_CHANCE, value, sitting=sitting)


_LOCKED: Final = "Your guess was locked on {}, so it stays as it is. A second guess is kept beside it."


def _refuse_if_locked(guessed: Guessed) -> None:
    if guessed.locked is not None:
        raise RecordError(_LOCKED.format(f"{guessed.locked.astimezone():%Y-%m-%d at %H:%M}"))
