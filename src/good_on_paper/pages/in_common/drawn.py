"""How a person's contrast is drawn: names, levels wanted, the order of jobs, guesses that do not hold."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import charts, patterns
from good_on_paper.catalogue import COST, HOW_IT_WENT
from good_on_paper.charts import Level, Order
from good_on_paper.charts.job_rows import BY_SPLIT
from good_on_paper.frames.definitions import side_of
from good_on_paper.language.counts import capital, number, quoted, span
from good_on_paper.language.own_ends import own_ends
from good_on_paper.study.contrast import chance_line
from good_on_paper.study.direction import turned
from good_on_paper.study.levels import NEAR
from good_on_paper.study.nearness import line_of
from good_on_paper.study.own_choice import pictures_only

if TYPE_CHECKING:
    from collections.abc import Hashable

    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.patterns import Contrast
    from good_on_paper.study.contrast import Report
    from good_on_paper.study.person import Person


_ENDS: Final = ("best", "worst")


_COSTS: Final = {
    patterns.THIRDS: ("least costly", "costliest"),
    patterns.MEDIAN: ("less costly", "costlier"),
}


def order_of(person: Person, result: Contrast) -> Order | None:
    """Return what puts the jobs of a line-up in order, and the answers; None for how they went."""
    item = person.item(result.outcome).worded()
    halved = result.split == patterns.MEDIAN
    own = None if result.split == patterns.MARKS else own_ends(item.key, halves=halved)
    if own is None and item.key == person.primary_outcome and item.keyed >= 0:
        return None
    said = turned(result.wide, item)[item.key]
    spans = {
        str(group): f"{item.label}: {span(said[result.groups.eq(group).fillna(value=False)].tolist())}"
        for group in result.groups.dropna().unique()
    }
    kin = f"It says nearly the same as {quoted(item.label)}, so we do not count it as a pattern."
    says = {role: "no answer" if pd.isna(value) else number(value) for role, value in said.items()}
    spans["unrated"] = "no answer"
    if own is not None:
        halves = f"{capital(own.best)}: the half of the jobs that is higher by it; equal ones stay together."
        return Order(
            own.best,
            own.worst,
            own.shuffled,
            kin,
            says,
            spans,
            parted=halves if halved else "",
            lowest=own.lowest,
            short=f"{{}} {own.worst}",
        )
    if item.key == HOW_IT_WENT:  # beside another, it has the names it has alone
        return replace(BY_SPLIT[result.split], kin=kin, says=says, spans=spans)
    cost = item.key == COST
    best, worst = _COSTS.get(result.split, _ENDS) if cost else _ENDS
    return Order(
        best,
        worst,
        "what the jobs cost" if cost else f"the answers on {quoted(item.label)}",
        kin,
        says,
        spans,
        parted=BY_SPLIT[result.split].parted,
    )


def against(person: Person, result: Contrast) -> dict[str, str]:
    """Return, for each guess that came out the other way round, what they guessed and what we found."""
    words = person.words()
    key = {line: item.keyed for line, item in words.items()}
    return {
        line: f"It speaks against what you said: you need {quoted(words[line].need)}, "
        f"but the jobs on top had {'more' if key[line] < 0 else 'less'} of {quoted(words[line].label)}."
        for line in patterns.against(result.frame, key)
    }


PICTURE: Final = (
    "You chose, wrote or named this after you said how a job went. So it makes a picture and never "
    "counts as a pattern."
)


LATE: Final = (
    "You said how much of this you want after you said how a job went. So the dashed line is a picture: we "
    "compared your jobs by how much of it there was."
)


def besides(person: Person, result: Contrast) -> dict[str, str]:
    """Return what else to say about a column: it speaks against a guess, or is only a picture."""
    pictures = {
        str(line): PICTURE for line in result.frame["line"] if line_of(str(line)) in pictures_only(person)
    }
    late = dict.fromkeys(_late(person), LATE)
    return late | against(person, result) | pictures


def _late(person: Person) -> dict[str, float]:
    """Return the levels wanted that came too late to count, by line."""
    return {line: level for line, level in person.wanted.items() if line not in person.wanted_in_time}


def levels(person: Person) -> dict[str, Level]:
    """Return, for each column, the level wanted and the ratings themselves: what a line-up shows.

    A level that counts has a column of nearness; one that came too late is a mark beside the amount.
    """
    rated, scales = person.lines(include_private=True), person.scales()
    at = {NEAR + line: level for line, level in person.wanted_in_time.items()} | _late(person)
    return {
        column: Level(level, rated[line_of(column)], scales[line_of(column)])
        for column, level in at.items()
        if line_of(column) in rated
    }


def called(person: Person, names: Naming) -> list[str]:
    """Return the name of each job on this page, in order."""
    shown = charts.naming(person.lines().index, names)
    return [shown[role] for role in person.lines().index]


def how_it_went(person: Person) -> pd.Series | None:
    """Return how the jobs went as a whole, or by a main outcome that also says so; None without either."""
    main = person.item(person.primary_outcome)
    by = HOW_IT_WENT if side_of(main.key) or main.keyed < 0 else main.key
    return person.lines(outcome=by).get(by)


def current_jobs(person: Person) -> list[str]:
    """Return the names of the jobs that go on."""
    roles = person.roles()
    return [str(role) for role in roles.index[roles["current"]]]


def employers(person: Person) -> dict[Hashable, tuple[str, str]]:
    """Return each job's name and, for a second line, its employer."""
    roles = person.roles()
    return {
        # if a job needs more to tell it from another, all of that is its name
        str(role): (title, employer) if role == f"{title}, {employer}" else (str(role), "")
        for role, title, employer in zip(roles.index, roles["title"], roles["employer"], strict=True)
    }


def line_up(report: Report, line: str, *, names: Naming = "names") -> Chart:
    """Draw the line-up of one line of a person's contrast.

    Raises
    ------
    PatternError
        A line is not there.
    """
    report.check(line)
    person = report.person
    words, reasons = person.words(), person.ratings(blanks="reason")
    return charts.lineup(
        report,
        line,
        words.get(line),
        names=names,
        reasons=reasons,
        went=words[report.outcome].label,
        chance=partial(chance_line, person, report.outcome),
        level=levels(person).get(line),
        order=order_of(person, report),
        besides=besides(person, report).get(line, ""),
        current=current_jobs(person),
    )
