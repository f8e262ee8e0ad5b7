"""Archives: out and back in without change; hostile ones change nothing; locked ones need the passphrase."""

from __future__ import annotations

import json
import os
import stat
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.record import Record, RecordError
from good_on_paper.record.archive import archive_text, export_archive
from good_on_paper.record.encryption import WrongPassphrase, lock, locked, unlock
from good_on_paper.record.forget import forget_cell, forget_unit
from good_on_paper.record.unarchive import restore_archive

json_values = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner | st.none()) | st.dictionaries(st.text(), inner | st.none()),
    max_leaves=6,
)
said = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["a", "b"]),
        json_values | st.sampled_from([None]),
        st.sampled_from([None, 1, 2, 3]),
        st.booleans(),
        st.none() | st.uuids().map(str),
        st.booleans(),
    ),
    max_size=8,
)


def nested(levels):
    value = 1
    for _ in range(levels):
        value = [value]
    return value


def fill(record, answers, catalogue=None):
    sitting = record.sitting("lines")
    with record.batch():
        role = record.add_unit("role", sitting=sitting)
        units = [record.person, role, record.add_unit("episode", parent=role, sitting=sitting)]
        for unit, item, value, memory, private, token, undo in answers:
            state = "na" if value is None else "value"
            record.answer(
                units[unit],
                item,
                value,
                state=state,
                memory=memory,
                private=private,
                token=token,
                sitting=sitting,
            )
            if undo:
                record.undo(sitting)
    if catalogue is not None:
        (record.folder / "catalogue.toml").write_bytes(catalogue)


@settings(deadline=None, max_examples=20)
@given(said, st.sampled_from([None, b"", b"# mine\r\n", "\ufeff# \u00fc\n".encode()]), st.booleans())
def test_out_and_back_in_nothing_is_changed(answers, catalogue, forgetting):
    with tempfile.TemporaryDirectory() as place:
        first, second = Path(place) / "first", Path(place) / "second"
        with Record.open(first) as record:
            fill(record, answers, catalogue)
            if forgetting:
                forget_unit(first, record.units("episode")[0].id)
            export_archive(record, Path(place) / "one.json")
            before = record.answers(), record.units(), record.sittings(), record.person
        assert restore_archive(Path(place) / "one.json", second).answers == len(before[0])
        with Record.open(second) as record:
            assert (record.answers(), record.units(), record.sittings(), record.person) == before
            export_archive(record, Path(place) / "two.json")
            assert restore_archive(Path(place) / "one.json", second).answers == 0
            later = record.answer(record.person, "a", 1, sitting=record.sitting("lines"))
        with Record.open(first) as record:
            assert record.answer(record.person, "a", 1, sitting=record.sitting("lines")).seq == later.seq
        assert (Path(place) / "one.json").read_bytes() == (Path(place) / "two.json").read_bytes()
        if catalogue is not None:
            assert (second / "catalogue.toml").read_bytes() == catalogue


@pytest.fixture
def archive(record, tmp_path):
    fill(record, [(0, "a", 1, None, False, None, False), (1, "b", "words", 2, True, "t", True)])
    export_archive(record, tmp_path / "one.json")
    return tmp_path / "one.json"


def test_it_can_be_read_by_eye_and_by_its_owner_only(archive):
    lines = archive.read_text(encoding="ascii").splitlines()
    assert lines[0] == '{"good_on_paper_archive":4,'
    assert sum('"item":"b"' in line for line in lines) == 2
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600


def test_achievements_events_and_stories_come_back_with_what_they_lie_in(record, tmp_path):
    sitting = record.sitting("stories")
    role = record.add_unit("role", sitting=sitting)
    episode = record.add_unit("episode", parent=role, sitting=sitting)
    inside = [("achievement", episode), ("story", role), ("story", record.person), ("event", None)]
    record.answer(record.person, "any", 1, sitting=sitting)
    for kind, parent in inside:
        record.add_unit(kind, parent=parent, sitting=sitting)
    export_archive(record, tmp_path / "one.json")
    assert restore_archive(tmp_path / "one.json", tmp_path / "other").answers == len(record.answers())
    with Record.open(tmp_path / "other") as other:
        assert other.units() == record.units()
        assert {unit.kind: unit.parent for unit in other.units("achievement")} == {"achievement": episode.id}


def test_it_is_never_written_over_another_file(record, archive):
    before = archive.read_bytes()
    with pytest.raises(RecordError, match="there is such a file already"):
        export_archive(record, archive)
    assert archive.read_bytes() == before


@pytest.mark.parametrize("links", [True, False])
def test_an_export_that_is_interrupted_leaves_no_file(record, tmp_path, monkeypatch, links):
    def interrupted(*_):
        raise KeyboardInterrupt

    def no_links(*_):
        raise PermissionError

    if not links:
        monkeypatch.setattr("os.link", no_links)
    home = tmp_path / "exports"
    home.mkdir()
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("os.fsync", interrupted)
        export_archive(record, home / "one.json")
    assert list(home.iterdir()) == []
    export_archive(record, home / "one.json")
    assert [file.name for file in home.iterdir()] == ["one.json"]
    assert (home / "one.json").read_text(encoding="ascii") == archive_text(record.path)
    with pytest.raises(RecordError, match="there is such a file already"):
        export_archive(record, home / "one.json")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero"), tmp_path):
        with pytest.raises(RecordError, match="a folder, a pipe or a device"):
            restore_archive(path, tmp_path / "other")


def test_an_earlier_state_grows_to_the_archive_and_a_later_one_stays(record, archive, tmp_path):
    restore_archive(archive, tmp_path / "other")
    record.answer(record.person, "later", 2, sitting=record.sitting("lines"))
    export_archive(record, tmp_path / "later.json")
    assert restore_archive(tmp_path / "later.json", tmp_path / "other").answers == 1
    assert restore_archive(archive, tmp_path / "other").answers == 0
    with Record.open(tmp_path / "other") as other:
        assert archive_text(other.path) == archive_text(record.path)


def test_two_ways_are_not_mixed(record, archive, tmp_path):
    restore_archive(archive, tmp_path / "other")
    with Record.open(tmp_path / "other") as other:
        other.answer(other.person, "theirs", 2, sitting=other.sitting("lines"))
    record.answer(record.person, "mine", 2, sitting=record.sitting("lines"))
    export_archive(record, tmp_path / "mine.json")
    before = archive_text(tmp_path / "other" / "record.sqlite3")
    with pytest.raises(RecordError, match="gone another way"):
        restore_archive(tmp_path / "mine.json", tmp_path / "other")
    assert archive_text(tmp_path / "other" / "record.sqlite3") == before


def test_what_was_forgotten_does_not_come_back_from_an_archive(record, archive):
    forget_cell(record.folder, record.person.id, "a")
    with pytest.raises(RecordError, match="something was forgotten"):
        restore_archive(archive, record.folder)
    assert record.history(record.person, "a") == []


def test_own_lines_that_differ_are_laid_beside(record, tmp_path):
    (record.folder / "catalogue.toml").write_text("# theirs\n")
    export_archive(record, tmp_path / "one.json")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "catalogue.toml").write_text("# mine\n")
    placed = restore_archive(tmp_path / "one.json", tmp_path / "other").catalogue
    assert placed.read_text() == "# theirs\n"
    assert (tmp_path / "other" / "catalogue.toml").read_text() == "# mine\n"


@pytest.mark.parametrize("broken", [b"\x00", b"[[[", b"\xff\xfe", b"[circumstance.mine]\nlabel = 3\n"])
def test_own_lines_that_cannot_be_used_are_laid_aside_and_the_answers_come_in(record, tmp_path, broken):
    fill(record, [(0, "a", 1, None, False, None, False)], broken)
    export_archive(record, tmp_path / "one.json")
    brought = restore_archive(tmp_path / "one.json", tmp_path / "other")
    assert brought.answers == len(record.answers())
    assert "catalogue.toml" in brought.fault
    assert brought.catalogue.read_bytes() == broken
    assert brought.catalogue.parent.parent == tmp_path / "other" / "set-aside"
    assert not (tmp_path / "other" / "catalogue.toml").exists()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda data: data.update(good_on_paper_archive=5), "newer Good on Paper"),
        (lambda data: data.pop("answers"), "answers: Field required"),
        (lambda data: data["answers"][1].update(state="odd"), "answers, row 2: .*'odd' is unknown"),
        (lambda data: data["answers"][1].update(given="today"), "answers, row 2, given"),
        (lambda data: data["answers"][1].update(more=1), "answers, row 2, more: Extra inputs"),
        (
            lambda data: data["answers"][1].update(unit="f" * 32),
            "answers, row 2, unit: .*do not fit together",
        ),
        (lambda data: data["answers"][1].update(undoes="f" * 32), "row 2, undoes: .*do not fit together"),
        (
            lambda data: data["answers"][1].update(seq=data["answers"][0]["seq"]),
            "row 2, seq: .*do not fit together",
        ),
        (lambda data: data["answers"][1].update(seq=2**70), "answers, row 2, seq"),
        (lambda data: data["answers"][1].update(item="\ud800"), "no text"),
        (lambda data: data["answers"][1].update(memory=7), "memory mark 7"),
        (lambda data: data["answers"][1].update(private="yes"), "answers, row 2, private"),
        (lambda data: data["units"][0].update(id="../../x"), "units, row 1, id"),
        *(
            (
                lambda data, value=value: data["answers"][0].update(item="order", value=value),
                "answers, row 1: order: ",
            )
            for value in ("first", [1], {}, True, 10**400, nested(940))
        ),
        (
            lambda data: data["answers"][1].update(item="listed", value="yes"),
            "answers, row 2: listed: .*Expected true or false",
        ),
        (
            lambda data: data["answers"][1].update(item="guesses", value=[[1]]),
            "row 2: guesses: .*a list of texts",
        ),
        (
            lambda data: data["answers"][1].update(item="look", value={"lines": []}),
            "row 2: look: .*an object with seq",
        ),
        (
            lambda data: data["answers"][1].update(item="wanted:pace", value="much"),
            "row 2: wanted:pace: .*a number",
        ),
        (lambda data: data["answers"][0].update(item="pace", value="much"), "row 1: pace: .*no rating"),
        (
            lambda data: data["answers"][0].update(item="meets", value=["x"]),
            "row 1: meets: .*cannot be chosen",
        ),
        (lambda data: data["answers"][1].update(item=""), "answers, row 2, item"),
        (lambda data: data["answers"][1].update(item=[1]), "answers, row 2, item"),
        (
            lambda data: data["answers"][1].update(given="2026-99-01T00:00:00.000000Z"),
            "answers, row 2, given",
        ),
        (
            lambda data: data["answers"][1].update(given="0000-01-01T00:00:00.000000Z"),
            "answers, row 2, given",
        ),
        (
            lambda data: data["answers"][1].update(given="9999-12-31T23:59:59.000000Z"),
            "answers, row 2, given",
        ),
        (
            lambda data: data["answers"][1].update(undoes=data["answers"][1]["id"]),
            "row 2, undoes: .*no earlier answer",
        ),
        (
            lambda data: data["answers"][1].update(after=[data["answers"][1]["id"]]),
            "row 2, after: .*no earlier answer",
        ),
        (lambda data: data["answers"][1].update(after=data["answers"][1]["id"]), "answers, row 2, after"),
        (lambda data: data["answers"][1].update(id=data["answers"][0]["id"]), "answers, row 2, id: .*twice"),
        (lambda data: data["answers"][1].update(revision=0), "answers, row 2, revision"),
        (lambda data: data["answers"][1].update(position=-1), "answers, row 2, position"),
        (lambda data: data["answers"][1].update(token=""), "answers, row 2, token"),
        (lambda data: data["answers"][1].update(memory=[1]), "answers, row 2, memory"),
        (lambda data: data["answers"][1].update(sitting="f" * 32), "answers, row 2, sitting"),
        (lambda data: data["answers"][1].update(origin="here"), "answers, row 2, origin"),
        (lambda data: data.update(last_seq=2**63 - 1), "last_seq"),
        (lambda data: data["answers"][1].update(seq=2**63 - 1), "answers, row 2, seq"),
        (lambda data: data["units"][1].update(number=2**63 - 1), "units, row 2, number"),
        (
            lambda data: data["units"][1].update(created="1000-01-01T00:00:00.000000Z"),
            "units, row 2, created",
        ),
        (lambda data: data["units"][1].update(parent=data["units"][1]["id"]), "units, row 2, parent"),
        (lambda data: data["sittings"][0].update(seed=-1), "sittings, row 1, seed"),
        (lambda data: data["sittings"][0].update(name=""), "sittings, row 1, name"),
        (lambda data: data.update(forgotten=["x"]), "forgotten, row 1"),
        (lambda data: data.update(catalogue=3), "catalogue"),
    ],
)
def test_a_broken_archive_is_named_by_its_row_and_changes_nothing(archive, tmp_path, change, expected):
    data = json.loads(archive.read_bytes())
    change(data)
    archive.write_text(json.dumps(data))
    with pytest.raises(RecordError, match=expected):
        restore_archive(archive, tmp_path / "other")
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"[]", b"3", b"{}", b"[" * 100_000, b'{"good_on_paper_archive": NaN}', b"9" * 5000],
)
def test_what_is_no_archive_is_refused(tmp_path, data):
    (tmp_path / "file").write_bytes(data)
    with pytest.raises(RecordError):
        restore_archive(tmp_path / "file", tmp_path / "other")
    assert not (tmp_path / "other").exists()
    with pytest.raises(RecordError, match="cannot be read"):
        restore_archive(tmp_path / "nothing", tmp_path / "other")


def test_a_locked_archive_opens_with_its_passphrase_alone(record, archive, tmp_path):
    shut = tmp_path / "shut"
    export_archive(record, shut, passphrase="drei kleine Füchse")
    assert locked(shut.read_bytes())
    assert b"words" not in shut.read_bytes()
    with pytest.raises(RecordError, match="is locked"):
        restore_archive(shut, tmp_path / "other")
    with pytest.raises(WrongPassphrase, match="does not open this file"):
        restore_archive(shut, tmp_path / "other", passphrase="drei kleine Fuchse")
    assert not (tmp_path / "other").exists()
    typed_elsewhere = unicodedata.normalize("NFD", "drei kleine Füchse")
    restore_archive(shut, tmp_path / "other", passphrase=typed_elsewhere)
    assert archive_text(tmp_path / "other" / "record.sqlite3").encode() == archive.read_bytes()


@pytest.fixture(scope="module")
def shut():
    return lock(b"words" * 20, "passphrase")


def test_a_changed_bit_anywhere_is_noticed(shut):
    assert unlock(shut, "passphrase") == b"words" * 20
    head = shut.index(b"\n")
    for place in (30, head - 5, head, head + 1, len(shut) - 1):
        changed = bytearray(shut)
        changed[place] ^= 1
        with pytest.raises(RecordError):
            unlock(bytes(changed), "passphrase")


@pytest.mark.parametrize(
    "change",
    [
        {"n": 2**40},
        {"n": 2**18},
        {"n": 2, "r": 2**23},
        {"p": 2},
        {"n": 3},
        {"n": "x"},
        {"p": 10**6},
        {"salt": "zz"},
        {"nonce": "00"},
        {"good_on_paper_locked": 2},
    ],
)
def test_a_forged_head_cannot_take_the_computer_down(shut, change):
    head, _, body = shut.partition(b"\n")
    forged = json.dumps(json.loads(head) | change, separators=(",", ":")).encode() + b"\n" + body
    with pytest.raises(RecordError):
        unlock(forged, "passphrase")


def test_an_empty_passphrase_is_no_passphrase():
    with pytest.raises(RecordError, match="passphrase is empty"):
        lock(b"words", "  ")
