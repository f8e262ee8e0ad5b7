"""Counts, ratings and quotations, as they stand in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def count(number: int, noun: str, nouns: str = "") -> str:
    """Count in words: "1 job", "3 jobs"; `nouns` where they are not made by an s."""
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"


def number(value: float) -> str:
    """Write a rating as it was given: 5, 5.5."""
    return f"{value:.4g}"


def capital(text: str) -> str:
    """Begin a text with a capital letter, as a sentence does."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """Begin a text with a small letter, as within a sentence."""
    return text[:1].lower() + text[1:]


def came_up(times: int) -> str:
    """Say how often shuffles gave as much."""
    return {0: "never came up", 1: "came up once"}.get(times, f"came up {times:,} times")


def quoted(text: str) -> str:
    """Put text in quotation marks."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}"


def span(values: Sequence[float]) -> str:
    """Write a range of ratings: "6", "4 to 7"."""
    low, high = min(values), max(values)
    return number(low) if low == high else f"{number(low)} to {number(high)}"
