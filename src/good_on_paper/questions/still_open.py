"""What is still open about a job, and what to ask about first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.take_home import rests_on
from good_on_paper.frames.targets import KNOWS, YOURS, day_of, knows
from good_on_paper.frames.told_there import told_there
from good_on_paper.patterns import STANDS_OUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from good_on_paper.catalogue import Bank
    from good_on_paper.questions.grounds import Found, Grounds
    from good_on_paper.questions.question import Question
    from good_on_paper.record.answers import Cell
    from good_on_paper.study.person import Person

_FOUND, _ELSE = 2, 1
_UNSURE: Final = {"unknown": 1.0, "": 0.75, "guess": 0.5}
"""By what the person said they know; what they said nothing about, they may know all the same."""
_STRONG, _WORTH = 2.0, 1.5
_OUT_OF_REACH: Final = 0.5
_SAYS: Final = {"must": "you need it", "want": "you want it", "not": "you won’t have it again"}
_STANDS: Final = {"unknown": "you don’t know it yet", "guess": "you are only guessing"}
_NOT_SAID: Final = "you haven’t said what you know"


@dataclass(frozen=True)
class StillOpen:
    """One circumstance that the person does not know of the job yet.

    Attributes
    ----------
    line, label : str
        Its key, and what it is called on the person's list.
    weight : float
        How early to ask: how much it counts, times how unsure it is, times how strong the evidence of the
        person's own jobs is, times whether somebody they meet can answer. Only the order means anything.
    why : str
        The same in words.
    cells : tuple
        The answers it rests on.
    private : bool
        Whether it stays off every paper and picture.
    """

    line: str
    label: str
    weight: float
    why: str
    cells: tuple[Cell, ...]
    private: bool = False


def still_open(
    grounds: Grounds, things: pd.DataFrame, bank: Bank, *, asked: Sequence[Question] = ()
) -> tuple[StillOpen, ...]:
    """Return what counts for the person and is not known of the job that is meant; ask the first one first.

    Parameters
    ----------
    grounds : Grounds
        What the person said of the job, and what their jobs showed.
    things : pandas.DataFrame
        Their list, as `good_on_paper.questions.listed.listed` gives it.
    bank : Bank
        The ways of asking: they say who can answer.
    asked : sequence of Question
        The questions as they stand on the page: what they ask about comes first, in their order, and each
        says who can answer.
    """
    said = things["stands"].eq("not") & things.index.isin(grounds.has)
    on_list = things[things["stands"].ne("") & things["line"].ne("") & ~said]
    best = {str(row["line"]): (str(thing), row) for thing, row in on_list[::-1].iterrows()}
    found = {one.line: one for one in reversed(grounds.found)}
    lines = dict.fromkeys((*on_list["line"].astype(str), *found, *grounds.known))
    made = []
    for line in lines:
        stands = grounds.known.get(line, "")
        if stands == KNOWS[0] or line not in grounds.lines or (not stands and line not in best):
            continue
        thing, row = best.get(line, ("", None))
        says = "" if row is None else str(row["stands"])
        counts = float(row["weighs"]) if row is not None else _FOUND if line in found else _ELSE
        reach, who = _reach(line, grounds, bank, next((one.who for one in asked if one.line == line), ""))
        weight = counts * _UNSURE[stands] * _strength(found.get(line)) * reach
        clauses = (_SAYS.get(says, ""), _STANDS.get(stands, _NOT_SAID), _seen(found.get(line)), who)
        label = grounds.lines[line].need if row is None else str(row["label"])
        cells = rests_on(thing, row["source"], grounds.person) if row is not None else ()
        known: tuple[Cell, ...] = ((grounds.target, knows(line)),) if stands else ()
        shown = found[line].cells if line in found else ()
        private = grounds.lines[line].private or (row is not None and bool(row["private"]))
        made.append(StillOpen(line, label, weight, _listed(clauses), (*cells, *known, *shown), private))
    place = {one.line: at for at, one in reversed([*enumerate(asked)])}
    return tuple(sorted(made, key=lambda one: (place.get(one.line, len(asked)), -one.weight)))


def board(person: Person, target: str, lines: Iterable[str]) -> pd.DataFrame:
    """Return what was known of a job by the end of each day on which the person noted something about it.

    Parameters
    ----------
    person : Person
    target : str
        The id of the job.
    lines : iterable of str
        What counts for the person.

    Returns
    -------
    pandas.DataFrame
        A row per line; a column per day, a date, oldest first; True where it was known by then. The day is
        the one on which the person was told, if they said so, else the day of the answer. Without a note
        about the job there is no column.
    """
    wanted = list(dict.fromkeys(lines))
    told = person.current(items=[f"{keys.KNOWN_ON}:{line}" for line in wanted], units=(target,))
    heard_there = told_there(person, target)
    said = []
    for line in wanted:
        on = told.get((target, f"{keys.KNOWN_ON}:{line}"))
        heard = None if on is None else day_of(on.value)
        last = {answer.given.astimezone().date(): answer for answer in person.history(target, knows(line))}
        before = dt.date.min
        for given, answer in last.items():
            known = answer.value == KNOWS[0]
            day = heard if known and heard and before < heard < given else given
            said.append((day, answer.seq, line, known))
            before = given
        if one := heard_there.get(line):  # never before what they said of it themselves until then
            said.append((one.on if one.on > before else one.noted, one.seq, line, True))
    now = pd.Series(False, index=pd.Index(wanted, dtype="object", name="line"))
    days = {}
    for day, _, line, known in sorted(said):
        now[line] = known
        days[day] = now.copy()
    return pd.DataFrame(days, index=now.index)


def _strength(found: Found | None) -> float:
    if found is None:
        return 1.0
    return _STRONG if found.sentence.lower().startswith(STANDS_OUT) else _WORTH


def _seen(found: Found | None) -> str:
    if found is None:
        return ""
    if found.against:
        return "your jobs speak against it"
    return "it stands out in your jobs" if _strength(found) == _STRONG else "your jobs make it worth asking"


def _reach(line: str, grounds: Grounds, bank: Bank, asks: str) -> tuple[float, str]:
    """Return whether somebody that the person meets can answer, and who, in words: whom a question `asks`."""
    able = list(dict.fromkeys(way.who for way in bank.ways(line, grounds.lines[line].need)))
    met = [who for who in able if who in grounds.meets]
    if not grounds.meets or not able:
        return 1.0, ""
    who = asks or (met or able)[0]
    says = "can tell you" if who in grounds.meets else "would know best"
    return 1.0 if met else _OUT_OF_REACH, f"{YOURS[who]} {says}"


def _listed(clauses: Iterable[str]) -> str:
    *before, last = [clause for clause in clauses if clause]
    told = f"{', '.join(before)}, and {last}" if before else last
    return f"{told[:1].upper()}{told[1:]}."
