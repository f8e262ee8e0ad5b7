"""The head of a notebook: whose record it is, and what its place could do to it."""

from __future__ import annotations

import pytest

from good_on_paper.catalogue import keys, load
from good_on_paper.export.copy_choice import CopyChoice
from good_on_paper.export.copy_for import copy_for
from good_on_paper.pages import session
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.head import page
from good_on_paper.record import NOTE, Record
from good_on_paper.record.unarchive import restore_archive


@pytest.fixture
def head(tmp_path, monkeypatch):
    """Show the head of a notebook on a fresh record in a folder of that name."""

    def shown(folder="person", **settings):
        monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / folder))
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        session.me.cache_clear()
        return page("01").data

    yield shown
    if session.me.cache_info().currsize:
        session.me().record.close()
    session.me.cache_clear()


def test_nobody_is_named_and_nothing_noted_where_all_is_as_usual(head):
    told = head()
    assert "The record of" not in told
    assert 'role="note"' not in told


def test_the_head_says_nothing_that_a_first_job_would_make_untrue(head):
    assert "<p data-standing></p>" in head()
    record = session.me().record
    sitting = record.sitting("roles")
    record.answer(record.add_unit("role", sitting=sitting), "title", "Cook", sitting=sitting)
    assert "<p data-standing>1 job, nothing rated yet" in page("01").data


def test_the_name_is_in_sight_where_several_are_kept_apart(head):
    told = head(GOOD_ON_PAPER_PERSON="Zoë <script>alert(1)</script>")
    assert "The record of <bdi>Zoë &lt;script&gt;alert(1)&lt;/script&gt;</bdi>" in told


def test_a_synchronised_folder_is_told_escaped(head):
    told = head("Dropbox/<b>mine</b>")
    assert 'role="note"' in told
    assert "Dropbox synchronises" in told
    assert "<b>mine" not in told


def test_the_sample_has_neither_name_nor_notes(head):
    told = head("Dropbox/x", GOOD_ON_PAPER_SAMPLE="1", GOOD_ON_PAPER_PERSON="Ada")
    assert "Ada" not in told
    assert "Dropbox synchronises" not in told


def test_what_is_wrong_is_told_in_words(head, tmp_path):
    (tmp_path / "person").mkdir()
    (tmp_path / "person" / "record.sqlite3").write_bytes(b"not a record " * 500)
    assert 'role="alert"' in head()


def test_what_nobody_foresaw_is_told_without_what_was_typed():
    @in_words
    def show():
        return {}["qzx-typed"]

    said = show().data
    assert "We could not make this part of the page (KeyError, test_head.py, line " in said
    assert "Your answers are safe" in said
    assert "qzx-typed" not in said


def test_whose_copy_it_is_and_that_others_noted_something_is_said_escaped(head, tmp_path):
    with Record.open(tmp_path / "own") as own:
        sitting = own.sitting("roles")
        role = own.add_unit("role", sitting=sitting)
        own.answer(role, "title", "Baker", sitting=sitting)
        note = own.add_unit(NOTE, parent=role, sitting=sitting)
        own.answer(note, keys.NOTE_TEXT, "lights up", sitting=sitting)
        own.answer(note, keys.NOTE_BY, "Ruth <b>", sitting=sitting)
        choice = CopyChoice("Ruth <b>", "Anna", parts=frozenset({"jobs", "notes"}))
        made = copy_for(own, load(own.folder / "catalogue.toml"), choice)
    (tmp_path / "copy.json").write_text(made.text)
    restore_archive(tmp_path / "copy.json", tmp_path / "person")
    told = head()
    assert "A copy of Anna’s record, made for Ruth &lt;b&gt; on" in told
    assert "Beside it: 1 note by Ruth &lt;b&gt;" in page("00").data
