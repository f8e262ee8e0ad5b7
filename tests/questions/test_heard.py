"""A second round: what was answered is not asked again, what told nothing sinks, what is open comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.brief.compose import compose
from good_on_paper.catalogue import load_bank
from good_on_paper.forms import Unknowns
from good_on_paper.frames.targets import known_of
from good_on_paper.frames.there import there
from good_on_paper.questions import WRITTEN
from good_on_paper.questions.asked_there import questions_for
from good_on_paper.questions.gather import gather
from good_on_paper.questions.listed import listed
from good_on_paper.questions.prepared import prepare, rests_on
from good_on_paper.questions.still_open import board, still_open
from good_on_paper.study.person import Person

if TYPE_CHECKING:
    from good_on_paper.record import Record


def hear(record: Record, target: str, **said: str) -> None:
    unit = record.add_unit("interview", parent=target, sitting=record.sitting("after"))
    for item, value in said.items():
        record.answer(unit, item.replace("__", ":"), value, sitting=record.sitting("after"))


def test_what_was_answered_is_not_asked_again_and_what_is_open_comes_first(record: Record) -> None:
    first = [one.key for one in prepare(Person(record)).questions]
    (target,) = record.units("target")
    hear(record, target.id, **{f"heard:{first[0]}": "They showed me.", f"heard_told:{first[0]}": "yes"})
    page = prepare(Person(record))
    second = [one.key for one in page.questions]
    assert first[0] not in second
    assert page.still == frozenset(first[1:])
    assert second[: len(page.still)] == first[1:]
    # as it was taken along
    assert {one.key for one in questions_for(Person(record), target.id)} >= {first[0]}


def test_what_an_interview_told_enough_about_is_known_and_not_asked_in_another_way(record: Record) -> None:
    first = prepare(Person(record)).questions[0]
    (target,) = record.units("target")
    heard = {f"heard:{first.key}": "She called in the night shift.", f"heard_told:{first.key}": "yes"}
    hear(record, target.id, **heard, meets_name="Ms Sill", talk_on="2026-05-04")
    person = Person(record)
    page = prepare(person)
    assert first.line not in [one.line for one in page.questions]
    assert page.known == (
        "Enough time to do it well: She called in the night shift (the interview with Ms Sill, 4 May 2026).",
    )
    assert known_of(person, target)[first.line] == "know"
    assert known_of(person, target, heard=False)[first.line] == "unknown"
    row = there(person).set_index("line").loc[first.line]
    assert (row["knows"], row["said"]) == ("know", "She called in the night shift.")
    assert row["who"] == "the interview with Ms Sill"
    assert board(person, target.id, [first.line]).iloc[:, -1].tolist() == [True]
    # what they say of it afterwards counts in its place
    record.answer(target, f"knows:{first.line}", "guess", sitting=record.sitting("said"))
    assert known_of(Person(record), target)[first.line] == "guess"
    assert first.line in [one.line for one in prepare(Person(record)).questions]


def test_the_list_of_what_is_known_shows_what_was_told_and_takes_another_word(record: Record) -> None:
    first = prepare(Person(record)).questions[0]
    (target,) = record.units("target")
    told = {f"heard:{first.key}": "She showed me.", f"heard_told:{first.key}": "yes"}
    hear(record, target.id, **told, meets_name="Ms Sill; the head cook")
    form = Unknowns(record, Person(record).catalogue)
    cells = {item: cell for unit, item, cell in form.page_state()["cells"] if unit == target.id}
    assert cells[f"knows:{first.line}"]["value"] == "know"
    assert cells[f"known_what:{first.line}"]["value"] == "She showed me."
    assert f"known_from:{first.line}" not in cells  # they named who they met, not who said it
    for item, value in ((f"known_what:{first.line}", "Seen it."), (f"knows:{first.line}", "guess")):
        said = {"unit": target.id, "item": item, "value": value, "replaces": cells[item]["seq"]}
        (ack, *_) = form.handle({"type": "answer", "n": 1, "token": item, **said})
        assert ack["type"] == "ack"
    now = {item: cell for unit, item, cell in form.page_state()["cells"] if unit == target.id}
    assert [now[f"{kind}:{first.line}"]["value"] for kind in ("knows", "known_what")] == ["guess", "Seen it."]


def test_what_told_a_little_is_not_known(record: Record) -> None:
    first = prepare(Person(record)).questions[0]
    (target,) = record.units("target")
    hear(record, target.id, **{f"heard:{first.key}": "Hm.", f"heard_told:{first.key}": "a_little"})
    assert known_of(Person(record), target)[first.line] == "unknown"


def test_what_told_nothing_sinks_for_whichever_job_while_there_is_another_way(record: Record) -> None:
    first = prepare(Person(record)).questions[0]
    (target,) = record.units("target")
    hear(record, target.id, **{f"heard_told:{first.key}": "no"})
    sitting = record.sitting("said")
    other = record.add_unit("target", sitting=sitting)
    record.answer(record.person, "target_chosen", other.id, sitting=sitting)
    asked = prepare(Person(record)).questions
    assert first.key not in [one.key for one in asked]
    assert first.line in [one.line for one in asked]  # it is still worth asking about, in another way


def test_the_persons_order_stands_and_what_comes_in_later_follows(record: Record) -> None:
    keys = [one.key for one in prepare(Person(record)).questions]
    (target,) = record.units("target")
    order = {"order": " ".join([keys[-1], "gone:9", keys[0]])}
    record.answer(target, "question:-order", order, sitting=record.sitting("said"))
    assert [one.key for one in prepare(Person(record)).questions][:2] == [keys[-1], keys[0]]
    assert len(prepare(Person(record)).questions) == len(keys)


def test_a_question_in_place_of_another_keeps_its_place_in_the_persons_order(record: Record) -> None:
    first, *others = prepare(Person(record)).questions
    (target,) = record.units("target")
    sitting = record.sitting("said")
    order = {"order": " ".join([first.key, *(one.key for one in others)])}
    record.answer(target, "question:-order", order, sitting=sitting)
    record.answer(target, f"question:{first.key}", {"gone": "another"}, sitting=sitting)
    told, *behind = prepare(Person(record)).questions
    assert (told.line, told.key == first.key) == (first.line, False)
    assert [one.key for one in behind][: len(others)] == [one.key for one in others]


def test_the_persons_own_words_are_offered_inside_a_question_and_not_put_there(record: Record) -> None:
    record.answer(record.person, "take_words:pace", "Time to think", sitting=record.sitting("said"))
    page = prepare(Person(record))
    (one,) = [one for one in page.questions if one.line == "pace"]
    assert "Time to think" not in one.text
    assert any("“Time to think”" in text for text in page.in_words[one.key])
    assert not [answer for answer in record.answers() if answer.item.startswith("question:")]
    (target,) = record.units("target")
    (words,) = page.in_words[one.key]
    record.answer(target, f"question:{one.key}", {"text": words}, sitting=record.sitting("questions"))
    (used,) = [used for used in prepare(Person(record)).questions if used.key == one.key]
    assert used.because.sentence == f"On your list you wrote “Time to think” for this. {one.because.sentence}"
    assert used.because.kinds[0] == WRITTEN
    assert (record.person.id, "take_words:pace") in used.because.cells
    assert any("your own words for" in line for line in rests_on(Person(record), used.because))


def test_what_was_written_of_a_job_is_offered_where_the_question_is_about_that_job_and_nowhere_else(
    record: Record,
) -> None:
    """Whatever else is asked has nothing to do with it."""
    sitting = record.sitting("said")
    for went, wrote, pace in (("went_well", "They let me be", 7), ("would_not_repeat", "No plan, ever", 1)):
        role = record.add_unit("role", sitting=sitting)
        for item, value in (("title", went), ("in_a_line", wrote), ("pace", pace), ("clarity", pace)):
            record.answer(role, item, value, sitting=sitting)
        record.answer(record.person, went, role.id, sitting=sitting)
    page = prepare(Person(record), most=10)
    offered = {one.key: page.in_words.get(one.key, ()) for one in page.questions}
    for key, texts in offered.items():
        about = {"-well": "They let me be", "-not_again": "No plan, ever"}.get(key.partition(":")[0])
        assert [about in text for text in texts] == ([True] if about else [])
    assert sum(map(bool, offered.values())) == 2


def test_signs_of_a_question_in_other_words_say_whose_they_are(record: Record) -> None:
    first, second, *_ = prepare(Person(record)).questions
    assert first.signs == (f"Good sign: {first.good}", f"Bad sign: {first.bad}")
    (target,) = record.units("target")
    said = {first.key: {"text": "When were you last told no?"}, second.key: {"text": second.text}}
    for key, value in said.items():
        record.answer(target, f"question:{key}", value, sitting=record.sitting("questions"))
    changed, same, *_ = questions_for(Person(record), target.id)
    assert changed.text == "When were you last told no?"
    assert changed.signs == (f"These go with the original question: “{first.text}”", *first.signs)
    assert same == second
    paper = " ".join(compose(Person(record), parts=("questions", "listen_for")).texts())
    assert changed.text in paper
    assert all(sign in paper for sign in second.signs)
    assert not any(words in paper for words in (first.text, *changed.signs))


def reword(record: Record, target: str, key: str, text: str) -> None:
    record.answer(target, f"question:{key}", {"text": text}, sitting=record.sitting("questions"))


def test_a_question_in_their_own_words_goes_once_it_was_answered_like_any_other(record: Record) -> None:
    first, second, *_ = prepare(Person(record)).questions
    (target,) = record.units("target")
    reword(record, target.id, first.key, "When did you last stay late?")
    reword(record, target.id, "-own:a", "Where do you park the bicycles?")
    assert {first.key, "-own:a"} <= {one.key for one in prepare(Person(record)).questions}
    for key in (first.key, "-own:a"):
        hear(record, target.id, **{f"heard:{key}": "They showed me.", f"heard_told:{key}": "yes"})
    asked = {one.key for one in prepare(Person(record)).questions}
    assert not asked & {first.key, "-own:a"}
    assert second.key in asked
    # what they word anew after that is asked again, for its reason, of whom it was meant for
    reword(record, target.id, first.key, "And since then, how late?")
    (again,) = (one for one in prepare(Person(record)).questions if one.key == first.key)
    assert (again.text, again.who, again.line) == ("And since then, how late?", first.who, first.line)
    assert (
        again.because.sentence
        == f"You need “{Person(record).item(first.line).worded().need}” to do good work."
    )


def test_a_question_in_their_own_words_that_told_nothing_stays(record: Record) -> None:
    first, *_ = prepare(Person(record)).questions
    (target,) = record.units("target")
    reword(record, target.id, first.key, "When did you last stay late?")
    hear(record, target.id, **{f"heard_told:{first.key}": "no"})
    (stays,) = (one for one in prepare(Person(record)).questions if one.key == first.key)
    assert (stays.text, stays.because) == ("When did you last stay late?", first.because)


def test_a_reworded_question_about_what_was_only_unknown_keeps_whom_to_ask(record: Record) -> None:
    (target,) = record.units("target")
    sitting = record.sitting("said")
    record.answer(target, "knows:variety", "unknown", sitting=sitting)
    reword(record, target.id, "variety:0", "What did you do on Tuesday?")
    (before,) = (one for one in prepare(Person(record)).questions if one.key == "variety:0")
    record.answer(target, "knows:variety", "know", sitting=sitting)
    (after,) = (one for one in prepare(Person(record)).questions if one.key == "variety:0")
    assert (after.text, after.who) == (before.text, before.who)
    assert after.who
    paper = " ".join(compose(Person(record), parts=("questions",)).texts())
    assert "My own question." in paper
    assert "again." not in paper


def test_what_was_said_of_the_offer_itself_is_asked_no_more(record: Record) -> None:
    (target,) = record.units("target")
    sitting = record.sitting("said")
    record.answer(record.person, "not_again:being_watched", value=True, sitting=sitting, private=True)
    record.answer(record.person, "not_again", ["interruptions:high"], sitting=sitting)
    other = record.add_unit("target", sitting=sitting)
    things = ("-worry-being_watched", "interruptions:high")

    def about() -> set[str]:
        page = prepare(Person(record), most=20)
        return {one.key.rpartition(":")[0] for one in page.questions} & {
            "-worry-being_watched",
            "interruptions",
        }

    for thing in things:  # of the other one: nothing about this one
        record.answer(other, f"offer_has:{thing}", "no", sitting=sitting)
    record.answer(record.person, "target_chosen", target.id, sitting=sitting)
    assert about() == {"-worry-being_watched", "interruptions"}
    open_before = open_lines(record)
    assert "interruptions" in open_before
    for thing in things:
        record.answer(target, f"offer_has:{thing}", "no", sitting=sitting)
    assert about() == set()
    assert open_lines(record) == [line for line in open_before if line != "interruptions"]


def open_lines(record: Record) -> list[str]:
    person = Person(record)
    grounds = gather(person)
    return [one.line for one in still_open(grounds, listed(person, grounds), load_bank())]
