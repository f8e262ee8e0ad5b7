"""The laws of asking, over people nobody has met."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import load, load_bank
from good_on_paper.questions import (
    BLANK,
    RATED,
    WRITTEN,
    YOUR_JOBS,
    YOUR_WORD,
    Because,
    Grounds,
    ask,
    others,
    worded,
)
from good_on_paper.questions.grounds import Found, JobPair, Story, Wording

BANK = load_bank()
LINES = {
    item.key: Wording(item.need, item.label, {"low": item.low, "high": item.high}, item.private)
    for item in load().items("circumstance")
} | {"my_own": Wording("Being left in peace", "Being left in peace", {"low": "never", "high": "always"})}
KEYS = tuple(LINES)
PERSON, TARGET, GOOD_JOB, BAD_JOB = "p" * 32, "t" * 32, "g" * 32, "b" * 32

LAW = settings(max_examples=40, deadline=None)

keys = st.sampled_from(KEYS)
unique = st.lists(keys, unique=True, max_size=5).map(tuple)
steps = st.integers(1, 7)


def pair(line: str, values: tuple[int, int]) -> JobPair:
    return JobPair(*values, ("Editor", "Cook"), ((GOOD_JOB, line), (BAD_JOB, line)))


people = st.builds(
    Grounds,
    person=st.just(PERSON),
    target=st.just(TARGET),
    lines=st.just(LINES),
    needs=unique,
    not_again=st.lists(keys.map(lambda key: f"{key}:high"), unique=True, max_size=3).map(tuple),
    known=st.dictionaries(keys, st.sampled_from(["know", "guess", "unknown"]), max_size=8),
    found=unique.map(
        lambda lines: tuple(Found(line, f"Worth asking about: {line}", ((GOOD_JOB, line),)) for line in lines)
    ),
    pairs=st.dictionaries(keys, st.tuples(steps, steps), max_size=6).map(
        lambda rated: {line: pair(line, values) for line, values in rated.items()}
    ),
    stories=st.lists(
        st.sampled_from(
            [Story(GOOD_JOB, "Editor", True, "They let me be"), Story(BAD_JOB, "Cook", False, "Heat")]
        ),
        unique=True,
        max_size=2,
    ).map(tuple),
    meets=st.lists(st.sampled_from(["recruiter", "manager", "peer", "senior", "report"]), unique=True).map(
        tuple
    ),
    talk=st.sampled_from(["first", "later", "offer"]),
)


def spoke(person: Grounds) -> bool:
    """Whether anything was said that could be a because."""
    wanted = {*person.needs, *(end.rpartition(":")[0] for end in person.not_again)}
    wanted |= {line for line, stands in person.known.items() if stands != "know"}
    wanted |= {one.line for one in person.found} | {line for line, two in person.pairs.items() if two.differs}
    return bool(person.stories or {line for line in wanted if person.known.get(line) != "know"})


@LAW
@given(people)
def test_each_question_has_one_because_that_leads_back_to_answers(person: Grounds) -> None:
    for question in ask(person, BANK):
        assert question.because.kinds
        assert set(question.because.kinds) <= {YOUR_WORD, WRITTEN, RATED, YOUR_JOBS, BLANK}
        assert question.because.sentence
        assert question.because.cells
        assert all(len(unit) == 32 and item for unit, item in question.because.cells)


@LAW
@given(people)
def test_three_to_five_for_whoever_has_spoken_and_none_for_whoever_has_not(person: Grounds) -> None:
    asked = ask(person, BANK)
    if not spoke(person):
        assert asked == ()
        return
    assert 1 <= len(asked) <= 5
    lines = {question.line for question in asked}
    if len(lines) > 1 or len(BANK.ways(*lines, "")) > 2:
        assert len(asked) >= 3
    assert len({question.key for question in asked}) == len(asked)
    assert len({question.text for question in asked}) == len(asked)


def test_from_nothing_nothing() -> None:
    assert ask(Grounds(), BANK) == ()
    assert ask(Grounds(lines=LINES, meets=("peer",), talk="offer"), BANK) == ()
    assert ask(Grounds(lines=LINES, known=dict.fromkeys(KEYS, "know"), needs=KEYS[:5]), BANK) == ()


@LAW
@given(people)
def test_nothing_known_is_asked(person: Grounds) -> None:
    known = {line for line, stands in person.known.items() if stands == "know"}
    assert not known & {question.line for question in ask(person, BANK)}


@LAW
@given(people)
def test_what_is_needed_and_unknown_comes_first_then_guesses_then_the_unsaid(person: Grounds) -> None:
    rank = {"unknown": 0, "guess": 1, "": 2}
    wanted = {*person.needs, *(end.rpartition(":")[0] for end in person.not_again)}
    asked = [question.line for question in ask(person, BANK)]
    needed = [line for line in dict.fromkeys(asked) if line in wanted]
    assert [rank[person.known.get(line, "")] for line in needed] == sorted(
        rank[person.known.get(line, "")] for line in needed
    )
    unknown = [line for line in person.needs if person.known.get(line) == "unknown"]
    assert asked[: len(unknown)] == unknown
    if unknown:
        assert BLANK in ask(person, BANK)[0].because.kinds


@LAW
@given(people, st.randoms(use_true_random=False))
def test_the_order_of_what_has_no_order_changes_nothing(person: Grounds, dice: object) -> None:
    def mixed(mapping: dict[str, object]) -> dict[str, object]:
        entries = list(mapping.items())
        dice.shuffle(entries)
        return dict(entries)

    other = replace(
        person,
        known=mixed(person.known) | {"no_line_at_all": "unknown"},
        pairs=mixed(person.pairs),
        meets=tuple(reversed(person.meets)),
        stories=tuple(reversed(person.stories)),
    )
    assert ask(other, BANK) == ask(person, BANK)


@LAW
@given(people)
def test_first_talks_get_questions_fit_for_them(person: Grounds) -> None:
    first = replace(person, talk="first", meets=())
    for question in ask(first, BANK, fewest=1):
        if question.line != "my_own":
            assert question.when == "now"
            assert not question.discloses


@LAW
@given(people)
def test_whom_they_meet_is_asked_where_a_way_fits(person: Grounds) -> None:
    met = replace(person, meets=("manager",), talk="offer")
    for question in ask(met, BANK, fewest=1):
        if question.line and any(way.who == "manager" for way in BANK.ways(question.line, "")):
            assert question.who == "manager"


@pytest.mark.parametrize("who", ["recruiter", "manager", "peer", "senior", "report"])
def test_what_people_need_most_can_be_asked_of_whoever_they_meet_first(who: str) -> None:
    for line in (item.key for item in load().core):
        person = Grounds(person=PERSON, target=TARGET, lines=LINES, needs=(line,), meets=(who,))
        assert [question.who for question in ask(person, BANK, fewest=1)] == [who], line


@LAW
@given(people)
def test_two_of_a_kind_stand_together_only_where_nothing_else_fits_as_well(person: Grounds) -> None:
    anyone = replace(person, meets=(), talk="offer")
    asked = ask(anyone, BANK, fewest=1)
    for before, question in itertools.pairwise(asked):
        if question.kind == before.kind and question.line:
            assert {way.kind for way in BANK.ways(question.line, "") if way.when == "now"} <= {before.kind}


@LAW
@given(people)
def test_an_unwanted_question_gives_way_to_another(person: Grounds) -> None:
    asked = ask(person, BANK)
    if asked:
        again = ask(person, BANK, without={asked[0].key})
        assert asked[0].key not in {question.key for question in again}
    beside = others(person, BANK, asked)
    assert {question.key for question in beside}.isdisjoint(question.key for question in asked)
    for question in (*asked, *beside):
        assert worded(question.key, person, BANK) == question


@LAW
@given(people, unique)
def test_different_needs_give_different_questions(person: Grounds, needs: tuple[str, ...]) -> None:
    one = replace(person, known={}, not_again=(), found=(), stories=(), pairs={})
    asked = [
        {question.line for question in ask(replace(one, needs=these), BANK)} for these in (needs, one.needs)
    ]
    assert (asked[0] == asked[1]) == (set(needs) == set(one.needs))


EDITOR_COOK = (
    Story(GOOD_JOB, "Editor", True, "They let me be"),
    Story(BAD_JOB, "Cook", False, "No plan, ever"),
)


@pytest.mark.parametrize(
    ("need", "rated", "said"),
    [
        ("clarity", (7, 4), "There was more of it in Editor (went well) than in Cook (would not do again)."),
        (
            "clarity",
            (4, 7),
            (
                "Your jobs say otherwise so far: there was more of it in Cook (would not do again) than in "
                "Editor (went well). Ask anyway; your word counts."
            ),
        ),
        (
            "pace",
            (2, 6),
            "It was more like that in Editor (went well) than in Cook (would not do again).",
        ),
        (
            "pace",
            (6, 2),
            (
                "Your jobs say otherwise so far: it was more like that in Cook (would not do again) than in "
                "Editor (went well). Ask anyway; your word counts."
            ),
        ),
    ],
)
def test_the_persons_own_answers_say_which_way_and_whether_they_speak_against_a_need(
    need: str, rated: tuple[int, int], said: str
) -> None:
    keyed = {key: replace(words, keyed=-1) if key == "pace" else words for key, words in LINES.items()}
    person = Grounds(
        person=PERSON, target=TARGET, lines=keyed, needs=(need,), pairs={need: pair(need, rated)}
    )
    sentence = ask(person, BANK)[0].because.sentence
    assert sentence.endswith(said)
    refused = replace(person, needs=(), not_again=(f"{need}:{'high' if need == 'pace' else 'low'}",))
    again = ask(refused, BANK)[0].because.sentence
    # what they refuse has the name of the circumstance; what they need keeps their own word for it
    assert again.endswith(said) if need == "clarity" else "here was more of “Time pressure” in" in again


@pytest.mark.parametrize(
    ("person", "kinds", "sentence"),
    [
        (
            {"needs": ("pace",), "known": {"pace": "unknown"}},
            (YOUR_WORD, BLANK),
            "You need “Enough time to do it well”, and you do not know what it is like there.",
        ),
        (
            {"needs": ("pace",)},
            (YOUR_WORD,),
            "You need “Enough time to do it well” to do good work.",
        ),
        (
            {"not_again": ("pace:high",), "known": {"pace": "guess"}},
            (YOUR_WORD, BLANK),
            (
                "Time pressure: you won’t have “far too tight, every day” again, and you are only "
                "guessing what it is like there."
            ),
        ),
        (
            {"known": {"pace": "unknown"}},
            (BLANK,),
            "You do not know what it is like there: “Enough time to do it well”.",
        ),
        (
            {"found": (Found("pace", "Worth asking about: in 0 of 3", ((GOOD_JOB, "pace"),)),)},
            (YOUR_JOBS,),
            "Worth asking about: in 0 of 3.",
        ),
        (
            {"pairs": {"pace": pair("pace", (2, 6))}},
            (RATED,),
            ("There was more of “Time pressure” in Cook (would not do again) than in Editor (went well)."),
        ),
        (
            {"stories": EDITOR_COOK[1:]},
            (WRITTEN,),
            "About Cook, which you would not do again, you wrote: “No plan, ever”",
        ),
    ],
)
def test_the_because_in_words(person: dict[str, object], kinds: tuple[str, ...], sentence: str) -> None:
    first = ask(Grounds(person=PERSON, target=TARGET, lines=LINES, **person), BANK)[0].because
    assert (first.kinds, first.sentence) == (kinds, sentence)


def test_a_rating_of_the_first_pass_is_never_said() -> None:
    """It is asked again, unseen."""
    person = Grounds(person=PERSON, target=TARGET, lines=LINES, pairs={"pace": pair("pace", (2, 6))})
    assert not any(char.isdigit() for char in ask(person, BANK)[0].because.sentence)


@LAW
@given(people)
def test_a_need_in_ones_own_words_is_asked_about_in_them_and_nothing_else_is(person: Grounds) -> None:
    for question in ask(person, BANK):
        assert (question.line == "my_own") == ("“Being left in peace”" in question.text)
        assert question.discloses or question.line != "my_own"


@pytest.mark.parametrize("meets", [(), ("manager",), ("recruiter",), ("report", "senior")])
def test_needs_of_ones_own_are_asked_about_in_different_words(meets: tuple[str, ...]) -> None:
    """Their frames are the same; asked twice in an interview, one would look odd."""
    own = {f"my_{number}": Wording(f"Need {number}", f"Need {number}") for number in range(5)}
    person = Grounds(person=PERSON, target=TARGET, lines=LINES | own, needs=tuple(own), meets=meets)
    asked = ask(person, BANK)
    assert [question.line for question in asked] == list(own)
    assert len({question.key.rpartition(":")[2] for question in asked}) == 5
    assert all(f"“{question.label}”" in question.text for question in asked)
    beside = others(person, BANK, asked)
    texts = [question.text for question in (*asked, *beside)]
    assert len(set(texts)) == len(texts)


@LAW
@given(people, st.sampled_from(["", "guess", "unknown"]), st.integers(3, 5))
def test_a_need_in_ones_own_words_always_comes_back(person: Grounds, stands: str, most: int) -> None:
    known = {line: value for line, value in person.known.items() if line != "my_own"}
    person = replace(person, needs=tuple({**dict.fromkeys(person.needs[:4]), "my_own": None}))
    person = replace(person, known=known | ({"my_own": stands} if stands else {}))
    asked = ask(person, BANK, most=most)
    assert "my_own" in {question.line for question in asked}
    assert len(asked) <= most
    because = next(question.because for question in asked if question.line == "my_own")
    assert because.sentence.startswith("You need “Being left in peace”")
    assert because.kinds[0] == YOUR_WORD
    assert (PERSON, "guesses") in because.cells


@LAW
@given(people)
def test_each_label_is_borne_out_by_what_was_said(person: Grounds) -> None:
    for question in ask(person, BANK, most=5):
        if not question.line:
            assert question.because.kinds == (WRITTEN,)  # here each is about a job that they described
            continue
        items = {item for _, item in question.because.cells}
        named = {"guesses", "not_again"} & items
        blank = f"knows:{question.line}" in items
        found = question.line in {one.line for one in person.found}
        kinds = question.because.kinds
        assert (YOUR_JOBS in kinds) == found
        assert (BLANK in kinds) == blank
        assert (YOUR_WORD in kinds) == bool(named)
        told = question.because.sentence
        assert (RATED in kinds) == (" of it in " in told or "more of “" in told)


def test_what_is_private_is_marked_so() -> None:
    person = Grounds(
        person=PERSON, target=TARGET, lines=LINES, needs=("treated_differently",), stories=EDITOR_COOK
    )
    assert all(isinstance(q.because, Because) and q.because.private for q in ask(person, BANK))


@pytest.mark.parametrize(("within", "differs"), [(0.0, True), (2.3, True), (4.0, False)])
def test_two_jobs_no_further_apart_than_one_s_own_answers_are_no_reason(within: float, differs: bool) -> None:
    two = replace(pair("pace", (2, 6)), within=within)
    person = Grounds(person=PERSON, target=TARGET, lines=LINES, needs=("pace",), pairs={"pace": two})
    (because,) = {question.because.sentence for question in ask(person, BANK) if question.line == "pace"}
    assert two.differs is differs
    assert ("Editor" in because) is differs


def test_each_of_those_they_meet_is_asked_something_before_anybody_is_asked_more() -> None:
    needs = ("decision_freedom", "resources", "manager_backing", "clarity", "feedback")
    needs = tuple(line for line in needs if line in LINES)
    person = Grounds(person=PERSON, target=TARGET, lines=LINES, needs=needs)
    for meets in itertools.combinations(("manager", "peer", "senior", "report"), 2):
        asked = ask(replace(person, meets=meets), BANK)
        assert len(asked) >= 3
        assert {question.who for question in asked} >= set(meets), meets
