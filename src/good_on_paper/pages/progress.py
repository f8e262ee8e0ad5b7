"""How far the person has come on a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """How far the person has come on a page.

    Attributes
    ----------
    words : str
        What is there so far, or what the page is for.
    done : bool
        Whether nothing is left to do there.
    ready : bool
        Whether there is something to do there now.
    enough : str
        In a word how it stands, where something is left but one can go on without it; empty otherwise.
    """

    words: str
    done: bool = False
    ready: bool = True
    enough: str = ""
