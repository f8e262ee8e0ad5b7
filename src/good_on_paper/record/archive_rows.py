"""The rows of an archive: check all before writing any, and update older ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from good_on_paper.record.errors import RecordError
from good_on_paper.record.ids import earlier_id, first_origin
from good_on_paper.record.journal import PERSON
from good_on_paper.record.validity import MOST, check_moment, check_name, encode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

VERSION: Final = 4
"""Versions 2 and 3 have fewer kinds of unit, and no withheld answers."""


def _checked_by(check: Callable[[str, str], None], what: str) -> AfterValidator:
    def checked(text: str) -> str:
        try:
            check(what, text)
        except RecordError as error:
            raise ValueError(str(error)) from error
        return text

    return AfterValidator(checked)


Number = Annotated[int, Field(ge=1, le=MOST)]
Id = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Moment = Annotated[
    str,
    Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$"),
    _checked_by(check_moment, "the text"),
]
Name = Annotated[str, _checked_by(check_name, "the text")]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class UnitRow(_Row):
    """A row of the table of units."""

    number: Number
    id: Id
    kind: Literal["person", "role", "episode", "interview", "target", "achievement", "event", "story", "note"]
    parent: Id | None
    created: Moment


class SittingRow(_Row):
    """A row of the table of sittings."""

    number: Number
    id: Id
    name: Name
    seed: Annotated[int, Field(ge=0, lt=2**63)]
    started: Moment


class EarlierAnswer(_Row):
    """An answer from before answers had ids: `undoes` is a ``seq``."""

    seq: Number
    given: Moment
    unit: Id
    item: Name
    revision: Number
    state: str
    value: Any
    memory: int | None
    private: bool
    sitting: Id
    position: Annotated[int, Field(ge=0, le=MOST)] | None
    undoes: Number | None
    token: Name | None


class AnswerRow(EarlierAnswer):
    """A row of the journal."""

    id: Id
    undoes: Id | None  # type: ignore[assignment]  # an id since version 2
    origin: Id
    after: list[Id]


class WithheldRow(_Row):
    """An answer whose content stays in another copy."""

    id: Id
    after: list[Id]


class MadeForRow(_Row):
    """The owner of the copy, and its recipient."""

    number: Literal[1]
    whose: str
    whom: str
    made: Moment


class _Archive(_Row):
    note: str = ""
    last_seq: Annotated[int, Field(ge=0, le=MOST)]
    catalogue: str | None
    units: list[UnitRow]
    sittings: list[SittingRow]


class _First(_Archive):
    good_on_paper_archive: Literal[1]
    answers: list[EarlierAnswer]


class Archive(_Archive):
    """Everything an archive holds."""

    good_on_paper_archive: Literal[2, 3, 4]
    answers: list[AnswerRow]
    forgotten: list[Id]
    withheld: list[WithheldRow] = []
    made_for: Annotated[list[MadeForRow], Field(max_length=1)] = []


def archive_of(content: object, path: Path) -> Archive:
    """Read an archive from what its JSON holds.

    Parameters
    ----------
    content : object
        The decoded JSON.
    path : Path
        The file, for the message.

    Raises
    ------
    RecordError
        If a row is not valid, or rows do not fit together; the message names table, row and column.
    """
    version = content.get("good_on_paper_archive") if isinstance(content, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise RecordError(
            f"{path}: made by a newer Good on Paper (version {version}). Update the kit to read it."
        )
    try:
        first = _First.model_validate(content) if version == 1 else None
        archive = _brought_up(first) if first else Archive.model_validate(content)
        _check_together(archive)
    except ValidationError as error:
        fault = error.errors(include_input=False, include_url=False)[0]
        place = ", ".join(f"row {part + 1}" if isinstance(part, int) else str(part) for part in fault["loc"])
        raise RecordError(
            f"{path}: {place}: {fault['msg'].removeprefix('Value error, ')}. Nothing was changed."
        ) from None
    except RecordError as error:
        raise RecordError(f"{path}: {error} Nothing was changed.") from error
    return archive


def stored(number: int, row: AnswerRow) -> dict[str, Any]:
    """Return an answer as the table stores it.

    Parameters
    ----------
    number : int
        Its position among the answers, from 1, for the message.
    row : AnswerRow

    Raises
    ------
    RecordError
        If its parts do not fit together, or its item cannot have this value.
    """
    try:
        text = encode(row.item, row.state, row.value, row.memory)
        _check_shipped(row)
    except RecordError as error:
        raise RecordError(f"answers, row {number}: {error}") from error
    return dict(row) | {"value": text, "private": int(row.private)}


def _check_shipped(row: AnswerRow) -> None:
    """Refuse what no kit writes for a shipped item: a rating that is not a number, an unknown choice."""
    from good_on_paper.catalogue.loading import shipped  # noqa: PLC0415 - needed only here

    catalogue = shipped()
    if row.state != "value" or row.item not in catalogue:
        return
    item, value = catalogue.item(row.item), row.value
    if item.revision != row.revision:
        return
    if item.kind == "rating" and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise RecordError(f"{row.item}: the value {value!r} is no rating. Expected a number.")
    chosen = value if isinstance(value, list) else []  # a single one may be a text by an older kit
    if item.kind == "choice" and not (
        all(one in item.options for one in chosen) and isinstance(value, list | str)
    ):
        raise RecordError(
            f"{row.item}: the value {value!r} cannot be chosen. Expected some of {', '.join(item.options)}."
        )


def _brought_up(first: _First) -> Archive:
    """Add to an older archive the ids that the answers of an older file get."""
    begun = min(first.sittings, key=lambda sitting: sitting.number, default=None)
    origin = first_origin(None if begun is None else begun.id)
    ids = {row.seq: earlier_id(row.seq, row.given, row.sitting) for row in first.answers}
    last: dict[tuple[str, str], str] = {}
    answers = {}
    for number, row in sorted(enumerate(first.answers, 1), key=lambda place: place[1].seq):
        if row.undoes is not None and row.undoes not in ids:
            raise _unfit("answers", number, "undoes", f"there is no answer {row.undoes}")
        cell = row.unit, row.item
        answers[number] = AnswerRow(
            **dict(row)
            | {
                "id": ids[row.seq],
                "undoes": None if row.undoes is None else ids[row.undoes],
                "origin": origin,
                "after": [last[cell]] if cell in last else [],
            }
        )
        last[cell] = ids[row.seq]
    in_order = [answers[number] for number in sorted(answers)]
    more = {"good_on_paper_archive": VERSION, "answers": in_order, "forgotten": []}
    return Archive(**dict(first) | more)


def _check_together(archive: Archive) -> None:
    """Refuse rows that name a row twice, or one that is missing or comes later."""
    for table, rows, columns in (
        ("units", archive.units, ("number", "id")),
        ("sittings", archive.sittings, ("number", "id")),
        ("answers", archive.answers, ("seq", "id", "token")),
    ):
        for column in columns:
            _check_once(table, column, (getattr(row, column) for row in rows))
    _check_once("forgotten", "id", archive.forgotten)
    _check_once("withheld", "id", (row.id for row in archive.withheld))
    _check_units(archive.units)
    _check_answers(archive)


def _check_units(units: list[UnitRow]) -> None:
    numbers = {unit.id: unit.number for unit in units}
    for number, unit in enumerate(units, 1):
        if unit.parent is not None and numbers.get(unit.parent, unit.number) >= unit.number:
            raise _unfit("units", number, "parent", f"there is no unit {unit.parent} before it")
        if unit.id == PERSON and unit.kind != "person":
            raise _unfit("units", number, "kind", f"{unit.kind!r} stands under the id of the person")


def _check_answers(archive: Archive) -> None:
    units, sittings = {row.id for row in archive.units}, {row.id for row in archive.sittings}
    known = {row.id: row for row in archive.answers}
    gone = {*archive.forgotten, *(row.id for row in archive.withheld)}
    for number, row in enumerate(archive.answers, 1):
        if row.unit not in units:
            raise _unfit("answers", number, "unit", f"there is no unit {row.unit}")
        if row.sitting not in sittings:
            raise _unfit("answers", number, "sitting", f"there is no sitting {row.sitting}")
        named = [("after", one) for one in row.after] + ([("undoes", row.undoes)] if row.undoes else [])
        for column, one in named:
            if one not in gone and not _comes_before(known.get(one), row):
                raise _unfit("answers", number, column, f"{one} is no earlier answer in its cell")


def _comes_before(earlier: AnswerRow | None, row: AnswerRow) -> bool:
    if earlier is None or earlier.seq >= row.seq:
        return False
    return (earlier.unit, earlier.item) == (row.unit, row.item)


def _check_once(table: str, column: str, values: Iterable[object]) -> None:
    seen: set[object] = set()
    for number, value in enumerate(values, 1):
        if value is not None and value in seen:
            raise _unfit(table, number, column, f"{value} stands there twice")
        seen.add(value)


def _unfit(table: str, number: int, column: str, fault: str) -> RecordError:
    return RecordError(f"{table}, row {number}, {column}: {fault}; the rows do not fit together.")
