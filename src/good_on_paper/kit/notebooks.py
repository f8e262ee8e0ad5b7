"""The list of notebooks, and where one stands in each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from IPython.display import HTML

from good_on_paper.kit import looks
from good_on_paper.kit.portions import whole_lines
from good_on_paper.kit.session import me
from good_on_paper.kit.words import in_words
from good_on_paper.patterns.portion import FIRST, WORTH
from good_on_paper.questions.targets import chosen, days_left, talk_day

if TYPE_CHECKING:
    from good_on_paper.kit.me import Me

FOLDER: Final = Path(__file__).resolve().parents[3] / "notebooks"
SOON: Final = 14
"""Days before a talk from which on it comes before everything else."""
WORK, LIKE, BEFORE, GOES, UNDERNEATH = (
    "01 Your work so far",
    "02 What it was like",
    "03 Before a talk",
    "05 What goes with what",
    "12 Look underneath",
)
_ANY_TIME: Final = {UNDERNEATH: "for those who know pandas"}
_STYLE = """
<style>
.gop-list { font: 14px/1.5 var(--jp-ui-font-family, system-ui, sans-serif); max-inline-size: 900px;
  color: var(--jp-ui-font-color1, #1f2328); }
.gop-list ul { list-style: none; margin: 0; padding: 0; }
.gop-list li { display: flex; flex-wrap: wrap; gap: 2px 16px; align-items: baseline; padding: 9px 2px;
  margin: 0; border-block-start: 1px solid var(--jp-border-color2, #d5d9de); }
.gop-list a { flex: 0 0 15em; font-weight: 600; color: var(--jp-content-link-color, #3b5bdb); }
.gop-list .words { flex: 1 1 16em; color: var(--jp-ui-font-color2, #57606a); }
.gop-list .stands { flex: 0 0 4em; text-align: end; color: var(--jp-ui-font-color2, #57606a); }
.gop-list .next .stands { color: inherit; font-weight: 700; }
</style>
"""


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
    """

    words: str
    done: bool = False
    ready: bool = True


@in_words
def notebooks() -> HTML:
    """Return the notebooks as links, each with where one stands: done, next, later."""
    mine = me()
    there = [path.stem for path in sorted(FOLDER.glob("[0-9][0-9] *.ipynb"))]
    names = [name for name in there if not name.startswith("00")]
    stands = standing(mine)
    first = next_of(stands, soon=_soon(mine))
    rows = "".join(_row(name, stands.get(name), is_next=name == first) for name in names)
    return HTML(  # type: ignore[no-untyped-call]
        f'{_STYLE}<nav class="gop-list" aria-label="The notebooks"><ul>{rows}</ul></nav>'
    )


def standing(mine: Me) -> dict[str, Standing]:
    """Return where one stands in each notebook one goes through, by name."""
    jobs = len(mine.record.units("role"))
    lines = len(whole_lines(mine))
    outcome = mine.ratings().get(mine.primary_outcome)
    said = 0 if outcome is None else int(outcome.notna().sum())
    taken = looks.looks(mine)
    day = talk_day(mine.record, chosen(mine.record))
    went = f"; how it went said for {said} of {jobs}" if said else ""
    return {
        WORK: Standing(_count(jobs, "job") if jobs else "your jobs, from a file or a line each", jobs > 0),
        LIKE: Standing(
            f"{lines} of {WORTH} lines{went}" if lines or said else "six lines, all jobs side by side",
            lines >= WORTH and said == jobs > 0,
            jobs > 0,
        ),
        BEFORE: Standing(
            days_left(day, _today()) if day else "what to ask",
            day is not None and day < _today(),
        ),
        GOES: Standing(
            f"looked at on {taken[-1].given.astimezone():%d %B}".replace(" 0", " ")
            if taken
            else "opens when how it went is said",
            bool(taken),
            lines >= FIRST and said == jobs > 0,
        ),
    }


def next_of(stands: dict[str, Standing], *, soon: bool) -> str:
    """Return the notebook to go to: a talk that is soon first, else the road in its order."""
    road = [*([BEFORE] if soon else []), WORK, GOES, LIKE, BEFORE]
    return next((name for name in road if stands[name].ready and not stands[name].done), "")


def _row(name: str, stands: Standing | None, *, is_next: bool) -> str:
    words = _ANY_TIME.get(name, "") if stands is None else stands.words
    if stands is None:
        state = "any time" if name in _ANY_TIME else ""
    else:
        state = "next" if is_next else "done" if stands.done else "later"
    return (
        f'<li class="{escape(state)}"><a href="{quote(name)}.ipynb">{escape(name)}</a>'
        f'<span class="words">{escape(words)}</span><span class="stands">{escape(state)}</span></li>'
    )


def _soon(mine: Me) -> bool:
    day = talk_day(mine.record, chosen(mine.record))
    return day is not None and 0 <= (day - _today()).days <= SOON


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
