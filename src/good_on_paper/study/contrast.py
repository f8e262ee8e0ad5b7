"""What the looks so far have earned: a contrast with the words, the answers and the pictures behind it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from typing import TYPE_CHECKING, cast

import pandas as pd

from good_on_paper import frames, patterns
from good_on_paper.catalogue.errors import near
from good_on_paper.frames.definitions import side_of
from good_on_paper.patterns.typed_columns import typed
from good_on_paper.study import looks
from good_on_paper.study.declared import LOOK, MAIN, lost
from good_on_paper.study.direction import turned
from good_on_paper.study.nearness import compared, line_of
from good_on_paper.study.own_choice import pictures_only
from good_on_paper.study.search import search

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from good_on_paper.patterns.typed_columns import Kind
    from good_on_paper.study.person import Person

FOR_RECIPES = Fraction(1, 5)
"""The recipes' part of what a look may spend, if there are enough jobs; the lines have the rest."""
FEWEST_FOR_RECIPES = 12
"""With fewer jobs the lines get all of it: even half could not tell a recipe from shuffles."""
LAST_TO_PAY = 8  # a later one could spend less than the least share that 20,000 shuffles can show
_EVIDENCE = (
    *("tau", "p_adjusted", "p_adjusted_centred", "as_neat", "among", "shuffles"),
    *("p_in_time", "orders_in_time", "tau_time", "drift", "word", "rests_on"),
)


@dataclass(frozen=True)
class Report(patterns.Contrast):
    """A contrast of a person's record: its columns, with ``look``, and what stands behind each line.

    Attributes
    ----------
    person : Person
        The record it was made from.
    """

    person: Person = field(repr=False, kw_only=True, compare=False)

    @property
    def ids(self) -> dict[str, str]:
        """Each role of ``wide`` to the id of its unit."""
        unit: dict[str, str] = self.person.ratings().attrs["unit"]
        return {str(name): unit[str(name)] for name in self.wide.index}

    def because(self, line: str) -> pd.DataFrame:
        """Return the answers behind a line, a row per answer, oldest first.

        Parameters
        ----------
        line
            One of the lines of ``frame``.

        Returns
        -------
        pandas.DataFrame
            As `good_on_paper.frames.answers`: for each job the latest answer on the line and on how it went;
            ``name`` is the job, ``item`` the line or the outcome, ``value`` what was answered.

        Raises
        ------
        PatternError
            A line is not there.
        """
        self.check(line)
        own = side_of(self.outcome) is not None
        behind = list(self.person.definition(self.outcome).weights) if own else [self.outcome]
        standing = self.person.current(items=(line_of(line), *behind), units=frames.asked_roles(self.person))
        given = self.person.answers()
        return given.loc[given.index.isin([answer.seq for answer in standing.values()])]

    def check(self, line: str) -> None:
        """Refuse a line that is not there.

        Raises
        ------
        PatternError
            There is none; the message offers the nearest.
        """
        known = self.frame["line"].tolist()
        if line not in known:
            raise patterns.PatternError(f"there is no line {line!r}{near(line, known)}")


def report(person: Person, outcome: str | None = None, *, include_private: bool = False) -> Report:
    """Return the contrast of the latest answers by an outcome, by default the main one. It is not a look.

    See `good_on_paper.kit.me.Me.take_a_look`. Its frames are copies, so you may change them.
    """
    by = outcome or person.primary_outcome
    then = _unmoved(person, by)
    kept = then.kept(
        ("contrast", by, include_private), lambda: _report(then, by, include_private=include_private)
    )
    return replace(
        kept, person=person, frame=kept.frame.copy(), wide=kept.wide.copy(), groups=kept.groups.copy()
    )


def _unmoved(person: Person, outcome: str) -> Person:
    """Return the person after the last answer that a contrast depends on; later answers need no new one.

    Such an answer is about a job, or about which outcome is the main one, or a look. The first look freezes
    all else that was declared, so a later look at when it got dull changes nothing. Before the first look,
    and for an outcome that was not declared, any answer may count.
    """
    if person.moment is not None or not looks.looks(person) or outcome not in person.outcomes:
        return person
    cells = [(person.unit.id, item) for item in (MAIN, LOOK)]
    return person.as_of(person.record.newest_about("role", cells=cells))


def all_seen(person: Person) -> tuple[Report, ...]:
    """Return the contrast of each declared outcome as the last look left it, the main one first.

    We make it again only after a look, or after an answer that it depends on: one about a job, or about which
    outcome is the main one. The questions of an interview never change it.
    """
    then = looks.seen(person)
    if then is None:
        return ()
    then = _unmoved(then, then.primary_outcome)
    return tuple(report(then, outcome) for outcome in (None, *then.second_outcomes))


def _report(person: Person, outcome: str, *, include_private: bool) -> Report:
    """Return the contrast of the latest answers by an outcome, with the words that the looks have earned.

    Each look spends its own part of the budget on the answers of its day. A line keeps the strongest word it
    got, but never more than the latest answers would get at a first look. So a switch, a correction or a
    removed role can lower a word, but not raise it. The column ``look`` says which look gave the figures, 1
    for the first; NA if none told anything. Private lines always count among the lines looked at; they are
    shown when you ask for them.
    """
    declared = person.outcomes
    now = _now(person, outcome)
    words = patterns.WORDS.index
    lines = compared(person, person.lines(outcome=outcome, include_private=include_private)).frame.columns
    rows = earned(now.frame, [None if seen is None else seen.frame for seen in each_look(person, outcome)])
    if outcome not in declared:
        rows = [{**row, "word": min(str(row["word"]), patterns.SHUFFLE, key=words)} for row in rows]
    kinds = now.frame.dtypes.to_dict() | {"look": "Int64"}
    table = table_of(rows, kinds)
    table = patterns.in_order(table[table["line"].isin(lines)])
    kept = {part.name: getattr(now, part.name) for part in fields(now)}
    return Report(**{**kept, "frame": table, "wide": now.wide[list(lines)]}, person=person)


def earned(now: pd.DataFrame, looks_shown: Iterable[pd.DataFrame | None]) -> list[dict[Any, Any]]:
    """Set each line's word to the strongest it got at a look, but never above what the latest answers earn.

    Parameters
    ----------
    now
        The frame of a contrast of the latest answers, at the price of a first look.
    looks_shown
        The frame of each look at the price of that look, oldest first; None if it told nothing.
    """
    words = patterns.WORDS.index
    best: dict[str, dict[str, Any]] = {}
    latest = [*_rows(now)]
    for place, seen in enumerate(looks_shown, start=1):
        for row in [] if seen is None else latest if seen is now else _rows(seen):
            before = best.get(row["line"])
            if before is None or words(str(row["word"])) >= words(str(before["word"])):
                best[row["line"]] = {**{column: row[column] for column in _EVIDENCE}, "look": place}
    return [_earned(row, best.get(str(row["line"]))) for row in latest]


def _rows(frame: pd.DataFrame) -> Iterable[dict[Any, Any]]:
    """Yield a frame's rows; ``to_dict`` takes ten times as long, as it looks at each value's type."""
    columns = (frame[name].tolist() for name in frame)
    return (dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True))


def table_of(rows: Sequence[Mapping[Any, Any]], kinds: Mapping[Any, Any]) -> pd.DataFrame:
    """Make a frame of rows, each column of its kind: a dtype that `typed` can make."""
    columns = {
        name: typed(
            [None if row.get(name) is pd.NA else row.get(name) for row in rows], cast("Kind", str(kind))
        )
        for name, kind in kinds.items()
    }
    return pd.DataFrame(columns, copy=False)


def spend(number: int, declared: Sequence[str], jobs_: int) -> Fraction:
    """Return what a look may spend on the lines of the main outcome, with so many rated jobs."""
    return patterns.look_budget(number, len(declared)) * (1 - for_recipes(jobs_))


def for_recipes(jobs_: int) -> Fraction:
    """Return the recipes' part of a look; it depends on the number of jobs alone."""
    return FOR_RECIPES if jobs_ >= FEWEST_FOR_RECIPES else Fraction(0)


def price(person: Person, outcome: str, number: int = 1, declared: Sequence[str] = ()) -> Fraction:
    """Return what a look at the latest answers may spend on the lines of an outcome.

    The outcomes `declared` (by default those in the record) share the look. Recipes are about the main
    outcome and live on its share.
    """
    declared = declared or person.outcomes
    if outcome == declared[0]:
        return spend(number, declared, jobs(person))
    return patterns.look_budget(number, len(declared))


def jobs(person: Person) -> int:
    """Return how many jobs are rated on the main outcome."""
    main = person.outcomes[0]
    rated = person.lines(outcome=main, include_private=True)
    return int(rated[main].count()) if main in rated else 0


def contrasted(
    person: Person,
    rated: pd.DataFrame,
    outcome: str,
    budget: Fraction,
    *,
    when: pd.Series,
    beside: Sequence[str] = (),
) -> patterns.Contrast:
    """Return the contrast of ratings shaped like `Person.lines`, with the guesses and levels of the record.

    Parameters
    ----------
    person
        The person with the guesses, the levels wanted and the words.
    rated
        Their ratings, or invented ones of the same shape.
    outcome
        One of the columns. We turn it round if more of it is worse, as with cost.
    budget
        How often this may give a false word.
    when
        When each job began.
    beside
        Columns that are declared outcomes too.
    """
    given = compared(person, rated)
    said, pictures = person.item(outcome), pictures_only(person)
    return search(
        patterns.contrast,
        turned(given.frame, said),
        outcome=outcome,
        guesses=given.guesses,
        key=given.key,
        scales=given.scales,
        kin=[
            *(line for line in said.kin if line in given.frame),
            *(column for column in map(str, given.frame) if line_of(column) in pictures),
        ],
        budget=budget,
        when=when,
        beside=beside,
    )


def chance_line(person: Person, outcome: str, line: str) -> patterns.ChanceLine | None:
    """Return the chance line of the look that gave a line its figures; None if no look told anything."""
    then = _unmoved(person, outcome)
    report_ = report(then, outcome, include_private=True).frame.set_index("line")
    place = report_["look"].get(line)
    seen = None if pd.isna(place) else each_look(then, outcome)[int(place) - 1]
    return None if seen is None else patterns.chance_line(seen, line)


def each_look(person: Person, outcome: str) -> list[patterns.Contrast | None]:
    """Return what each look showed, with its own budget; None if it came too late to tell.

    In every later look, a rating stays as a look first showed it: somebody who knows what goes with what
    could answer again so that it goes better. The newer answer stands in the pictures, and can lower a word.
    """
    return person.kept(("each look", outcome), lambda: _made_for_each(person, outcome))


def _made_for_each(person: Person, outcome: str) -> list[patterns.Contrast | None]:
    first = price(person, outcome)
    found: list[patterns.Contrast | None] = []
    number = 1 + len(lost(person, LOOK))  # looks that an older copy does not hold are paid for too
    taken = looks.looks(person)
    for place, look in enumerate(taken, start=1):
        last = person.record.newest if person.moment is None else person.moment
        nothing_since = isinstance(last, int) and last - look.seq == len(taken) - place + 1
        then = person if nothing_since else person.as_of(look.seq)
        if number > LAST_TO_PAY or outcome not in then.lines(outcome=outcome):
            found.append(None)
            continue
        budget = price(then, outcome, number)
        earlier = [person.as_of(before.seq) for before in reversed(taken[: place - 1])]
        same = then is person and budget == first and not earlier
        seen = _now(person, outcome) if same else _of_all(then, outcome, budget, earlier)
        number += int(seen.frame["word"].ne(patterns.TOO_FEW).any())
        found.append(seen)
    return found


def _earned(row: Mapping[Any, Any], best: Mapping[Any, Any] | None) -> dict[Any, Any]:
    """Put beside a line the figures that earned its word, unless the latest answers are worth less."""
    words = patterns.WORDS.index
    if best is None:
        return {**row, "word": min(row["word"], patterns.SHUFFLE, key=words), "look": pd.NA}
    return {**row, **best} if words(best["word"]) <= words(row["word"]) else {**row, "look": best["look"]}


def _as_shown(rated: pd.DataFrame, person: Person, then: Person, outcome: str) -> pd.DataFrame:
    """Put the ratings that a look has shown in the place of later answers."""
    shown, _ = _with_others(then, outcome)
    if outcome not in shown:
        return rated
    called = {unit: name for name, unit in person.ratings().attrs["unit"].items()}
    was = {name: called.get(unit) for name, unit in then.ratings().attrs["unit"].items()}
    shown = shown[shown[outcome].notna()].rename(index=was)
    shown = shown.reindex(index=rated.index, columns=rated.columns).astype(rated.dtypes.to_dict())
    return shown.where(shown.notna(), rated)


def _now(person: Person, outcome: str) -> patterns.Contrast:
    """Return the contrast of the latest answers, with the budget of a first look."""
    return person.kept(("now", outcome), lambda: _of_all(person, outcome, price(person, outcome)))


def _of_all(
    person: Person, outcome: str, budget: Fraction, earlier: Iterable[Person] = ()
) -> patterns.Contrast:
    rated, beside = _with_others(person, outcome)
    for then in earlier:  # the oldest last: the first look that showed a cell keeps it
        rated = _as_shown(rated, person, then, outcome)
    return contrasted(person, rated, outcome, budget, when=person.began, beside=beside)


def _with_others(person: Person, outcome: str) -> tuple[pd.DataFrame, list[str]]:
    """Return the ratings with the other declared outcomes, and the names of these."""
    rated = person.lines(outcome=outcome, include_private=True)
    declared = person.outcomes
    others = {other: person.went_by(other) for other in declared if other != outcome}
    there = {other: went for other, went in others.items() if went is not None}
    beside = there if outcome in declared and outcome in rated else {}
    return rated.assign(**beside), list(beside)
