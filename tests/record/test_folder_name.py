"""A person's name, and the folder that is made for it."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.record import RecordError
from good_on_paper.record.folder_name import as_typed, folder_name


@pytest.mark.parametrize(
    ("person", "folder"),
    [
        ("Ada", "ada"),
        ("  Ada   Lovelace ", "ada lovelace"),
        ("Anna B.", "anna b"),
        ("Søren", "søren"),
        ("Zoe\N{COMBINING DIAERESIS}", "zoë"),
        ("بسمة", "بسمة"),
        ("小林", "小林"),
        ("O'Brien, K.C", "o'brien, k.c"),
        ("client 7", "client 7"),
        ("می\u200cشد", "می\u200cشد"),
        ("ශ්\u200dරී", "ශ්\u200dරී"),
        ("Con", "con 1"),
        ("Aux.", "aux 1"),
        ("lpt9.txt", "lpt9.txt 1"),
        ("../../etc", "etc"),
        ("C:\\ada", "c ada"),
        ("Ada/Grace", "ada grace"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("x" * 199, "x" * 60),
    ],
)
def test_any_name_has_a_folder_that_every_system_takes(person, folder):
    assert folder_name(person) == folder


@pytest.mark.parametrize(
    "person",
    [
        *("", "   ", ".", "~", "!!!", "x" * 201, "\N{COMBINING ACUTE ACCENT}"),
        *("ada\x00", "ada\x1b[2J", "a\u202etxt", "a\u200bb", "\ud800", "ad\u200da", "می\u200c", "д\u200cд"),
    ],
)
def test_what_nobody_sees_is_no_name(person):
    with pytest.raises(RecordError, match=r"cannot be a person’s name here: .*Expected a name such as Ada"):
        folder_name(person)


@given(st.text(max_size=70))
def test_whatever_is_typed_stays_in_its_own_folder(tmp_path_factory, person):
    above = tmp_path_factory.getbasetemp() / "people"
    try:
        name = folder_name(person)
    except RecordError:
        return
    assert name == name.strip(" .")
    assert folder_name(name) == name or name.endswith(" 1")
    assert as_typed(as_typed(person)) == as_typed(person)
    assert (above / name).resolve().parent == above.resolve()
    (above / name).mkdir(parents=True, exist_ok=True)
    assert os.fsencode(name)
