"""Shares of invented people, and tables of them in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def share(seen: Iterable[bool]) -> str:
    """Write the share with twice its standard error."""
    every = list(seen)
    often = sum(every) / len(every)
    return f"{often:.3f} ± {2 * (max(often * (1 - often), 1e-4) / len(every)) ** 0.5:.3f}"


def heads(title: str, *columns: str) -> None:
    print(f"\n{title}\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}")


def row(*cells: object) -> None:
    print(f"| {' | '.join(map(str, cells))} |", flush=True)
