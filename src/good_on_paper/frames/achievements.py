"""What the person did, and how they went about it: a row per achievement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import role_names, words
from good_on_paper.frames.schema import ACHIEVEMENTS, OF_ACHIEVEMENTS
from good_on_paper.frames.stories import by_unit, names_of_parents, spoken_of
from good_on_paper.language import DateError, PartialDate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer
    from good_on_paper.record.answers import Cell

HOW: Final = {
    "map_first": "I map it before I move",
    "start_ugly": "I start ugly and fix it",
    "go_quiet": "I go quiet and go deep",
    "say_it_aloud": "I say it aloud until it is clear",
    "gather_people": "I gather the right people",
    "ask_the_user": "I ask the one who will use it",
    "build_a_rule": "I turn it into a system",
    "race_the_clock": "I use the deadline",
    "mend_things": "I mend what others dropped",
    "teach_it": "I learn it by teaching it",
    "push_back": "I push back until the request is right",
    "stay_longer": "I outlast it",
}
"""Twelve ways of going about it, in words."""
_TEXTS: Final = {
    "what": keys.ACHIEVED,
    "told": keys.DONE_HOW_TOLD,
    "conditions": keys.DONE_CONDITIONS,
    "seen_by": keys.DONE_SEEN_BY,
    "stayed": keys.DONE_STAYED,
}


def present(line: str) -> str:
    """Return the item that says there was a lot of a circumstance at the time: ``"done_present:pace"``."""
    return f"{keys.DONE_PRESENT}:{line}"


def achievements(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per achievement, in the person's order, without jobs in which something hurt.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Index "achievement": unique names. Columns: ``unit``; ``parent``, the id of its job or episode;
        ``role`` and ``role_unit``: the job; ``about``: the job or the episode; ``what``, ``told`` (how, in a
        sentence), ``conditions``, ``seen_by``, ``stayed``: texts, "" where nothing was said; ``how``: a list
        of keys of `HOW`; ``own``: a list of own ways; ``present``: a list of the circumstances there was a
        lot of; ``year``, NA if unknown; ``read``, ``may_show``: booleans.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> achievements(gop.sample()).loc["Achievement (The flood week)", "how"]
    ['gather_people', 'stay_longer']
    """
    units = spoken_of(snapshot, "achievement")
    names = role_names(snapshot, kind="achievement") if units else {}
    about = names_of_parents(snapshot) if units else {}
    roles = role_names(snapshot) if units else {}
    of = {unit.id: unit.parent or "" for unit in snapshot.units("episode")} if units else {}
    told = by_unit(snapshot.current(units=units))
    dated = snapshot.current(items=("started", "ended"), units=[*of, *roles])
    rows = []
    for unit in units:
        parent = unit.parent or ""
        role = of.get(parent, parent)
        place = {"unit": unit.id, "parent": parent, "role": roles.get(role, ""), "role_unit": role}
        mine = {item: one for item, one in told.get(unit.id, {}).items() if one.state == "value"}
        rows.append(place | {"about": about.get(parent, ""), "year": _year(parent, of, dated)} | _said(mine))
    index = pd.Index([names[unit.id] for unit in units], dtype="str", name="achievement")
    frame = pd.DataFrame(rows, columns=list(OF_ACHIEVEMENTS), index=index)
    return ACHIEVEMENTS.validate(frame.astype(OF_ACHIEVEMENTS))


def _said(mine: Mapping[str, Answer]) -> dict[str, Any]:
    how, own = (mine.get(key) for key in (keys.DONE_HOW, keys.DONE_HOW_OWN))
    lines = [item.partition(":")[2] for item in mine if item.startswith(present(""))]
    return {
        **{name: words(mine.get(key)) for name, key in _TEXTS.items()},
        "how": [way for way in HOW if how is not None and way in how.value],
        "own": list(own.value) if own is not None else [],
        "present": [line for line in lines if mine[present(line)].value == "yes"],
        "read": words(mine.get(keys.DONE_READ)) == "read",
        keys.MAY_SHOW: words(mine.get(keys.MAY_SHOW)) == "yes",
    }


def _year(parent: str, of: Mapping[str, str], dated: Mapping[Cell, Answer]) -> int | None:
    """Return the year of an episode, else the one in the middle of the job."""
    if year := _of_date(dated.get((parent, "started"))):
        ended = _of_date(dated.get((parent, "ended"))) if parent not in of else None
        return year if ended is None else (year + ended) // 2
    return _year(of[parent], {}, dated) if parent in of else None


def _of_date(answer: Answer | None) -> int | None:
    try:
        return PartialDate.of(words(answer)).year
    except (DateError, ValueError):
        return None
