"""What looks have shown over time: how guesses fared, which words changed, what success has meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper import patterns
from good_on_paper.charts import Note
from good_on_paper.charts.chance import CHANCE, DOWN, words_by_line
from good_on_paper.language.counts import count, number, quoted
from good_on_paper.pages.in_common.by_definition import versions
from good_on_paper.pages.in_common.drawn import against, called
from good_on_paper.study import looks
from good_on_paper.study.contrast import report
from good_on_paper.study.nearness import line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.charts.names import Naming
    from good_on_paper.study.person import Person

_MOST = 3  # jobs named under each meaning
_SEVERAL = 2
_OTHERWISE = ", but the other way round"
_NONE = "not rated"
_SAID = {
    patterns.STANDS_OUT: ("stands out", "stand out"),
    patterns.WORTH: ("is worth asking about", "are worth asking about"),
    **{word: (word, word) for word in CHANCE},
    patterns.TOO_FEW: ("has too few jobs to tell", "have too few jobs to tell"),
    _NONE: ("is not rated", "are not rated"),
}
"""Each word, for one guess and for several."""
_OPEN: Final = "Whether what you need made the difference, your jobs cannot tell yet."
_NOT_WRONG: Final = (
    "“Could easily be chance” does not mean you are wrong: few jobs can seldom tell. Your word counts."
)


def guessed(person: Person, names: Naming) -> Note | None:  # noqa: ARG001 - no job is named
    """Write how the guesses fared, and at which look."""
    taken = looks.looks(person)
    words = person.words()
    guesses = [line for line in person.guesses if not words[line].private]
    if not guesses or not taken:
        return None
    columns: dict[str, dict[str, str]] = {}
    for look in taken:
        at = person.as_of(look.taken) if look is not taken[-1] else person
        columns[look.day if len(taken) == 1 else f"Look {len(columns) + 1}, {look.day}"] = _fared(at)
    for outcome in person.second_outcomes:
        columns[f"{words[outcome].label}, now"] = _fared(person, outcome)
    table = pd.DataFrame(
        {head: [found.get(line, _NONE) for line in guesses] for head, found in columns.items()},
        pd.Index([words[line].label for line in guesses], name="What you need"),
    )
    many = count(len(guesses), "need")
    beside = [
        f"By {quoted(words[outcome].label)}: {_scored(table.iloc[:, place - len(person.second_outcomes)])}."
        for place, outcome in enumerate(person.second_outcomes)
    ]
    now = table.iloc[:, len(taken) - 1]
    told = f"Of the {many} you named, {_scored(now)}." if not now.isin(CHANCE).all() else _OPEN
    return Note(
        told,
        (*beside, _NOT_WRONG),
        tables=(table,),
        fold="Need by need",
    )


def _fared(person: Person, outcome: str | None = None) -> dict[str, str]:
    """Return the word of each line; for a guess that came out the other way round, that it did."""
    otherwise = {line_of(line) for line in against(person, report(person, outcome))}
    told = words_of_lines(person, outcome).items()
    return {line: word + _OTHERWISE if line in otherwise else word for line, word in told}


def _scored(words: pd.Series) -> str:
    """Write how many guesses got each word, the strongest first."""
    known = [(word, _SAID[word], more) for word in DOWN for more in ("", _OTHERWISE)]
    counts = [
        (int(words.eq(word + more).sum()), said, more)
        for word, said, more in (*known, (_NONE, _SAID[_NONE], ""))
    ]
    return ", ".join(f"{many} {said[many > 1]}{more}" for many, said, more in counts if many)


def meanings(person: Person, names: Naming) -> Note | None:
    """Write how the meaning of success changed, and which jobs were highest under each meaning."""
    by_day = versions(person)
    if len(by_day) < _SEVERAL:
        return None
    ratings, words = person.ratings(), person.words()
    ratings = ratings.set_axis(called(person, names))
    said = []
    for day, weights in by_day.items():
        rated = {line: points for line, points in weights.items() if line in ratings}
        highest = _highest(ratings, rated) if rated else []
        said.append(f"{day}: {'; '.join(highest) or 'no job is rated on it'}.")
    every = list(dict.fromkeys(line for weights in by_day.values() for line in weights))
    table = pd.DataFrame(
        {
            day: [number(weights[line]) if line in weights else "" for line in every]
            for day, weights in by_day.items()
        },
        pd.Index([words[line].label for line in every], name="Points for"),
    )
    return Note(
        f"You have said in {len(by_day)} ways what success means to you. Your highest jobs each time:",
        (*said, "We use today’s ratings each time; only the points change."),
        tables=(table,),
        fold="The points",
    )


def _highest(ratings: pd.DataFrame, weights: Mapping[str, float]) -> list[str]:
    by = patterns.own_definition(ratings, weights).frame["value"].dropna()
    return [str(job) for job in by.sort_values(ascending=False, kind="stable").head(_MOST).index]


def then_and_now(person: Person, names: Naming) -> Note | None:  # noqa: ARG001 - no job is named
    """Write what has changed since the first look."""
    taken = looks.looks(person)
    if len(taken) < _SEVERAL:
        return None
    before, now = every_word(person.as_of(taken[0].taken)), every_word(person)
    changed = [line for line in now if line in before and before[line] != now[line]]
    known = {line for _, line in before}
    new = list(dict.fromkeys(line for _, line in now if line not in known))
    said = list(changes(person, before, now, changed))
    if new:
        said.append(f"New since: {'; '.join(person.words()[line].label for line in new)}.")
    lines = len({line for _, line in changed})
    title = f"Since your first look on {taken[0].day}: {count(lines, 'thing')} changed."
    return Note(title, tuple(said))


def words_of_lines(person: Person, outcome: str | None = None) -> dict[str, str]:
    """Return the word of evidence of each line, also if we compare its nearness to a level."""
    said = words_by_line(report(person, outcome).frame)
    return {line_of(line): word for line, word in said.items()}


def every_word(person: Person) -> dict[tuple[str, str], str]:
    """Return the word of evidence of each line by each outcome of the looks, the main one first."""
    return {
        (outcome, line): word
        for outcome in (person.primary_outcome, *person.second_outcomes)
        for line, word in words_of_lines(person, outcome).items()
    }


def labelled(person: Person, outcome: str, line: str) -> str:
    """Name a line by its words, with those of the outcome if that is not the main one."""
    words = person.words()
    by = "" if outcome == person.primary_outcome else f", by {quoted(words[outcome].label)}"
    return f"{words[line].label}{by}"


def changes(
    person: Person,
    before: Mapping[tuple[str, str], str],
    after: Mapping[tuple[str, str], str],
    lines: Iterable[tuple[str, str]],
) -> tuple[str, ...]:
    """Write, for lines by their outcome, which word each had and has now."""
    return tuple(
        f"{labelled(person, *line)}: {quoted(before[line])} then, {quoted(after[line])} now."
        for line in lines
    )
