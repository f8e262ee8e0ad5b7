"""One person's record as pandas sees it."""

from __future__ import annotations

import weakref
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self, TypeVar

import pandas as pd

from good_on_paper import catalogue, frames
from good_on_paper.frames.guesses import LOOKS
from good_on_paper.kit import compared, looks, recipes, report
from good_on_paper.kit.sample import throw_away_record
from good_on_paper.questions.boredom import boredom
from good_on_paper.record import EXPORTS, Record
from good_on_paper.record.scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from datetime import datetime
    from pathlib import Path
    from typing import Literal

    from good_on_paper import patterns
    from good_on_paper.catalogue import Item

Made = TypeVar("Made")

OVERLAY = "catalogue.toml"
"""The person's own lines and words, beside the record."""


class Me:
    """What one person has said, ready for pandas.

    Parameters
    ----------
    record : Record
        The person's record, open.
    moment : datetime or int, optional
        Show everything as it was at that moment, or after that many answers.

    Examples
    --------
    >>> me = gop.open()
    >>> me.ratings(blanks="reason")
    >>> me.as_of(datetime(2026, 10, 1, tzinfo=UTC)).ratings()
    """

    def __init__(self, record: Record, moment: datetime | int | None = None) -> None:
        self.record = record
        self.moment = moment
        self._kept: dict[bool, tuple[object, dict[Hashable, Any]]] = {True: (None, {}), False: (None, {})}

    @property
    def overlay(self) -> Path:
        """The file with the person's own lines; it need not exist."""
        return self.record.folder / OVERLAY

    @property
    def catalogue(self) -> catalogue.Catalogue:
        """What can be asked, with the person's own lines laid over it, as the file says now."""
        return catalogue.load(self.overlay)

    def as_of(self, moment: datetime | int) -> Self:
        """Return the same record as it was at `moment` (or after that many answers)."""
        return self.once(("as of", moment), lambda: type(self)(self.record, moment), looks=False)

    def roles(self) -> pd.DataFrame:
        """Return a row a job; see `good_on_paper.frames.roles`."""
        return frames.roles(self.record, as_of=self.moment)

    def ratings(self, *, blanks: Literal["NA", "reason"] = "NA", kind: str = "role") -> pd.DataFrame:
        """Return a row a job (or an episode), a column a line; see `good_on_paper.frames.ratings`.

        A job in which something hurt is left out, and so it is of all that is made of ratings; it is in
        `good_on_paper.frames.ratings`.
        """
        return self.once(("ratings", blanks, kind), lambda: self._ratings(blanks, kind), looks=False).copy()

    def _ratings(self, blanks: Literal["NA", "reason"], kind: str) -> pd.DataFrame:
        made = frames.ratings(self.record, self.catalogue, kind=kind, blanks=blanks, as_of=self.moment)
        quiet = frames.quiet_roles(self.record, as_of=self.moment)
        if not quiet:
            return made
        names = [
            name for unit, name in frames.role_names(self.record, as_of=self.moment).items() if unit in quiet
        ]
        return made[~(made["role"].isin(names) if kind == "episode" else made.index.isin(names))]

    def boredom(self) -> pd.DataFrame:
        """Return a row a job with when it got dull; see `good_on_paper.questions.boredom.boredom`."""
        made = self.once(
            "boredom", lambda: boredom(self.record, self.catalogue, as_of=self.moment), looks=False
        )
        return made.copy()

    def answers(self) -> pd.DataFrame:
        """Return a row an answer, oldest first; see `good_on_paper.frames.answers`."""
        return frames.answers(self.record, self.catalogue, as_of=self.moment)

    @property
    def primary_outcome(self) -> str:
        """The key of the outcome declared as the main one."""
        declared = self.record.current(items=("primary_outcome",), as_of=self.moment)
        answer = declared.get((self.record.person.id, "primary_outcome"))
        return "overall" if answer is None or answer.value is None else str(answer.value)

    @property
    def went(self) -> str:
        """What the main outcome is called."""
        return self.catalogue.item(self.primary_outcome).worded().label

    @property
    def exports(self) -> Path:
        """The folder that saved charts go to; it need not exist."""
        return self.record.folder / EXPORTS

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The keys of the declared outcomes, the main one first; frozen at the first look."""
        return looks.outcomes(self)

    @property
    def beside(self) -> tuple[str, ...]:
        """The keys of the declared outcomes beside the main one."""
        return tuple(outcome for outcome in self.outcomes if outcome != self.primary_outcome)

    def declare_second(self, outcome: str | None) -> tuple[str, ...]:
        """Write down, before the first look, another outcome to look at: ``"cost"``; None for no other.

        The two then share what a look can tell: on each, a line has to be neater to get a word.
        """
        return looks.declare_second(self, outcome)

    def lines(self, *, outcome: str | None = None, include_private: bool = False) -> pd.DataFrame:
        """Return the ratings of circumstances and, last, an outcome: what `contrast` takes.

        Parameters
        ----------
        outcome : str, optional
            Key of the outcome, the main one when left out.
        include_private : bool, default False
            Whether lines that are private, or were answered privately of any job, come too. A chart is soon
            shown to somebody; without this they stay out of it. The outcome always comes.
        """
        by = outcome or self.primary_outcome
        return self.once(
            ("lines", by, include_private), lambda: self._lines(by, include_private), looks=False
        ).copy()

    def _lines(self, outcome: str, include_private: bool) -> pd.DataFrame:
        rated = self.ratings()
        left_out = set() if include_private else self._private()
        asked = [item.key for item in self.catalogue.items("circumstance", hidden=True) if item.key in rated]
        shown = [key for key in asked if key not in left_out and key != outcome]
        return rated[[*shown, *([outcome] if outcome in rated else [])]]

    def _private(self) -> set[str]:
        """Return the keys of the lines that are private or hold a private answer."""
        lines = {item.key for item in self.catalogue.items(hidden=True) if item.private}
        given = self.record.current(units=self.record.units("role", as_of=self.moment), as_of=self.moment)
        return lines | {item for (_, item), answer in given.items() if answer.private}

    def words(self) -> dict[str, Item]:
        """Return the words of each line by its key, also of those compared by nearness to a wanted level."""
        items = {item.key: item.worded() for item in self.catalogue.items(hidden=True)}
        near = [compared.worded(items[line], level) for line, level in self.wanted.items()]
        return items | {item.key: item for item in near}

    def scales(self) -> dict[str, tuple[float, float]]:
        """Return both ends of each line's scale by its key."""
        return {
            item.key: (item.scale.min, item.scale.max)
            for item in self.catalogue.items(hidden=True)
            if item.kind == "rating"
        }

    def contrast(self, *, outcome: str | None = None, include_private: bool = False) -> report.Report:
        """Return what the better jobs had more or less of, of `lines`, and whether shuffles have it too.

        This is a look: it is dated and stored, and freezes the guesses. See `good_on_paper.kit.looks` for
        what a look costs and `good_on_paper.patterns.Contrast` for the columns; ``look`` says which look the
        figures are of, and ``.because(line)`` gives the answers behind a line. Lines left out for privacy
        were looked at all the same: leaving out raises no word.

        Parameters
        ----------
        outcome : str, optional
            Key of the outcome, the main one when left out. Where more of it is worse, as of ``"cost"``, it is
            turned round: more is better in ``wide``. One that was not declared before the first look gets no
            word beyond what shuffles give.
        include_private : bool, default False
            As for `lines`.
        """
        looks.take(self)
        by = outcome or self.primary_outcome
        kept = self.once(
            ("contrast", by, include_private),
            lambda: report.report(self, by, include_private=include_private),
        )
        return replace(kept, frame=kept.frame.copy(), wide=kept.wide.copy(), groups=kept.groups.copy())

    def seen(self) -> report.Report | None:
        """Return the contrast as the last look left it, without taking one; None before the first."""
        then = looks.seen(self)
        return None if then is None else then.contrast()

    def all_seen(self) -> tuple[report.Report, ...]:
        """Return the contrast of each declared outcome as the last look left it, the main one first."""
        then = looks.seen(self)
        return (
            () if then is None else tuple(then.contrast(outcome=outcome) for outcome in (None, *then.beside))
        )

    def recipes(self) -> patterns.Recipes | None:
        """Return which of the guesses recur together; see `good_on_paper.kit.recipes`. None before a look."""
        return recipes.recipes(self)

    @property
    def weights(self) -> dict[str, float]:
        """Points given to what success means, by its key; the heaviest first."""
        meanings = {item.key for item in self.catalogue.items("success", hidden=True)}
        given = self.record.current(units=[self.record.person], as_of=self.moment)
        points = {
            item: float(answer.value)
            for (_, item), answer in given.items()
            if item in meanings and answer.state == "value" and isinstance(answer.value, int)
        }
        return dict(sorted(points.items(), key=lambda told: -told[1]))

    @property
    def wanted(self) -> dict[str, float]:
        """The level wanted on lines where neither end is best, declared before the first look."""
        return frames.wanted(self.record, self.catalogue, as_of=self.moment)

    def want(self, line: str, level: float) -> dict[str, float]:
        """Write down, before the first look, which level of a line you want, where neither end is best."""
        return looks.want(self, line, level)

    @property
    def waiting(self) -> looks.Waiting | None:
        """What a look would show that none has shown yet; None when nothing."""
        return looks.waiting(self)

    @property
    def guesses(self) -> list[str]:
        """The lines guessed before the first look."""
        return frames.guesses(self.record, as_of=self.moment)

    def guess(self, lines: Iterable[str]) -> list[str]:
        """Write down, before the first look, up to five lines that you expect to go with how it went."""
        return looks.guess(self, lines)

    def looks(self) -> pd.DataFrame:
        """Return a row a look: ``given``, ``lines`` and ``roles`` (how many), ``outcomes``."""
        taken = looks.looks(self)
        return pd.DataFrame(
            {
                "given": pd.Series([look.given for look in taken], dtype="datetime64[us, UTC]"),
                "lines": pd.Series([len(look.lines) for look in taken], dtype="Int64"),
                "roles": pd.Series([len(look.roles) for look in taken], dtype="Int64"),
                "outcomes": pd.Series([", ".join(look.outcomes) for look in taken], dtype="str"),
            }
        )

    def once(self, what: Hashable, make: Callable[[], Made], *, looks: bool = True) -> Made:
        """Make what a page asks for several times once, until an answer or a line is added or changed.

        Without `looks` it is kept when a look is taken: what one sees changes nothing of what one said.
        """
        stand = (self.record.stand(besides=() if looks else LOOKS), self.catalogue)
        if self._kept[looks][0] != stand:
            self._kept[looks] = (stand, {})
        kept = self._kept[looks][1]
        if what not in kept:
            kept[what] = make()
        made: Made = kept[what]
        return made

    def __repr__(self) -> str:
        return f"<Me: {len(self.record.units('role', as_of=self.moment))} jobs>"


def open(home: Path | str | None = None) -> Me:  # noqa: A001 - reads well as gop.open()
    """Open a person's record: of the folder given, else as `good_on_paper.record.person_folder` says."""
    return Me(Record.open(home))


def sample() -> Me:
    """Open a throw-away copy of the invented career that comes with the kit.

    It is made in a temporary folder; what is answered there is of no consequence. The folder goes when
    nothing uses the record any more, at the latest when Python ends.
    """
    scratch = Scratch()
    record = throw_away_record(scratch.path / "record")
    weakref.finalize(record, scratch.remove)
    return Me(record)
