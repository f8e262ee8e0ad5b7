"""What the person wrote for themselves: a row per prompt that has an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.interviews import day_typed
from good_on_paper.frames.names import role_names, words
from good_on_paper.frames.quiet import quiet_roles
from good_on_paper.frames.schema import OF_STORIES, STORIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer, Unit
    from good_on_paper.record.answers import Cell

AFTER_JOB, AFTER_INTERVIEW, SEAT, WRITING, STAYS, ABOUT, WORDS, YARDSTICK, SKILL = (
    *("after_job", "after_interview", "seat_before", "writing"),
    *("stays", "about", "words", "yardstick", "skill"),
)
"""What a story is: a look back on a job or an interview; the one who had the seat before; a text to a prompt;
what stays of a job; lines about oneself for others; words for oneself; how efficient one was;
skills."""
HAPPENED: Final = ("pm_happened", "pm_again")
"""What is asked openly after a job or an interview."""
FOLDED: Final = (
    *("pm_still_there", "pm_carried_on", "pm_known_as"),
    *("pm_just_left", "pm_meant", "pm_not_again"),
)
"""What is asked only when it is opened: what one may be proud of first, what one would change last."""
PARTS: Final = ("part_theirs", "part_nobodys", "part_mine")
"""What they decided, what nobody chose, what I could change: in this order, words first."""
POINTS: Final = ("points_theirs", "points_nobodys", "points_mine")


def stories(snapshot: Snapshot) -> pd.DataFrame:
    """Return a row per prompt that the person answered in a story, in order, without what hurt.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Columns: ``story`` (its name), ``unit`` (its id), ``kind`` (such as "after_job"), ``about`` (the job
        or interview, "" for the person), ``parent`` (its id), ``on`` (the day it was begun), ``prompt`` (the
        key), ``label``, ``text``, ``number`` (points, NA for a text), ``private``.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> told = stories(gop.sample())
    >>> told.loc[told["kind"] == "after_job", "prompt"].tolist()[:2]
    ['pm_happened', 'pm_again']
    """
    units = spoken_of(snapshot)
    names = role_names(snapshot, kind="story") if units else {}
    about = names_of_parents(snapshot) if units else {}
    asked = {item.key: item for item in snapshot.catalogue.items("story", hidden=True)}
    given = by_unit(snapshot.current(units=units))
    order = {key: place for place, key in enumerate(asked)}
    rows = []
    for unit in units:
        mine = given.get(unit.id, {})
        told = [
            (item, answer)
            for item, answer in mine.items()
            if answer.state == "value" and item.partition(":")[0] in asked and item not in _FACTS
        ]
        on = day_typed(mine.get(keys.STORY_ON)) or unit.created.astimezone().date()
        for item, answer in sorted(told, key=lambda one: (order[one[0].partition(":")[0]], one[0])):
            number = answer.value if isinstance(answer.value, int) else None
            rows.append(
                {
                    "story": names[unit.id],
                    "unit": unit.id,
                    "kind": words(mine.get(keys.STORY_KIND)),
                    "about": about.get(unit.parent or "", ""),
                    "parent": unit.parent or "",
                    "on": on,
                    "prompt": item,
                    "label": asked[item.partition(":")[0]].label,
                    "text": _text(answer.value) if number is None else "",
                    "number": number,
                    "private": answer.private,
                }
            )
    return STORIES.validate(pd.DataFrame(rows, columns=list(OF_STORIES)).astype(OF_STORIES))


_FACTS: Final = (keys.STORY_KIND, keys.STORY_ON)


def spoken_of(snapshot: Snapshot, kind: str = "story") -> list[Unit]:
    """Return the stories, or the achievements, without those of a job or an interview that hurt."""
    quiet = quiet_roles(snapshot)
    quiet |= {unit.id for unit in snapshot.units("episode") if unit.parent in quiet}
    quiet |= {unit.id for unit in snapshot.units("interview") if unit.parent in quiet}
    return [unit for unit in snapshot.units(kind) if not {unit.id, unit.parent} & quiet]


def by_unit(given: Mapping[Cell, Answer]) -> dict[str, dict[str, Answer]]:
    """Return answers by their unit, then by their item, in one walk however many units there are."""
    found: dict[str, dict[str, Answer]] = {}
    for (unit, item), answer in given.items():
        found.setdefault(unit, {})[item] = answer
    return found


def names_of_parents(snapshot: Snapshot) -> dict[str, str]:
    """Return the name of all that a story can be about, except the person, by its id."""
    kinds = ("role", "episode", "interview", "target")
    return {unit: name for kind in kinds for unit, name in role_names(snapshot, kind=kind).items()}


def _text(value: object) -> str:
    parts = value if isinstance(value, list) else [value]
    return ", ".join(str(part).strip() for part in parts)
