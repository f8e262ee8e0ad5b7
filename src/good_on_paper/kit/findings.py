"""Beyond single lines, in sentences: lines together, what was said and what was lived, what can be borne.

Each stands only where the record has what it needs. None but the recipes gives a word of evidence: the others
are what was answered, put side by side.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from good_on_paper import charts, patterns
from good_on_paper.charts import Note
from good_on_paper.charts.text import count, number, quoted
from good_on_paper.charts.words import NOT_FOR, rests_on
from good_on_paper.kit import looks
from good_on_paper.kit.compared import line_of
from good_on_paper.kit.recipes import called
from good_on_paper.kit.together import together

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.kit.me import Me

    Finding = Callable[[Me, Naming], Chart | Note | None]

_MOST = 3  # of what is listed in sentences; the rest is in the fold-out
_SEVERAL = 2
COST = "cost"
NO_SHUFFLE = "Not compared with shuffles: it is what you said, side by side."


def notes(mine: Me, names: Naming) -> list[Chart | Note]:
    """Return what there is to say, in the order of the page."""
    every: tuple[Finding, ...] = (
        *(together, guessed, in_four, borne),
        *(cost, said_and_lived, meanings, then_and_now),
    )
    return [note for find in every if (note := find(mine, names)) is not None]


def guessed(mine: Me, names: Naming) -> Note | None:  # noqa: ARG001 - no job is named
    """Say how the guesses fared, and at which look."""
    taken = looks.looks(mine)
    words = mine.words()
    guesses = [line for line in mine.guesses if not words[line].private]
    if not guesses or not taken:
        return None
    columns: dict[str, dict[str, str]] = {}
    for look in taken:
        at = mine.as_of(look.taken) if look is not taken[-1] else mine
        columns[look.day if len(taken) == 1 else f"Look {len(columns) + 1}, {look.day}"] = words_by_line(at)
    table = pd.DataFrame(
        {head: [found.get(line, "not rated") for line in guesses] for head, found in columns.items()},
        pd.Index([words[line].label for line in guesses], name="Guess"),
    )
    now = table.iloc[:, -1]
    parts = [f"{many} {word}" for word in reversed(patterns.WORDS) if (many := int(now.eq(word).sum()))]
    if missing := int(now.eq("not rated").sum()):
        parts.append(f"{missing} not rated")
    return Note(
        f"Of your {count(len(now), 'guess').replace('guesss', 'guesses')}: {', '.join(parts)}.",
        ("A guess that shuffles give too is not wrong: so few jobs could not tell.",),
        tables=(table,),
        fold="Guess by guess",
    )


def in_four(mine: Me, names: Naming) -> Note | None:
    """Part the jobs by the first two guesses: "chaos was fine with a strong boss"."""
    rated = mine.lines()
    pair = [line for line in mine.guesses if line in rated][:2]
    if len(pair) < _SEVERAL:
        return None
    one, other = (mine.words()[line].label for line in pair)
    jobs, outcome = rated.set_axis(called(mine, names)), mine.primary_outcome
    found = patterns.two_lines(jobs, pair[0], pair[1], outcome, scales=mine.scales())
    said = []
    for first, second, roles, went in found.frame.itertuples(index=False):
        head = (
            f"{'Much' if first else 'Little'} {quoted(one)}, {'much' if second else 'little'} {quoted(other)}"
        )
        told = "; ".join(f"{role} ({number(value)})" for role, value in zip(roles, went, strict=True))
        if roles:
            said.append(f"{head}: {told}.")
    return Note(
        f"Your first two guesses at once, each job with {_small(mine.went)}.",
        (
            *said,
            *((f"Not rated on all of it: {'; '.join(found.left_out)}.",) if found.left_out else ()),
            NO_SHUFFLE,
        ),
    )


def borne(mine: Me, names: Naming) -> Note | None:
    """Say what was there in jobs that went best and in those one would least repeat alike."""
    result = patterns.renamed(mine.contrast(), called(mine, names))
    words = mine.words()
    found = patterns.alike(result).frame
    hard = found[[words[line].keyed < 0 for line in found["line"]]]
    if hard.empty:
        return None
    table = pd.DataFrame(
        {
            "Best jobs with it": ["; ".join(roles) for roles in hard["best"]],
            "With it, of those you would least repeat": ["; ".join(roles) for roles in hard["worst"]],
        },
        pd.Index([words[line].label for line in hard["line"]], name="Line"),
    )
    said = [
        f"{words[row['line']].label}: there in {'; '.join(row['best'])}, which went best, "
        f"and in {'; '.join(row['worst'])}, which you would least repeat."
        for row in hard.head(_MOST).to_dict("records")
    ]
    return Note(
        f"{count(len(hard), 'hard line')} stood in the best jobs and in those you would least repeat.",
        (*said, NO_SHUFFLE),
        tables=(table,) if len(hard) > _MOST else (),
        fold=f"All {len(hard)}",
    )


def cost(mine: Me, names: Naming) -> Chart | None:
    """Draw what the jobs cost, in the order of how they went; an outcome beside another, so no shuffles."""
    ratings, outcome = mine.ratings(), mine.primary_outcome
    if outcome == COST or not {COST, outcome} <= set(ratings):
        return None
    result = patterns.contrast(ratings[[COST, outcome]], outcome, kin=[COST], scales=mine.scales())
    reasons = mine.ratings(blanks="reason")
    drawn = charts.lineup(result, COST, mine.words()[COST], names=names, reasons=reasons, went=mine.went)
    print_ = (*rests_on(result, int(ratings[COST].notna().sum())), NO_SHUFFLE, NOT_FOR)
    return replace(drawn, small_print=print_, figures=())


def said_and_lived(mine: Me, names: Naming) -> Note | None:  # noqa: ARG001 - no job is named
    """Put the weights given to what success means beside what went with how it went."""
    ratings = mine.ratings()
    weights = {line: points for line, points in mine.weights.items() if line in ratings}
    if len(weights) < _SEVERAL or mine.primary_outcome not in ratings:
        return None
    found = patterns.stated(ratings, weights, mine.primary_outcome)
    frame, words = found.frame, mine.words()
    lived = frame.dropna(subset="lived_rank").sort_values("lived_rank")
    if lived.empty:
        return None
    said = [f"You give most weight to {quoted(words[frame['criterion'][0]].label)}."]
    first = lived["criterion"].iloc[0]
    said.append(
        f"In {count(int(lived['n'].iloc[0]), 'job')} {quoted(words[first].label)} went most with how it went."
    )
    table = pd.DataFrame(
        {
            "Points you gave": [number(points) for points in frame["weight"]],
            "Goes with how it went": [_range(row) for row in frame.to_dict("records")],
        },
        pd.Index([words[key].label for key in frame["criterion"]], name="What success means"),
    )
    return Note(
        "Your stories and your weights agree on the order."
        if not found.furthest
        else f"Your stories and your weights disagree most on {quoted(words[found.furthest].label)}.",
        (*said, "Neither corrects the other; with few jobs one job can change the second order."),
        ("Kendall's tau-b with the outcome; in brackets the range when each job in turn is left out.",),
        (table,),
    )


def _range(row: dict[Any, Any]) -> str:
    if pd.isna(row["tau"]):
        return "cannot be told"
    return f"{row['tau']:.2f} ({row['tau_low']:.2f} to {row['tau_high']:.2f})"


def meanings(mine: Me, names: Naming) -> Note | None:
    """Say how what success means changed, and which jobs stood highest under each meaning."""
    keys = {item.key for item in mine.catalogue.items("success", hidden=True)}
    last = {
        answer.sitting: answer
        for answer in mine.record.answers(as_of=mine.moment)
        if answer.unit == mine.record.person.id and answer.item in keys
    }
    versions: dict[str, dict[str, float]] = {}
    for answer in last.values():
        weights = mine.as_of(answer.seq).weights
        if weights and weights not in versions.values():
            day = f"{answer.given.day} {answer.given:%B %Y}"
            versions[day if day not in versions else f"{day}, later"] = weights
    if len(versions) < _SEVERAL:
        return None
    ratings, words = mine.ratings(), mine.words()
    ratings = ratings.set_axis(called(mine, names))
    said = []
    for day, weights in versions.items():
        rated = {line: points for line, points in weights.items() if line in ratings}
        highest = patterns.weighed(ratings, rated).head(_MOST).index.tolist() if rated else []
        said.append(f"As of {day}: {'; '.join(highest) or 'no job is rated on it'}.")
    every = list(dict.fromkeys(line for weights in versions.values() for line in weights))
    table = pd.DataFrame(
        {
            day: [number(weights[line]) if line in weights else "" for line in every]
            for day, weights in versions.items()
        },
        pd.Index([words[line].label for line in every], name="Points for"),
    )
    return Note(
        f"What success means to you has {len(versions)} versions; the jobs that stand highest under each:",
        (*said, "The jobs' ratings are those of now; only the points change."),
        tables=(table,),
        fold="The points",
    )


def then_and_now(mine: Me, names: Naming) -> Note | None:  # noqa: ARG001 - no job is named
    """Say what changed since the first look."""
    taken = looks.looks(mine)
    if len(taken) < _SEVERAL:
        return None
    words = mine.words()
    before, now = words_by_line(mine.as_of(taken[0].taken)), words_by_line(mine)
    changed = [line for line in now if line in before and before[line] != now[line]]
    new = [line for line in now if line not in before]
    said = [f"{words[line].label}: {quoted(before[line])} then, {quoted(now[line])} now." for line in changed]
    if new:
        said.append(f"New since: {'; '.join(words[line].label for line in new)}.")
    title = f"Since your first look on {taken[0].day}: {count(len(changed), 'line')} changed."
    return Note(title, tuple(said))


def words_by_line(mine: Me) -> dict[str, str]:
    """Return the word of evidence of each line, also where its nearness to a level is what is compared."""
    frame = mine.contrast().frame
    return dict(zip(map(line_of, frame["line"]), frame["word"], strict=True))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
