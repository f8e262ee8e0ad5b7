"""Whoever had the job before: what the person wrote about them, and what is still to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue.bank import WHO
from good_on_paper.frames.stories import SEAT, stories

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

    from good_on_paper.catalogue import Asking, Bank
    from good_on_paper.frames.snapshot import Snapshot

_WHO: Final = "seat_who"
_MOST_WORDS, _LONGEST = 4, 40
"""The longest name; a longer text describes somebody, and cannot stand for them in a question."""


def told_of_seat(snapshot: Snapshot, target: str) -> dict[str, str]:
    """Return what they wrote of whoever had this job before, by its prompt: "Who had this job: Ms Vey"."""
    mine = _told(snapshot, target)
    rows = zip(mine["prompt"], mine["label"], mine["text"], strict=True)
    return {prompt: f"{label}: {text}" for prompt, label, text in rows if text}


def name_of_seat(snapshot: Snapshot, target: str) -> str:
    """Return the name of whoever had this job before; "" if there is none, or a whole sentence."""
    mine = _told(snapshot, target)
    name = " ".join(" ".join(mine.loc[mine["prompt"].eq(_WHO), "text"]).split())
    told = (
        len(name) > _LONGEST
        or len(name.split()) > _MOST_WORDS
        or name[:1].islower()
        or set(name) & set(",;:?!")
    )
    return "" if told else name


def seat_to_ask(bank: Bank, known: Collection[str], asked: Collection[str], name: str = "") -> list[Asking]:
    """Return the ways of asking about them, without what is known and what is asked already.

    With a name they ask about that person, and no longer who it was.
    """
    ways = (
        way.model_copy(update={"text": way.named.replace(WHO, name)}) if name and way.named else way
        for way in bank.seat
    )
    return [way for way in ways if way.known_by not in known and way.text not in asked]


def _told(snapshot: Snapshot, target: str) -> pd.DataFrame:
    told = stories(snapshot)
    return told[told["kind"].eq(SEAT) & told["parent"].eq(target)]
