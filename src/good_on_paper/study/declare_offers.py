"""The door for what is said before a comparison of offers opens, and for what is predicted of the one taken.

Every form and `good_on_paper.Me` write these here and nowhere else, in the transaction that checks the rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.frames.predictions import MOST, WHOLE, locked_on, look_back_day
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import day_of, to_decide_on
from good_on_paper.record import RecordError
from good_on_paper.study.declared import refuse_in_a_copy

if TYPE_CHECKING:
    from good_on_paper.record import Answer, Sitting

NONE_OF_THEM: Final = "none"
"""The answer about Monday morning of somebody who cannot say."""
PREDICTED, TURNED_OUT = f"{keys.PREDICTED}:", f"{keys.TURNED_OUT}:"
_LAST: Final = 7
_TWO: Final = 2


def is_open(snapshot: Snapshot) -> bool:
    """Return whether the comparison is open: of these offers, the person said which they would be glad of."""
    return {unit.id for unit in to_decide_on(snapshot)} <= set(_opened(snapshot))


def compared_before(snapshot: Snapshot) -> list[str]:
    """Return the ids of what stood side by side before and is still to decide on, while another has come in.

    Empty while the comparison is open, and where fewer than two are left of it.
    """
    before = [unit.id for unit in to_decide_on(snapshot) if unit.id in _opened(snapshot)]
    return before if len(before) >= _TWO and not is_open(snapshot) else []


def glad_of(snapshot: Snapshot) -> str:
    """Return the id of the offer they would be glad to walk into on Monday; empty where they cannot say."""
    told = snapshot.current(items=(keys.GLAD_ON_MONDAY,), units=(snapshot.unit,))
    answer = told.get((snapshot.unit.id, keys.GLAD_ON_MONDAY))
    said = "" if answer is None or answer.state != "value" else str(answer.value)
    return "" if said == NONE_OF_THEM else said


def declare_offer(
    snapshot: Snapshot,
    unit: str,
    item: str,
    value: object,
    *,
    sitting: Sitting,
    state: str = "value",
    **sent: Any,  # noqa: ANN401 - as the record takes it
) -> Answer:
    """Write down which offer they would be glad of, that the comparison opens, or what they predict.

    Parameters
    ----------
    snapshot : Snapshot
        Whose; the rule is asked of their record as it stands now, whatever the moment.
    unit : str
        The person, for ``glad_on_monday`` and ``offers_opened``; else the offer that they took.
    item : str
        One of these; ``predicted_there:<thing>``, ``look_back_on``, ``prediction_locked``; or
        ``turned_out_there:<thing>``.
    value : object
        What is declared; None where `state` is another than ``value``.
    sitting, state, sent
        As in `good_on_paper.study.declare.declare`.

    Raises
    ------
    RecordError
        The comparison of these offers is open already; the prediction is locked, not whole, or not due; or
        the value is none that can be said there.
    """
    now = Snapshot(snapshot.record, fixed=snapshot.fixed)
    with now.record.batch():
        refuse_in_a_copy(now)
        if item in (keys.GLAD_ON_MONDAY, keys.OFFERS_OPENED):
            value = _before_it_opens(now, item, value)
        elif item.startswith(TURNED_OUT):
            _check_due(now, unit)
            _check_step(value, state)
        elif item.startswith(PREDICTED) or item in (keys.LOOK_BACK_ON, keys.PREDICTION_LOCKED):
            _check_prediction(now, unit, item, value, state)
        else:
            raise RecordError(f"{item!r} is nothing that is declared of offers.")
        return now.record.answer(unit, item, value, sitting=sitting, state=state, **sent)


def take_back_offer(snapshot: Snapshot, sitting: Sitting, *, redo: bool = False) -> Answer | None:
    """Undo the newest answer of a sitting about offers, or redo the one undone last.

    Raises
    ------
    RecordError
        It would take back what was said before the comparison opened, or a prediction that is locked.
    """
    now = Snapshot(snapshot.record, fixed=snapshot.fixed)
    with now.record.batch():
        opened = _opened(now)
        locked = {unit.id: locked_on(now, unit.id) for unit in now.units("target")}
        answer = (now.record.redo if redo else now.record.undo)(sitting)
        if answer is None:
            return None
        if answer.item in (keys.GLAD_ON_MONDAY, keys.OFFERS_OPENED) and opened:
            raise RecordError(_OPEN)
        of_prediction = answer.item.startswith(PREDICTED) or answer.item in (
            keys.LOOK_BACK_ON,
            keys.PREDICTION_LOCKED,
        )
        if of_prediction and locked.get(answer.unit) is not None:
            raise RecordError(_LOCKED)
        return answer


_OPEN: Final = "You said this before the comparison opened, so it stays as it is."
_LOCKED: Final = "Your prediction is locked, so it stays as it is."


def _opened(snapshot: Snapshot) -> list[str]:
    told = snapshot.current(items=(keys.OFFERS_OPENED,), units=(snapshot.unit,))
    answer = told.get((snapshot.unit.id, keys.OFFERS_OPENED))
    return [] if answer is None or answer.state != "value" else list(answer.value)


def _before_it_opens(now: Snapshot, item: str, value: object) -> object:
    there = [unit.id for unit in to_decide_on(now)]
    if is_open(now):
        raise RecordError(_OPEN)
    if item == keys.OFFERS_OPENED:
        told = now.current(items=(keys.GLAD_ON_MONDAY,), units=(now.unit,))
        if not told:
            raise RecordError("Say first which one you would be glad to walk into on Monday.")
        return there
    if value not in (*there, NONE_OF_THEM, None):
        raise RecordError(f"{value!r} is no offer you have; expected one of those shown.")
    return value


def _check_prediction(now: Snapshot, unit: str, item: str, value: object, state: str) -> None:
    if locked_on(now, unit) is not None:
        raise RecordError(_LOCKED)
    if item == keys.LOOK_BACK_ON:
        day = day_of(value) if state == "value" else None
        if state == "value" and (day is None or day <= now.today):
            raise RecordError(f"{value!r} is no day to come. Expected a day after today.")
    elif item == keys.PREDICTION_LOCKED:
        told = [key for (_, key), answer in now.current(units=(unit,)).items() if answer.state == "value"]
        things = {key.removeprefix(PREDICTED) for key in told if key.startswith(PREDICTED)}
        if WHOLE not in things or len(things - {WHOLE}) > MOST or look_back_day(now, unit) is None:
            raise RecordError("Say first how you think it will be, and when to look back.")
    else:
        _check_step(value, state)


def _check_step(value: object, state: str) -> None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    if state == "value" and not (whole and 1 <= value <= _LAST):  # type: ignore[operator]  # whole, seen before
        raise RecordError(f"{value!r} is not on the scale. Expected a whole number from 1 to {_LAST}.")


def _check_due(now: Snapshot, unit: str) -> None:
    day = look_back_day(now, unit)
    if locked_on(now, unit) is None or day is None:
        raise RecordError("There is no locked prediction to look back on.")
    if day > now.today:
        raise RecordError(f"We ask on {day.day} {day:%B %Y}; until then your prediction rests.")
