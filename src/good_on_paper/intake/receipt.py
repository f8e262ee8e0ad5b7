"""What bringing in a file did, and what it left as it was."""

from __future__ import annotations

from dataclasses import dataclass

from good_on_paper.intake.errors import shown
from good_on_paper.language.counts import count


@dataclass(frozen=True)
class Kept:
    """A difference between file and record: what stood in the record was kept.

    Parameters
    ----------
    role : str
        The role's name in the file.
    item : str
        Label of what differs.
    yours, other : object
        What stands in the record, and what the file says; None for nothing.
    """

    role: str
    item: str
    yours: object
    other: object

    def __str__(self) -> str:
        """Give one line for a list."""
        yours = "you left it empty" if self.yours is None else f"yours is {shown(self.yours)}"
        return f"{self.role}, {self.item}: {yours}, the file says {shown(self.other)}"


@dataclass(frozen=True)
class Receipt:
    """What was written, and what was not.

    Parameters
    ----------
    file : str
    added : tuple of str
        Names of the roles that are new.
    known : tuple of str
        Names of the roles that were there before.
    answers : int
        Facts and ratings written; for the record, as a person would not count so.
    dated : int
        How many of the new roles came with a date.
    ratings : int
        Ratings written.
    days : int
        Days by the minute written.
    episodes : int
        Episodes added.
    filled : tuple of str
        Names of the roles that were there before and got something that was empty.
    received : tuple of str
        What of others' words is new, in words.
    lines : tuple of str
        Labels of the own lines added.
    kept : tuple of Kept
    removed : tuple of str
        Names of roles the person has taken off the list; they stay off.
    outcome : str or None
        Label of the main outcome, where this file set it.
    sitting : str or None
        The import's sitting, by which all of it can be taken back; None where nothing was written.
    unsure : tuple of str
        Names of the roles that were not added, since they may be jobs on the list.
    put_right : tuple of str
        Dates that this file has put right, with what stood before.
    rescaled : tuple of str
        Labels of own lines whose scale is another now.
    """

    file: str
    added: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    answers: int = 0
    dated: int = 0
    ratings: int = 0
    days: int = 0
    episodes: int = 0
    filled: tuple[str, ...] = ()
    received: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = ()
    removed: tuple[str, ...] = ()
    outcome: str | None = None
    sitting: str | None = None
    unsure: tuple[str, ...] = ()
    put_right: tuple[str, ...] = ()
    rescaled: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return bool(self.added or self.answers or self.lines or self.rescaled)

    def sentences(self) -> list[str]:
        """Say it in plain words."""
        said = []
        if not self.changed:
            said.append(f"{self.file}: nothing new; you have everything in it already.")
        else:
            told = ", ".join(self._told())
            said.append(f"Added from {self.file}{': ' if told else ''}{told}.")
        if self.outcome:
            said.append(f"Your main outcome is now {self.outcome!r}.")
        if self.known:
            said.append(f"Already in your list, so not added again: {'; '.join(self.known)}.")
        if self.put_right:
            said.append("Dates you corrected:")
            said += [f"  {date}" for date in self.put_right]
        if self.rescaled:
            said.append(f"These now have a longer or shorter scale: {'; '.join(self.rescaled)}.")
        if self.unsure:
            said.append(f"Not added, since they may be on your list already: {'; '.join(self.unsure)}.")
            said.append("Import the file on the page to say whether they are the same job.")
        if self.removed:
            said.append(f"You took these off the list, so they stay off: {'; '.join(self.removed)}.")
        if self.kept:
            said.append("Different here and in the file; we kept yours:")
            said += [f"  {kept}" for kept in self.kept]
        return said

    def _told(self) -> list[str]:
        """Count what was brought in as whoever brought it would, with no fact counted by itself."""
        new = count(len(self.added), "new job")
        if self.dated:
            new += " with dates" if self.dated == len(self.added) else f", {self.dated} with dates"
        counts = [new] if self.added else []
        if self.filled:
            counts.append(f"something added to {count(len(self.filled), 'job')} you had")
        counts += [
            count(number, *nouns)
            for number, nouns in (
                (self.ratings, ("rating",)),
                (self.days, ("day by the minute", "days by the minute")),
                (self.episodes, ("episode",)),
                (len(self.lines), ("question of your own", "questions of your own")),
            )
            if number
        ]
        return [*counts, *self.received]
