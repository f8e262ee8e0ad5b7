"""What an import did, and what it left unchanged."""

from __future__ import annotations

from dataclasses import dataclass

from good_on_paper.intake.errors import shown
from good_on_paper.language.counts import count


@dataclass(frozen=True)
class Kept:
    """A difference between file and record; the record's answer was kept.

    Parameters
    ----------
    role : str
        The role's name in the file.
    item : str
        Label of the item that differs.
    yours, other : object
        The record's answer and the file's; None for no answer.
    """

    role: str
    item: str
    yours: object
    other: object

    def __str__(self) -> str:
        """Return one line for a list."""
        yours = "you left it empty" if self.yours is None else f"yours is {shown(self.yours)}"
        return f"{self.role}, {self.item}: {yours}, the file says {shown(self.other)}"


@dataclass(frozen=True)
class Receipt:
    """What an import wrote, and what it did not.

    Parameters
    ----------
    file : str
    added : tuple of str
        Names of the new roles.
    known : tuple of str
        Names of the roles already in the record.
    answers : int
        Facts and ratings written; a technical count, not one for the person.
    dated : int
        How many of the new roles came with a date.
    ratings : int
        Ratings written.
    days : int
        Days by the minute written.
    episodes : int
        Episodes added.
    filled : tuple of str
        Names of the roles already in the record in which empty cells were filled.
    received : tuple of str
        What is new among others' words, in words.
    lines : tuple of str
        Labels of the own lines added.
    kept : tuple of Kept
    removed : tuple of str
        Names of roles that the person removed from the list; they stay removed.
    outcome : str or None
        Label of the main outcome, if this file set it.
    sitting : str or None
        The import's sitting, with which it can be undone; None if nothing was written.
    unsure : tuple of str
        Names of the roles that were not added, as they may be jobs on the list.
    put_right : tuple of str
        Dates that this file corrected, with the earlier ones.
    rescaled : tuple of str
        Labels of own lines whose scale changed.
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
        """Return it in plain words."""
        texts = []
        if not self.changed:
            texts.append(f"{self.file}: nothing new; you have everything in it already.")
        else:
            counted = ", ".join(self._told())
            texts.append(f"Added from {self.file}{': ' if counted else ''}{counted}.")
        if self.outcome:
            texts.append(f"Your main outcome is now {self.outcome!r}.")
        if self.known:
            texts.append(f"Already in your list, so not added again: {'; '.join(self.known)}.")
        if self.put_right:
            texts.append("Dates you corrected:")
            texts += [f"  {date}" for date in self.put_right]
        if self.rescaled:
            texts.append(f"These now have a longer or shorter scale: {'; '.join(self.rescaled)}.")
        if self.unsure:
            texts.append(f"Not added, since they may be on your list already: {'; '.join(self.unsure)}.")
            texts.append("Import the file on the page to say whether they are the same job.")
        if self.removed:
            texts.append(f"You took these off the list, so they stay off: {'; '.join(self.removed)}.")
        if self.kept:
            texts.append("Different here and in the file; we kept yours:")
            texts += [f"  {kept}" for kept in self.kept]
        return texts

    def _told(self) -> list[str]:
        """Return the counts as the person would count; facts are not counted one by one."""
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
