"""When it got dull in each role: the answers, in weeks, and the words for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper import frames
from good_on_paper.catalogue import Scale, keys
from good_on_paper.frames.schema import BOREDOM, MEANS
from good_on_paper.frames.standing import standing
from good_on_paper.language import Duration, DurationError
from good_on_paper.language.partial_date import ABOUT, UNSURE, only_a_year

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

SET_IN: Final = keys.SET_IN_AFTER
FIRST_DAY: Final = "first_day"
NOT_YET: Final = ("not_before_i_left", "still_not")
"""Answers in place of a length; neither means never."""
INSTEAD: Final = {
    "first_day": "from the first day",
    "not_before_i_left": "not before it ended",
    "still_not": "still not",
}
CAUSES: Final = {
    "too_little": "too little to do",
    "too_much": "too much to take in",
    "no_point": "no point",
}
RENEWED: Final = {
    "new_task": "a new task",
    "new_people": "new people",
    "more_say": "more say",
    "time_off": "time off",
    "nothing": "nothing did",
}
HELPED: Final = {"helped": "helped", "did_not": "did not"}
ENDED: Final = {"left": "I left", "ran_out": "it came to an end", "let_go": "they ended it"}
MUCH: Final = Scale()
"""The scale of how much a means helped: from a little to a lot."""
DEPTHS: Final = (keys.DULL_WORST, keys.DULL_ORDINARY, keys.DULL_END)
AMOUNTS: Final = (keys.DULL_DAYS, keys.DULL_SHARE, keys.DULL_RESTLESS)
"""How many days of a dull job, how much of a day, and whether flat (1) or restless (7)."""
SPELL: Final = keys.DULL_SPELL
_DAYS: Final = 7
_SLACK: Final = {4: 365.2425, 7: 365.2425 / 12}  # days that 2014 and 2014-03 leave open
_TEXT: Final = ("unit", "said", "ended")


def helped_much(means: str) -> str:
    """Return the item that says how much a means helped in a role, 1 to 7."""
    return f"helped:{means}"


def boredom(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per role with when it got dull, how far, why, and what woke it up again.

    Quiet roles are left out.

    Parameters
    ----------
    snapshot
        What the person had said by a moment, and what can be asked.

    Returns
    -------
    pandas.DataFrame
        Index "role": unique names in the person's order. Columns: ``unit`` (its id); ``lasted``, weeks by its
        dates; ``rough``, whether one of them is only a year or in doubt; ``current``; ``said``: "after",
        "first_day", "not_yet", or "" without an answer that we understand; ``weeks`` until it set in (0: from
        the first day), or that the role lasted without it;
        ``set_in``, whether it did: what `good_on_paper.patterns.time_to_boredom` takes; ``dull_worst``,
        ``dull_ordinary``, ``dull_end``, 1 to 7; ``because`` and ``renewed``, tuples of keys; ``ended``: a key
        of `ENDED`, or "" without an answer or if the role goes on; `AMOUNTS`, 1 to 7; ``dull_spell``, the
        minutes that one dull spell lasted.
    """
    roles = frames.roles(snapshot)
    roles = roles[~roles["unit"].isin(list(frames.quiet_roles(snapshot)))]
    asked = {item.key: item for item in snapshot.catalogue.items("boredom", hidden=True)}
    latest = standing(snapshot, asked, roles["unit"])
    rows = [_row(facts, latest) for facts in roles.to_dict("records")]
    columns = [
        "unit",
        "lasted",
        "rough",
        "current",
        "said",
        "weeks",
        "set_in",
        *DEPTHS,
        "because",
        "renewed",
        "ended",
    ]
    columns += [*AMOUNTS, SPELL]
    frame = pd.DataFrame(rows, columns=columns, index=roles.index)
    numbers = dict.fromkeys(("lasted", "weeks", *DEPTHS, *AMOUNTS, SPELL), "Float64")
    kinds = dict.fromkeys(_TEXT, "str") | {"rough": "bool", "current": "bool", "set_in": "boolean"}
    return BOREDOM.validate(frame.astype({**kinds, **numbers, "because": "object", "renewed": "object"}))


def means(snapshot: Snapshot, jobs: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each means tried in a role: whether it helped, and how dull it was there.

    Parameters
    ----------
    snapshot
        As for `boredom`.
    jobs
        The frame that `boredom` returns.

    Returns
    -------
    pandas.DataFrame
        Columns: ``role`` (its name), ``unit``, ``means`` (the key), ``helped``, ``much`` (1 to 7, how much;
        NA if it did not help, or without an answer), ``dull_worst`` (NA without an answer).
    """
    depth = jobs.reset_index()[["role", "unit", keys.DULL_WORST]]
    items = {item.key: item for item in snapshot.catalogue.items("means")}
    asked = {**items, **{helped_much(key): item for key, item in items.items()}}
    latest = standing(snapshot, asked, depth["unit"])
    rows = [
        (unit, key, latest[unit, key] == "helped", _much(latest.get((unit, helped_much(key)))))
        for unit in depth["unit"]
        for key in items
        if latest.get((unit, key)) in tuple(HELPED)
    ]
    tried = pd.DataFrame(rows, columns=["unit", "means", "helped", "much"])
    tried = tried.astype({"unit": "str", "means": "str", "helped": "bool", "much": "Float64"})
    tried["much"] = tried["much"].where(tried["helped"])
    found = depth.merge(tried, on="unit")[["role", "unit", "means", "helped", "much", keys.DULL_WORST]]
    return MEANS.validate(found)


def lasted(facts: dict[Any, Any]) -> float | None:
    """Return how many weeks a role lasted, from a row of `good_on_paper.frames.roles`; None if unknown.

    We take the middle of a date that is only a year or a month.
    """
    start, end = facts["start"], facts["end"]
    if pd.isna(start) or pd.isna(end) or end <= start:
        return None
    most = (end - start).days
    open_ = _slack(facts["started"])
    open_ += 0.0 if facts["current"] else _slack(facts["ended"])
    days = most - open_ / 2
    return float((days if days > 0 else most / 2) / _DAYS)


def _slack(date: str) -> float:
    """Return how many days a date leaves open, whether or not it is in doubt ("2014~")."""
    return _SLACK.get(len(date.rstrip("~?%")), 0.0)


def _rough(date: str) -> bool:
    """Return whether a date is only a year, or in doubt."""
    return only_a_year(date) or date.endswith((*ABOUT, *UNSURE))


def most_weeks(snapshot: Snapshot, unit: str) -> float:
    """Return the most weeks that a role can have lasted by its dates; infinite if a date is missing."""
    days = frames.most_days(snapshot, unit)
    return float("inf") if days is None else days / _DAYS


def length_of(value: object) -> Duration | None:
    """Return the length of time that a record holds; None for text that we could not read."""
    try:
        return Duration.of(str(value))
    except DurationError:
        return None


def _row(facts: dict[Any, Any], latest: dict[tuple[str, str], Any]) -> dict[str, object]:
    unit = facts["unit"]
    long, value = lasted(facts), latest.get((unit, SET_IN))
    said, weeks, set_in = "", None, None
    if value == FIRST_DAY:
        said, weeks, set_in = "first_day", 0.0, True
    elif value in NOT_YET:
        said, weeks, set_in = "not_yet", long, False
    elif value is not None and (length := length_of(value)) is not None:
        said, weeks, set_in = "after", length.weeks, True
    return {
        "unit": unit,
        "lasted": long,
        "rough": any(
            _rough(str(text)) for text in (facts["started"], "" if facts["current"] else facts["ended"])
        ),
        "current": facts["current"],
        "said": said,
        "weeks": weeks,
        "set_in": set_in,
        **{key: latest.get((unit, key)) for key in (*DEPTHS, *AMOUNTS)},
        SPELL: _minutes(latest.get((unit, SPELL))),
        "because": _keys(latest.get((unit, keys.DULL_BECAUSE)), CAUSES),
        "renewed": _keys(latest.get((unit, keys.RENEWED_BY)), RENEWED),
        "ended": "" if facts["current"] else next(iter(_keys(latest.get((unit, keys.ENDED_HOW)), ENDED)), ""),
    }


def _keys(value: object, known: dict[str, str]) -> tuple[str, ...]:
    held = value if isinstance(value, list) else [value]
    return tuple(key for key in known if key in held)


def _minutes(value: object) -> float | None:
    length = None if value is None else length_of(value)
    return None if length is None else length.minutes


def _much(value: object) -> object:
    return value if value in MUCH else None
