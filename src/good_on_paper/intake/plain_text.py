"""Texts in a form that can be compared: column names, titles, employers."""

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
_ITALIC: Final = re.compile(r"(?<!\w)_(?=[^\s_])([^_]{1,300})(?<=\S)_(?!\w)")
_UNSEEN: Final = dict.fromkeys(
    map(ord, "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)
"""Marks of writing direction and of word breaks; joiners stay, as some scripts need them as letters."""


_OTHER_BARS: Final = re.compile(r"(?<=[^\s0-9])\s+(?://|>{1,2}|\u2192|\u203a|\u00bb|~)\s+(?=\S)")
"""Signs that part names as bars do, behind a word."""
_FEW: Final = 2


def plain_line(line: str) -> str:
    """Return a line without Markdown marks ("**Editor**", "_since 2019_"), its names parted by bars.

    Examples
    --------
    >>> plain_line("*Cook* // Harbour Bar // 2014-2017")
    'Cook | Harbour Bar | 2014-2017'
    """
    plain = _ITALIC.sub(r"\1", _EMPHASIS.sub(r"\2", line))
    return _OTHER_BARS.sub(" | ", plain) if len(_OTHER_BARS.findall(plain)) >= _FEW else plain


def without_html(text: str) -> str:
    r"""Return a text without HTML tags and entities.

    Examples
    --------
    >>> without_html("<p>Cook &amp; <b>waiter</b></p>")
    'Cook & waiter\n'
    """
    if "<" in text:
        text = _TAG.sub("", _NEW_LINE.sub("\n", _POINT.sub("- ", text)))
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def seen(text: str) -> str:
    """Return a name as it looks: without HTML and without invisible marks."""
    return without_html(text).translate(_UNSEEN)


def norm(text: str) -> str:
    """Return a text without case, underscores, punctuation, double spaces: "Start_Date" is "start date"."""
    alike = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _APART.sub(" ", alike.casefold()).strip()


def norm_header(text: str) -> str:
    """Return a text as `norm` does; "startDate" is "start date" too."""
    return norm(_CAMEL.sub(" ", text))


def digest(*parts: str) -> str:
    """Return a short fingerprint of some texts; the same texts have the same one everywhere."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def slug(text: str) -> str:
    """Make a catalogue key from a text: lower-case ASCII letters, digits and underscores, a letter first."""
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "_", flat).strip("_")[:48].strip("_")
    if not key or not any(sign.isalpha() for sign in key):
        return f"line_{digest(text)[:8]}"
    return key if key[0].isalpha() else f"line_{key}"


def same(text: str) -> str:
    """Return a name without case, extra spaces and invisible signs, to compare; "C++" is not "C#"."""
    return " ".join(unicodedata.normalize("NFKC", seen(text)).casefold().split())
