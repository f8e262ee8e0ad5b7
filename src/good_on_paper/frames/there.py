"""What the person said of each circumstance at the jobs they are considering: a row per job and line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.schema import OF_THERE, THERE
from good_on_paper.frames.targets import KNOWS, day_of
from good_on_paper.frames.told_there import told_there

if TYPE_CHECKING:
    from collections.abc import Collection

    from good_on_paper.catalogue import Item
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.frames.told_there import ToldThere
    from good_on_paper.record import Answer, Unit

LEVELS: Final = (keys.THERE_LEVEL, keys.THERE_UP_TO)
"""How much of it there is, on the scale of the line; with both, a range."""
TOLD: Final = (keys.KNOWN_WHAT, keys.KNOWN_FROM, keys.KNOWN_ON)
PROMISED: Final = (keys.PROMISED_THERE, keys.PROMISED_FROM, keys.PROMISED_ON)
WRITTEN: Final = (keys.WRITTEN_THERE, keys.WRITTEN_IN, keys.WRITTEN_ON)
SAID_OF: Final = (keys.KNOWS, *LEVELS, *TOLD, *PROMISED, *WRITTEN)
"""What can be said of a line at a target; the record adds the line: ``there_level:pace``."""


def there(snapshot: Snapshot, targets: Collection[Unit | str] | None = None) -> pd.DataFrame:
    """Return a row per job that the person considers and circumstance with an answer.

    Parameters
    ----------
    snapshot
        What the person had said by a moment, and what can be asked.
    targets
        Which jobs; every one on the list when left out.

    Returns
    -------
    pandas.DataFrame
        Columns: ``unit`` (the job's id); ``line``; ``knows``: "know", "guess", "unknown" or "";
        ``low`` and ``high``: how much of it there is, on the line's own scale: equal where the person gave
        one number, apart for a range, NA where they gave none or said that they do not know; ``said``,
        ``who`` and ``on``: what they know, from whom, since when; ``promised``, ``promised_by``,
        ``promise_day``;
        ``written``, ``where`` (the ad, a contract), ``written_day``; ``private``: whether the line, or one of
        these answers, is. A level that was given under an older meaning of its line does not count. What an
        interview told enough about is known, with what they said there, who was met and when.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> found = there(gop.sample())
    >>> told = found[found["who"] == "someone on the team"]
    >>> told[["line", "low", "high", "knows"]].head(1).to_numpy().tolist()
    [['manager_backing', 5.0, 5.0, 'know']]
    >>> low = found.pivot(index="unit", columns="line", values="low")  # and high: as `patterns.offers` takes
    """
    lines = {item.key: item for item in snapshot.catalogue.items("circumstance", hidden=True)}
    units = snapshot.units("target") if targets is None else targets
    wanted = [unit if isinstance(unit, str) else unit.id for unit in units]
    items = [f"{kind}:{line}" for line in lines for kind in SAID_OF]
    given: dict[tuple[str, str], dict[str, Answer]] = {}
    for (unit, item), answer in snapshot.current(items=items, units=wanted).items() if wanted else ():
        kind, _, line = item.partition(":")
        if answer.state == "value" and (kind not in LEVELS or answer.revision == lines[line].revision):
            given.setdefault((unit, line), {})[kind] = answer
    heard = {(unit, line): one for unit in wanted for line, one in told_there(snapshot, unit).items()}
    for cell in heard:
        given.setdefault(cell, {})
    places = {key: place for place, key in enumerate((*wanted, *lines))}
    order = sorted(given, key=lambda cell: (places[cell[0]], places[cell[1]]))
    rows = [_row(unit, lines[line], given[unit, line], heard.get((unit, line))) for unit, line in order]
    return THERE.validate(pd.DataFrame(rows, columns=list(OF_THERE)).astype(OF_THERE))


def _row(unit: str, line: Item, said: dict[str, Answer], heard: ToldThere | None) -> list[Any]:
    def text(kind: str) -> str:
        return str(said[kind].value).strip() if kind in said else ""

    def day(kind: str) -> pd.Timestamp | None:
        found = day_of(said[kind].value) if kind in said else None
        return None if found is None else pd.Timestamp(found)

    knows = text(keys.KNOWS)
    if heard is not None and knows != KNOWS[0]:  # a level from before was a guess, and is one no longer
        knows = KNOWS[0]
        said = {kind: one for kind, one in said.items() if kind not in LEVELS or one.seq > heard.seq}
    low, high = (None, None) if knows == KNOWS[2] else _ends(said, line)
    cells: list[Any] = [unit, line.key, knows, low, high]
    for what, who, when in (TOLD, PROMISED, WRITTEN):
        cells += [text(what), text(who), day(when)]
    if heard is not None and not text(keys.KNOWN_WHAT):
        cells[5:8] = [heard.said, text(keys.KNOWN_FROM) or heard.who, pd.Timestamp(heard.on)]
    private = any(answer.private for answer in said.values()) or (heard is not None and heard.private)
    return [*cells, line.private or private]


def _ends(said: dict[str, Answer], line: Item) -> tuple[float | None, float | None]:
    """Return both ends of what there is; an "up to" alone begins where the scale does."""
    level, up_to = (float(said[kind].value) if kind in said else None for kind in LEVELS)
    if level is None:
        return (None, None) if up_to is None else (float(line.scale.min), up_to)
    ends = (level, level if up_to is None else up_to)
    return min(ends), max(ends)
