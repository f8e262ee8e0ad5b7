"""Whoever had the job before: what the person has written of them, and what is still to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.frames.stories import SEAT, stories

if TYPE_CHECKING:
    from collections.abc import Collection

    from good_on_paper.catalogue import Asking, Bank
    from good_on_paper.frames.snapshot import Snapshot


def told_of_seat(snapshot: Snapshot, target: str) -> dict[str, str]:
    """Return what was written of whoever had this job before, by its prompt: "Who had this seat: Ms Vey"."""
    told = stories(snapshot)
    mine = told[told["kind"].eq(SEAT) & told["parent"].eq(target)]
    rows = zip(mine["prompt"], mine["label"], mine["text"], strict=True)
    return {prompt: f"{label}: {text}" for prompt, label, text in rows if text}


def seat_to_ask(bank: Bank, known: Collection[str], asked: Collection[str]) -> list[Asking]:
    """Return the ways of asking about them that are neither answered by what is known nor asked already."""
    return [way for way in bank.seat if way.known_by not in known and way.text not in asked]
