"""The questions for one interview, as the person worded, dropped and added them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys, load_bank
from good_on_paper.frames import role_names
from good_on_paper.frames.targets import NOT_AGAIN, WHO, YOURS, interview_day, told
from good_on_paper.language.day_names import days_left
from good_on_paper.questions.ask import MOST, ask, others, worded
from good_on_paper.questions.gather import gather
from good_on_paper.questions.question import YOUR_WORD, Because, Question
from good_on_paper.study.contrast import all_seen
from good_on_paper.study.levels import WANTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.study.contrast import Report
    from good_on_paper.study.person import Person

ITEM: Final = "question:"
"""Prefix of an item on the target: how the person worded or dropped the question named after it."""
OWN: Final = "-own:"
TEXT, GONE = "text", "gone"
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
        Whom the person meets, as keys of `WHO`; empty if unknown.
    meets_name : str
        The name of whom the person meets; may be empty.
    questions : tuple of Question
        As the person words them.
    original : dict
        Key to the kit's own wording, where there is one.
    more : int
        How many other questions could be asked.
    dropped : int
        How many the person does not want.
    known : tuple of str
        What they wrote of what they know already: about what, what, from whom, when.
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

    @property
    def date(self) -> str:
        """The day alone: on paper, "in 6 days" would soon be wrong."""
        return self.day.partition(":")[0]

    @property
    def whom(self) -> str:
        """Whom the person meets, in words: "Dr. Okafor, my future manager"; may be empty."""
        return self.whom_of(WHO)

    def whom_of(self, who: Mapping[str, str]) -> str:
        """Return the same in other words: `YOURS` where the kit speaks to the person."""
        *before, last = [who[one] for one in self.meets] or [""]
        roles = f"{', '.join(before)} and {last}" if before else last
        if not self.meets_name or not roles:
            return self.meets_name or roles
        # with several kinds of people, nobody knows whose name this is
        return f"{roles}; name noted: {self.meets_name}" if before else f"{self.meets_name}, {roles}"

    def asked(self, question: Question, words: Mapping[str, str] = WHO) -> str:
        """Whom a question is for, in words; by name if the person meets them. May be empty."""
        who = words.get(question.who, "")
        if who and self.meets and question.who not in self.meets:
            return f"whoever you meet; {who} would know best"
        return self.whom_of(words) if (question.who,) == self.meets else who


def prepare(person: Person, jobs: Sequence[Report] = (), *, most: int = MOST, target: str = "") -> Prepared:
    """Return at most `most` questions for a target; see `gather` for the parameters."""
    grounds, bank = gather(person, jobs, target=target), load_bank()
    target = grounds.target
    kept = {
        item.removeprefix(ITEM): answer.value
        for (_, item), answer in person.current(units=(target,)).items()
        if item.startswith(ITEM) and answer.state == "value" and isinstance(answer.value, dict)
    }
    gone = {key: str(value[GONE]) for key, value in kept.items() if GONE in value}
    texts = {key: str(value[TEXT]) for key, value in kept.items() if TEXT in value}
    dropped = {key for key, how in gone.items() if how == DROPPED}
    another = gone.keys() - dropped
    # a dropped question leaves its place empty: no other comes in or goes
    chosen = [one for one in ask(grounds, bank, without=another, most=most) if one.key not in dropped]
    shown = {one.key for one in chosen}
    for key, text in texts.items():  # a question in the person's own words never leaves by itself
        if key not in shown:
            chosen.append(worded(key, grounds, bank) or _of_their_own(key, text, target))
    rest = others(grounds, bank, chosen, without=gone)
    return Prepared(
        target,
        role_names(person, kind="target").get(target, ""),
        _day(person, target),
        grounds.meets,
        _text_of(person, target, keys.MEETS_NAME),
        tuple(replace(one, text=texts.get(one.key, one.text)) for one in chosen),
        {one.key: one.text for one in chosen if not one.key.startswith(OWN)},
        len(rest),
        len(dropped),
        tuple(_known(person, target)),
    )


def _known(person: Person, target: str) -> Iterator[str]:
    """Say what the person wrote of what they know; a line that is private, or gone, stays out."""
    for one in told(person, target):
        if one.line in person.catalogue and not (item := person.catalogue.item(one.line)).private:
            source = ", ".join(filter(None, (one.who, f"{one.on.day} {one.on:%B %Y}")))
            yield f"{item.worded().need}: {one.said.rstrip('.')} ({source})."


def questions_for(
    person: Person, target: str, *, then: dt.datetime | None = None, answered: Iterable[str] = ()
) -> tuple[Question, ...]:
    """Return the questions that were taken along to an interview, whichever job it was for.

    Parameters
    ----------
    person : Person
    target : str
        The job it was for.
    then : datetime, optional
        When it was over: what was learned or written later changes nothing about what was asked. Where the
        record tells of no question at that time, those of today are returned.
    answered : iterable of str
        Keys of questions that have an answer; they stay, whatever is asked today.
    """
    moments = [person] if then is None else [person.as_of(then), person]
    pages = [(moment, prepare(moment, all_seen(moment), target=target)) for moment in moments]
    _, page = next(((moment, page) for moment, page in pages if page.questions), pages[-1])
    shown = {one.key for one in page.questions}
    bank = load_bank()
    kept: list[Question] = []
    for key in dict.fromkeys(answered):
        if key in shown:
            continue
        every = (one for _, other in pages for one in other.questions if one.key == key)
        asked = next(every, None) or worded(key, gather(person, all_seen(person), target=target), bank)
        kept.append(asked or _of_their_own(key, "A question you asked", target))
    return (*page.questions, *kept)


def _of_their_own(key: str, text: str, target: str) -> Question:
    because = Because((YOUR_WORD,), "You wrote this one yourself.", ((target, ITEM + key),))
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
    kit_words = {"guesses": "what you need", NOT_AGAIN: "what you never want again"}
    if item in kit_words:
        return kit_words[item]
    if item.startswith(ITEM):
        return "the question itself"
    kind, _, line = item.rpartition(":")
    words = catalogue.item(line).worded() if line in catalogue else None
    if kind == NOT_AGAIN:
        return f"{kit_words[NOT_AGAIN]}: “{words.label if words else line}”"
    if item.startswith(WANTED):
        return f"how much you want of “{words.label if words else line}”"
    if kind in ("knows", keys.CLOSEST_TO):
        need = words.need if words else line
        return f"what “{need}” is closest to" if kind == keys.CLOSEST_TO else f"what you know about “{need}”"
    return f"“{words.label if words else line}”"


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
        "kinds": list(because.kinds),
        "sentence": because.sentence,
    }
