"""Columns and other parts of a file: what each is in the kit, on which scale, or why it is left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from good_on_paper.language.counts import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.catalogue import Item, Scale


@dataclass(frozen=True)
class OwnLine:
    """A line that the catalogue does not have; it is added to the person's own.

    Parameters
    ----------
    where : str
        The column it comes from: "column 'complaints'".
    item : Item
        With a scale that fits the column's values as they are.
    why : str
        Why it became a separate line, or why it is not ticked.
    taken : bool
        Whether it is added unless the person says otherwise.
    was : Scale or None
        The earlier scale, if it is a line of the person's own that gets a wider or better known one.
    """

    where: str
    item: Item
    why: str
    taken: bool = True
    was: Scale | None = None


@dataclass(frozen=True)
class Recognised:
    """A part of the file and its meaning in the kit: a column and its line."""

    where: str
    item: str
    label: str


@dataclass(frozen=True)
class Scaled:
    """The scale on which a column of ratings is read.

    Parameters
    ----------
    where, header : str
        The column, as named in messages and as the file has it.
    item, label : str
        The line it belongs to.
    low, high : int
        Both ends.
    how : str
        Where the scale comes from: "as the file says", "assumed" ...
    asks : bool
        Whether to ask about it: the ends are assumed and no value reaches the high one.
    words : mapping
        Words of the column, each with the number it is read as.
    highest : float or None
        The highest number in it.
    """

    where: str
    header: str
    item: str
    label: str
    low: int
    high: int
    how: str
    asks: bool = False
    words: Mapping[str, float] = field(default_factory=dict)
    highest: float | None = None

    def __str__(self) -> str:
        """Return one line for a list."""
        return f"{self.where}: {self.low} to {self.high}, {self.how}{self.question}{self.steps}"

    @property
    def question(self) -> str:
        """The question about the scale, to follow its ends; empty if there is none."""
        if not self.asks:
            return ""
        return f" (no value goes above {self.highest:g}; is {self.high} the highest there is?)"

    @property
    def steps(self) -> str:
        """Words and the numbers they are read as: "; low = 1, high = 3"."""
        by_number = sorted(self.words.items(), key=lambda step: step[1])
        return "; " + ", ".join(f"{word} = {number:g}" for word, number in by_number) if by_number else ""


@dataclass(frozen=True)
class Skipped:
    """A part of the file that is not imported: where it is, what it says, and why."""

    where: str
    what: str
    why: str

    def __str__(self) -> str:
        """Return one line for a list."""
        return f"{self.where}: {self.what}: {self.why}" if self.what else f"{self.where}: {self.why}"


def left_out(what: str, inside: str, why: str) -> str:
    """Return in words what of a job is left out, as `shown` gives it, where it stands in the job, and why.

    Examples
    --------
    >>> left_out("'desk 3'", "beside it", "a job has no field for this")
    'We left out “desk 3” beside it: a job has no field for this.'
    """
    if not what:
        return f"{inside}: {why}" if inside else why
    text = quoted(what[1:-1]) if what[0] == what[-1] and what[0] in "'\"" else what
    if not inside or inside.startswith("beside"):
        return f"We left out {' '.join(filter(None, (text, inside)))}: {why.rstrip('.')}."
    return f"{inside}: we left out {text}: {why.rstrip('.')}."
