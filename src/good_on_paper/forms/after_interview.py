"""After an interview: three questions while it is fresh; everything else is folded."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms import after_parts
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_rating, checked_text
from good_on_paper.forms.heard_there import with_heard
from good_on_paper.frames.interview_guess import GUESSED, guesses_about
from good_on_paper.frames.interviews import interviews, usual_wait
from good_on_paper.frames.names import STAGES, words
from good_on_paper.frames.quiet import HURT, YES
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import KNOWS, day_of, interview_day, knows
from good_on_paper.frames.there import TOLD
from good_on_paper.language.day_names import as_named, days_ago
from good_on_paper.questions.asked_there import questions_for
from good_on_paper.questions.lines_to_know import lines_to_know
from good_on_paper.questions.taken_along import taken_along
from good_on_paper.study.declare_about import declare_about, take_back_about
from good_on_paper.study.interviews import Held, after_a_no, begin, held_of, planned, to_ask_about
from good_on_paper.study.log_entries import (
    add_interview,
    hold_earlier,
    plan_passed_over,
    still_planned,
    tell_planned,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.catalogue import Item
    from good_on_paper.questions.question import Question
    from good_on_paper.questions.taken_along import TakenAlong
    from good_on_paper.record import Answer
    from good_on_paper.study.person import Person

_DECLARED: Final = (*GUESSED, keys.GUESS_LOCKED)
HEARD: Final = (keys.HEARD, keys.HEARD_SIGN, keys.HEARD_TOLD)
"""The items answered below each question that was asked."""
_ENDED: Final = {"yes": "They said yes.", "no": "They said no.", "withdrew": "You withdrew."}
"""How an interview ended, where somebody said so."""
_OTHERS: Final = 12
"""How many interviews can be chosen here; the log has all of them."""
_CHANGE_THE_PAGE: Final = frozenset(
    {*_DECLARED, HURT, keys.ANSWER_WITHIN, keys.TALK_ON, keys.STAGE, keys.MEETS_NAME, "title", "employer"}
)


class AfterInterview(Form):
    """Ask for the chance of a yes, whether to take it, and one thing to remember; lock the first two.

    An interview begins in the record with the first answer about it. A locked guess is shown as a sentence; a
    later guess is kept too but never counts. This form does not ask how it ended.

    Parameters
    ----------
    person : Person
        Whose interviews these are, and where the answers go.
    before : str
        Name of the notebook with what is known about the job.
    coming : callable, optional
        Returns a sentence about the interview that comes next; empty text while none does.
    """

    name: ClassVar[str] = "after"
    _esm = module(
        "after_chance",
        "after_known",
        "after_parts",
        "after_interview",
        uses=("links", "field", "choice", "scale", "controls"),
    )
    _css = style("after_interview", uses=("field", "line_table", "choice", "scale"))

    def __init__(self, person: Person, *, before: str, coming: Callable[[], str] | None = None) -> None:
        self._person = person
        self._before = before
        self._coming = coming
        self._chosen = self._begun = ""
        super().__init__(person.record, person.catalogue)

    @property
    def _now(self) -> Snapshot:
        return Snapshot(self._record, fixed=self._catalogue)

    def _held(self) -> Held | None:
        """Return the current interview: the chosen one, else the one to ask about, else the newest."""
        every = {held.unit: held for held in held_of(self._now)}
        asked = to_ask_about(self._now)
        if (chosen := self._chosen or self._begun) in every:
            return every[chosen]
        return asked or max(every.values(), key=lambda held: held.day, default=None)

    def page_state(self) -> Message:
        """Return the current interview with its answers, and the others to choose from."""
        held, now = self._held(), self._now
        others = sorted(held_of(now), key=lambda one: one.day, reverse=True)
        is_quiet = after_a_no(now)
        state: Message = {
            "interview": None,
            "hush": not self._chosen and is_quiet,
            "coming": self._coming() if self._coming and not is_quiet else "",
            "before": self._before,
            "others": [[one.unit, f"{one.name}, {as_named(one.day)}"] for one in others[:_OTHERS]],
            "ahead": self._planned(now),
            "today": now.today.isoformat(),
            "cells": self.cell_rows([self._record.person.id], [keys.ANSWER_WITHIN]),
        }
        if held is None:
            return state
        given = now.current(units=(held.unit,))
        paper = taken_along(now, held.target, held.day)
        asked = self._questions(held, given, paper)
        state["paper"] = paper.day if paper else ""
        state["questions"] = [
            {
                "text": question.text,
                "signs": list(question.signs),
                "fields": [
                    after_parts.field(self._catalogue.item(key), f"{key}:{question.key}") for key in HEARD
                ],
            }
            for question in asked
        ]
        lines = self._lines(asked)
        state["known"] = [self._known(line, held.met) for line in lines]
        state["parts"] = after_parts.shown(after_parts.PARTS, self._catalogue, given)
        state["three"] = {
            key: after_parts.field(self._catalogue.item(key)) for key in (*GUESSED, keys.TO_REMEMBER)
        }
        state["interview"] = self._about(held, given) | {"unit": held.unit, "job": held.target}
        state["cells"] += with_heard(now, held.target, self._rows(held), lines)
        return state

    @staticmethod
    def _planned(now: Snapshot) -> list[list[str]]:
        """Return the interviews to come, as one can have been held earlier: the job, in words, the name."""
        told = now.current(items=("employer", "title"))
        made = []
        for unit, day in still_planned(now):
            names = (words(told.get((unit, item))) for item in ("employer", "title"))
            name = next(filter(None, names), "An interview")
            made.append([unit, f"{name}, planned for {as_named(day)}", name])
        return made

    def _questions(
        self, held: Held, given: dict[tuple[str, str], Answer], paper: TakenAlong | None
    ) -> tuple[Question, ...]:
        """Return the questions on the paper, else those of that day; the answered ones too."""
        heard = [item.partition(":")[2] for _, item in given if item.partition(":")[0] in HEARD]
        over = dt.datetime.combine(held.day + dt.timedelta(days=1), dt.time()).astimezone()
        begun = [unit.created for unit in self._now.units("interview") if unit.id == held.unit]
        first = min([over, *begun])
        then = first if first <= dt.datetime.now(dt.UTC) else None
        return questions_for(self._person, held.target, then=then, answered=heard, paper=paper)

    def _lines(self, asked: tuple[Question, ...]) -> list[str]:
        """Return the circumstances asked about, then those the person may know about now."""
        about = [question.line for question in asked if question.line in self._catalogue]
        return list(dict.fromkeys([*about, *(line.key for line in lines_to_know(self._now))]))

    def _known(self, line: str, met: str) -> Message:
        """Return the questions about a circumstance the person may know now, as before an interview."""
        fields = [after_parts.field(self._catalogue.item(key), f"{key}:{line}") for key in TOLD]
        fields[1] |= {"hint": met}
        return {"key": knows(line), "label": self._catalogue.item(line).worded().need, "fields": fields}

    def _about(self, held: Held, given: dict[tuple[str, str], Answer]) -> Message:
        """Return the head of the page, and the current guess."""
        now, today = self._now, self._now.today
        guess = guesses_about(now, [held.unit], now=dt.datetime.now(dt.UTC))[held.unit]
        within = guess.counted.within if guess.counted else usual_wait(now)
        stage = STAGES.get(words(given.get((held.unit, keys.STAGE))) or held.stage, "")
        about = [days_ago(held.day, today), f"with {held.met}" if held.met else "", stage]
        counted = None if guess.counted is None else {"of": guess.counted.chance, "by": _by(held, within)}
        hurt = given.get((held.unit, HURT))
        return {
            "name": ", ".join(part for part in (held.job, held.employer) if part) or "An interview",
            "about": " \N{MIDDLE DOT} ".join(part for part in about if part),
            "within": within,
            "by": _by(held, within),
            "due": (held.day + dt.timedelta(days=within)).isoformat(),
            "guess": counted,
            "take_it": after_parts.OPTIONS[keys.TAKE_IT].get(guess.take_it, ""),
            "locked": "" if guess.locked is None else _when(guess.locked, today),
            "later": [f"{_when(one.given, today)}: {one.chance} of 100" for one in guess.others],
            "quiet": hurt is not None and hurt.value == YES,
            "next": self._is_another_ahead(held),
            "ended": self._ended(held),
            "planned": as_named(planned_for) if (planned_for := plan_passed_over(now, held)) else "",
        }

    def _ended(self, held: Held) -> str:
        """Return how it ended, in words; empty while nothing was said of that."""
        log = interviews(self._now)
        states = dict(zip(log["unit"], log["outcome"], strict=True))
        return _ENDED.get(states.get(held.unit, ""), "")

    def _is_another_ahead(self, held: Held) -> bool:
        """Return whether another interview is planned, for whichever job: then there is something to do."""
        now = self._now
        days = [(unit.id, interview_day(now, unit)) for unit in now.units("target")]
        left = [(unit, day) for unit, day in days if day is not None and day >= now.today]
        return any((unit, day) != (held.target, held.day) for unit, day in left)

    def _rows(self, held: Held) -> list[list[Any]]:
        rows = self._record.current(units=(held.unit, held.target))
        return [
            [unit, key, self.cell(answer)]
            for (unit, key), answer in rows.items()
            if (self._is_of_job(key) if unit == held.target else self._is_asked(key))
        ]

    def _is_of_job(self, key: str) -> bool:
        name, _, line = key.partition(":")
        return after_parts.is_of_job(key) or (name in (knows("")[:-1], *TOLD) and line in self._catalogue)

    @staticmethod
    def _is_asked(key: str) -> bool:
        return key in _DECLARED or after_parts.is_of_interview(key)

    # -- answers

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return the item behind a cell of an interview or of its job."""
        if (unit, key) == (self._record.person.id, keys.ANSWER_WITHIN):
            return None
        every = held_of(self._now)
        of_interview = any(unit == held.unit for held in every) and self._is_asked(key)
        of_job = any(unit == held.target for held in every) and self._is_of_job(key)
        if not of_interview and not of_job:
            raise Refusal(f"{key!r} is not asked in this form; run its cell again.")
        name = key.partition(":")[0]
        own = (keys.YES_CHANCE, keys.GUESS_LOCKED, knows("")[:-1])
        return None if name in own else self._catalogue.item(name)

    def understood(self, item: Item | None, value: object) -> object:
        """Return a rating on its scale, an option, or text as typed; the record checks the others."""
        if item is None:
            return value
        if item.kind == "rating":
            return checked_rating(item, value)
        if item.key == HURT and value != YES:
            raise Refusal(f"{item.label}: expected yes, or nothing.")
        text = checked_text(item, value, after_parts.longest(item.key))
        if item.key == keys.TALK_ON and day_of(text) is None:
            raise Refusal(f"“{text}” is no whole date. Choose a day.")
        return after_parts.texts(text) if item.key in after_parts.LISTS else text

    def write(self, unit: str, key: str, value: object, **given: Any) -> Answer:  # noqa: ANN401
        """Write an answer; an interview that was only planned begins with it."""
        if key.startswith(knows("")) and value not in (*KNOWS, None):
            raise Refusal(f"{value!r} was not understood. Expected one of {', '.join(KNOWS)}.")
        if any(held.unit == unit for held in held_of(self._now)):
            self._begun = unit  # stay with it, though another one waits for questions
        for held in planned(self._now):
            if held.unit == unit:
                begin(self._now, held)
        if key in _DECLARED:
            return declare_about(self._now, unit, key, value, sitting=self.sitting, **given)
        return super().write(unit, key, value, **given)

    def take_step(self, *, redo: bool) -> Answer | None:
        """Undo or redo an answer, but never a locked guess."""
        return take_back_about(self._now, self.sitting, redo=redo)

    def changes_page(self, key: str) -> bool:
        """Return whether the head, the guess or what is known of the job reads differently after it."""
        return key in _CHANGE_THE_PAGE or key.partition(":")[0] in (keys.HEARD, keys.HEARD_TOLD)

    def shown(self, answer: Answer) -> Message:
        """Return a list as it was typed."""
        if answer.state == "value" and isinstance(answer.value, list):
            return {"shown": ", ".join(map(str, answer.value))}
        return {}

    def own_message(self, message: Message) -> list[Message] | None:
        """Turn to another interview, or begin one that is on no page yet."""
        if message.get("type") == "choose":
            self._chosen = str(message["unit"])
            return [self.ack(message, None), self._state()]
        if message.get("type") == "add_interview":
            status = self._add(message)
            return [self.ack(message, None, said=status), self._state()]
        if message.get("type") == "planned":
            return [self._tell_planned(message), self._state()]
        return None

    def _tell_planned(self, message: Message) -> Message:
        """Write down whether this interview was the planned one."""
        held = self._held()
        if held is None or held.unit != message.get("unit") or plan_passed_over(self._now, held) is None:
            raise Refusal("Nothing else is planned for this job. Run the cell again.")
        moved = bool(message.get("moved"))
        tell_planned(self._now, held, moved=moved)
        return self.ack(message, None, said="Moved." if moved else "Both are kept.")

    def _add(self, message: Message) -> str:
        day = day_of(message.get("day"))
        if day is None or day > self._now.today:
            raise Refusal("When was it? Choose a day that has come.")
        if planned_for := message.get("planned"):
            self._chosen = hold_earlier(self._now, str(planned_for), day)
            return "Added, with what you had planned."
        employer = str(message.get("text") or "")[: after_parts.LONGEST]
        self._chosen = add_interview(self._now, employer, day.isoformat())
        return "Added."


def _by(held: Held, within: int) -> str:
    due = held.day + dt.timedelta(days=within)
    return f"{due.day} {due:%B}"


def _when(moment: dt.datetime, today: dt.date) -> str:
    local = moment.astimezone()
    day = "today" if local.date() == today else f"on {local.day} {local:%B}"
    return f"{day} at {local:%H:%M}"
