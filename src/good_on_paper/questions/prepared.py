"""The questions for one interview, as the person worded, dropped and added them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys, load_bank, phrase
from good_on_paper.catalogue.bank import LINE
from good_on_paper.frames import role_names
from good_on_paper.frames.take_home import WORRY, line_of
from good_on_paper.frames.targets import NOT_AGAIN, WHO, YOURS, interview_day, told
from good_on_paper.language.counts import joined
from good_on_paper.language.day_names import days_left
from good_on_paper.questions.ask import MOST, ask, others, story_of, worded
from good_on_paper.questions.gather import gather
from good_on_paper.questions.heard import Heard, heard
from good_on_paper.questions.likeness import like_rehearsed
from good_on_paper.questions.listed import listed
from good_on_paper.questions.question import WRITTEN, Because, Question
from good_on_paper.questions.still_open import still_open
from good_on_paper.questions.taken_along import PAPER, taken_along
from good_on_paper.study.contrast import all_seen
from good_on_paper.study.levels import WANTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from good_on_paper.catalogue import Bank, Catalogue
    from good_on_paper.questions.grounds import Grounds
    from good_on_paper.questions.question import Reason
    from good_on_paper.questions.taken_along import TakenAlong
    from good_on_paper.study.contrast import Report
    from good_on_paper.study.person import Person

ITEM: Final = "question:"
"""Prefix of an item on the target: how the person worded or dropped the question named after it."""
OWN: Final = "-own:"
TEXT, GONE = "text", "gone"
ORDER, ORDER_OF = "-order", "order"
"""Key of the order of the questions, and its keys in a row."""
DROPPED, ANOTHER = "dropped", "another"
WHENS: Final = {"now": "", "second": "from the second interview on", "offer": "once there is an offer"}


@dataclass(frozen=True)
class Prepared:
    """What to ask in one interview.

    Attributes
    ----------
    target : str
        The id of the target.
    name : str
        The name of the target; may be empty.
    day : str
        The day of the interview, and how far off it is; may be empty.
    meets : tuple of str
        Who the person meets, as keys of `WHO`; empty if unknown.
    meets_name : str
        The name of the one they meet; may be empty.
    questions : tuple of Question
        As the person words them.
    original : dict
        Key to the kit's own wording, if there is one.
    more : int
        How many other questions could be asked.
    dropped : int
        How many the person does not want.
    known : tuple of str
        What they know already, as they wrote it: the line, what they know, from whom, since when.
    """

    target: str
    name: str
    day: str
    meets: tuple[str, ...]
    meets_name: str
    questions: tuple[Question, ...]
    original: dict[str, str]
    more: int
    dropped: int
    known: tuple[str, ...] = ()
    still: frozenset[str] = frozenset()
    """Keys of questions from the last interview for this job that have no answer yet."""
    in_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Key to the same question with the person's own words in it, for them to use or not."""
    paper: TakenAlong | None = None
    """The last paper for this interview, if there is one."""
    reworded: frozenset[str] = frozenset()
    """Keys of questions on that paper that have other words by now."""

    @property
    def new(self) -> frozenset[str]:
        """Keys of questions that are not on the paper the person has; without a paper none is new."""
        there = {one.key for one in self.questions}
        return frozenset(there.difference(self.paper.keys)) if self.paper else frozenset()

    @property
    def gone(self) -> int:
        """How many questions of that paper are no longer here."""
        there = {one.key for one in self.questions}
        return len(set(self.paper.keys) - there) if self.paper else 0

    @property
    def date(self) -> str:
        """The day alone: on paper, "in 6 days" would soon be wrong."""
        return self.day.partition(", ")[0]

    @property
    def whom(self) -> str:
        """Who the person meets, in words: "Dr. Okafor, my future manager"; may be empty."""
        return self.whom_of(WHO)

    def whom_of(self, who: Mapping[str, str]) -> str:
        """Return the same in other words: `YOURS` when the kit speaks to the person."""
        return met_in_words(self.meets, self.meets_name, who)

    def asked(self, question: Question, words: Mapping[str, str] = WHO) -> str:
        """Who a question is for, in words; by name if the person meets them. May be empty."""
        who = words.get(question.who, "")
        if who and self.meets and question.who not in self.meets:
            return f"whoever you meet; {who} would know best"
        return self.whom_of(words) if (question.who,) == self.meets else who


def met_in_words(meets: Sequence[str], name: str, who: Mapping[str, str]) -> str:
    """Return who somebody meets, by kind and name: "Dr. Okafor, my future manager"; may be empty."""
    roles = joined([who[one] for one in meets])
    if not name or not roles:
        return name or roles
    # with several kinds of people, nobody knows whose name this is
    return f"{roles}: {name}" if len(meets) > 1 else f"{name}, {roles}"


def prepare(
    person: Person,
    jobs: Sequence[Report] = (),
    *,
    most: int = MOST,
    target: str = "",
    next_round: bool = True,
    grounds: Grounds | None = None,
) -> Prepared:
    """Return at most `most` questions for a target; see `gather` for the other parameters.

    A caller that has gathered the grounds already passes them in place of `jobs` and `target`.

    In a next round we leave out what was answered in the last one, and ask first what is still open since
    then. Left as it was before it, nothing that is heard changes what was asked.
    """
    grounds, bank = grounds or gather(person, jobs, target=target, heard=next_round), load_bank()
    target = grounds.target
    before = heard(person, target) if next_round else Heard()
    said = {
        item.removeprefix(ITEM): answer
        for (_, item), answer in person.current(units=(target,)).items()
        if item.startswith(ITEM) and answer.state == "value" and isinstance(answer.value, dict)
    }
    kept = {key: answer.value for key, answer in said.items() if key != PAPER}
    gone = {key: str(value[GONE]) for key, value in kept.items() if GONE in value}
    texts = {key: str(value[TEXT]) for key, value in kept.items() if TEXT in value}
    dropped = {key for key, how in gone.items() if how == DROPPED}
    another = gone.keys() - dropped
    # a dropped question leaves its place empty: no other comes in or goes
    # one in the person's own words goes like any other, unless they worded it anew after it was answered
    anew = {key for key in texts if said[key].seq > before.last.get(key, 0)}
    over = another | (before.answered - anew)
    asked = ask(grounds, bank, without=over, sunk=before.nothing, most=most)
    chosen = [one for one in asked if one.key not in dropped]
    paper = taken_along(person, target)
    if paper:  # what is on paper stays on the page, in front of what has come in since
        printed = [
            key
            for key in paper.keys[: None if most >= MOST else most]
            if key not in {*gone, *(before.answered - anew)}
        ]
        chosen = _as_printed(printed, chosen, grounds, bank)
    shown = {one.key for one in chosen}
    for key, text in texts.items():  # a question in the person's own words stays until it is answered
        if key not in shown and key not in over:
            chosen.append(_kept(key, grounds, bank) or _theirs(key, text, grounds, bank))
    still = _still(person, before, target, [one.key for one in chosen])
    first = still_open(grounds, listed(person, grounds), bank)
    order = list(dict.fromkeys([*_own_order(kept), *(paper.keys if paper else ())]))
    chosen = _ordered(chosen, order, still, {one.line: one.weight for one in first})
    rest = others(grounds, bank, chosen, without={*gone, *before.answered})
    labels = things_in_words(person)
    in_words = {one.key: found for one in chosen if (found := _in_words(one, grounds, labels, bank))}
    used = {key: labels.get(_about(key), "") for key, ways in in_words.items() if texts.get(key) in ways}
    return Prepared(
        target,
        role_names(person, kind="target").get(target, ""),
        _day(person, target),
        grounds.meets,
        _text_of(person, target, keys.MEETS_NAME),
        tuple(
            _reworded(one, texts.get(one.key, ""), used.get(one.key, ""), person.unit.id) for one in chosen
        ),
        {one.key: one.text for one in chosen if not one.key.startswith(OWN)},
        len(rest),
        len(dropped),
        tuple(_known(person, target)),
        still,
        in_words,
        paper,
        frozenset(key for key in texts if paper and key in paper.keys and said[key].given > paper.given),
    )


def _as_printed(printed: list[str], asked: list[Question], grounds: Grounds, bank: Bank) -> list[Question]:
    """Return the questions on paper that are still worth asking, then those about anything else."""
    by_key = {one.key: one for one in asked}
    on_paper = [by_key.get(key) or worded(key, grounds, bank) for key in printed]
    stay = [one for one in on_paper if one is not None]
    about = {_about(one.key) for one in stay}
    return [*stay, *(one for one in asked if one.key not in printed and _about(one.key) not in about)]


def _kept(key: str, grounds: Grounds, bank: Bank) -> Question | None:
    """Return a question with its because, also where the person knows by now what it asks."""
    return worded(key, grounds, bank) or worded(key, replace(grounds, known={}), bank)


def _theirs(key: str, text: str, grounds: Grounds, bank: Bank) -> Question:
    """Return a question of which only the person's words are left, for whom it was meant."""
    about, _, number = key.rpartition(":")
    ways = bank.worries.get(about.removeprefix(WORRY), ())
    if about in grounds.lines:
        ways = bank.ways(about, grounds.lines[about].need)
    who = dict(enumerate(way.who for way in ways)).get(int(number) if number.isdecimal() else -1, "")
    line = about if about in grounds.lines else ""
    return replace(of_their_own(key, text, grounds.target), line=line, who=who)


def _about(key: str) -> str:
    return key.partition(":")[0]


def _still(person: Person, before: Heard, target: str, there: list[str]) -> frozenset[str]:
    """Return which of the questions were already there for the last interview for this job."""
    if before.since is None:
        return frozenset()
    then = person.as_of(before.since)
    page = prepare(then, all_seen(then), target=target, next_round=False)
    return frozenset(one.key for one in page.questions if one.key in there and one.key not in before.answered)


def _reworded(one: Question, text: str, words: str, person: str) -> Question:
    """Return the question as the person words it; `words` are theirs for its line, if they are in it."""
    if text in ("", one.text):
        return one
    if words:
        kinds: tuple[Reason, ...] = (WRITTEN, *(kind for kind in one.because.kinds if kind != WRITTEN))
        wrote = f"On your list you wrote “{words}” for this. "
        told, again = wrote + one.because.sentence, one.because.again and wrote + one.because.again
        cells = (*one.because.cells, (person, f"{keys.TAKE_WORDS}:{one.line}"))
        one = replace(one, because=replace(one.because, kinds=kinds, sentence=told, cells=cells, again=again))
    return replace(one, text=text, original=one.text)


def _own_order(kept: Mapping[str, Mapping[str, object]]) -> list[str]:
    return str(kept.get(ORDER, {}).get(ORDER_OF, "")).split()


def _ordered(
    chosen: list[Question], order: list[str], still: frozenset[str], first: Mapping[str, float]
) -> list[Question]:
    """Put questions in the person's order, with those that have no place in it behind.

    One that came for another about the same thing takes its place. Of those behind, first come the ones that
    are open since the last interview, then those to ask first.
    """
    place = {key: at for at, key in enumerate(order)}
    left = place.keys() - {one.key for one in chosen}
    taken = {key.rpartition(":")[0]: place[key] for key in left if not key.startswith(OWN)}

    def rank(one: Question) -> tuple[int, bool, float]:
        here = place.get(one.key, taken.get(one.line, len(place)))
        return here, one.key not in still, -first.get(one.line, 0.0)

    return sorted(chosen, key=rank)


def things_in_words(person: Person) -> dict[str, str]:
    """Return the person's own words for lines on their list, by line."""
    given = person.current(units=(person.unit,))
    told = {item: answer for (_, item), answer in given.items() if item.startswith(f"{keys.TAKE_WORDS}:")}
    things = {item.partition(":")[2]: phrase(str(one.value or "")) for item, one in told.items()}
    return {thing: words for thing, words in things.items() if words and line_of(thing) == thing}


def _in_words(one: Question, grounds: Grounds, labels: Mapping[str, str], bank: Bank) -> tuple[str, ...]:
    """Put what the person wrote about the same thing into a question: their words for it, or their story."""
    if (story := story_of(one.key, grounds)) is not None:
        frame = bank.story.get("well" if story.well else NOT_AGAIN, "")
        return (frame.replace(LINE, phrase(story.text)),) if frame and phrase(story.text) else ()
    words = labels.get(one.line, "") if one.line and not one.key.startswith(OWN) else ""
    return (bank.ways("", words)[0].text,) if words else ()


def _known(person: Person, target: str) -> Iterator[str]:
    """Yield what the person knows, as they wrote it; a line that is private, or gone, stays out."""
    for one in told(person, target):
        if one.line in person.catalogue and not (item := person.catalogue.item(one.line)).private:
            source = ", ".join(filter(None, (one.who, f"{one.on.day} {one.on:%B %Y}")))
            yield f"{item.worded().need}: {phrase(one.said)} ({source})."


def of_their_own(key: str, text: str, target: str) -> Question:
    """Return a question that the person wrote."""
    because = Because((WRITTEN,), "You wrote this one yourself.", ((target, ITEM + key),))
    return Question(key, "", "", text, "", "", "now", discloses=False, good="", bad="", because=because)


def _text_of(person: Person, target: str, item: str) -> str:
    answer = person.current(units=(target,), items=(item,)).get((target, item))
    return "" if answer is None or answer.value is None else str(answer.value).strip()


def _day(person: Person, target: str) -> str:
    if all(unit.id != target for unit in person.units("target")):
        return ""
    day = interview_day(person, target)
    return days_left(day, dt.datetime.now().astimezone().date()) if day else ""


def rests_on(person: Person, because: Because) -> list[str]:
    """Return the answers behind a because: what each is about, when it was given, never the value."""
    names = role_names(person) | role_names(person, kind="target") | {person.unit.id: "You"}
    units, items = zip(*because.cells, strict=True)
    given = person.current(items=set(items), units=set(units))
    lines = []
    for unit, item in because.cells:
        if (answer := given.get((unit, item))) is None:
            continue
        day = answer.given.astimezone().date()
        about = f"{names.get(unit, 'The job you are considering')}: {_item_words(item, person.catalogue)}"
        lines.append(f"{about}, {day.day} {day:%B %Y}")
    return list(dict.fromkeys(lines))


def _item_words(item: str, catalogue: Catalogue) -> str:
    kit_words = {"guesses": "what you need", NOT_AGAIN: "what you won’t have again"}
    if item in kit_words:
        return kit_words[item]
    if item.startswith(ITEM):
        return "the question itself"
    kind, _, line = item.rpartition(":")
    words = catalogue.item(line).worded() if line in catalogue else None
    label, need = (words.label, words.need) if words else (line, line)
    if item.startswith(WANTED):
        return f"how much you want of “{label}”"
    about = {
        NOT_AGAIN: f"{kit_words[NOT_AGAIN]}: “{label}”",
        keys.TAKE_WORDS: f"your own words for “{need}”",
        keys.CLOSEST_TO: f"what “{need}” is closest to",
        keys.KNOWS: f"what you know about “{need}”",
    }
    return about.get(kind, f"“{label}”")


def words_of(question: Question, page: Prepared) -> dict[str, Any]:
    """Return a question of a sheet as a page reads it."""
    because = question.because
    return {
        "key": question.key,
        "item": ITEM + question.key,
        "label": question.label,
        "who": page.asked(question, YOURS),
        "when": WHENS.get(question.when, ""),
        "discloses": question.discloses,
        "good": question.good,
        "bad": question.bad,
        "still": question.key in page.still,
        "follow": load_bank().follow.get(question.kind, ""),
        "in_words": list(page.in_words.get(question.key, ())),
        "rehearsed": like_rehearsed(question.text) if question.key.startswith(OWN) else "",
        "kinds": list(because.kinds),
        "sentence": because.sentence,
    }
