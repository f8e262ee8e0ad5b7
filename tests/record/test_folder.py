"""Which folder holds whose record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.record import RecordError, person_folder
from good_on_paper.record.folder import folder_name


@pytest.mark.parametrize(
    ("person", "folder"),
    [
        ("Ada", "ada"),
        ("  Ada   Lovelace ", "ada lovelace"),
        ("ada-lovelace", "ada-lovelace"),
        ("Zoë", "zoë"),
        ("Zoe\N{COMBINING DIAERESIS}", "zoë"),
        ("Łukasz", "łukasz"),
        ("بسمة", "بسمة"),
        ("小林", "小林"),
        ("O'Brien, K.C", "o'brien, k.c"),
        ("client 7", "client 7"),
        ("می\u200cشد", "می\u200cشد"),
        ("ශ්\u200dරී", "ශ්\u200dරී"),
    ],
)
def test_a_name_of_any_script_is_a_folder(person, folder):
    assert folder_name(person) == folder


@pytest.mark.parametrize(
    "person",
    [
        *(
            "",
            "   ",
            ".",
            "..",
            "../ada",
            "ada/../../etc",
            "/etc",
            "C:\\ada",
            "c:ada",
            "ada\\b",
            "~",
            "~root",
        ),
        *(
            ".hidden",
            "ad\u200da",
            "\u200dada",
            "می\u200c",
            "д\u200cд",
            "ada.",
            "-rf",
            "nul",
            "CON",
            "com1",
            "Lpt9.txt",
            "ada\x00",
            "ada\nlovelace\x1b[2J",
            "a|b",
        ),
        *("a\u202etxt", "a\u200bb", "\ud800", "x" * 61, "\N{COMBINING ACUTE ACCENT}", "!!!", "ada?"),
    ],
)
def test_what_leads_elsewhere_is_refused_in_words(person):
    with pytest.raises(RecordError, match=r"cannot be a person’s name here: .*Expected a name such as Ada"):
        folder_name(person)


@given(st.text(max_size=70))
def test_whatever_is_typed_stays_in_its_own_folder(tmp_path_factory, person):
    above = tmp_path_factory.getbasetemp() / "people"
    try:
        name = folder_name(person)
    except RecordError:
        return
    assert folder_name(name) == name
    assert (above / name).resolve().parent == above.resolve()
    (above / name).mkdir(parents=True, exist_ok=True)


def test_each_person_has_a_folder_beside_the_default_one(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("GOOD_ON_PAPER_HOME", raising=False)
    mine = person_folder()
    assert person_folder(person="Ada") == mine.with_name("ada")
    assert person_folder(person="me") == mine
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "elsewhere"))
    assert person_folder(person="Ada") == mine.with_name("ada"), "what is asked for now wins"
    with pytest.raises(RecordError, match="Give one of them"):
        person_folder(tmp_path, person="Ada")
