"""What bringing in a file did, and what it left as it was."""

from __future__ import annotations

from dataclasses import dataclass

from good_on_paper.intake.errors import shown


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
        Facts and ratings written.
    lines : tuple of str
        Labels of the own lines added.
    kept : tuple of Kept
    removed : tuple of str
        Names of roles the person has taken off the list; they stay off.
    outcome : str or None
        Label of the main outcome, where this file set it.
    """

    file: str
    added: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    answers: int = 0
    lines: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = ()
    removed: tuple[str, ...] = ()
    outcome: str | None = None

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return bool(self.added or self.answers or self.lines)

    def sentences(self) -> list[str]:
        """Say it in plain words."""
        said = []
        if not self.changed:
            said.append(f"{self.file}: nothing new; everything in it is here already.")
        else:
            counts = [
                count(number, *nouns)
                for number, nouns in (
                    (len(self.added), ("new job",)),
                    (self.answers, ("answer",)),
                    (len(self.lines), ("line of your own", "lines of your own")),
                )
                if number
            ]
            said.append(f"Brought in from {self.file}: {', '.join(counts)}.")
        if self.outcome:
            said.append(f"Your main outcome is now {self.outcome!r}.")
        if self.known:
            said.append(f"Here before: {'; '.join(self.known)}.")
        if self.removed:
            said.append(f"You took these off the list, so they stay off: {'; '.join(self.removed)}.")
        if self.kept:
            said.append("Different here and in the file; yours was kept:")
            said += [f"  {kept}" for kept in self.kept]
        return said


def count(number: int, noun: str, nouns: str = "") -> str:
    """Count in words: "1 job", "2 jobs"; `nouns` where they are not made by an s."""
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"
