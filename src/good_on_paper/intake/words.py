"""Texts made comparable: names of columns, titles, employers."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

_APART: Final = re.compile(r"[\W_]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def norm(text: str) -> str:
    """Drop case, underscores, punctuation and double spaces: "Start_Date" is "start date"."""
    return _APART.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def norm_header(text: str) -> str:
    """As `norm`, and "startDate" is "start date" too."""
    return norm(_CAMEL.sub(" ", text))


def digest(*parts: str) -> str:
    """Give a short fingerprint of some texts; the same texts give the same one everywhere."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def slug(text: str) -> str:
    """Make a catalogue key of a text: lower-case ASCII letters, digits and underscores, a letter first."""
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "_", flat).strip("_")[:48].strip("_")
    if not key or not any(sign.isalpha() for sign in key):
        return f"line_{digest(text)[:8]}"
    return key if key[0].isalpha() else f"line_{key}"


def same(text: str) -> str:
    """Drop what two spellings of one name may differ in: case and spaces, but no sign ("C++" is not "C#")."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
