"""A person's name, and a folder name for it that every system accepts."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from good_on_paper.record.errors import RecordError

LONGEST: Final = 200
"""Most letters of a name."""
_LONGEST_FOLDER: Final = 60
_UNSEEN: Final = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_SEPARATORS: Final = frozenset('/\\:*?"<>|')
_JOINERS: Final = "\u200c\u200d"
_NEVER_JOINED: Final = ("LATIN", "GREEK", "CYRILLIC")
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9\u00b9\u00b2\u00b3])(\..*)?")
"""Names that Windows reads as a device, whatever follows the dot."""


def as_typed(name: str) -> str:
    """Return a name as it is shown: as typed, with single spaces.

    Examples
    --------
    >>> as_typed("  Anna   B. ")
    'Anna B.'
    """
    return unicodedata.normalize("NFC", " ".join(name.split()))


def folder_name(name: str) -> str:
    """Return a folder name for a person's name: in lower case, in any script.

    Signs that lead elsewhere, or are not allowed on some system, are left out, so two names may share a
    folder name.

    Raises
    ------
    RecordError
        If the name has no letter or digit, is too long, or has invisible signs.

    Examples
    --------
    >>> folder_name("Anna B."), folder_name("Søren"), folder_name("Con")
    ('anna b', 'søren', 'con 1')
    """
    typed = as_typed(name)
    problem = ""
    if not any(unicodedata.category(sign)[0] in "LN" for sign in typed):
        problem = "no letter and no digit is in it"
    elif len(typed) > LONGEST:
        problem = f"it has more than {LONGEST} letters"
    elif bad := [sign for place, sign in enumerate(typed) if _unseen(typed, place)]:
        problem = f"it holds {bad[0]!r}, which nobody sees"
    if problem:
        shown = name if len(name) <= LONGEST else name[:LONGEST] + "\N{HORIZONTAL ELLIPSIS}"
        raise RecordError(
            f"{shown!r} cannot be a person’s name here: {problem}. Expected a name such as Ada B."
        )
    low = unicodedata.normalize("NFC", typed.lower())
    safe = " ".join("".join(" " if sign in _SEPARATORS else sign for sign in low).split())
    while len(safe) > _LONGEST_FOLDER or len(safe.encode()) > 3 * _LONGEST_FOLDER:
        safe = safe[:-1]
    safe = safe.lstrip(".-~ ").rstrip(". " + _JOINERS)
    return f"{safe} 1" if _DEVICES.fullmatch(safe) else safe or "person"


def _unseen(name: str, place: int) -> bool:
    """Return whether a sign is invisible.

    Joiners have an effect between letters of scripts that join them; elsewhere they would make two names that
    look the same.
    """
    sign = name[place]
    if sign in _JOINERS and 0 < place < len(name) - 1:
        return any(other.isascii() or _apart(other) for other in (name[place - 1], name[place + 1]))
    return unicodedata.category(sign) in _UNSEEN


def _apart(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "LM" or unicodedata.name(sign, "").startswith(_NEVER_JOINED)
