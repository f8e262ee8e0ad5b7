"""Gather from the record what we make questions of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from good_on_paper import patterns
from good_on_paper.catalogue import COST, keys
from good_on_paper.frames import asked_roles, role_names
from good_on_paper.frames.boredom import SET_IN
from good_on_paper.frames.standing import standing
from good_on_paper.frames.take_home import WORRY
from good_on_paper.frames.targets import NOT_AGAIN, WHO, chosen_or_next, has_said, known_of, of_person
from good_on_paper.language.counts import count, quoted, uncapital
from good_on_paper.language.findings import End, compared
from good_on_paper.language.own_ends import own_ends
from good_on_paper.questions.grounds import Dull, Found, Grounds, JobPair, Story, Wording
from good_on_paper.questions.refused import refused
from good_on_paper.questions.sayings import place_dull, when_dull
from good_on_paper.study.levels import NEAR, WANTED
from good_on_paper.study.steadiness import within_noise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.catalogue import Item
    from good_on_paper.study.contrast import Report
    from good_on_paper.study.person import Person

WELL, NOT = keys.WENT_WELL, keys.WOULD_NOT_REPEAT


def gather(person: Person, jobs: Sequence[Report] = (), *, target: str = "", heard: bool = True) -> Grounds:
    """Return the grounds for questions about a target.

    Parameters
    ----------
    person : Person
        The person who asks.
    jobs : sequence of Report
        A contrast of their jobs by each outcome, the main one first. Only findings are taken from it.
    target : str, optional
        The id of the target; the chosen one when left out.
    heard : bool
        Whether what an interview told enough about is known.

    Returns
    -------
    Grounds
        What the person has said of themselves and of the target, and what their jobs showed.
    """
    target = target or chosen_or_next(person)
    items = {item.key: item.worded() for item in person.catalogue.items("circumstance")}
    answers = {item: answer for (_, item), answer in person.current(units=(target,)).items()}
    values = {item: answer.value for item, answer in answers.items() if answer.state == "value"}
    known = {line: said for line, said in known_of(person, target, heard=heard).items() if line in items}
    has = has_said(person, target)
    return Grounds(
        person=person.unit.id,
        target=target,
        lines={key: _words(item) for key, item in items.items()},
        needs=tuple(line for line in person.guesses if line in items),
        not_again=tuple(
            end for end in of_person(person, NOT_AGAIN) or () if _line(end) in items and end not in has
        ),
        refused=tuple(
            replace(worry, end=worry.end if _line(worry.end) in items else "")
            for worry in refused(person)
            if WORRY + worry.worry not in has
        ),
        dull=_dull(person),
        known=known,
        found=tuple(one for by in jobs for one in _found(person, items, by)),
        pairs=_pairs(person, items),
        stories=_stories(person),
        nearest=_nearest(person, items),
        meets=tuple(one for one in values.get("meets") or () if one in WHO),
        talk=str(values.get(keys.TALK_ROUND) or "first"),
        has=has,
    )


def _nearest(person: Person, items: dict[str, Item]) -> dict[str, str]:
    """Return, for needs in the person's own words, the line they say each is closest to."""
    named = person.current(items=[f"{keys.CLOSEST_TO}:{line}" for line in items], units=(person.unit,))
    near = {item.partition(":")[2]: answer.value for (_, item), answer in named.items()}
    return {line: str(other) for line, other in near.items() if other in items}


def _line(end: str) -> str:
    return end.rpartition(":")[0]


def _dull(person: Person) -> Dull | None:
    """Return when most jobs got dull, with a sentence; private if one of the answers is private."""
    jobs = person.boredom()
    when, said = when_dull(jobs, every=True), place_dull(jobs)
    if when is None or said is None:
        return None
    given = person.current(items=(SET_IN,), units=[unit for unit, _ in when.because])
    return Dull(said, when.text, when.because, any(answer.private for answer in given.values()))


def _words(item: Item) -> Wording:
    return Wording(
        item.need or item.label, item.label, {"low": item.low, "high": item.high}, item.private, item.keyed
    )


def _found(person: Person, items: dict[str, Item], jobs: Report) -> tuple[Found, ...]:
    units = jobs.ids
    if not set(units.values()) <= {unit.id for unit in asked_roles(person)}:
        return ()  # the look had a job that is gone or quiet by now: the next look will tell
    levels, by = person.wanted_in_time, _by(person, jobs)
    key = {line: item.keyed for line, item in items.items()} | {NEAR + line: 1 for line in levels}
    otherwise = patterns.against(jobs.frame, key)
    found = []
    for row in patterns.in_order(jobs.frame).to_dict("records"):
        column = str(row["line"])
        line, near = column.removeprefix(NEAR), column.startswith(NEAR)
        if (
            row["word"] not in patterns.FOUND
            or row["kin"]
            or line not in items
            or (near and line not in levels)
        ):
            continue
        rated = jobs.wide[column].dropna().index
        either = jobs.groups[jobs.groups.isin(["best", "worst"])].index
        cells = [(units[str(name)], key) for name in either for key in (line, jobs.outcome) if name in rated]
        said = items[line].said
        said = said if "“" in said else f"“{said}”"  # text with quotes of its own gets no more
        if near:
            said = f"“{items[line].label}” was close to {levels[line]:g}, as you want it"
            cells.append((person.unit.id, WANTED + line))
        against = column in otherwise
        speaks = f", which speaks against what {{}} {'want' if near else 'need'}" if against else ""
        yours, mine = (_counted(row, said, jobs.outcome, whose, by) for whose in ("your", "my"))
        thing = line if near or against else _thing(items[line], more=row["tau"] > 0)
        told = yours + speaks.format("you"), tuple(cells), thing, mine + speaks.format("I")
        found.append(Found(line, *told, against=against))
    return tuple(found)


def _thing(item: Item, *, more: bool) -> str:
    """Name what the better jobs had: as a need, or else as the end of the line they leaned to."""
    if item.keyed == (1 if more else -1):
        return item.key
    return f"{item.key}:{'high' if more else 'low'}"


def _by(person: Person, jobs: Report) -> str:
    """Write by which of several outcomes the jobs are best, and how many it counts; "" for the only one."""
    if len(person.outcomes) == 1:
        return ""
    there = int(jobs.wide[jobs.outcome].count()) if jobs.outcome in jobs.wide else 0
    return f", by {quoted(person.item(jobs.outcome).worded().label)} over {count(there, 'job')}"


def _counted(row: dict[Any, Any], said: str, outcome: str, whose: str, by: str) -> str:
    """Put into counts what the jobs show: the word of evidence, then how many at both ends."""
    best, worst = int(row["n_best"]), int(row["n_worst"])
    top = f"{whose} best job" if best == 1 else f"{whose} {best} best jobs"
    lowest = f"the {'one' if worst == 1 else worst} that went least well"
    if outcome == COST:
        you = {"your": "you", "my": "me"}[whose]
        top = f"{whose} {'job' if best == 1 else f'{best} jobs'} that cost {you} least"
        lowest = f"the {'one' if worst == 1 else worst} that cost {you} most"
    if (own := own_ends(outcome)) is not None:
        top = f"{whose} {own.best} job" if best == 1 else f"{whose} {best} {own.best} jobs"
        lowest = own.lowest.format("one" if worst == 1 else worst)
    ends = End(int(row["best_high"]), best, top), End(int(row["worst_high"]), worst, lowest)
    return f"{str(row['word']).capitalize()}{by}: {uncapital(compared(said, *ends)).rstrip('.')}"


def _named(person: Person) -> dict[bool, str]:
    """Return the units of the job that went well and of the one not to do again, if the person named them."""
    listed = {unit.id for unit in asked_roles(person)}  # never ask about what hurt
    named = {True: of_person(person, WELL), False: of_person(person, NOT)}
    return {well: unit for well, unit in named.items() if unit in listed}


def _stories(person: Person) -> tuple[Story, ...]:
    named, names = _named(person), role_names(person)
    in_a_line = person.current(items=(keys.IN_A_LINE,), units=tuple(named.values()))
    return tuple(
        Story(unit, names[unit], well, str(in_a_line[unit, keys.IN_A_LINE].value))
        for well, unit in named.items()
        if (unit, keys.IN_A_LINE) in in_a_line and in_a_line[unit, keys.IN_A_LINE].state == "value"
    )


def _pairs(person: Person, items: dict[str, Item]) -> dict[str, JobPair]:
    named, names = _named(person), role_names(person)
    if len(named) < 2:  # noqa: PLR2004 - a pair
        return {}
    well, not_again = named[True], named[False]
    rated = standing(person, items, (well, not_again))
    many = {str(line): int(count) for line, count in person.ratings().notna().sum().items()}
    return {
        line: JobPair(
            rated[well, line],
            rated[not_again, line],
            (names[well], names[not_again]),
            ((well, line), (not_again, line)),
            within_noise(person) or 0.0,
            max(2, many.get(line, 2)),
            len(person.roles()),
        )
        for line in items
        if (well, line) in rated and (not_again, line) in rated
    }
