"""A copy for somebody: what the allow-list lets through, with stand-ins, and no name in any of its bytes."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import keys, load
from good_on_paper.export.copy_choice import CopyChoice
from good_on_paper.export.copy_for import copy_for, write_copy
from good_on_paper.export.copy_parts import PARTS
from good_on_paper.export.stand_ins import StandIns, folded, left_over, names_in
from good_on_paper.frames import ratings
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import NOTE, Record, RecordError
from good_on_paper.record.archive import export_archive
from good_on_paper.record.encryption import WrongPassphrase
from good_on_paper.record.forget import forget_item, forget_unit
from good_on_paper.record.merging import merge_preview, read_copy
from good_on_paper.record.unarchive import restore_archive
from good_on_paper.study.copy_words import CopyWords
from good_on_paper.study.declare import declare
from good_on_paper.study.from_copy import bring_copy

WORDS = "four blue geese at noon"
EMPLOYERS = ("Søndergaard & Quill", "Hallmark Foods Ltd")
PEOPLE = ("Wilhelmina Okafor", "Zbigniew")
PLACES = ("Thrumster",)
STORY = "Okafor's team at hallmark; SONDERGAARD paid, W.O. left"
SECRET = "quandary at the weir"


@pytest.fixture
def person(tmp_path):
    with Record.open(tmp_path / "person") as record:
        sitting = record.sitting("roles")
        for number, employer in enumerate(EMPLOYERS):
            role = record.add_unit("role", sitting=sitting)
            said = {
                "title": f"Baker for {employer}",
                "employer": employer,
                "started": "2011-03-05",
                "place": PLACES[0],
                "summary": STORY,
            }
            for item, value in said.items():
                record.answer(role, item, value, sitting=sitting)
            record.answer(role, "pace", 3 + number, sitting=sitting)
            record.answer(role, "pace", 4 + number, sitting=sitting)
            record.answer(role, "worn", 6, sitting=sitting, private=True)
            record.answer(role, "achieved", SECRET, sitting=sitting, private=True)
            record.answer(role, "points_mine", 3, sitting=sitting, private=True)
        job = record.add_unit("target", sitting=sitting)
        record.answer(job, "employer", EMPLOYERS[1], sitting=sitting)
        talk = record.add_unit("interview", parent=job, sitting=sitting)
        record.answer(talk, keys.MET_NAME, f"Ms {PEOPLE[0]}; {PEOPLE[1]} and two more", sitting=sitting)
        record.answer(talk, keys.YES_CHANCE, {"of": 70, "within": 30}, sitting=sitting)
        record.answer(talk, "nerves_felt", 6, sitting=sitting, private=True)
        record.answer(record.person, "guesses", ["pace"], sitting=sitting)
        yield record


def made(record, **more):
    return copy_for(record, load(record.folder / "catalogue.toml"), CopyChoice("Ruth, coach", "Anna", **more))


def opened(record, tmp_path, **more):
    """The copy, brought into a folder of its own; locking it takes a while, and one test does."""
    file = tmp_path / f"copy-{len(list(tmp_path.iterdir()))}.json"
    file.write_text(made(record, **more).text, encoding="utf-8")
    folder = file.with_suffix(".folder")
    restore_archive(file, folder)
    return file, folder


def bytes_of(folder):
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def planted():
    names = (*EMPLOYERS, *PEOPLE, *PLACES, "Okafor", "Hallmark", "Sondergaard", "Søndergaard", "W.O.", SECRET)
    return [*names, *(json.dumps(name)[1:-1] for name in names)]


@pytest.mark.parametrize("text", [False, True])
def test_no_name_and_nothing_private_is_in_any_byte(person, tmp_path, text):
    file, folder = opened(person, tmp_path, text=text)
    said = [data.decode("utf-8", "replace") for data in (*bytes_of(folder), file.read_bytes())]
    there = [folded(one) for one in said]
    for name in planted():
        assert not any(folded(name) in one for one in there), name
    assert ("team at Employer" in "".join(said)) is text


def test_questions_travel_when_ticked_with_stand_ins_and_come_back_from_the_coach(person, tmp_path):
    job = person.units("target")[0]
    sitting = person.sitting("questions")
    own = f"Who follows {PEOPLE[1]} at {EMPLOYERS[1]}?"
    person.answer(job, "question:-own:1", {"text": own}, sitting=sitting)
    person.answer(job, "question:pace:0", {"gone": "dropped"}, sitting=sitting)
    person.answer(job, "question:-paper", {"paper": "-own:1"}, sitting=sitting)
    assert "question:" not in made(person).text
    parts = frozenset({"jobs", "search", "questions"})
    copy = made(person, parts=parts)
    told = [line for line in copy.lines if line.asked == "Your question"]
    assert sorted(line.says.partition(" Person")[0] for line in told) == [
        "Who follows",
        "left out",
        "put on paper",
    ]
    assert not any(name in folded(copy.text) for name in ("zbigniew", "hallmark"))
    file, folder = opened(person, tmp_path, parts=parts)
    with Record.open(folder) as theirs:
        asked = theirs.sitting("questions")
        theirs.answer(job.id, "question:-own:2", {"text": "What did the last one leave?"}, sitting=asked)
        export_archive(theirs, back := file.with_name("back.json"))
    found = merge_preview(person.folder, read_copy(back))
    told = CopyWords.of(person, found)
    assert [line.partition(", a question: ")[2] for line in told.lines] == ["What did the last one leave?"]
    bring_copy(person.folder, found.other, {})
    said = person.current(units=(job,))
    assert said[job.id, "question:-own:1"].value == {"text": own}
    assert said[job.id, "question:-own:2"].value == {"text": "What did the last one leave?"}


def test_it_is_locked_and_never_written_over_another_file(person, tmp_path):
    file, copy = tmp_path / "for Ruth", made(person)
    write_copy(person, copy, file, WORDS)
    shut = file.read_bytes()
    assert all(name.encode() not in shut for name in (*planted(), "Employer", "Anna"))
    assert (file.stat().st_mode & 0o777) == 0o600
    with pytest.raises(WrongPassphrase):
        restore_archive(file, tmp_path / "no", passphrase="other words")
    restore_archive(file, tmp_path / "opened", passphrase=WORDS)
    before = person.newest
    with pytest.raises(RecordError, match="there is such a file already"):
        write_copy(person, copy, file, WORDS)
    assert (file.read_bytes(), person.newest) == (shut, before)
    [kept] = person.current(items=(keys.STAND_INS,)).values()
    assert kept.private
    assert not any(folded(name) in folded(json.dumps(kept.value)) for name in (*EMPLOYERS, *PEOPLE))
    assert kept.value["key"] not in copy.text


def test_it_opens_like_any_record_and_says_whose_copy_it_is(person, tmp_path):
    _, folder = opened(person, tmp_path)
    with Record.open(folder) as copy:
        assert (copy.made_for.whose, copy.made_for.whom) == ("Anna", "Ruth, coach")
        assert ratings(Snapshot(copy))["pace"].tolist() == [4, 5]
        employers = {answer.value for answer in copy.current(items=("employer",)).values()}
        assert len(employers) == 2
        assert all(name.startswith("Employer ") for name in employers)
        titles = [answer.value for answer in copy.current(items=("title",)).values()]
        assert all(title.removeprefix("Baker for ") in employers for title in titles)
        [met] = copy.current(items=(keys.MET_NAME,)).values()
        assert len(met.value.split(", ")) == 2
        assert "You" not in met.value
        assert [len(copy.history(role, "pace")) for role in copy.units("role")] == [1, 1], "no history"
        off = {"summary", "worn", "achieved", "points_mine", keys.YES_CHANCE, "nerves_felt", keys.STAND_INS}
        assert not off & {item for _, item in copy.current()}
        with pytest.raises(RecordError, match="This is a copy of Anna’s record, made for Ruth, coach"):
            declare(Snapshot(copy), "guesses", ["hours"], sitting=copy.sitting("guesses"))


def test_the_stand_ins_are_the_same_in_the_next_copy(person):
    said = []
    for _ in range(2):
        copy = made(person)
        said.append({row["id"]: row["value"] for row in json.loads(copy.text)["answers"]})
        sitting = person.sitting("copy")
        person.answer(person.person, keys.STAND_INS, dict(copy.names), sitting=sitting, private=True)
    assert said[0] == said[1]


def test_years_levels_private_and_further_parts_are_chosen(person, tmp_path):
    parts = frozenset(part.key for part in PARTS)
    _, folder = opened(person, tmp_path, years=True, levels=True, private=True, parts=parts)
    with Record.open(folder) as copy:
        said = {item: answer.value for (_, item), answer in copy.current().items()}
    assert said["started"] == "2011"
    assert said["title"] == "Job"
    assert (said["worn"], said["points_mine"], said["nerves_felt"]) == (6, 3, 6)
    assert said[keys.YES_CHANCE] == {"of": 70, "within": 30}
    assert "achieved" not in said, "free text is another tick"
    with pytest.raises(RecordError, match="'gossip' is no part"):
        made(person, parts=frozenset({"gossip"}))


def test_every_line_is_shown_and_what_is_left_over_is_marked(person):
    role = person.units("role")[0]
    person.answer(role, "summary", "Then the Guild at 12345, x@y.org", sitting=person.sitting("roles"))
    copy = made(person, text=True)
    told = json.loads(copy.text)
    values = [row for row in told["answers"] if row["item"] not in ("listed", "order")]
    assert len(copy.lines) == len(values)
    [line] = [line for line in copy.lines if "Guild" in line.says]
    assert line.left == ("Guild", "12345", "@")
    assert copy.left_out > 0


def test_a_job_in_which_something_hurt_stays_at_home(person, tmp_path):
    first, second = person.units("role")
    person.answer(first, "hurt", "yes", sitting=person.sitting("roles"), private=True)
    _, folder = opened(person, tmp_path)
    with Record.open(folder) as copy:
        assert [unit.id for unit in copy.units("role")] == [second.id]


def test_what_the_coach_says_comes_back_and_what_was_withheld_covers_nothing(person, tmp_path):
    _, folder = opened(person, tmp_path)
    role = person.units("role")[0]
    with Record.open(folder) as copy:
        sitting = copy.sitting("notes")
        note = copy.add_unit(NOTE, parent=role.id, sitting=sitting)
        copy.answer(note, keys.NOTE_TEXT, "ask about the geese", sitting=sitting)
        copy.answer(role.id, "clarity", 5, sitting=sitting)
        copy.answer(role.id, "title", "Chief geese", sitting=sitting)
        copy.undo(sitting)
        export_archive(copy, tmp_path / "back.json")
    before = {cell: answer.value for cell, answer in person.current().items()}
    other = read_copy(tmp_path / "back.json")
    found = merge_preview(person.folder, other)
    [fork] = found.forks
    assert fork.item == "title"
    assert [head.here for head in fork.heads] == [True, False]
    bring_copy(person.folder, other, {fork.cell: fork.heads[0].id})
    after = {cell: answer.value for cell, answer in person.current().items()}
    assert after == before | {(role.id, "clarity"): 5}
    assert person.current(units=person.units(NOTE))[note.id, keys.NOTE_TEXT].value == "ask about the geese"
    assert merge_preview(person.folder, other).empty
    with closing(sqlite3.connect(person.path)) as sql:
        assert sql.execute("SELECT count(*) FROM withheld").fetchone() == (0,)


def test_nobody_but_the_person_erases_their_answers(person, tmp_path):
    _, folder = opened(person, tmp_path)
    role = person.units("role")[0].id
    with Record.open(folder) as copy:
        note = copy.add_unit(NOTE, parent=role, sitting=copy.sitting("notes")).id
    for erase in (lambda: forget_unit(folder, role), lambda: forget_item(folder, "pace")):
        with pytest.raises(RecordError, match="a copy of Anna’s record"):
            erase()
    assert forget_unit(folder, note).units == 1


NAMES = st.lists(
    st.text(st.sampled_from("abcdeßéøÅZ'- "), min_size=3, max_size=12).filter(
        lambda name: len(folded(name).strip()) > 2
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(
    NAMES,
    st.sampled_from(["{}", "at {}’s.", "({})", "{}, then"]),
    st.sampled_from([str, str.upper, str.casefold]),
)
def test_a_name_is_found_in_any_case_and_none_is_left(names, around, cased):
    stand_ins = StandIns.made([("Employer", name) for name in names])
    for name in names:
        text = stand_ins.replaced(around.format(cased(name)))
        assert stand_ins.first_in(text) is None or folded(name).strip() in folded("employer")
    assert len(set(stand_ins.of.values())) == len(stand_ins.of)
    again = StandIns.made([("Employer", name) for name in reversed(names)], stand_ins.kept)
    assert again.of == stand_ins.of


def test_a_stand_in_is_never_somebodys_real_name():
    for _ in range(20):
        given_names = [
            ("Employer", "Employer A"),
            ("Employer", "Quill"),
            ("Person", "Person 1"),
            ("Person", "Zoe"),
        ]
        assert not set(StandIns.made(given_names).of.values()) & {"Employer A", "Person 1"}


def test_a_line_says_names_and_no_codes_and_a_title_is_looked_at_twice_for_a_name_only(person):
    role, sitting = person.units("role")[0], person.sitting("roles")
    person.answer(role, "title", "Night Manager Thrumpton", sitting=sitting)
    person.answer(person.person, keys.WENT_WELL, role.id, sitting=sitting)
    person.answer(person.person, keys.PRIMARY_OUTCOME, keys.BY_SUCCESS, sitting=sitting)
    person.answer(person.person, "question:pace", {"paper": "a"}, sitting=sitting)
    copy = made(person, parts=frozenset({"jobs", "needs", "questions"}))
    said = {line.asked: line for line in copy.lines if line.about == "You"}
    assert said["A job that went well"].says.startswith("Night Manager Thrumpton, Employer ")
    assert said["What you compare your jobs by first"].says == "what success means to you"
    pace = load().item("pace").worded().label
    assert said[f"Your question about {pace}"].says == "put on paper"
    assert not any(line.left for line in said.values())
    [title] = [line for line in copy.lines if line.says == "Night Manager Thrumpton"]
    assert title.left == ("Thrumpton",)


def test_what_is_private_and_stays_is_named(person):
    assert "1 part of what going wrong means to you" in made(person).stays
    assert SECRET not in str(made(person).stays)
    assert made(person, private=True).stays == ()
    assert not any("going wrong" in one for one in made(person, parts=frozenset({"ratings"})).stays)


def test_names_and_left_overs_are_read_as_a_person_would():
    assert names_in("Ms Okafor; two from the ward, and Søren B.") == ["Okafor", "Søren B."]
    assert left_over("The oven. Then I asked.") == []
    assert left_over("We asked the Guild") == ["Guild"]


@pytest.mark.parametrize(
    ("said", "left", "doubted"),
    [
        ("In May we baked.", "In May we baked.", ["May"]),
        ("One of us went. Then May came", "One of us went. Then May came", ["One", "May"]),
        ("Press on, she said", "Press on, she said", ["Press"]),
        ("We asked Mr. Young, and T. Young.", "We asked Mr. Person 1, and Person 1.", []),
        ("We asked the Press.", "We asked the Employer A.", []),
        ("They saw May Young, One Client and Quill Press", "They saw Person 2, Person 3 and Employer A", []),
    ],
)
def test_a_common_word_of_a_name_that_begins_a_sentence_stays_and_is_looked_at_twice(said, left, doubted):
    names = [
        ("Employer", "Quill Press"),
        *(("Person", each) for each in ("T. Young", "May Young", "One Client")),
    ]
    stand_ins = StandIns.made(names)
    told = stand_ins.replaced(said)
    numbers = {name: stand_ins.of[folded(name)] for _, name in names}
    for number, name in enumerate(("T. Young", "May Young", "One Client"), 1):
        left = left.replace(f"Person {number}", f"<{name}>")
    for name, stand_in in numbers.items():
        left = left.replace(f"<{name}>", stand_in)
    assert told == left
    assert sorted(stand_ins.doubtful(told)) == sorted(doubted)


def test_a_common_word_of_a_longer_name_is_left_alone_in_small_letters():
    names = [
        ("Employer", "Quill and Tarn Press"),
        ("Employer", "Riverside Library"),
        ("Employer", "Wells"),
        ("Employer", "Ondra Ferries"),
    ]
    replaced = StandIns.made([*names, ("Person", "Will Zbigniew")]).replaced
    plain = "I will press on in the library, ask about this press: ferries, a ferry"
    assert replaced(plain) == plain
    for said in (
        "the Press",
        "TARN",
        "tarn's",
        "quill and tarn press",
        "riverside",
        "wells",
        "Will",
        "zbigniew",
    ):
        text = replaced(f"It was {said} then")
        assert "Employer " in text or "Person " in text, said
        assert said not in text
