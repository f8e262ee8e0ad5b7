"""Episodes out as a table and back in, and a table of them as somebody writes one by hand."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.export import contents, episodes_table, workbook
from good_on_paper.frames import episode_units
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.intake import bring_in, read
from good_on_paper.record import Record
from good_on_paper.study.sample import FOLDER, throw_away_record
from tests.export.jobs import DATES, JOBS, TEXTS, a_record, brought_back, write_jobs

FORMATS = {"episodes.csv": episodes_table, "all.xlsx": workbook}
RATED = ("decision_freedom", "pace", "overall")
EPISODE = st.fixed_dictionaries(
    {"title": TEXTS},  # two may have the same
    optional={
        "started": DATES.filter(bool),
        "episode_story": st.lists(TEXTS, min_size=1, max_size=2).map("\n".join),
        "episode_how": TEXTS,
        **dict.fromkeys(RATED, st.sampled_from([1, 4, 7, "na", "cant_recall", "skip"])),
    },
)


def tell(record, role, told):
    sitting, lines = record.sitting("episodes"), load()
    for said in told:
        one = record.add_unit("episode", parent=role, sitting=sitting)
        for item, value in said.items():
            blank = item in RATED and value in ("na", "cant_recall", "skip")  # a title may be such a word
            state = value if blank else "value"
            given = value if state == "value" else None
            revision = lines.item(item).revision
            record.answer(one, item, given, state=state, sitting=sitting, revision=revision)


def told(record):
    """What stands of each episode, by its job; in the order of the list."""
    jobs = {unit.id: unit for unit in record.units("role")}
    cells = record.current()

    def said(unit, items):
        found = {item: cells[unit, item] for item in items if (unit, item) in cells}
        return tuple((item, answer.state, answer.value) for item, answer in found.items())

    everything = ("title", "started", "episode_story", "episode_how", "absorbed", *RATED)
    return sorted(
        (said(unit.parent, ("title", "employer")), place, said(unit.id, everything))
        for place, unit in enumerate(episode_units(Snapshot(record)))
        if unit.parent in jobs
    )


def without_places(rows):
    """In the order of each job's own list."""
    return [(job, said) for job, _, said in rows]


def exported(record, name, **settings):
    return FORMATS[name](contents(record, load(), **settings), load())


@pytest.mark.parametrize("name", FORMATS)
@settings(deadline=None, max_examples=15)
@given(jobs=JOBS, episodes=st.lists(st.lists(EPISODE, max_size=3), min_size=5, max_size=5))
def test_what_goes_out_comes_back_in_and_twice_changes_nothing(name, jobs, episodes):
    with a_record(jobs) as record:
        for role, of in zip(record.units("role"), episodes, strict=False):
            tell(record, role, of)
        if not told(record):
            return
        data = exported(record, name)
        with brought_back(data, name) as other:
            assert without_places(told(other)) == without_places(told(record))
            newest, overlay = other.newest, Path(other.folder) / "catalogue.toml"
            again = bring_in(read(data, name, load()), other, overlay)
            assert (other.newest, again.changed, again.kept) == (newest, False, ())


def test_the_table_of_the_sample_comes_in_as_it_is_written(tmp_path):
    with throw_away_record(tmp_path / "one") as sample, Record.open(tmp_path / "two") as record:
        data = (FOLDER / "episodes.csv").read_bytes()
        receipt = bring_in(read(data, "episodes.csv", load()), record, tmp_path / "catalogue.toml")
        assert "13 episodes" in receipt.sentences()[0]
        assert without_places(told(record)) == without_places(told(sample))


def test_one_that_was_taken_off_stays_off_and_what_differs_is_kept(record, tmp_path):
    write_jobs(record, [{"title": "Editor", "employer": "Acme"}])
    rows = ("employer,title,Episode,When it was,pace,mood", "Acme,Editor,The move,May 2014,6,")
    text = "\n".join((*rows, "Acme,Editor,The fair,,9,\n"))

    def brought(said):
        return bring_in(read(said.encode(), "e.csv", load()), record, tmp_path / "catalogue.toml")

    preview = read(text.encode(), "e.csv", load())
    assert [role.inside for role in preview.roles] == ["2 episodes"]
    assert [str(part) for part in preview.skipped] == [
        "column 'mood': the kit has no rating of that name for an episode",
        "row 3, column 'pace': '9': expected a number from 1 to 7",
    ]
    brought(text)
    move, fair = episode_units(Snapshot(record))
    record.remove_unit(fair, sitting=record.sitting("episodes"))
    newest = record.newest
    receipt = brought(text.replace(",6,", ",2,"))
    assert record.newest == newest
    assert [str(kept) for kept in receipt.kept] == ["The move, Time pressure: yours is 6, the file says 2"]
    assert receipt.removed == ("The fair, Editor, Acme",)
    assert episode_units(Snapshot(record)) == [move]


def test_what_is_private_stays_and_no_cell_is_a_formula(record):
    write_jobs(record, [{"title": "Editor", "employer": "Acme", "started": "2014-03"}])
    (role,) = record.units("role")
    tell(record, role, [{"title": "=1+1", "pace": 3}])
    (one,) = episode_units(Snapshot(record))
    record.answer(one, "episode_how", "SECRET", sitting=record.sitting("episodes"), private=True)
    rows = list(csv.reader(io.StringIO(exported(record, "episodes.csv").decode("utf-8-sig"), newline="")))
    assert rows == [
        ["title", "employer", "started", "episode", "episode_started", "story", "how", "pace"],
        ["Editor", "Acme", "2014-03", "'=1+1", "", "", "", "3"],
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "all.xlsx"
        path.write_bytes(exported(record, "all.xlsx"))
        assert "SECRET" not in str(read(path, path.name, load()))
    assert b"SECRET" in exported(record, "episodes.csv", include_private=True)
