"""What reads does not write: pages, forms and `Me` leave the record and its folder as they were."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest
from ipywidgets.widgets import widget

from good_on_paper import kit
from good_on_paper.brief.errors import BriefError
from good_on_paper.forms import Form
from good_on_paper.kit.me import Me
from good_on_paper.pages import session
from good_on_paper.panels import Panel
from good_on_paper.record import RECORD_FILE, Record
from good_on_paper.study.sample import throw_away_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from good_on_paper.study.person import Person

VERBS = {"take_a_look", "declare_main", "declare_second", "guess", "guess_yes", "want"}
ASKED = {
    "as_of": (1,),
    "kept": ("a word", int),
    "history": ("0" * 32, "guesses"),
    "item": ("pace",),
    "definition": ("by_success",),
    "went_by": ("by_success",),
    "against_the_rest": ("money",),
}
"""What a method that reads cannot do without."""


@pytest.fixture(params=["empty", "sample"])
def mine(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    if request.param == "sample":
        throw_away_record(tmp_path / "person").close()
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    session.me.cache_clear()
    assert session.me().record.newest >= 0
    session.me().record.wait_for_backup()  # the day's, which begins with whatever is read first
    yield session.me()
    session.me().record.close()
    session.me.cache_clear()


def everything(folder: Path) -> tuple[bytes, dict[str, bytes]]:
    """All pages of the tables, wherever SQLite keeps them, and all other files."""
    with closing(sqlite3.connect(folder / RECORD_FILE)) as sql:
        tables = sql.serialize()
    files = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(RECORD_FILE)
    }
    return tables, files


def test_whatever_of_me_is_no_verb_writes_nothing(mine: Person) -> None:
    me = Me(mine.record)
    before = everything(mine.record.folder)
    names = [name for name in dir(me) if not name.startswith("_")]
    assert set(names) >= VERBS
    for name in names:
        found = getattr(me, name)
        if callable(found) and name not in VERBS:
            with suppress(BriefError):  # an empty record has nothing to put on paper
                found(*ASKED.get(name, ()))
        assert everything(mine.record.folder) == before, name


def test_opening_every_page_writes_nothing(mine: Person) -> None:
    before = everything(mine.record.folder)
    there = set(widget._instances)  # noqa: SLF001 - what a page has made is found nowhere else
    for name in kit.__all__:
        getattr(kit, name)()
        assert everything(mine.record.folder) == before, name
    made = [one for key, one in widget._instances.items() if key not in there]  # noqa: SLF001
    forms = [one for one in made if isinstance(one, Form)]
    panels = [one for one in made if isinstance(one, Panel)]
    assert len({form.name for form in forms}) > 15
    assert len(panels) > 8
    for shown in (*forms, *panels):
        for kind in ("ready", "seen", "refresh"):
            shown.handle({"type": kind})
        assert everything(mine.record.folder) == before, type(shown)


def test_the_person_is_read_without_being_made(tmp_path: Path) -> None:
    with Record.open(tmp_path) as record:
        before = everything(tmp_path)
        assert record.person.kind == "person"
        assert record.person == record.person
        assert everything(tmp_path) == before
        episode = record.add_unit("episode", parent=record.person, sitting=record.sitting("x"))
        assert episode.parent == record.person.id
