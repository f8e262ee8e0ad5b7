"""The person's answers as a file to take along, from the menu of any page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from IPython.display import JSON

from good_on_paper.catalogue import CatalogueError
from good_on_paper.export import contents, workbook
from good_on_paper.export.desktop import open_file
from good_on_paper.export.saving import save_new
from good_on_paper.pages.session import me, person_name
from good_on_paper.record import RecordError
from good_on_paper.record.archive import archive_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from good_on_paper.study.person import Person

_EVERYTHING: Final = (
    "It holds everything, including what you marked private. Whoever has the file can read it."
)
_TABLE: Final = "What you marked private is left out. Whoever has the file can read it."
_written: Final[list[Path]] = []


def save_all() -> JSON:
    """Write everything in the record into a file that comes back in unchanged, and answer the page."""
    return _told(
        lambda person: archive_text(person.record.path).encode(), "All my answers", "json", _EVERYTHING
    )


def save_table() -> JSON:
    """Write the jobs and their ratings into a spreadsheet, and answer the page."""

    def table(person: Person) -> bytes:
        return workbook(contents(person.record, person.catalogue), person.catalogue)

    return _told(table, "My jobs and ratings", "xlsx", _TABLE)


def where() -> JSON:
    """Return which folder holds the answers, in words for the page."""
    return _said(f"Your answers are in {me().record.folder}, on this computer only.", saved=True)


def open_where() -> JSON:
    """Open the folder that holds the answers; tell the page."""
    try:
        open_file(me().record.folder)
    except RecordError as error:
        return _said(str(error), saved=False)
    return _said("", saved=True)


def open_last(*, in_folder: bool) -> JSON:
    """Open the file written last, or show it in its folder, and answer the page."""
    try:
        open_file(_written[-1], in_folder=in_folder)
    except RecordError as error:
        return _said(str(error), saved=False)
    return _said("", saved=True)


def _told(make: Callable[[Person], bytes], what: str, ending: str, note: str) -> JSON:
    person, name = me(), person_name()
    try:
        what = f"{what}, {name}" if name else what
        path = save_new(person.exports, what, ending, make(person))
    except (RecordError, CatalogueError) as error:
        return _said(str(error), saved=False)
    _written.append(path)
    return _said(f"Saved: {path}. {note}", saved=True)


def _said(text: str, *, saved: bool) -> JSON:
    said: dict[str, Any] = {"said": text, "saved": saved}
    return JSON(said)  # type: ignore[no-untyped-call]
