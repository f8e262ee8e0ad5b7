"""The questions for the next interview, made from the person's answers, to change and take along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from good_on_paper.brief.compose import JUST_QUESTIONS, compose
from good_on_paper.brief.employers_named import caution, employers_of, named_in
from good_on_paper.brief.save import WRITERS
from good_on_paper.brief.to_html import to_html
from good_on_paper.catalogue import Item, keys, load_bank
from good_on_paper.forms.assets import module, style
from good_on_paper.forms.form import Form, Message, Refusal, checked_text
from good_on_paper.forms.leaf_out import LeafOut
from good_on_paper.forms.on_paper import keep_in_mind
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.targets import YOURS, chosen_or_next
from good_on_paper.language.counts import count
from good_on_paper.questions.ask import MOST
from good_on_paper.questions.prepared import (
    ANOTHER,
    DROPPED,
    GONE,
    ITEM,
    ORDER,
    ORDER_OF,
    TEXT,
    prepare,
    rests_on,
    words_of,
)
from good_on_paper.questions.question import reasons, telling, whose_signs
from good_on_paper.questions.seat import name_of_seat, seat_to_ask, told_of_seat
from good_on_paper.questions.taken_along import PAPER
from good_on_paper.record.targets import begin
from good_on_paper.study.contrast import all_seen
from good_on_paper.study.declared import frozen

if TYPE_CHECKING:
    from good_on_paper.brief.blocks import Leaf
    from good_on_paper.catalogue import Catalogue
    from good_on_paper.questions.prepared import Prepared
    from good_on_paper.questions.question import Question, Reason
    from good_on_paper.study.person import Person

LONGEST: Final = 600
"""Most characters of a question; anything longer is not a question."""
MOST_IN_ORDER: Final = 100


class QuestionSheet(Form):
    """Show three to five questions for the chosen target, each with its because.

    The person's own wording is the target's answer to ``question:<key>``: ``{"text": ...}``. A removed
    question is ``{"gone": "dropped"}`` or ``{"gone": "another"}``; an added one has a key that begins with
    ``-own:``. The page is redrawn when the record changes.

    Parameters
    ----------
    person : Person
        Their answers, what their jobs showed at the last look, and where their wording goes.
    start : str
        Name of the notebook for people without any answers yet; empty on that notebook itself. There the
        questions can be printed too; elsewhere the page to take along does that.
    most : int
        Most questions shown.
    """

    name: ClassVar[str] = "questions"
    _esm = module("question_card", "paper", "questions", uses=("links", "printing"))
    _css = style("questions", uses=("choice", "field", "printing"))

    def __init__(
        self,
        person: Person,
        *,
        start: str = "00 Start here",
        most: int = MOST,
    ) -> None:
        self._person = person
        self._start = start
        self._most = most
        self.variant = "" if start else "first"
        self._shown = -1
        self._out = LeafOut(self, person.exports, WRITERS, to_html)
        super().__init__(person.record, person.catalogue)

    def _sheet(self) -> Prepared:
        self._catalogue = self._person.catalogue  # it may have gained a line since
        return prepare(self._person, all_seen(self._person), most=self._most)

    def page_state(self) -> Message:
        """Return the questions with their because, and the person's changes to them."""
        self._shown = self._record.newest
        page = self._sheet()
        standing = self._record.current(units=(page.target,))
        items = [item for _, item in standing if item.startswith(ITEM) and item != ITEM + PAPER]
        of_seat = told_of_seat(self._person, page.target)
        kinds, employers = telling(page.questions), employers_of(self._person, page.target)
        near = [f"{keys.CLOSEST_TO}:{one.line}" for one in page.questions if one.line]
        return {
            "target": page.target,
            "name": page.name,
            "day": page.day,
            "whom": page.whom_of(YOURS),
            "questions": [
                self._question(page, one, kinds)
                | {"sentence": why, "named": caution(named_in([one.text], employers))}
                for one, why in zip(page.questions, reasons(page.questions), strict=True)
            ],
            "more": page.more,
            "dropped": page.dropped,
            "paper": _of_paper(page, self._catalogue) if self._start else "",
            "known": [*page.known, *of_seat.values()],
            "circumstances": self._circumstances(),
            "start": self._start,
            "needs": frozen(self._person) is None,
            "order": ITEM + ORDER,
            "seat": self._seat(page, of_seat),
            "cells": self.cell_rows([page.target], items) + self.cell_rows([self._record.person.id], near),
        }

    def _circumstances(self) -> list[list[str]]:
        """Return key and name of each line with questions, as one can be closest to an own need."""
        lines = (item.worded() for item in self._catalogue.items("circumstance"))
        return [[item.key, item.need] for item in lines if item.key in load_bank().lines]

    def _seat(self, page: Prepared, of_seat: dict[str, str]) -> list[dict[str, str]]:
        """Return questions about whoever had the job before: those not answered and not asked yet."""
        asked = {one.text for one in page.questions}
        ways = seat_to_ask(load_bank(), of_seat, asked, name_of_seat(self._person, page.target))
        return [{"text": way.text, "who": YOURS[way.who]} for way in ways] if asked else []

    def _question(self, page: Prepared, one: Question, told: set[Reason]) -> dict[str, Any]:
        kinds = [kind for kind in one.because.kinds if kind in told]
        original = page.original.get(one.key, "")
        shown = words_of(one, page) | {"original": original, "whose_signs": whose_signs(original)}
        own = one.line if one.line and one.line not in load_bank().lines else ""
        off = one.line in self._catalogue and self._catalogue.item(one.line).private
        new = bool(self._start) and one.key in page.new and not off
        paper = {"off": off, "private": one.because.private}  # by the browser's own print, too
        rests = rests_on(self._person, one.because)
        tells = 2 * len(page.still) <= len(page.questions)  # of most of them it would be no news
        paper["still"] = tells and one.key in page.still
        return shown | paper | {"kinds": kinds, "own": own, "new": new, "rests": rests}

    def item_for(self, unit: str, key: str) -> Item | None:
        """Return None for a wording; an item with options for the line closest to an own need.

        Raises
        ------
        Refusal
            For any other cell.
        """
        kind, _, line = key.partition(":")
        if kind == keys.CLOSEST_TO and unit == self._record.person.id and line in self._catalogue:
            options = tuple(one for one, _ in self._circumstances())
            made = {"key": kind, "group": "fact", "kind": "choice", "label": "What it is closest to"}
            return Item.model_validate(made | {"options": options})
        if not key.startswith(ITEM) or unit == self._record.person.id:
            raise Refusal(f"{key!r} is not a question of this form; run its cell again.")
        return None

    def understood(self, item: Item | None, value: object) -> object:
        """Return a wording, or the mark that a question is not wanted."""
        if item is not None:
            return checked_text(item, value, LONGEST)
        if isinstance(value, dict) and ORDER_OF in value:
            placed = str(value[ORDER_OF]).split()
            if len(placed) > MOST_IN_ORDER or any(len(key) > LONGEST for key in placed):
                raise Refusal(f"{len(placed)} questions are too many. Expected at most {MOST_IN_ORDER}.")
            return {ORDER_OF: " ".join(placed)}
        if isinstance(value, dict) and value.get(GONE) in (DROPPED, ANOTHER):
            return {GONE: value[GONE]}
        text = value.get(TEXT) if isinstance(value, dict) else None
        if not isinstance(text, str) or not text.strip():
            raise Refusal("a question needs words.")
        if len(text) > LONGEST:
            raise Refusal(f"{len(text):,} characters are too many to ask. Expected at most {LONGEST}.")
        return {TEXT: text.strip()}

    def before_answer(self) -> None:
        """Begin the target, if nothing was said about one yet."""
        begin(self._record, chosen_or_next(Snapshot(self._record)))

    def changes_page(self, key: str) -> bool:
        """Return whether another question may come in."""
        return key.startswith((ITEM, f"{keys.CLOSEST_TO}:"))

    def own_message(self, message: Message) -> list[Message] | None:
        """Return the state if it changed, or put the questions on paper."""
        if message.get("type") == "seen":
            return [] if self._record.newest == self._shown else [self._state()]
        return self._out.reply(
            message,
            self._leaf,
            lambda leaf: f"Questions for {leaf.title}",
            lambda leaf: keep_in_mind(self._person, leaf, self._most),
        )

    def _leaf(self) -> Leaf:
        return compose(self._person, parts=JUST_QUESTIONS, why=False, most=self._most)


def _of_paper(page: Prepared, catalogue: Catalogue) -> str:
    """Say in what the questions here differ from those on the last paper; nothing if they are the same."""
    if page.paper is None:
        return ""
    private = {item.key for item in catalogue.items(hidden=True) if item.private}  # these are on no paper
    there = [one.key for one in page.questions if one.line not in private]
    on, here, new, gone = page.paper.day, len(there), len(page.new.intersection(there)), page.gone
    if new:
        told = f"Your paper of {on} has {here - new} of these {count(here, 'question')}; {new} came in since."
        return f"{told} Print it again to have them all."
    if page.reworded:
        return f"You changed a question after your paper of {on}. Print it again to have your new words."
    if gone:
        verb = "is" if gone == 1 else "are"
        return f"Your paper of {on} has {count(gone, 'more question')} that {verb} no longer here."
    return ""
