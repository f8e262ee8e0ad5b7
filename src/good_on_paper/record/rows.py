"""Turn rows of the tables into units, sittings and answers; build the query parts that views share."""

from __future__ import annotations

import json
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.record.answers import Answer, Sitting, Unit
from good_on_paper.record.errors import RecordError
from good_on_paper.record.own_values import fault_of_value
from good_on_paper.record.sums import ANSWER_COLUMNS, sum_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_COLUMNS: Final = "given, unit, item, revision, state, value, memory, private, sitting, position"
_UNDOES: Final = (
    "iif(undoes IS NULL, NULL, (SELECT undone.seq FROM answer AS undone WHERE undone.id = answer.undoes))"
)
ANSWERS: Final = f"SELECT seq, {_COLUMNS}, {_UNDOES} FROM answer"  # noqa: S608 - fixed words only
_NEW: Final = f"""
SELECT
    1 + coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'answer'), 0) AS seq, ?13 AS id,
    {", ".join(f"?{number} AS {name}" for number, name in enumerate(_COLUMNS.split(", "), 1))},
    (SELECT id FROM answer WHERE seq = ?11) AS undoes,
    (SELECT origin FROM this_copy WHERE file = ?14) AS origin,
    (SELECT json_group_array(id) FROM (
        SELECT id FROM (SELECT id FROM answer WHERE unit = ?2 AND item = ?3 ORDER BY seq DESC LIMIT 1)
        UNION
        SELECT beside.id FROM beside CROSS JOIN answer ON answer.id = beside.id AND unit = ?2 AND item = ?3
    ) WHERE id NOT IN (SELECT id FROM withheld)) AS after,
    ?12 AS token
"""  # noqa: S608 - fixed words only
INSERT: Final = f"""
INSERT INTO answer ({ANSWER_COLUMNS}, sum)
SELECT {ANSWER_COLUMNS}, {sum_of(ANSWER_COLUMNS)} FROM ({_NEW})
"""  # noqa: S608 - fixed words only
"""Takes an answer's columns in order, ``undoes`` as a ``seq``, its token and id, and the file it goes into.
The sum is computed at once, as a row that waits for it would be written twice.

The answer comes after the last ones in its cell: one, or several after a merge; but not after one whose
content this copy does not have, since the person did not see it here. Without its unit, its sitting or the
origin of this copy the tables refuse it."""
SETTLED: Final = """
DELETE FROM beside WHERE EXISTS (SELECT 1 FROM answer WHERE id = beside.id AND unit = ? AND item = ?)
"""
"""After a new answer, its cell has only one last answer."""
_LISTED: Final = "SELECT DISTINCT value AS id FROM json_each(?)"
UNITS: Final = "SELECT id, kind, parent, created, rowid FROM unit"
OF_KIND: Final = """
WHERE kind != 'person' AND iif(?1 IS NULL, kind != 'note', kind = ?1) AND parent IS ifnull(?2, parent)
"""
"""Keeps the units of one kind inside one unit; all except notes if the kind is NULL."""
_NO_NOTES: Final = "unit NOT IN (SELECT id FROM unit WHERE kind = 'note')"
NOT_IN: Final = "sitting NOT IN (SELECT id FROM sitting WHERE name IS ?)"
"""Leaves out the answers of sittings with one name; none if the name is NULL."""
NEWEST_BESIDES: Final = """
SELECT seq FROM answer WHERE item NOT IN (SELECT value FROM json_each(?)) AND seq <= ?
ORDER BY seq DESC LIMIT 1
"""
"""The newest answer to any item but these, among the first so many answers."""
NEWEST_ABOUT: Final = """
SELECT seq FROM answer
WHERE (SELECT kind FROM unit WHERE id = answer.unit) = ?
    OR (unit, item) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))
ORDER BY seq DESC LIMIT 1
"""
"""The newest answer about units of a kind, or in one of these cells."""
END: Final = 2**63 - 1
"""Larger than the number of any answer."""
_IN_SITTINGS: Final = "sitting IN (SELECT id FROM sitting WHERE name IS ?2)"
WHOLE: Final = f"""
{ANSWERS} WHERE seq IN (SELECT max(seq) FROM answer GROUP BY unit, item) AND state != 'cleared'
"""  # noqa: S608 - fixed words only
"""The newest answer of every cell, notes included."""
BEGINNING: Final = f"""
{ANSWERS} WHERE seq IN (
    SELECT max(seq) FROM answer WHERE seq <= ?1 AND NOT {_IN_SITTINGS} GROUP BY unit, item
) AND state != 'cleared'
"""  # noqa: S608 - fixed words only
"""The same of the first so many answers, without those from sittings of that name."""
SINCE: Final = f"{ANSWERS} WHERE seq > ? ORDER BY seq"
"""Every answer after the first so many, the oldest first."""
SUMS: Final = "SELECT coalesce(max(seq), 0), count(sum), sum(seq), sum(sum) FROM answer WHERE seq <= ?"
"""The newest of the first so many answers, and sums over these that are others once one is changed."""
TOUCHED: Final = f"""
SELECT unit FROM answer WHERE seq > ?1 UNION SELECT unit FROM answer WHERE {_IN_SITTINGS}
"""  # noqa: S608 - fixed words only
"""The units with an answer after the first so many, or with one from sittings of that name."""
BELOW: Final = f"""
{ANSWERS} WHERE seq IN (
    SELECT max(seq) FROM answer
    WHERE seq <= ?1 AND NOT {_IN_SITTINGS} AND (unit, item) IN (
        SELECT unit, item FROM answer WHERE seq > ?1
        UNION SELECT unit, item FROM answer WHERE {_IN_SITTINGS}
    )
    GROUP BY unit, item
) AND state != 'cleared'
"""  # noqa: S608 - fixed words only
"""For each cell with such an answer, the newest answer that is not one."""


def stamp(moment: datetime) -> str:
    """Return a moment in UTC as text of fixed width, so that text order is time order."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


_PLAIN: Final[dict[str | None, object]] = {
    None: None,
    "true": True,
    "false": False,
    **{str(number): number for number in range(101)},
}
"""The values of nearly all answers: a rating, a share, a yes. Looking up is ten times as fast as parsing."""
_TOLD: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> str:
    """Return this moment as `stamp` does, or the moment set by `told_at`."""
    return stamp(_TOLD.get() or datetime.now(UTC))


def clock() -> datetime:
    """Return the moment that an answer given now would have."""
    return _moment(now())


@contextmanager
def told_at(moment: datetime) -> Iterator[None]:
    """Write answers as if at another moment; only for invented careers."""
    before = _TOLD.set(moment)
    try:
        yield
    finally:
        _TOLD.reset(before)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def answer(row: tuple[Any, ...]) -> Answer:
    """Return one answer from its columns in the order of `ANSWERS`."""
    seq, given, unit, item, revision, state, value, memory, private, sitting, position, undoes = row
    decoded = _PLAIN[value] if value in _PLAIN else json.loads(value)
    return Answer(
        seq,
        _moment(given),
        unit,
        item,
        revision,
        state,
        decoded,
        memory,
        bool(private),
        sitting,
        position,
        undoes,
    )


def unit(row: tuple[Any, ...], placed: Mapping[tuple[str, str], Answer]) -> Unit:
    """Return one unit from its columns in the order of `UNITS`; its ``order`` answer or age is its place."""
    key, kind, parent, created, age = row
    order = placed.get((key, "order"))
    place_given = None if order is None or fault_of_value("order", order.value) else order.value
    place = float(age if place_given is None else place_given)
    return Unit(key, kind, parent, _moment(created), place)


def sitting(row: tuple[Any, ...]) -> Sitting:
    """Return one sitting from its columns."""
    key, name, seed, started = row
    return Sitting(key, name, seed, _moment(started))


def up_to(as_of: datetime | int | None) -> tuple[str, tuple[object, ...]]:
    """Return the condition that keeps answers up to a moment, or the first so many answers.

    Raises
    ------
    RecordError
        If `as_of` is a moment without a time zone.
    """
    if as_of is None:
        return "true", ()
    if not isinstance(as_of, datetime):
        return "seq <= ?", (as_of,)
    if as_of.tzinfo is None:
        raise RecordError(f"as_of {as_of} has no time zone. Expected one, such as datetime(..., tzinfo=UTC).")
    return "given <= ?", (stamp(as_of),)


def every(
    items: Collection[str] | None, units: Collection[str] | None, as_of: datetime | int | None
) -> tuple[str, tuple[object, ...]]:
    """Return the condition that keeps every answer to these items about these units; see `Views.answers`.

    Raises
    ------
    RecordError
        If `as_of` is a moment without a time zone.
    """
    kept, values = up_to(as_of)
    if units is not None:
        kept, values = f"{kept} AND unit IN ({_LISTED})", (*values, _as_json(units))
    elif items is not None:  # the index begins with the unit
        kept = f"{kept} AND unit IN (SELECT id FROM unit WHERE kind != 'note')"  # noqa: S608 - fixed words
    else:
        kept = f"{kept} AND {_NO_NOTES}"
    if items is not None:
        kept, values = f"{kept} AND item IN ({_LISTED})", (*values, _as_json(items))
    return kept, values


def newest(
    items: Collection[str] | None,
    units: Collection[str] | None,
    as_of: datetime | int | None,
    unseen: str | None,
) -> tuple[str, tuple[object, ...]]:
    """Return the query for the newest answer of each cell of these items and units; see `Views.current`.

    If the items are known, the index leads to each cell, however often it was answered again. Otherwise we go
    through all answers of the units.

    Raises
    ------
    RecordError
        If `as_of` is a moment without a time zone.
    """
    kept, values = up_to(as_of)
    if unseen is not None:
        kept, values = f"{kept} AND {NOT_IN}", (*values, unseen)
    if items is None:
        of_units = _NO_NOTES if units is None else f"unit IN ({_LISTED})"
        query = f"SELECT max(seq) FROM answer WHERE {kept} AND {of_units} GROUP BY unit, item"  # noqa: S608
        return query, values if units is None else (*values, _as_json(units))
    cell = f"unit = each_unit.id AND item = each_item.id AND {kept} ORDER BY seq DESC LIMIT 1"
    each_unit = "SELECT id FROM unit WHERE kind != 'note'" if units is None else _LISTED
    query = f"""
    SELECT (SELECT seq FROM answer WHERE {cell})
    FROM ({each_unit}) AS each_unit, ({_LISTED}) AS each_item
    """  # noqa: S608 - fixed words only
    return query, (*values, *(() if units is None else (_as_json(units),)), _as_json(items))


def _as_json(keys: Collection[str]) -> str:
    return json.dumps(list(keys))
