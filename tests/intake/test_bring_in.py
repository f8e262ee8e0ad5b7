"""A preview into the record: all or nothing, never over what the person typed."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest

from good_on_paper.catalogue import add_items, load
from good_on_paper.frames import ratings, roles
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.intake import IntakeError, Preview, Receipt, bring_in, read, read_lines
from good_on_paper.record import FIRST_SIGHT, NotSaved, Record
from good_on_paper.record import connection as record_connection

if TYPE_CHECKING:
    from pathlib import Path


def _json(*work: dict[str, str]) -> bytes:
    return json.dumps({"work": work}).encode()


def _bring(data: bytes | Path, name: str, record: Record, overlay: Path) -> Receipt:
    return bring_in(read(data, name, load(overlay)), record, overlay)


def _facts(record: Record, place: int = 0) -> dict[str, object]:
    unit = record.units("role")[place].id
    return {item: answer.value for (_, item), answer in record.current(units=(unit,)).items()}


def test_attitude_comes_in_whole_and_twice_changes_nothing(
    reference: Path, record: Record, overlay: Path
) -> None:
    import pandas as pd  # noqa: PLC0415 - for one test

    path = reference / "attitude.csv"
    receipt = _bring(path, path.name, record, overlay)
    assert len(receipt.added) == 30
    assert len(receipt.lines) == 7
    assert receipt.outcome == "rating"
    assert record.current(items=("primary_outcome",))[record.person.id, "primary_outcome"].value == "rating"

    want = pd.read_csv(path).set_index("rownames")
    frame = ratings(Snapshot(record, fixed=load(overlay)))
    assert list(frame.index) == [str(number) for number in want.index]
    assert (frame[want.columns].to_numpy() == want.to_numpy()).all()
    spearman = frame.astype("float64").rank().corr()["rating"].drop("rating").round(2)
    wanted = {"complaints": 0.83, "learning": 0.62, "raises": 0.60, "privileges": 0.48, "advance": 0.20}
    assert spearman.to_dict() == {**wanted, "critical": 0.05}

    answers, text, units = record.answers(), overlay.read_text("utf-8"), record.units()
    again = _bring(path, path.name, record, overlay)
    assert record.answers() == answers
    assert overlay.read_text("utf-8") == text
    assert record.units() == units
    assert [sitting.name for sitting in record.sittings()] == ["import"]
    assert not again.changed
    assert len(again.known) == 30
    assert again.sentences()[0] == "attitude.csv: nothing new; you have everything in it already."


def test_a_resume_comes_in_and_twice_changes_nothing(reference: Path, record: Record, overlay: Path) -> None:
    path = reference / "resume" / "jsonresume_sample.resume.json"
    assert _bring(path, path.name, record, overlay).added == (
        "CEO/President, Pied Piper",
        "Teacher, CoderDojo",
    )
    frame = roles(Snapshot(record))
    assert frame["title"].tolist() == ["CEO/President", "Teacher"]
    assert frame["role_kind"].tolist() == ["job", "volunteer"]
    before = record.newest
    assert not _bring(path, path.name, record, overlay).changed
    assert record.newest == before
    assert not overlay.exists()


def test_what_the_person_typed_is_kept_and_named(record: Record, overlay: Path) -> None:
    data = _json({"position": "Editor", "name": "Acme", "startDate": "2014-03", "summary": "Texts"})
    _bring(data, "r.json", record, overlay)
    unit, sitting = record.units("role")[0], record.sitting("roles")
    record.answer(unit, "title", "Senior editor", sitting=sitting)
    record.answer(unit, "summary", state="cleared", sitting=sitting)
    before = record.newest

    receipt = _bring(data, "r.json", record, overlay)

    assert record.newest == before
    assert [(kept.yours, kept.other) for kept in receipt.kept] == [
        ("Senior editor", "Editor"),
        (None, "Texts"),
    ]
    assert "yours is 'Senior editor', the file says 'Editor'" in "\n".join(receipt.sentences())
    assert "you left it empty" in "\n".join(receipt.sentences())


def test_what_was_empty_is_filled(record: Record, overlay: Path) -> None:
    sitting = record.sitting("roles")
    unit = record.add_unit("role", sitting=sitting)
    record.answer(unit, "title", " EDITOR", sitting=sitting)
    record.answer(unit, "employer", "acme", sitting=sitting)
    record.answer(unit, "started", "2014", sitting=sitting)

    data = _json({"position": "Editor", "name": "Acme", "startDate": "2014-03", "endDate": "2016"})
    receipt = _bring(data, "r.json", record, overlay)

    assert receipt.known == ("Editor, Acme",)
    assert not receipt.added
    assert [kept.item for kept in receipt.kept] == [load().item("started").label]
    assert _facts(record)["title"] == " EDITOR"
    assert _facts(record)["ended"] == "2016"


def test_the_receipt_counts_what_the_person_brought(record: Record, overlay: Path) -> None:
    lines = "2003-2006 Receptionist, Hotel Adler\nCook, Bar, since 2019\nTutor"
    told = bring_in(read_lines(lines), record, overlay).sentences()
    assert told == ["Added from pasted lines: 3 new jobs, 2 with dates."]
    told = bring_in(read_lines("Baker, 2001-2002"), record, overlay).sentences()
    assert told == ["Added from pasted lines: 1 new job with dates."]
    told = bring_in(read_lines("Clerk"), record, overlay).sentences()
    assert told == ["Added from pasted lines: 1 new job."]
    told = _bring(b"title,pace\nTutor,4\n", "jobs.csv", record, overlay).sentences()
    assert told == [
        "Added from jobs.csv: something added to 1 job you had, 1 rating.",
        "Already in your list, so not added again: Tutor.",
    ]


def test_what_was_rated_at_first_sight_makes_way(record: Record, overlay: Path) -> None:
    _bring(b"title,pace\nCook,\n", "jobs.csv", record, overlay)
    cook = record.units("role")[0]
    record.answer(cook, "pace", 2, sitting=record.sitting(FIRST_SIGHT))
    _bring(b"title,pace\nCook,6\n", "jobs.csv", record, overlay)
    assert ratings(Snapshot(record, fixed=load(overlay))).loc["Cook", "pace"] == 6


@pytest.mark.parametrize("start", ["2015", "2014-04", ""])
def test_dates_put_right_in_a_file_make_no_second_job(start: str, record: Record, overlay: Path) -> None:
    _bring(_json({"position": "Editor", "name": "Acme", "startDate": "2014-03"}), "r.json", record, overlay)
    receipt = _bring(
        _json({"position": "Editor", "name": "Acme", "startDate": start}), "r.json", record, overlay
    )
    assert len(record.units("role")) == 1
    assert len(receipt.put_right) == bool(start)
    assert _facts(record)["started"] == (start or "2014-03")


def test_a_role_is_known_across_kinds_of_file(record: Record, overlay: Path) -> None:
    _bring(_json({"position": "Editor", "name": "Acme", "startDate": "2014-03"}), "r.json", record, overlay)
    receipt = bring_in(read_lines("Editor, Acme, since 2014"), record, overlay)
    assert receipt.known == ("Editor, Acme",)
    record.answer(record.units("role")[0], "title", "Chief", sitting=record.sitting("roles"))
    assert bring_in(read_lines("Editor, Acme, since 2014"), record, overlay).known == ("Editor, Acme",)
    assert len(_facts(record)["origin"]) == 2  # type: ignore[arg-type]


def test_two_roles_called_alike_in_one_table_stay_two(record: Record, overlay: Path) -> None:
    data = b"title,pace\nCook,2\nCook,6\nC++,1\nC#,1\n"
    _bring(data, "t.csv", record, overlay)
    before = record.newest
    assert not _bring(data, "t.csv", record, overlay).changed
    assert record.newest == before
    given = record.current(items=("pace",))
    assert [given[unit.id, "pace"].value for unit in record.units("role")] == [2, 6, 1, 1]


def test_a_removed_role_stays_removed(record: Record, overlay: Path) -> None:
    data = _json({"position": "Editor", "startDate": "2014"}, {"position": "Cook", "startDate": "2016"})
    _bring(data, "r.json", record, overlay)
    record.remove_unit(record.units("role")[0], sitting=record.sitting("roles"))
    before = record.newest
    receipt = _bring(data, "r.json", record, overlay)
    assert receipt.removed == ("Editor",)
    assert record.newest == before
    assert len(record.units("role")) == 1
    assert "stay off: Editor." in "\n".join(receipt.sentences())


def test_only_what_is_chosen_comes_in(record: Record, overlay: Path) -> None:
    preview = read(b"title,mood,joy\nEditor,60,5\nCook,70,6\n", "t.csv", load())
    receipt = bring_in(preview.choose({"row 3", "column 'joy'"}), record, overlay)
    assert receipt.added == ("Cook",)
    assert receipt.lines == ("joy",)
    assert set(_facts(record)) == {"listed", "title", "joy", "origin"}
    with pytest.raises(KeyError, match="row 9"):
        preview.choose({"row 9"})


def test_an_outcome_the_person_declared_is_not_replaced(record: Record, overlay: Path) -> None:
    record.answer(record.person, "primary_outcome", "overall", sitting=record.sitting("outcome"))
    assert _bring(b"title,rating\nEditor,60\n", "t.csv", record, overlay).outcome is None
    assert record.current(items=("primary_outcome",))[record.person.id, "primary_outcome"].value == "overall"


def test_private_lines_are_private(record: Record, overlay: Path) -> None:
    private = next(item for item in load().items() if item.private and item.kind == "rating")
    _bring(f"title,{private.key}\nEditor,4\n".encode(), "t.csv", record, overlay)
    assert record.current(items=(private.key,))[record.units("role")[0].id, private.key].private


# -- failures leave record and catalogue as they were

_OWN = b"title,mood\nEditor,60\n"


def _state(record: Record, overlay: Path) -> tuple[object, ...]:
    beside = sorted(
        path.name for path in overlay.parent.iterdir() if path.name.startswith(".catalogue.toml.")
    )
    text = overlay.read_bytes() if overlay.is_file() else None
    return (
        record.newest,
        record.units(),
        record.sittings(),
        text,
        [name for name in beside if "lock" not in name],
    )


@pytest.mark.parametrize("place", ["folder", "under a file"])
def test_a_catalogue_that_cannot_be_written_leaves_the_record_as_it_was(
    place: str, record: Record, overlay: Path, tmp_path: Path
) -> None:
    if place == "folder":
        overlay.mkdir()
    else:
        (tmp_path / "file").write_text("", "utf-8")
    blocked = overlay if place == "folder" else tmp_path / "file" / "catalogue.toml"
    preview = read(_OWN, "t.csv", load())
    before = _state(record, overlay)
    with pytest.raises(IntakeError):
        bring_in(preview, record, blocked)
    assert _state(record, overlay) == before


def test_a_locked_record_leaves_the_catalogue_as_it_was(
    record: Record, overlay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_items(overlay, [read(b"title,joy\nEditor,60\n", "t.csv", load()).lines[0].item])
    before = _state(record, overlay)
    monkeypatch.setattr(record_connection, "PATIENCE", 0.2)  # a minute, otherwise
    other = sqlite3.connect(record.path, isolation_level=None)
    with Record.open(record.folder) as impatient:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved, match="too long"):
            _bring(_OWN, "t.csv", impatient, overlay)
    other.execute("ROLLBACK")
    other.close()
    assert _state(record, overlay) == before
    assert _bring(_OWN, "t.csv", record, overlay).changed


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit on file sizes")
@pytest.mark.parametrize("lines_before", [True, False])
def test_a_commit_that_fails_puts_the_catalogue_back(
    lines_before: bool, record: Record, overlay: Path, tmp_path: Path
) -> None:
    if lines_before:
        add_items(overlay, [read(b"title,joy\nEditor,60\n", "t.csv", load()).lines[0].item])
    table = tmp_path / "t.csv"
    table.write_bytes(b"title,mood\n" + b"".join(b"Job %d,60\n" % number for number in range(400)))
    before = _state(record, overlay)
    record.close()
    # the system refuses to let any file grow beyond 64 kB: the lines fit, the commit of 400 roles does not
    script = textwrap.dedent(
        """
        import resource, signal, sys
        from pathlib import Path
        from good_on_paper.catalogue import load
        from good_on_paper.intake import bring_in, read
        from good_on_paper.record import NotSaved, Record
        record, overlay, table = Record.open(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
        preview = read(table, table.name, load(overlay))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
        try:
            bring_in(preview, record, overlay)
        except NotSaved as error:
            print(error)
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(record.folder), str(overlay), str(table)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.startswith("NOT SAVED"), done.stdout + done.stderr
    with Record.open(record.folder) as after:
        assert _state(after, overlay) == before
        assert len(_bring(table, "t.csv", after, overlay).added) == 400


def test_a_catalogue_that_changed_since_the_preview_is_an_error(record: Record, overlay: Path) -> None:
    preview = read(_OWN, "t.csv", load())
    add_items(overlay, [read(b"title,mood\nEditor,600\n", "t.csv", load()).lines[0].item])
    before = _state(record, overlay)
    with pytest.raises(IntakeError, match="'mood' has changed since the file was read"):
        bring_in(preview, record, overlay)
    assert _state(record, overlay) == before


def test_one_preview_twice_changes_nothing(record: Record, overlay: Path) -> None:
    preview: Preview = read(_OWN, "t.csv", load())
    bring_in(preview, record, overlay)
    before = _state(record, overlay)
    assert not bring_in(preview, record, overlay).changed
    assert _state(record, overlay) == before


def test_a_doubt_stays_with_the_date_until_it_is_read_again(record: Record, overlay: Path) -> None:
    text = "title,employer,started,ended\nCook,Bar,about 2010,2012?\nWaiter,Inn,ca. 03/2013,about 2015?\n"
    preview = read(text.encode(), "jobs.csv", load(overlay))
    assert [role.span for role in preview.roles] == ["about 2010 to 2012?", "about March 2013 to about 2015?"]
    bring_in(preview, record, overlay)
    stored = {answer.value for answer in record.current(items=("started", "ended")).values()}
    assert stored == {"2010~", "2012?", "2013-03~", "2015%"}
    again = bring_in(read(text.encode(), "jobs.csv", load(overlay)), record, overlay)
    assert (again.answers, again.kept, again.put_right) == (0, (), ())
    sure = bring_in(read(text.replace("2012?", "2012").encode(), "jobs.csv", load(overlay)), record, overlay)
    assert sure.put_right == ("Cook, Bar, End: 2012 in place of 2012?",)
