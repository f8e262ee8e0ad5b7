"""What goes with boredom, on the page: apart from what goes with how it went, and only after its button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from good_on_paper import charts, patterns
from good_on_paper.charts import Note, Order
from good_on_paper.charts.chance import words_by_line
from good_on_paper.frames.boredom import CAUSES
from good_on_paper.language.counts import capital, count, number, quoted, span
from good_on_paper.language.lengths import amount, amounts
from good_on_paper.pages import before_a_look, show, titles
from good_on_paper.pages.dates_missing import FOR_LIFE, dates_missing
from good_on_paper.pages.errors import in_words
from good_on_paper.panels import Layout, Section
from good_on_paper.study import contrast, looks
from good_on_paper.study.boredom import DULL, END, LATER, ORDINARY, OUTCOMES, SHALLOW, WORST, dull_report
from good_on_paper.study.declared import first_look
from good_on_paper.study.nearness import line_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.study.boredom import DullReport
    from good_on_paper.study.person import Person

SHOW: Final = "Show what the dull jobs had in common"
NOTHING: Final = "Nothing here stands out from chance. With so few jobs that is the usual result."
TOO_FEW: Final = "Too few jobs to tell."
_HEADS: Final = {LATER: "When it got dull", SHALLOW: "How dull it was at its worst"}
_WHAT: Final = {LATER: "When it got dull", SHALLOW: "How dull it was at its worst"}
_WHY: Final = "What made it dull"
_ENDING: Final = "How it went and how it ended"
_PARTS: Final = {WORST: "at its worst", ORDINARY: "on an ordinary day", END: "at the end"}
_NOT_SAID: Final = "no answer"
_APART: Final = "A job can get dull without going badly, so we keep these two apart."


@in_words
def goes_with_dull() -> Panel:
    """Return what goes with when it got dull, how dull, and why; and how far the verdict leans on the ending.

    It opens with a button: a look is dated, stored and paid for, apart from the looks at how it went.
    """
    return show.leading(_sheet, _OPENING)


def _unsaid(person: Person) -> bool:
    jobs = person.boredom()
    return bool(jobs["said"].eq("").all() and jobs[[*_PARTS]].isna().to_numpy().all())


def _too_few_said(person: Person) -> str:
    """Write how many jobs a look needs, before the first look is spent on fewer."""
    jobs = person.boredom()
    said = int((jobs["said"].ne("") | jobs[[*_PARTS]].notna().any(axis=1)).sum())
    needed = min(patterns.FEWEST_ROLES, len(jobs))
    if said >= needed or looks.looks(person, DULL.item):
        return ""
    when = f"Say when {_jobs(needed)} got dull"
    return f"{when}; then you can look at what the dull ones had in common."


def _first(person: Person, _found: looks.Waiting) -> tuple[str, ...]:
    jobs = person.boredom()
    said, dull = int(jobs["said"].ne("").sum()), int(jobs["set_in"].fillna(value=False).sum())
    return (
        f"You told us about {_jobs(said)}; {dull} of them got dull."
        if said > 1
        else f"You told us about {_jobs(said)}.",
        "Jobs that ended before they got dull count as “not yet”, not as “never”.",
        "We check three things at once, so a pattern has to be clearer to count.",
        "Your first look tells you most, so finish your answers before you take it.",
        *(() if first_look(person) else ("Once you look, you can no longer change what you said you need.",)),
    )


def _since(_found: looks.Waiting) -> str:
    return "; what you added since is not shown below yet."


_LACKING: Final = (_too_few_said, before_a_look.no_line)
_OPENING: Final = before_a_look.Opening(DULL, _LACKING, _first, _since, SHOW, quiet=_unsaid)


def _sheet(person: Person, names: Naming) -> Layout:
    report = dull_report(person)
    sections = [_section(person, report, names, _HEADS[outcome], (outcome,)) for outcome in _HEADS]
    sections.append(_section(person, report, names, _WHY, tuple(CAUSES)))
    sections.append(Section("How it went is another question", [_apart(person, report)], _APART))
    if report.lean is not None:
        drawn = [charts.lean(report.lean, _PARTS, names=names)] if len(report.lean.wide) else []
        without = (
            "" if drawn else f"{TOO_FEW} Say how dull it was at its worst, on an ordinary day and at the end."
        )
        sections.append(Section(_ENDING, drawn, without))
    taken = looks.looks(person, DULL.item)
    note = f"Look {len(taken)}, {taken[-1].day}. This is about boredom, not about how it went."
    return Layout(tuple(sections), (note, *dates_missing(report.lines[LATER]), FOR_LIFE))


def _section(
    person: Person, report: DullReport, names: Naming, heading: str, outcomes: Sequence[str]
) -> Section:
    found = [chart for outcome in outcomes for chart in _line_ups(person, report, outcome, names)]
    if found:
        return Section(heading, found)
    if any(report.tells(outcome) for outcome in outcomes):
        return Section(heading, (), NOTHING)
    alike = _alike(report, outcomes)
    return Section(heading, (), alike or f"{TOO_FEW} {_how_many(report, outcomes)}")


def _line_ups(person: Person, report: DullReport, outcome: str, names: Naming) -> Sequence[Chart]:
    """Return the line-ups of the lines that have a word beyond what shuffles give, without private ones."""
    result = report.lines[outcome]
    shown = person.lines().columns
    kept = result.frame[result.frame["line"].isin(shown)]
    found = np.flatnonzero(kept["word"].isin(patterns.FOUND))
    if not found.size:
        return ()
    made = charts.lineups(
        patterns.narrowed(result, kept),
        person.words(),
        names=names,
        reasons=person.ratings(blanks="reason"),
        went=_ASKED.get(outcome, "What made it dull"),
        order=_order(report, outcome),
        current=report.jobs.index[report.jobs["current"].astype(bool)],
    )
    return made.chosen(found)


_ASKED: Final = {LATER: "It got dull", SHALLOW: "At its worst"}
_ENDS: Final = {
    LATER: ("slowest-to-dull", "soonest dull", "when the jobs got dull"),
    SHALLOW: ("least dull", "dullest", "how dull the jobs were"),
}
"""The names of the jobs at both ends, and what shuffling mixes up."""
_BY_WHEN: Final = {
    "highest": "the {} that took longest to get dull",
    "lowest": "the {} that got dull soonest",
    "short": "{} dull soonest",
}


def _order(report: DullReport, outcome: str) -> Order:
    """Return what puts the jobs of a line-up in order."""
    jobs, groups = report.jobs, report.lines[outcome].groups
    if outcome not in CAUSES:
        said = _when if outcome == LATER else _depth
        says = {role: said(row) for role, row in zip(jobs.index, jobs.to_dict("records"), strict=True)}
        spanned = _from_to if outcome == LATER else _depths
        spans = {
            str(group): spanned(jobs.loc[groups.index[groups.eq(group).fillna(value=False)]])
            for group in groups.dropna().unique()
        }
        named = _BY_WHEN if outcome == LATER else {}
        return Order(*_ENDS[outcome], "", says, {**spans, "unrated": _NOT_SAID}, **named)
    why = CAUSES[outcome]
    says = {role: _why(keys, outcome) for role, keys in jobs["because"].items()}
    kin = f"It says nearly the same as {quoted(why)}, so we do not count it as a pattern."
    spans = {"best": "something else", "worst": why, "unrated": _NOT_SAID}
    return Order("otherwise dull", f"with {why}", f"in which jobs there was {why}", kin, says, spans)


def _when(row: Mapping[Hashable, object]) -> str:
    if row["said"] == "after":
        return f"after {amount(float(str(row['weeks'])))}"
    left = "still not" if row["current"] else "not before it ended"
    return {"first_day": "from the first day", "not_yet": left}.get(str(row["said"]), _NOT_SAID)


def _from_to(jobs: pd.DataFrame) -> str:
    """Write when a group of jobs got dull, including those that had not yet."""
    weeks = [float(value) for value in jobs.loc[jobs["said"].eq("after"), "weeks"]]
    parts = ["the first day"] if jobs["said"].eq("first_day").any() else []
    parts += [amounts(weeks)] if weeks else []
    parts += ["not yet"] if jobs["said"].eq("not_yet").any() else []
    return " or ".join(parts)


def _depth(row: Mapping[Hashable, object]) -> str:
    return _NOT_SAID if pd.isna(row[WORST]) else number(float(str(row[WORST])))  # type: ignore[call-overload]


def _depths(jobs: pd.DataFrame) -> str:
    """Write how dull a group of jobs was."""
    return f"at its worst: {span([float(value) for value in jobs[WORST]])}"


def _why(keys: Sequence[str], cause: str) -> str:
    if not keys:
        return _NOT_SAID
    return CAUSES[cause] if cause in keys else "something else"


def _how_many(report: DullReport, outcomes: Sequence[str]) -> str:
    """Write how many jobs have an answer."""
    said = int(report.lines[outcomes[0]].rated)
    return f"You answered this for {_jobs(said)}."


def _jobs(number: int) -> str:
    return count(number, "job") if number else "no job yet"


def _alike(report: DullReport, outcomes: Sequence[str]) -> str:
    """Write that the jobs are all alike, if there are enough jobs for that to be why nothing can be told."""
    said = [report.lines[outcome].wide[outcome].dropna() for outcome in outcomes]
    if len(said[0]) < patterns.FEWEST_ROLES or any(one.min() < one.max() for one in said):
        return ""
    what = _WHAT.get(outcomes[0], "What made it dull")
    return f"{what} is the same in all {len(said[0])} jobs, so there is nothing to compare."


def _apart(person: Person, report: DullReport) -> Note:
    """Put the words of boredom and of how it went side by side, once they looked at both; never mixed."""
    words, shown = person.words(), [*person.lines().columns]
    lines = [line for line in shown if line in set(report.lines[LATER].frame["line"])]
    columns = {
        _COLUMNS[outcome]: list(map(words_by_line(report.lines[outcome].frame).__getitem__, lines))
        for outcome in OUTCOMES
    }
    elsewhere = f"For how it went, see {titles.COMMON}; it has a button of its own."
    if (then := looks.seen(person)) is not None:
        said = words_by_line(contrast.report(then).frame)
        went = {line_of(line): word for line, word in said.items()}
        columns["How it went"] = [str(went.get(line, "not checked")) for line in lines]
        found = [line for line in lines if went.get(line) in patterns.FOUND]
        elsewhere = f"Better and worse jobs differed in: {_named(person, found)}."
    there = _beyond(report)
    dull = _named(person, [line for line in lines if line in there])
    table = pd.DataFrame(
        columns, pd.Index([words[line].label for line in lines], name="Circumstance"), dtype="str"
    )
    return Note(
        f"Dull and less dull jobs differed in: {dull}.", (elsewhere,), tables=(table,), fold="One by one"
    )


_COLUMNS: Final = {
    LATER: "When it got dull",
    SHALLOW: "How dull",
    **{cause: capital(words) for cause, words in CAUSES.items()},
}


def _beyond(report: DullReport) -> set[str]:
    """Return the lines that have a word beyond what shuffles give on anything about boredom."""
    frames = [result.frame for result in report.lines.values()]
    return {line for frame in frames for line in frame.loc[frame["word"].isin(patterns.FOUND), "line"]}


def _named(person: Person, lines: Sequence[str]) -> str:
    words = person.words()
    return "; ".join(words[line].label for line in lines) or "nothing that stands out from chance"
