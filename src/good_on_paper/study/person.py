"""One person at one moment: what they had said by then. Every page and pattern reads it through this."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Self

import pandas as pd

from good_on_paper import frames
from good_on_paper.catalogue import HOW_IT_WENT, keys
from good_on_paper.frames.bearing import bearing
from good_on_paper.frames.boredom import boredom
from good_on_paper.frames.definitions import SIDES, definition, side_of
from good_on_paper.frames.snapshot import Made, Snapshot
from good_on_paper.record import EXPORTS, FIRST_SIGHT
from good_on_paper.study import declared, definitions, levels
from good_on_paper.study.declared import LOOKS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable
    from pathlib import Path
    from typing import Literal

    from good_on_paper.catalogue import Item
    from good_on_paper.record import Answer, Unit
    from good_on_paper.record.answers import Cell

_PASTS: Final = 32
"""Moments kept with what was made of them: all looks that are paid for, and the latest ones asked for."""


@dataclass(frozen=True, eq=False)
class Person(Snapshot):
    """One person at one moment: their answers by then, and the catalogue. It reads and never writes.

    Parameters
    ----------
    record : Record
        The person's record, open.
    moment : datetime or int, optional
        Show everything as it was at that moment, or after that many answers.
    """

    _past: dict[int, Self] = field(init=False, repr=False, default_factory=dict)
    _kept: dict[bool, tuple[object, dict[Hashable, Any]]] = field(
        init=False, repr=False, default_factory=lambda: {True: (None, {}), False: (None, {})}
    )

    def as_of(self, moment: datetime | int) -> Self:
        """Return the same record as it was at `moment` (or after that many answers).

        Returns
        -------
        Person
            Of the same kind, so `Me` gives `Me`; it reads the same record, and no look can be
            taken of it.
        """
        then = partial(type(self), self.record, moment, self.fixed)
        if not isinstance(moment, int):
            return self.kept(("as of", moment), then, looks=False)
        # the first so many answers stay as they are, whatever is answered since
        past = self._past.pop(moment, None) or then()
        self._past[moment] = past
        object.__setattr__(past, "_past", self._past)  # so a moment is made once, from wherever it is asked
        if len(self._past) > _PASTS:
            del self._past[next(iter(self._past))]
        return past

    def units(self, kind: str | None = None, *, parent: Unit | str | None = None) -> list[Unit]:
        """Return the units on the list by then; see `good_on_paper.record.Record.units`.

        Returns
        -------
        list of Unit
            In the person's order.
        """
        if isinstance(self.moment, datetime):
            return super().units(kind, parent=parent)
        return self.record.whole(as_of=self.moment).units(kind, parent=parent)

    def current(
        self, *, items: Collection[str] | None = None, units: Collection[Unit | str] | None = None
    ) -> dict[Cell, Answer]:
        """Return what stood in each cell by then; see `good_on_paper.record.Record.current`.

        Returns
        -------
        dict of (str, str) to Answer
            Unit and item of each cell, with the answer that stands in it.
        """
        if isinstance(self.moment, datetime):
            return super().current(items=items, units=units)
        return self.record.whole(as_of=self.moment).current(items=items, units=units)

    def counted(
        self, *, items: Collection[str] | None = None, units: Collection[Unit | str] | None = None
    ) -> dict[Cell, Answer]:
        """Return the same without the first pass over two jobs, which we ask again later.

        Returns
        -------
        dict of (str, str) to Answer
            As `current`.
        """
        if isinstance(self.moment, datetime):
            return super().counted(items=items, units=units)
        return self.record.whole(as_of=self.moment, unseen=FIRST_SIGHT).current(items=items, units=units)

    def roles(self) -> pd.DataFrame:
        """Return a row per job; see `good_on_paper.frames.roles`.

        Returns
        -------
        pandas.DataFrame
            A row per job, its name as index; ``start`` and ``end`` are timestamps.
        """
        return frames.roles(self)

    @property
    def began(self) -> pd.Series:
        """The start of each job by its name, NaT if unknown: what a contrast knows of time."""
        made: pd.Series = self.kept("began", lambda: self.roles()["start"], looks=False)
        return made

    def ratings(self, *, blanks: Literal["NA", "reason"] = "NA", kind: str = "role") -> pd.DataFrame:
        """Return a row per job (or an episode), a column per line; see `good_on_paper.frames.ratings`.

        Quiet roles are left out, here and in everything that we make from these ratings.
        `good_on_paper.frames.ratings` has them.

        Returns
        -------
        pandas.DataFrame
            Float64, NA for blanks, each column on the scale of its line; with ``blanks="reason"``
            why a cell is blank.
        """
        return self.kept(("ratings", blanks, kind), lambda: self._ratings(blanks, kind), looks=False).copy()

    def _ratings(self, blanks: Literal["NA", "reason"], kind: str) -> pd.DataFrame:
        made = frames.ratings(self, kind=kind, blanks=blanks)
        quiet = frames.quiet_roles(self)
        if not quiet:
            return made
        if kind == "episode":
            roles = self.roles()
            return made[~made["role"].isin(roles.index[roles["unit"].isin(quiet)])]
        return made[~made.index.map(made.attrs["unit"]).isin(quiet)]

    def boredom(self) -> pd.DataFrame:
        """Return a row per job with when it got dull; see `good_on_paper.frames.boredom.boredom`.

        Returns
        -------
        pandas.DataFrame
            A row per job, its name as index; ``weeks`` are weeks, depths 1 to 7.
        """
        made = self.kept("boredom", lambda: boredom(self), looks=False)
        return made.copy()

    def bearing(self) -> pd.DataFrame:
        """Return a row per worry with what they can bear; see `good_on_paper.frames.bearing.bearing`.

        Returns
        -------
        pandas.DataFrame
            A row per worry, its key as index; spans of time are rated 1 to 7.
        """
        return bearing(self)

    def paper_against_lived(self) -> pd.DataFrame:
        """Return a row per job with how good it looked before, and how it went.

        See `good_on_paper.frames.paper_against_lived`; `good_on_paper.patterns.paper_against_lived` takes it.

        Returns
        -------
        pandas.DataFrame
            A row per job, its name as index; ``paper`` and ``lived`` on one scale, NA for blanks.
        """
        made = self.kept("paper", lambda: frames.paper_against_lived(self), looks=False)
        return made.copy()

    def interviews(self) -> pd.DataFrame:
        """Return a row per interview; see `good_on_paper.frames.interviews`. Those that hurt are left out.

        Returns
        -------
        pandas.DataFrame
            A row per interview, in the order of their days; ``chance`` is of 100.
        """
        return self._told(frames.interviews)

    def processes(self) -> pd.DataFrame:
        """Return a row per job applied for or in sight; see `good_on_paper.frames.processes`.

        Returns
        -------
        pandas.DataFrame
            A row per job, in the person's order.
        """
        return self._told(frames.processes)

    def promises(self) -> pd.DataFrame:
        """Return a row per promise made in an interview; see `good_on_paper.frames.promises`.

        Returns
        -------
        pandas.DataFrame
            A row per promise, interview by interview.
        """
        return self._told(frames.promises)

    def met(self) -> pd.DataFrame:
        """Return a row per person met in an interview; see `good_on_paper.frames.met`.

        Returns
        -------
        pandas.DataFrame
            A row per person met; ``before`` and ``after`` are 1 to 7.
        """
        return self._told(frames.met)

    def _told(self, make: Callable[[Person], pd.DataFrame]) -> pd.DataFrame:
        """Return a frame of the log without what hurt: the interview itself, or the job it was for."""
        made = make(self)
        quiet = frames.quiet_roles(self)
        quiet |= {unit.id for unit in self.units("interview") if unit.parent in quiet}
        return made[~made["unit"].isin(quiet)]

    def achievements(self) -> pd.DataFrame:
        """Return a row per thing the person did; see `good_on_paper.frames.achievements`.

        Returns
        -------
        pandas.DataFrame
            A row per achievement, in the person's order.
        """
        return self.kept("achievements", lambda: frames.achievements(self), looks=False).copy()

    def stories(self) -> pd.DataFrame:
        """Return a row per prompt they answered; see `good_on_paper.frames.stories`.

        Returns
        -------
        pandas.DataFrame
            A row per prompt with an answer.
        """
        return self.kept("stories", lambda: frames.stories(self), looks=False).copy()

    def skills(self) -> pd.DataFrame:
        """Return how often each skill was shown in each job; see `good_on_paper.frames.skills`.

        Returns
        -------
        pandas.DataFrame
            A row per skill and a column per job: counts.
        """
        return self.kept("skills", lambda: frames.skills(self), looks=False).copy()

    def words_said(self) -> pd.DataFrame:
        """Return a row per word that they or others use for them; see `good_on_paper.frames.words_said`.

        Returns
        -------
        pandas.DataFrame
            A row per use of a word, in the order of the record.
        """
        return self.kept("words said", lambda: frames.words_said(self), looks=False).copy()

    def asked_again(self) -> pd.DataFrame:
        """Return a row per rating that was given twice; see `good_on_paper.frames.asked_again`.

        Returns
        -------
        pandas.DataFrame
            A row per pair; both answers on the scale of their line.
        """
        return self.kept("asked again", lambda: self._told(frames.asked_again), looks=False).copy()

    def answers(self) -> pd.DataFrame:
        """Return a row per answer, oldest first; see `good_on_paper.frames.answers`.

        Returns
        -------
        pandas.DataFrame
            A row per answer, ``seq`` as index; moments are in UTC.
        """
        return frames.answers(self)

    @property
    def primary_outcome(self) -> str:
        """The key of the outcome declared as the main one."""
        return declared.main_outcome(self)

    @property
    def asked_outcome(self) -> str:
        """The key of the main outcome; of how it went as a whole if that is an own definition."""
        return HOW_IT_WENT if side_of(self.primary_outcome) else self.primary_outcome

    @property
    def went(self) -> str:
        """The name of the main outcome."""
        return self.item(self.primary_outcome).worded().label

    def item(self, key: str) -> Item:
        """Return an item of the catalogue, or an outcome by the person's own definition.

        Returns
        -------
        Item
            With its words, its scale and its kin.

        Raises
        ------
        CatalogueError
            (also a KeyError) When there is none.
        """
        if side_of(key) is None:
            return self.catalogue.item(key)
        kin = self.definition(key).kin
        return definitions.worded(self.catalogue.item(HOW_IT_WENT), key, kin)

    def definition(self, outcome: str) -> definitions.Definition:
        """Return what success means to the person, or a job going wrong; see `study.definitions.counted`.

        Returns
        -------
        Definition
            Its criteria with their points, from 1 to 5, and its words.
        """
        return self.kept(("definition", outcome), lambda: definitions.counted(self, outcome))

    def went_by(self, outcome: str) -> pd.Series | None:
        """Return each job by an outcome, NA for blanks; None without a rating of it.

        Returns
        -------
        pandas.Series or None
            Float64, on the scale of the outcome; the names of the jobs as index.
        """
        rated = self.ratings()
        if side_of(outcome) is None:
            return rated.get(outcome)
        return self.kept(("went by", outcome), lambda: self.definition(outcome).by(rated, self.scales()))

    @property
    def exports(self) -> Path:
        """The folder that saved charts go to; it need not exist."""
        return self.record.folder / EXPORTS

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The keys of the declared outcomes, the main one first; frozen at the first look."""
        return declared.outcomes(self)

    @property
    def second_outcomes(self) -> tuple[str, ...]:
        """The keys of the declared outcomes beside the main one."""
        return tuple(outcome for outcome in self.outcomes if outcome != self.primary_outcome)

    def by_definition(self) -> pd.DataFrame:
        """Return a row per job: success, and going wrong, as the person defines them now, from 1 to 7.

        ``by_success`` and ``by_going_wrong``; NA with less than two thirds of the weight rated. See
        `good_on_paper.patterns.own_definition`.

        Returns
        -------
        pandas.DataFrame
            Float64, two columns; the names of the jobs as index.
        """
        rated, scales = self.ratings(), self.scales()
        told = {side.outcome: definitions.standing(self, side.outcome).by(rated, scales) for side in SIDES}
        return pd.DataFrame(told, rated.index, dtype="Float64")

    def lines(self, *, outcome: str | None = None, include_private: bool = False) -> pd.DataFrame:
        """Return the ratings of circumstances and, last, an outcome: what `contrast` takes.

        Parameters
        ----------
        outcome : str, optional
            Key of the outcome, the main one when left out.
        include_private : bool, default False
            Include private lines, and lines with a private answer about any job. By default they stay out,
            since a chart is soon shown to somebody. The outcome always comes.

        Returns
        -------
        pandas.DataFrame
            Float64, NA for blanks: a row per job, a column per line.
        """
        by = outcome or self.primary_outcome
        return self.kept(
            ("lines", by, include_private),
            lambda: self._lines(by, include_private),
            looks=side_of(by) is not None,
        ).copy()

    def _lines(self, outcome: str, include_private: bool) -> pd.DataFrame:
        rated = self.ratings()
        left_out = set() if include_private else self._private()
        asked = [item.key for item in self.catalogue.items("circumstance", hidden=True) if item.key in rated]
        shown = [key for key in asked if key not in left_out and key != outcome]
        went = self.went_by(outcome)
        return rated[shown] if went is None else rated[shown].assign(**{outcome: went})

    def _private(self) -> set[str]:
        """Return the keys of the lines that are private or hold a private answer."""
        lines = {item.key for item in self.catalogue.items(hidden=True) if item.private}
        given = self.current(units=self.units("role"))
        return lines | {item for (_, item), answer in given.items() if answer.private}

    def words(self) -> dict[str, Item]:
        """Return the words of each line by its key, and of each nearness to a level wanted.

        Returns
        -------
        dict of str to Item
            Key to the item that has the words.
        """
        return self.kept("words", self._words).copy()

    def _words(self) -> dict[str, Item]:
        items = {item.key: item.worded() for item in self.catalogue.items(hidden=True)}
        near = [levels.worded(items[line], level) for line, level in self.wanted_in_time.items()]
        own = [self.item(side.outcome) for side in SIDES]
        return items | {item.key: item for item in (*near, *own)}

    def scales(self, frame: pd.DataFrame | None = None) -> dict[str, tuple[float, float]]:
        """Return both ends of each line's scale by its key.

        Parameters
        ----------
        frame : pandas.DataFrame, optional
            Only of the lines that are its columns: what a pattern of this frame takes.

        Returns
        -------
        dict of str to (float, float)
            Key to the low and the high end; 1 and 7 for own definitions.
        """
        every = self.kept("scales", self._scales, looks=False)
        return {key: ends for key, ends in every.items() if frame is None or key in frame}

    def _scales(self) -> dict[str, tuple[float, float]]:
        return {
            item.key: (item.scale.min, item.scale.max)
            for item in self.catalogue.items(hidden=True)
            if item.kind == "rating"
        } | {side.outcome: (1.0, 7.0) for side in SIDES}

    @property
    def weights(self) -> dict[str, float]:
        """Points given to what success means, by its key; the heaviest first."""
        standing = definition(self, keys.BY_SUCCESS)["weight"]
        return {str(criterion): float(points) for criterion, points in standing.items()}

    @property
    def wanted(self) -> dict[str, float]:
        """The level wanted on lines where neither end is best, declared before the first look."""
        return levels.wanted(self)

    @property
    def wanted_in_time(self) -> dict[str, float]:
        """The levels wanted that count: as they stood when the person first said how a job went."""
        return self.kept("levels in time", lambda: levels.in_time(self))

    @property
    def guesses(self) -> list[str]:
        """The lines guessed before the first look."""
        return declared.guesses(self)

    def kept(self, what: Hashable, make: Callable[[], Made], *, looks: bool = True) -> Made:
        """Make a value once, and keep it until somebody adds or changes an answer or a line, or the day ends.

        With ``looks=False`` it also survives a look, for values that no look can change.

        Returns
        -------
        object
            What `make` gave, now or earlier.
        """
        by_then = self.moment if isinstance(self.moment, int) else None
        besides = () if looks else LOOKS
        stand = (self.record.stand(besides=besides, as_of=by_then), self.catalogue, self.today)
        if self._kept[looks][0] != stand:
            self._kept[looks] = (stand, {})
        kept = self._kept[looks][1]
        if what not in kept:
            kept[what] = make()
        made: Made = kept[what]
        return made

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self.units('role'))} jobs>"
