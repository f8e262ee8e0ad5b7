"""The start page: seven small steps to three questions of the person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.forms import (
    FirstSight,
    FirstUnknowns,
    JobsNamed,
    Needs,
    NextInterview,
    QuestionSheet,
    Start,
    Step,
    TwoJobs,
)
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.questions.ask import FEWEST

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

STEPS: Final = 7
"""How many there are; the last shows the questions."""
WHICH_INTERVIEW = "Which interview is next?"
ALL_OPTIONAL = "An interview, a phone call, a coffee: anything counts. Leave blank what you do not know yet."
TO_ASK = "What to ask in the interview"
WHAT_KNOWN = "What do you already know about the next job?"


@in_words
def start() -> Start:
    """Return the ten minutes, at the step the person has come to."""
    person = me()
    record, catalogue, overlay = person.record, person.catalogue, person.overlay
    sheet = QuestionSheet(person, start="", most=FEWEST)
    steps = {
        "next_interview": Step(
            "Your next interview", NextInterview(record, catalogue), WHICH_INTERVIEW, ALL_OPTIONAL
        ),
        "needs": Step("What you need", Needs(record, catalogue, overlay)),
        "jobs": Step("Your jobs", JobsNamed(record, catalogue, overlay)),
        "two_jobs": Step("Two of them", TwoJobs(record, catalogue)),
        "first_sight": Step("What they were like", FirstSight(record, catalogue, overlay)),
        "unknowns": Step("The next job", FirstUnknowns(record, catalogue, overlay), WHAT_KNOWN),
        "questions": Step("Your questions", sheet, TO_ASK),
    }
    return Start(record, catalogue, overlay, steps)


def all_steps_taken(person: Person) -> bool:
    """Return whether the person has come to the last step: until then that is what comes next."""
    answer = person.current(items=(keys.START_AT,)).get((person.unit.id, keys.START_AT))
    return answer is not None and isinstance(answer.value, int) and answer.value >= STEPS
