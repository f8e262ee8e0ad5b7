"""The charts, each on the record of the person whose notebooks these are."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from good_on_paper import charts, patterns
from good_on_paper.charts.job_rows import WENT
from good_on_paper.language.counts import count, quoted, uncapital
from good_on_paper.pages import show, titles
from good_on_paper.pages.dates_missing import dates_missing
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.in_common import by_definition, which_jobs
from good_on_paper.pages.in_common.about import defined
from good_on_paper.pages.in_common.at_a_glance import everything_sections, mirror_section
from good_on_paper.pages.in_common.beyond_lines import notes
from good_on_paper.pages.in_common.drawn import besides, current_jobs, levels, order_of
from good_on_paper.pages.session import me
from good_on_paper.panels import Layout, Section, Slider
from good_on_paper.study import contrast, looks
from good_on_paper.study.contrast import report
from good_on_paper.study.direction import turned
from good_on_paper.study.levels import NEAR
from good_on_paper.study.nearness import line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.panels import Panel
    from good_on_paper.patterns import Contrast
    from good_on_paper.study.person import Person

NEEDED: Final = "What you said you need"
SIDE_BY_SIDE: Final = "A few things side by side"
THE_SAME: Final = "The same by what else you chose"
NO_GUESSES = "You had not said what you need before your first look, so everything here was found by looking."
NOTHING = "Nothing here stands out from chance. With so few jobs that is the usual result."
NOTHING_ELSE = "Nothing else stands out from chance. With so few jobs that is the usual result."
_PRIVATE = " ({} private: counted too, and not shown)"
_CLEARLY: Final = 0.2
"""From this tau (Kendall's) with how the jobs went on, a circumstance came off better in those liked."""
_TOGETHER = (
    (
        0.5,
        "Jobs you liked come off better on {}. Much is simply how much you liked them.",
    ),
    (
        0.2,
        "Jobs you liked tend to come off better on {}. Part is simply how much you liked them.",
    ),
)


@in_words
def line_ups() -> Panel:
    """Return a line-up for each rated line: the guesses, what else stood out, then the rest.

    It opens with a button: a look is dated, stored, and paid for; see `good_on_paper.study.looks`. They can
    choose which jobs are compared, and the choice stays; no word hangs on it.
    """
    ways = which_jobs.ways(me())
    chosen = [ways.index(which_jobs.chosen(me()))]

    def choose(place: int) -> None:
        chosen[0] = place
        which_jobs.choose(me(), ways[place])

    def make(person: Person, names: Naming) -> Layout | str:
        result = report(person)
        said, counted = which_jobs.counted(person, result, ways[chosen[0]])
        return Layout(
            tuple(line_up_sections(person, counted, names)), (*said, *_notes(person, result, names))
        )

    steps = tuple(which_jobs.CALLED[way] for way in ways)
    return show.leading(
        make,
        first=show.ALL,
        slider=Slider("Compare", steps, chosen[0], choose, as_list=True, fold="Which jobs to compare"),
    )


@in_words
def what_it_cost() -> Panel:
    """Return the line-ups once more by what the jobs cost, if that was declared before the first look.

    The jobs that cost least are on top. Both kinds of line-up share what a look may spend.
    """

    def make(person: Person, names: Naming) -> Layout | str:
        sections = [part for outcome in person.second_outcomes for part in _beside(person, outcome, names)]
        return Layout(tuple(sections)) if sections else ""

    return show.following(make, here=True, fold=THE_SAME, first=show.ALL)


@in_words
def side_by_side() -> Panel:
    """Return six lines over all jobs at once, the strongest words and the largest differences first."""

    def make(person: Person, names: Naming) -> list[Chart] | str:
        found = report(person)
        amounts = [line for line in found.frame["line"] if not line.startswith(NEAR)]
        result = patterns.map_of(found, amounts[: patterns.MOST_LINES])
        result = replace(result, frame=turned(result.frame, person.item(found.outcome)))
        reasons, words = person.ratings(blanks="reason"), person.words()
        current = current_jobs(person)
        return [
            charts.role_map(
                result,
                words,
                names=names,
                reasons=reasons,
                went=person.went,
                current=current,
                order=order_of(person, result.contrast) or WENT,
            )
        ]

    return show.following(make, heading=SIDE_BY_SIDE, fold=SIDE_BY_SIDE)


@in_words
def further() -> Panel:
    """Return what there is to say beyond single lines, in sentences, and the pictures of own definitions."""

    def make(person: Person, names: Naming) -> Layout:
        drawn = by_definition.pictures(person, names)
        own = (Section(by_definition.HEADING, drawn),) if drawn else ()
        return Layout((Section("", notes(person, names)), *own))

    heading = "Things in combination, and what you said yourself"
    return show.following(make, heading=heading, fold="In combination, and by your own words", first=20)


def line_up_sections(person: Person, result: Contrast, names: Naming, *, heading: str = "") -> list[Section]:
    """Return the mirrored chart, the line-ups of what was needed or stood out, and everything in a fold.

    So no pattern that shuffles give too is in the open without a label. A `heading`, for the day they are of,
    comes before that of each section.
    """
    reasons, words = person.ratings(blanks="reason"), person.words()
    made = charts.lineups(
        result,
        words,
        names=names,
        reasons=reasons,
        went=words[result.outcome].label,
        chance=partial(contrast.chance_line, person, result.outcome),
        levels=levels(person),
        order=order_of(person, result),
        besides=besides(person, result),
        current=current_jobs(person),
    )
    lines = result.frame.set_index("line").loc[charts.rated_lines(result)]
    needs = set(person.guesses)
    guessed, word = pd.Series([line_of(line) in needs for line in lines.index], lines.index), lines["word"]
    found = word.isin(patterns.FOUND)

    def of(which: pd.Series) -> Sequence[Chart]:
        return made.chosen(np.flatnonzero(which))

    sections = [
        *mirror_section(person, result, names),
        Section(NEEDED, of(guessed), _needed(person, lines.index[guessed]) if guessed.any() else NO_GUESSES),
        Section("What else stood out", of(found & ~guessed), _nothing_else(guessed, found)),
    ]
    whole = everything_sections(person, result, names, made)
    tested = word.ne(patterns.TOO_FEW).any()
    shown = [one for one in sections if one.charts or tested] + whole
    before = f"{heading}: " if heading else ""
    return [
        replace(one, heading=before + uncapital(one.heading)) if before and one.heading else one
        for one in shown
    ]


def _nothing_else(guessed: pd.Series, found: pd.Series) -> str:
    """Write that nothing besides the needs stood out, if so; or that nothing did, if no need did either."""
    if (found & ~guessed).any():
        return ""
    return NOTHING_ELSE if (found & guessed).any() else NOTHING


def _needed(person: Person, lines: Iterable[str]) -> str:
    """Write under which name we draw a need, if the chart counts what they need less of."""
    items = [person.words()[line] for line in lines]
    less = [item for item in items if item.keyed < 0 and item.need not in ("", item.label)]
    return " ".join(f"{quoted(item.need)}: the chart shows {quoted(item.label)}." for item in less)


def _beside(person: Person, outcome: str, names: Naming) -> list[Section]:
    """Return the line-ups by a declared outcome other than the main one, and what they are."""
    result, label = report(person, outcome), person.words()[outcome].label
    order = order_of(person, result) or charts.Order()
    said = f"The same again, in the order of {quoted(label)}, the {order.best} on top, as you chose."
    sections = line_up_sections(person, result, names, heading=label)
    return [
        replace(section, sentence=section.sentence if place else f"{said} {section.sentence}".strip())
        for place, section in enumerate(sections)
    ]


def _also(person: Person, outcome: str) -> str:
    """Write what has a word by another outcome, and where its charts are."""
    label = quoted(person.words()[outcome].label)
    words = report(person, outcome).frame["word"]
    out, worth = (int(words.eq(word).sum()) for word in (patterns.STANDS_OUT, patterns.WORTH))
    told = [f"{out} {'stands' if out == 1 else 'stand'} out"] if out else []
    told += [f"{worth} {'is' if worth == 1 else 'are'} worth asking about"] if worth else []
    none = "nothing stands out from chance" if words.ne(patterns.TOO_FEW).any() else "too few jobs to tell"
    found = " and ".join(told) or none
    return f"It also covers {label}, as you chose: {found}. See {quoted(THE_SAME)}, further down."


def _notes(person: Person, result: Contrast, names: Naming) -> tuple[str, ...]:
    """Write which look this is, and how much the answers move together."""
    taken = looks.looks(person)
    said = []
    if taken:
        last = taken[-1]
        hidden = sum(person.catalogue.item(line).private for line in last.lines if line in person.catalogue)
        said.append(
            f"Look {len(taken)}, {last.day}: {count(len(last.roles), 'job')}, "
            f"{count(len(last.lines), 'circumstance')}{_PRIVATE.format(hidden) * bool(hidden)}. "
            "Your first look tells you most; later looks tell you less."
        )
        said += [_also(person, outcome) for outcome in person.second_outcomes]
    said += defined(person, names)
    said += dates_missing(result)
    words = person.words()
    there = int(result.wide[result.outcome].count()) if result.outcome in result.wide else 0
    if there < patterns.FEWEST_ROLES:
        said.append(
            f"To tell a pattern from chance we need {patterns.FEWEST_ROLES} jobs with "
            f"{quoted(words[result.outcome].label)}; you have {there}. Add others in {titles.WORK}, and "
            f"rate them in {titles.LIKE}."
        )
    found = patterns.halo(result, {line: words[line].keyed for line in result.frame["line"]})
    if pd.notna(found.together):
        told = found.frame[found.frame["with_rest"].notna()]  # on too few jobs, none can come off better
        better = int((told["tau"] * told["key"] >= _CLEARLY).sum())
        share = "all" if better == len(told) else f"{better} of the"
        on = f"{share} {count(len(told), 'circumstance')}"
        much = next((text for least, text in _TOGETHER if found.together >= least), "")
        said += [much.format(on)] if much and better else []  # answers that go their own way need no warning
    return tuple(said)
