"""The jobs applied for: a row per process, with how far it went and how it ended."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.interview_guess import CAME
from good_on_paper.frames.interviews import Ended, day_typed, ended, usual_wait
from good_on_paper.frames.names import role_names, words
from good_on_paper.frames.schema import MET, OF_MET, OF_PROCESSES, OF_PROMISES, PROCESSES, PROMISES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer, Unit
    from good_on_paper.record.answers import Cell

STEPS: Final = ("send", "call", "talk", "offer")
"""How far a process can go: an application, a call, an interview, an offer."""
_OF_A_PROCESS: Final = (
    *("title", "employer", keys.APPLIED_ON, keys.FOUND_HOW, keys.ADVICE, keys.OFFERED_ON, *CAME),
    *(keys.STAGE, keys.TALK_ON),
)
_NUMBERED: Final = 1_000
"""Nobody types more promises or people than this for one interview."""


def processes(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per job that the person considers or applied for, in their order.

    A job that was taken off the list stays in it as long as it has an interview.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Index "process": unique names. Columns: ``unit``, ``employer``, ``job``, ``applied`` and ``offered``
        (the days), ``found`` (how), ``advice`` (a list of what was followed), ``interviews`` (how many so
        far), ``furthest``: "send", "call", "talk" or "offer", missing where nothing was sent yet;
        ``outcome``: "yes" (an offer), "no", "no_answer", "withdrew" or "open", and ``came``, its day.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> processes(gop.sample())[["furthest", "outcome"]].head(2).to_numpy().tolist()
    [['call', 'withdrew'], ['talk', 'no']]
    """
    rounds: dict[str, list[Unit]] = {}
    for unit in snapshot.units("interview"):
        rounds.setdefault(unit.parent or "", []).append(unit)
    names = role_names(snapshot, kind="target")
    gone = [unit for unit in rounds if unit not in names]
    inside = [unit for units in rounds.values() for unit in units]
    told = snapshot.current(items=_OF_A_PROCESS, units=[*names, *gone, *inside])
    wait = usual_wait(snapshot)
    rows = {
        unit: _process(unit, rounds.get(unit, []), told, wait, snapshot.today) for unit in (*names, *gone)
    }
    shown = dict(names)
    for off in gone:
        shown[off] = _unique(rows[off], shown.values())
    frame = pd.DataFrame(list(rows.values()), columns=list(OF_PROCESSES))
    frame.index = pd.Index(list(shown.values()), dtype="str", name="process")
    return PROCESSES.validate(frame.astype(OF_PROCESSES))


def promises(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per thing that somebody promised in an interview.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Columns: ``interview`` (its name), ``unit`` (its id), ``number`` (within the interview), ``what``,
        ``who``, ``by`` (as typed), ``by_day`` (the first day that can mean).

    Examples
    --------
    >>> import good_on_paper as gop
    >>> promises(gop.sample())["what"].tolist()
    ['An answer within two weeks']
    """
    parts = {keys.PROMISE_WHAT: "what", keys.PROMISE_WHO: "who", keys.PROMISE_BY: "by"}
    frame = pd.DataFrame(
        [
            {**row, "by_day": day_typed(answers.get(keys.PROMISE_BY))}
            for row, answers in _numbered(snapshot, parts)
        ],
        columns=list(OF_PROMISES),
    )
    return PROMISES.validate(frame.astype(OF_PROMISES))


def met(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per person met in an interview.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Columns: ``interview`` (its name), ``unit`` (its id), ``number`` (within the interview), ``name``,
        ``before`` and ``after``: how the person regarded them, 1 to 7.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> met(gop.sample())[["name", "before", "after"]].head(1).to_numpy().tolist()
    [['Mr Vell', 5.0, 2.0]]
    """
    parts = {keys.MET_NAME: "name", keys.REGARD_BEFORE: "before", keys.REGARD_AFTER: "after"}
    rows = []
    for row, answers in _numbered(snapshot, parts):
        marks = {
            name: answer.value if (answer := answers.get(key)) and answer.state == "value" else None
            for key, name in parts.items()
            if key != keys.MET_NAME
        }
        rows.append({**row, **marks})
    frame = pd.DataFrame(rows, columns=list(OF_MET))
    return MET.validate(frame.astype(OF_MET))


def _numbered(
    snapshot: Snapshot, parts: Mapping[str, str]
) -> Iterable[tuple[dict[str, Any], dict[str, Answer]]]:
    """Yield what an interview can hold several of: the row so far, and the answers by item."""
    names = role_names(snapshot, kind="interview")
    found: dict[tuple[str, int], dict[str, Answer]] = {}
    for (unit, item), answer in snapshot.current(units=list(names)).items():
        key, _, place = item.partition(":")
        if key in parts and place.isdecimal() and int(place) < _NUMBERED:
            found.setdefault((unit, int(place)), {})[key] = answer
    places = {unit: place for place, unit in enumerate(names)}
    for (unit, number), answers in sorted(found.items(), key=lambda one: (places[one[0][0]], one[0][1])):
        texts = {name: words(answers.get(key)) or None for key, name in parts.items()}
        yield {"interview": names[unit], "unit": unit, "number": number, **texts}, answers


def _process(
    unit: str, rounds: list[Unit], told: Mapping[Cell, Answer], wait: int, today: dt.date
) -> dict[str, Any]:
    held = {
        one.id: day
        for one in rounds
        if (day := day_typed(told.get((one.id, keys.TALK_ON)))) is None or day <= today
    }
    applied = day_typed(told.get((unit, keys.APPLIED_ON)))
    alone = ended(unit, told, _due(None if held else applied, wait))
    stages = [words(told.get((one, keys.STAGE))) for one in held]
    reached = {
        "send": (unit, keys.APPLIED_ON) in told or bool(alone.days),
        "call": "call" in stages or keys.CAME_YES in alone.days,
        "talk": any(stage != "call" for stage in stages),
        "offer": (unit, keys.OFFERED_ON) in told or "offer" in stages,
    }
    furthest = [step for step in STEPS if reached[step]]
    ends = {one: ended(one, told, _due(day, wait)) for one, day in held.items()}
    outcome, day = _outcome(alone, ends, held, today)
    if (unit, keys.OFFERED_ON) in told and outcome != "withdrew":
        outcome, day = "yes", day_typed(told[unit, keys.OFFERED_ON])
    advice = told.get((unit, keys.ADVICE))
    return {
        "unit": unit,
        "employer": words(told.get((unit, "employer"))) or None,
        "job": words(told.get((unit, "title"))) or None,
        "applied": applied,
        "offered": day_typed(told.get((unit, keys.OFFERED_ON))),
        "found": words(told.get((unit, keys.FOUND_HOW))) or None,
        "advice": list(advice.value) if advice is not None and advice.state == "value" else [],
        "interviews": len(held),
        "furthest": furthest[-1] if furthest else None,
        "outcome": outcome,
        "came": day,
    }


def _due(day: dt.date | None, wait: int) -> dt.date | None:
    return None if day is None else day + dt.timedelta(days=wait)


def _outcome(
    alone: Ended, ends: Mapping[str, Ended], held: Mapping[str, dt.date | None], today: dt.date
) -> tuple[str, dt.date | None]:
    """Return how a process stands: by what was said of it as a whole, else by its last interview.

    A yes to an application or to an interview is the next round, so the process itself goes on.
    """
    outcome, day = alone.state(today)
    if held and outcome not in ("no", "withdrew"):
        last = max(held, key=lambda unit: held[unit] or dt.date.min)
        outcome, day = ends[last].state(today)
    return ("open", None) if outcome == "yes" else (outcome, day)


def _unique(row: Mapping[str, Any], taken: Iterable[str]) -> str:
    """Name a job that is off the list, unlike any that is on it."""
    name = ", ".join(part for part in (row["job"], row["employer"]) if part) or "A job off the list"
    used, unique, number = set(taken), name, 1
    while unique in used:
        number += 1
        unique = f"{name} ({number})"
    return unique
