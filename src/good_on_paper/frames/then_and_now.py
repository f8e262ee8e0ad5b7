"""What they said at one moment, and what at a later one: a row per cell with an answer at both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.bearing import BEARS
from good_on_paper.frames.names import role_names
from good_on_paper.frames.quiet import quiet_roles
from good_on_paper.frames.schema import OF_THEN_AND_NOW, THEN_AND_NOW
from good_on_paper.frames.stories import WORDS
from good_on_paper.frames.take_home import OWN, SAYS, WORRY, YEARS, label_of
from good_on_paper.language.counts import number

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer
    from good_on_paper.record.answers import Cell

LIKE, WENT, DULL = "like", "went", "dull"
MEANING, LIVE, HOME, CALLED = "meaning", "live", "home", "called"
"""The parts: what jobs were like, how they looked and went, when they got dull; what success and going wrong
mean; what they can live with, want to take home, and are called."""
PARTS: Final = (LIKE, WENT, DULL, MEANING, LIVE, HOME, CALLED)
_OF_ROLES: Final = {
    "circumstance": LIKE,
    **dict.fromkeys(("paper", "outcome", "success", "unsuccess"), WENT),
    **dict.fromkeys(("boredom", "means"), DULL),
    "worry": LIVE,
}
_OF_PERSON: Final = dict.fromkeys(("success", "unsuccess", "definition"), MEANING)
_BEARS: Final = "bears"
_CALLED: Final = (keys.WORD_MINE, keys.WORD_WANTED)


def then_and_now(then: Snapshot, now: Snapshot) -> pd.DataFrame:
    """Return what was said at both moments, part by part, without what hurt.

    Parameters
    ----------
    then, now
        The same record at two moments.

    Returns
    -------
    pandas.DataFrame
        A row per cell that had an answer at both: ``part`` (see `PARTS`), ``unit``, ``name`` (of the job,
        empty for the person), ``item``, ``label``, ``then`` and ``now`` in words, ``moved`` (by how much, of
        two numbers), ``same``, ``private``. What is said of jobs to come and of interviews is not in it.

    Examples
    --------
    >>> import datetime as dt
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> hundred_days_ago = dt.datetime.now(dt.UTC) - dt.timedelta(days=100)
    >>> found = then_and_now(me.as_of(hundred_days_ago), me)
    >>> moved = found[(found["part"] == "meaning") & ~found["same"]]
    >>> moved[["label", "then", "now"]].iloc[0].tolist()
    ['Money', '4', '1']
    """
    catalogue, names = now.catalogue, role_names(now)
    quiet = quiet_roles(now)
    kinds = {role: "role" for role in names if role not in quiet} | {now.unit.id: "person"}
    kinds |= {unit.id: "story" for unit in now.units("story") if unit.parent not in quiet}
    before, after = (one.counted(units=list(kinds)) for one in (then, now))
    called = _called(now, [unit for unit, kind in kinds.items() if kind == "story"])
    rows = []
    for cell in before.keys() & after.keys():
        one, other = before[cell], after[cell]
        place = _place(cell, kinds[cell[0]], catalogue, called)
        if place is None or one.state != "value" or other.state != "value" or one.revision != other.revision:
            continue
        part, label = place
        rows.append(
            {
                "part": part,
                "unit": cell[0],
                "name": names.get(cell[0], ""),
                "item": cell[1],
                "label": label,
                "then": said(one),
                "now": said(other),
                "moved": _moved(one, other),
                "same": one.value == other.value,
                "private": one.private or other.private,
            }
        )
    frame = pd.DataFrame(rows, columns=list(OF_THEN_AND_NOW)).astype(OF_THEN_AND_NOW)
    frame["part"] = pd.Categorical(frame["part"], PARTS, ordered=True)
    frame = frame.sort_values(["part", "unit", "item"]).astype({"part": "str"}).reset_index(drop=True)
    return THEN_AND_NOW.validate(frame)


def said(answer: Answer) -> str:
    """Return an answer as a person reads it."""
    value: Any = answer.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    key = answer.item.partition(":")[0]
    words = SAYS if key == keys.TAKE_SAYS else BEARS if key == _BEARS else {}
    return words.get(str(value), str(value))


def _moved(one: Answer, other: Answer) -> float | None:
    was, is_ = one.value, other.value
    if any(isinstance(value, bool) or not isinstance(value, int | float) for value in (was, is_)):
        return None
    return float(is_ - was)


def _place(cell: Cell, kind: str, catalogue: Catalogue, called: set[str]) -> tuple[str, str] | None:
    """Return the part that a cell belongs to, and its name there; None for all other cells."""
    unit, key = cell
    first, _, about = key.partition(":")
    if kind == "person" and first == keys.TAKE_SAYS and not about.startswith(OWN):
        return HOME, _thing(about, catalogue)
    if kind == "person" and first == _BEARS and about in catalogue:
        return LIVE, catalogue.item(about).worded().label
    if key not in catalogue:
        return None
    item = catalogue.item(key).worded()
    if kind == "role" and item.group in _OF_ROLES:
        return _OF_ROLES[item.group], item.label
    if kind == "person" and (key in YEARS or item.group in _OF_PERSON):
        return (HOME if key in YEARS else MEANING), item.label
    return (CALLED, item.label) if unit in called and key in _CALLED else None


def _thing(thing: str, catalogue: Catalogue) -> str:
    if thing.startswith(WORRY):
        key = thing.removeprefix(WORRY)
        return catalogue.item(key).worded().label if key in catalogue else key
    return label_of(thing, catalogue) if thing.partition(":")[0] in catalogue else thing


def _called(now: Snapshot, stories: list[str]) -> set[str]:
    """Return the stories that hold words for the person."""
    told = now.current(items=(keys.STORY_KIND,), units=stories)
    return {unit for (unit, _), answer in told.items() if answer.value == WORDS}
