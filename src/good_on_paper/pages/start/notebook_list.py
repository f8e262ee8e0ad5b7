"""The list of notebooks, and where one stands in each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from good_on_paper.forms import Places
from good_on_paper.frames.targets import chosen, talk_day
from good_on_paper.language.day_names import days_left
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import me
from good_on_paper.questions.ask import FEWEST
from good_on_paper.questions.prepared import sheet
from good_on_paper.study import looks
from good_on_paper.study.contrast import all_seen
from good_on_paper.study.next_lines import whole_lines
from good_on_paper.study.portion import FIRST, WORTH

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

FOLDER: Final = Path(__file__).resolve().parents[3] / "notebooks"
SOON: Final = 14
"""Days before a talk from which on it comes before everything else."""
WORK, LIKE, BEFORE, GOES, DULL, BEAR, UNDERNEATH = (
    "01 Your work so far",
    "02 What it was like",
    "03 Before a talk",
    "05 What goes with what",
    "06 When it got dull",
    "07 What you can bear",
    "12 Look underneath",
)
_FEW: Final = 2
_WORK_FORMS: Final = ("roles", "bring_in")
"""The sittings of the forms of `WORK`."""
_ANY_TIME: Final = {
    DULL: "how long it held, and what made the minutes manageable",
    BEAR: "it can hurt: only if you like",
    UNDERNEATH: "for those who know pandas",
}


@dataclass(frozen=True)
class Standing:
    """Where one stands in a notebook.

    Attributes
    ----------
    words : str
        What is there so far, or what it is for.
    done : bool
        Whether nothing is left there.
    ready : bool
        Whether there is something to do there now.
    enough : str
        In a word where one stands, when something is left but one can go on without; empty otherwise.
    """

    words: str
    done: bool = False
    ready: bool = True
    enough: str = ""


@in_words
def notebooks() -> Places:
    """Return the notebooks as links, each with where one stands: done, next, later."""
    mine = me()
    return Places(mine.record, mine.catalogue, lambda: rows(mine))


def rows(mine: Person) -> list[dict[str, str]]:
    """Return a row a notebook that is there, this one left out."""
    there = [path.stem for path in sorted(FOLDER.glob("[0-9][0-9] *.ipynb"))]
    stands = standing(mine)
    first = next_of(stands, soon=_soon(mine))
    return [
        _row(name, stands.get(name), is_next=name == first) for name in there if not name.startswith("00")
    ]


def standing(mine: Person) -> dict[str, Standing]:
    """Return where one stands in each notebook one goes through, by name."""
    jobs = len(mine.units("role"))
    lines = len(whole_lines(mine))
    outcome = mine.ratings().get(mine.primary_outcome)
    said = 0 if outcome is None else int(outcome.notna().sum())
    taken = looks.looks(mine)
    day = talk_day(mine, chosen(mine))
    went = f"; how it went said for {said} of {jobs}" if said else ""
    rated = f"{lines} of the {WORTH} lines that are enough" if lines < WORTH else f"{lines} lines"
    all_said = said == jobs > 0
    ready = lines >= FIRST and all_said
    looked = f"looked at on {_day(taken[-1].given.astimezone())}" if taken else ""
    return {
        WORK: _work(mine, jobs),
        LIKE: Standing(
            rated + went if lines or said else "six lines, all jobs side by side",
            lines >= WORTH and all_said,
            jobs > 0,
        ),
        BEFORE: _before(mine, day),
        GOES: Standing(
            looked or ("ready to be looked at" if ready else "opens once you have said how it went"),
            bool(taken),
            ready,
        ),
    }


def _work(mine: Person, jobs: int) -> Standing:
    if not jobs:
        return Standing("your jobs, from a file or a line each")
    been_there = any(mine.record.sittings(name) for name in _WORK_FORMS)
    if jobs <= _FEW and not been_there:  # those that Start here asked for by themselves
        others = "the others" if jobs > 1 else "others"
        return Standing(f"{_count(jobs, 'job')}; add {others}")
    undated = int(mine.roles()["start"].isna().sum())
    words = f"{_count(jobs, 'job')}, {undated} without years" if undated else _count(jobs, "job")
    return Standing(words, done=not undated, enough="begun" if undated else "")


def _before(mine: Person, day: dt.date | None) -> Standing:
    """Say when the talk is, and whether there is something to ask: then one need not go there next."""
    asked = len(sheet(mine, all_seen(mine)).questions)
    over = day is not None and day < _today()
    there = _to_take_along(asked) if asked else "what to ask"
    words = f"{days_left(day, _today())}; {there}" if day else there
    return Standing(words, done=over, enough="ready" if asked and not over else "")


def _to_take_along(asked: int) -> str:
    """Say how many questions there are; the first of them stand on the start page."""
    among = f", the {FEWEST} above among them" if asked > FEWEST else ""
    return f"{_count(asked, 'question')} to take along{among}"


def next_of(stands: dict[str, Standing], *, soon: bool) -> str:
    """Return the notebook to go to: a talk that is soon first, else the road in its order."""
    road = [*([BEFORE] if soon else []), WORK, GOES, LIKE, BEFORE]
    left = [name for name in road if stands[name].ready and not stands[name].done]
    return next((name for name in left if not stands[name].enough), "")


def _row(name: str, stands: Standing | None, *, is_next: bool) -> dict[str, str]:
    if stands is None:
        return {"name": name, "words": _ANY_TIME.get(name, ""), "stands": "any time"}
    state = "next" if is_next else "done" if stands.done else stands.enough or "later"
    return {"name": name, "words": stands.words, "stands": state}


def _soon(mine: Person) -> bool:
    day = talk_day(mine, chosen(mine))
    return day is not None and 0 <= (day - _today()).days <= SOON


def _day(moment: dt.datetime) -> str:
    return f"{moment.day} {moment:%B}"


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
