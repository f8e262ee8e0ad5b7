"""A file locked to public keys: the secret half of any opens it, nothing else, and nothing in it is plain."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

pytest.importorskip("pyrage")

import pyrage

from good_on_paper.record import Record, RecordError
from good_on_paper.record import public_keys as module
from good_on_paper.record.archive import archive_text, export_archive
from good_on_paper.record.encryption import lock, locked, outside, unlock
from good_on_paper.record.merging import merge_preview, read_copy
from good_on_paper.record.public_keys import new_key, public_keys, public_of
from good_on_paper.record.unarchive import restore_archive

SECRET = "Zyxwvut-Quandary"


@pytest.fixture(scope="module")
def ruth():
    return new_key()


@pytest.fixture(scope="module")
def eve():
    return new_key()


def test_each_of_those_it_was_locked_to_opens_it_and_nobody_else(tmp_path, ruth, eve):
    (file, public), (other, others), shut = ruth, eve, tmp_path / "shut"
    with Record.open(tmp_path / "mine") as record:
        record.answer(record.person, "line", SECRET, sitting=record.sitting("lines"))
        export_archive(record, shut, keys=(public, new_key()[1]))
        whole = archive_text(record.path)
    data = shut.read_bytes()
    assert locked(data)
    for planted in (SECRET, "unit", "sitting", public, public[4:], "line"):
        assert planted.encode() not in data
    with pytest.raises(RecordError, match=r"is locked\. Expected your key file"):
        restore_archive(shut, tmp_path / "theirs")
    with pytest.raises(RecordError, match="Your key does not open this file"):
        restore_archive(shut, tmp_path / "theirs", key=other.encode())
    with pytest.raises(RecordError, match="locked to a key, not with a passphrase"):
        restore_archive(shut, tmp_path / "theirs", passphrase="three plain green words")
    assert not (tmp_path / "theirs").exists()
    restore_archive(shut, tmp_path / "theirs", key=file.encode())
    assert archive_text(tmp_path / "theirs" / "record.sqlite3") == whole
    assert merge_preview(tmp_path / "mine", read_copy(shut, key=f"{other}\n{file}".encode())).empty
    assert others not in whole


def test_a_changed_bit_anywhere_is_noticed(ruth):
    file, public = ruth
    shut = lock(b"words" * 20, None, keys=(public,), label="Spring")
    assert unlock(shut, None, key=file.encode()) == b"words" * 20
    assert lock(b"words" * 20, None, keys=(public,), label="Spring") != shut
    head = shut.index(b"\n")
    for place in (head - 4, head, head + 1, len(shut) - 1):
        changed = bytearray(shut)
        changed[place] ^= 1
        with pytest.raises(RecordError):
            unlock(bytes(changed), None, key=file.encode())
    for forged in ({"label": "Autumn"}, {"made": "2020-01-01"}):
        says = json.dumps(json.loads(shut[:head]) | forged, separators=(",", ":")).encode()
        with pytest.raises(RecordError, match="was changed since it was made"):
            unlock(says + shut[head:], None, key=file.encode())


def test_what_follows_the_first_line_is_a_file_that_age_opens(ruth):
    file, public = ruth
    shut = lock(b"words", None, keys=(public,))
    head, _, body = shut.partition(b"\n")
    opened = pyrage.decrypt(body, [pyrage.x25519.Identity.from_str(file.splitlines()[-1])])
    assert opened == head + b"\nwords"


@pytest.mark.parametrize("how", ["passphrase", "key"])
def test_a_locked_file_says_the_day_and_what_was_chosen_for_it_and_no_more(how, ruth):
    given = {"passphrase": None, "keys": (ruth[1],)} if how == "key" else {"passphrase": "three green words"}
    plain = outside(lock(SECRET.encode(), **given))
    assert (plain.label, plain.to_keys) == ("", how == "key")
    assert plain.made is not None
    told = json.loads(lock(SECRET.encode(), **given).partition(b"\n")[0])
    assert told.keys() <= {"good_on_paper_locked", "cipher", "made", "kdf", "n", "r", "p", "salt", "nonce"}
    assert outside(lock(b"", **given, label=" Søren,\n\x1b[31m\u202e spring ")).label == "Søren, [31m spring"
    with pytest.raises(RecordError, match=r"has 61 letters\. Expected 60 at most"):
        lock(b"", **given, label="x" * 61)
    longest = lock(b"", **given, label="\U0001f600" * 60)
    assert outside(longest).label == "\U0001f600" * 60


@pytest.mark.parametrize("made", [3, "yesterday", None, ["2026-11-30"]])
def test_a_forged_day_or_label_is_passed_over(made):
    says = {"good_on_paper_locked": 2, "cipher": "age", "made": made, "label": made}
    found = outside(json.dumps(says).encode() + b"\nrest")
    assert found.made is None
    assert found.label == (made if isinstance(made, str) else "")


def test_a_key_that_is_none_is_named_and_a_secret_one_never_shown(ruth):
    file, public = ruth
    with_notes = f"# Ruth's\n\n  {public}\n{public.upper()}\n"
    assert public_keys(with_notes, "keys.txt") == [public]
    for wrong, said in (
        (public[:-1], f"keys.txt, line 1: '{public[:-1]}' is not a public key"),
        ("ssh-ed25519 AAAA ruth", "keys.txt, line 1: 'ssh-ed25519 AAAA ruth' is not a public key"),
        ("# nobody\n", "keys.txt: there is no key in it"),
        (file, "keys.txt, line 3: this is the secret half of a key"),
    ):
        with pytest.raises(RecordError) as found:
            public_keys(wrong, "keys.txt")
        assert said in str(found.value)
        assert file.splitlines()[-1] not in str(found.value)


def test_the_file_of_a_key_is_read_as_age_writes_it_and_a_wrong_one_is_said(ruth):
    file, public = ruth
    secret = file.splitlines()[-1]
    assert public_of(b"\xef\xbb\xbf" + file.replace("\n", "\r\n").encode()) == [public]
    binary = pyrage.passphrase.encrypt(file.encode(), "words")
    armoured = b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n"
    for wrong, said in (
        (binary, "is itself locked with a passphrase. We cannot open such keys"),
        (armoured, "is itself locked with a passphrase"),
        (public.encode(), "line 1: not a secret key that we know"),
        (secret[:-1].encode(), "line 1: not a secret key that we know"),
        (b"# nothing", "holds no key"),
        (b"\x00\xff" * 10, "not a secret key that we know"),
        (b"#" * 100_001, "larger than 100,000 bytes"),
    ):
        with pytest.raises(RecordError) as found:
            public_of(wrong)
        assert said in str(found.value)
        assert secret[:-1] not in str(found.value)


def test_one_file_knows_the_package():
    files = Path(module.__file__).parents[1].rglob("*.py")
    told = {file.name for file in files if "pyrage" in file.read_text("utf-8")}
    assert told == {"public_keys.py"}


def test_without_the_package_one_line_says_what_to_type(monkeypatch, ruth):
    shut = lock(b"words", None, keys=(ruth[1],))
    monkeypatch.delitem(sys.modules, "good_on_paper.record.public_keys")
    monkeypatch.delattr("good_on_paper.record.public_keys", raising=False)
    monkeypatch.setitem(sys.modules, "pyrage", None)
    for act in (
        lambda: lock(b"words", None, keys=(ruth[1],)),
        lambda: unlock(shut, None, key=ruth[0].encode()),
    ):
        with pytest.raises(RecordError, match=r'-m pip install "pyrage>=1.4"  Nothing was changed'):
            act()
