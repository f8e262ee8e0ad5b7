"""Every choice the kit made for the person: how it stands now, and what it can be changed to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper import patterns
from good_on_paper.catalogue import keys
from good_on_paper.forms.choice_made import Chosen, Control, Pick
from good_on_paper.frames.definitions import MOST_POINTS, SIDES, definition
from good_on_paper.frames.interviews import usual_wait
from good_on_paper.frames.names import role_names
from good_on_paper.frames.take_home import SAYS, counts_as, said_of
from good_on_paper.language.counts import count, in_100, uncapital
from good_on_paper.pages import titles
from good_on_paper.pages.in_common import which_jobs
from good_on_paper.pages.in_common.about import NO_OTHER, can_be
from good_on_paper.record.own_values import LONGEST_WAIT, MOST_COUNTS
from good_on_paper.study.declare import MOST_GUESSES
from good_on_paper.study.declared import DRAWN, GUESSES, MAIN, SECOND, UNSAID_MAIN, drawn, frozen
from good_on_paper.study.first_word import first_word
from good_on_paper.study.fixed import why_fixed
from good_on_paper.study.lean_declared import declared_lean
from good_on_paper.study.levels import WANTED
from good_on_paper.study.own_choice import opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from good_on_paper.frames.definitions import Side
    from good_on_paper.study.person import Person

NONE: Final = "none so far"
PICTURES: Final = "You have said how a job went: a need you name now makes pictures, but no patterns."
BY_NOW: Final = "Jobs are rated by these already: points you give now make pictures, but no patterns."
LOCKED: Final = "A guess you have locked keeps its days."
COUNTED: Final = "A number on your list itself comes first."
NO_WORD: Final = "It changes which jobs the charts count. What stands out stays the same."
ONE_FOR_ALL: Final = (
    "It is the same for everybody, for all looks together: whoever may widen it after a look finds something."
)
CHANCE: Final = f"at most {in_100(patterns.HOW_IT_WENT)} people, on each page"
_LEANS: Final = {"high": "too high", "low": "too low"}
_OFFERED: Final = {
    keys.SAME_TODAY_OFFER: "Would you say the same today?",
    keys.THEN_AND_NOW_OFFER: "What you said then, and now",
}
_WHEN_DUE, _NEVER = (Pick(), "when it is due"), (Pick("na"), "never")
_MOST: Final = 5


def choices(person: Person) -> list[Chosen]:
    """Return the choices in the order of the pages; what can no longer be changed honestly says why."""
    return [
        _order(person),
        *_before_a_look(person),
        *(_weighed(person, side, what) for side, what in zip(SIDES, _MEANS, strict=True)),
        _wait(person),
        _listed(person),
        _lean(person),
        _offered(person),
        _private(person),
    ]


_MEANS: Final = ("What success means", "What going wrong means")


def _before_a_look(person: Person) -> Iterator[Chosen]:
    yield _needs(person)
    yield _drawn(person)
    yield from _about(person)
    words = person.words()
    wanted = _named(f"{words[line].label} {level:g}" for line, level in person.wanted.items())
    fixed = why_fixed(person, WANTED)
    yield Chosen("How much of it is best", wanted, titles.COMMON, fixed=fixed)
    way = Control(
        keys.JOBS_COMPARED,
        "Compare",
        options=tuple((Pick("value", way), which_jobs.CALLED[way]) for way in which_jobs.ways(person)),
        usual=Pick("value", patterns.THIRDS),
    )
    stands = which_jobs.CALLED[which_jobs.chosen(person)]
    yield Chosen("Which jobs are compared", stands, titles.COMMON, (way,), note=NO_WORD)
    yield Chosen("How often chance may look like a pattern", CHANCE, fixed=ONE_FOR_ALL)


def _order(person: Person) -> Chosen:
    names = role_names(person)
    jobs = tuple((Pick("value", unit), name) for unit, name in names.items())
    control = (Control("order", "Your jobs, in order", "order", jobs),) if len(jobs) > 1 else ()
    return Chosen("The order of your jobs", "as you listed them", titles.WORK, control)


def _needs(person: Person) -> Chosen:
    lines = person.catalogue.items("circumstance")
    control = Control(
        GUESSES,
        "What you need",
        "several",
        tuple((Pick("value", item.key), item.worded().need) for item in lines),
        limits=(0, MOST_GUESSES),
    )
    words = person.words()
    stands = _named(words[line].need for line in person.guesses if line in words)
    fixed, late = why_fixed(person, GUESSES), opened(person) is not None
    note = PICTURES if late and not fixed else ""
    return Chosen("What you said you need", stands, titles.START, (control,), fixed, note)


def _drawn(person: Person) -> Chosen:
    words, there = person.words(), drawn(person)
    called = tuple((Pick("value", line), words[line].label) for line in there if line in words)
    control = (Control(DRAWN, "Draw others", "draw", called),) if there else ()
    fixed = why_fixed(person, DRAWN) if there else ""
    return Chosen(
        "Added at random, beside your needs", _named(said for _, said in called), titles.START, control, fixed
    )


def _about(person: Person) -> Iterator[Chosen]:
    words, (mains, seconds) = person.words(), can_be(person)
    second = person.second_outcomes
    called = {one: (Pick("value", one), uncapital(words[one].label)) for one in (*mains, *seconds)}
    among = tuple(called[one] for one in mains if one not in second)
    main = Control(MAIN, "Mainly", options=among, usual=Pick("value", UNSAID_MAIN))
    is_choice = len(called) > 1 or frozen(person) is not None
    beside = Control(SECOND, "And also", options=((Pick(), NO_OTHER), *(called[one] for one in seconds)))
    stands = _named(uncapital(words[one].label) for one in second)
    for what, now, control in (
        ("What the patterns are about", person.went, main),
        ("Looked at beside it", stands, beside),
    ):
        controls = (control,) if is_choice else ()
        yield Chosen(what, now, titles.COMMON, controls, why_fixed(person, control.key))


def _weighed(person: Person, side: Side, what: str) -> Chosen:
    told = definition(person, side.outcome)
    points = tuple((Pick("value", one), str(one)) for one in range(1, MOST_POINTS + 1))
    in_place = told["label"].sort_values()  # not by points: a row would move under the hand
    controls = tuple(Control(str(key), label, options=points) for key, label in in_place.items())
    stands = _named(f"{row['label']} {row['weight']}" for row in told.to_dict("records"))
    rated = any(first_word(person, (str(key),)) for key in told.index)
    return Chosen(what, stands, titles.LIKE, controls, note=BY_NOW if rated else "")


def _wait(person: Person) -> Chosen:
    days = Control(
        keys.ANSWER_WITHIN,
        "Days until no answer counts as no yes",
        "days",
        usual=Pick("value", usual_wait(person)),
        limits=(1, LONGEST_WAIT),
    )
    stands = f"{usual_wait(person)} days"
    return Chosen("How long you wait for an answer", stands, titles.AFTER, (days,), note=LOCKED)


def _listed(person: Person) -> Chosen:
    usual = counts_as(person)
    points = tuple((Pick("value", one), str(one)) for one in range(1, MOST_COUNTS + 1))
    controls = tuple(
        Control(said_of(keys.TAKE_COUNTS_AS, says), words, options=points, usual=Pick("value", usual[says]))
        for says, words in SAYS.items()
    )
    stands = ", ".join(f"{SAYS[says]} {points}" for says, points in usual.items())
    return Chosen(
        "How much your list counts, where you gave no number", stands, titles.BEFORE, controls, note=COUNTED
    )


def _lean(person: Person) -> Chosen:
    ways = ((Pick(), "we look both ways"), *((Pick("value", way), said) for way, said in _LEANS.items()))
    control = Control(keys.BAROMETER_LEAN, "Your numbers lean", options=ways)
    stands = _LEANS.get(declared_lean(person) or "", "we look both ways")
    fixed = why_fixed(person, keys.BAROMETER_LEAN)
    return Chosen("Which way your numbers lean", stands, titles.BAROMETER, (control,), fixed)


def _offered(person: Person) -> Chosen:
    """Return what *Start here* offers once in a while: a “never” can be taken back."""
    said = person.current(items=tuple(_OFFERED), units=(person.unit,))
    never = [called for key, called in _OFFERED.items() if _is_never(said.get((person.unit.id, key)))]
    controls = tuple(Control(key, called, options=(_WHEN_DUE, _NEVER)) for key, called in _OFFERED.items())
    stands = f"never: {_named(never)}" if never else "when it is due"
    return Chosen("Offered once in a while", stands, titles.WHOLE, controls)


def _is_never(said: object) -> bool:
    return getattr(said, "state", "") == "na"


def _private(person: Person) -> Chosen:
    private = [item for item in person.catalogue.items("circumstance", hidden=True) if item.private]
    return Chosen("Private circumstances", count(len(private), "circumstance"), titles.LIKE)


def _named(texts: Iterable[str]) -> str:
    """Name a few of them, and count the others."""
    every = list(texts)
    more = len(every) - _MOST
    return "; ".join(every[:_MOST]) + (f"; and {more} more" if more > 0 else "") or NONE
