"""Texts made comparable: names of columns, titles, employers."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from typing import Final

_APART: Final = re.compile(r"[\W_]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


_TAG: Final = re.compile(
    r"</?(?:a|b|strong|i|em|u|p|div|span|br|ul|ol|li|font|small|sup|sub|h[1-6]|table|tr|td|th)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_NEW_LINE: Final = re.compile(r"<br\s*/?>|</(?:p|div|li|tr|h[1-6])>", re.IGNORECASE)
_POINT: Final = re.compile(r"<li(?:\s[^<>]*)?>", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:[a-z]{2,8}|#[0-9]{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
_EMPHASIS: Final = re.compile(r"(\*{1,3}|__)(?=\S)(.+?)(?<=\S)\1")
_UNSEEN: Final = dict.fromkeys(
    map(ord, "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)
"""Marks of writing direction and places to break a word; joiners are letters of some scripts."""


def plain_line(line: str) -> str:
    """Take the marks of Markdown off a line: "**Editor**"."""
    return _EMPHASIS.sub(r"\2", line)


def without_html(text: str) -> str:
    r"""Give a text without the signs of HTML around its words.

    Examples
    --------
    >>> without_html("<p>Cook &amp; <b>waiter</b></p>")
    'Cook & waiter\n'
    """
    if "<" in text:
        text = _TAG.sub("", _NEW_LINE.sub("\n", _POINT.sub("- ", text)))
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def seen(text: str) -> str:
    """Give a name as it is seen: without the signs of HTML and without marks of direction."""
    return without_html(text).translate(_UNSEEN)


def norm(text: str) -> str:
    """Drop case, underscores, punctuation and double spaces: "Start_Date" is "start date"."""
    alike = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _APART.sub(" ", alike.casefold()).strip()


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
    """Drop what two spellings of one name may differ in: case, spaces and what is not seen, but no sign.

    "C++" is not "C#".
    """
    return " ".join(unicodedata.normalize("NFKC", seen(text)).casefold().split())
