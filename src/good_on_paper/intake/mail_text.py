"""The text of an e-mail: without its head and what it answers to, and with the lines whole that it broke."""

from __future__ import annotations

import re
from typing import Final

from good_on_paper.intake.errors import shown
from good_on_paper.intake.head_layout import SHORT
from good_on_paper.intake.parts_found import Skipped
from good_on_paper.intake.span_pattern import span_pattern

_HEAD: Final = re.compile(
    r"(?:(?P<who>from|to|cc|bcc|reply-to|von|an|de|\u00e0|para|da|a|van|aan)"
    r"|(?P<what>subject|betreff|objet|asunto|assunto|oggetto|onderwerp)"
    r"|date|sent|datum|gesendet|envoy\u00e9|fecha|enviado|data|inviato|verzonden)\s*:\s+\S.*",
    re.IGNORECASE,
)
_ANSWERED: Final = re.compile(
    r".*\b(?:wrote|schrieb|a \u00e9crit|escribi\u00f3|escreveu|ha scritto|schreef)\b.{0,80}:\s*",
    re.IGNORECASE,
)
_SENT_FROM: Final = re.compile(
    r"(?:sent from my|sent from|von meinem .* gesendet|gesendet (?:von|mit)|envoy\u00e9 (?:de|depuis) mon"
    r"|enviado (?:desde mi|do meu)|inviato da|verzonden vanaf)\b.{0,40}",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"\s*>")
_ITEM: Final = re.compile(r"\s*[-*\u2022\u2013]\s+\S")
_SENTENCE: Final = re.compile(rf"(?<=[^\W\d_]{{3}})\.(?i:{SHORT})\s+(?=[A-Z0-9\u00c0-\u00de])")
_WIDTHS: Final = range(60, 81)
"""How long the longest line of an e-mail is that breaks its lines."""
_LOOK: Final = 20
"""How many lines may stand in the head."""
_LINES: Final = 2_000
_LONGEST: Final = 600


def out_of_mail(text: str) -> tuple[str, list[Skipped]]:
    r"""Return the text of an e-mail on as many lines as before, and what of it is left out; another as it is.

    Examples
    --------
    >>> mail = "From: ada@example.org\nSubject: Jobs\n\nCook, Bar, 2014-2017"
    >>> text, left = out_of_mail(mail)
    >>> text.split("\n"), left[0].where
    (['', '', '', 'Cook, Bar, 2014-2017'], 'lines 1 to 2')
    """
    lines = text.splitlines()
    if len(lines) > _LINES:
        return text, []
    head = _head(lines)
    answered = next((at for at, line in enumerate(lines) if _opens_an_answer(lines, at)), None)
    if not head and answered is None:
        return text, []
    kept = list(lines)
    left: list[Skipped] = []
    if head:
        _leave_out(kept, range(*head), "the head of an e-mail", left)
    if answered is not None and any(map(_dated, lines[head[1] if head else 0 : answered])):
        stop = next((at for at in range(answered + 1, len(lines)) if not _goes_on(lines[at])), len(lines))
        _leave_out(kept, range(answered, stop), "what the e-mail answers to", left)
    for at, line in enumerate(kept):
        if _SENT_FROM.fullmatch(line.strip()):
            _leave_out(kept, range(at, at + 1), "it says what the e-mail was sent from", left)
    return "\n".join(_whole(kept)), left


def _head(lines: list[str]) -> tuple[int, int] | None:
    """Return where the head of an e-mail begins and ends: "From: 2014" is none."""
    first = next((at for at, line in enumerate(lines[:_LOOK]) if line.strip()), 0)
    stop = first
    while stop < len(lines) and _HEAD.fullmatch(lines[stop].strip()):
        stop += 1
    found = [part for line in lines[first:stop] if (part := _HEAD.fullmatch(line.strip()))]
    said = any(part["what"] for part in found) or any(part["who"] and "@" in part[0] for part in found)
    return (first, stop) if said and any(part["who"] for part in found) else None


def _opens_an_answer(lines: list[str], at: int) -> bool:
    """Return whether a line says who wrote what is quoted below it."""
    below = lines[at + 1 : at + 4]
    return _ANSWERED.fullmatch(lines[at][:300]) is not None and any(map(_QUOTED.match, below))


def _dated(line: str) -> bool:
    """Return whether a start and an end stand in a line."""
    found = span_pattern().finditer(line[:_LONGEST])
    return any(span["end"] or span["open"] for span in found)


def _goes_on(line: str) -> bool:
    return not line.strip() or _QUOTED.match(line) is not None


def _leave_out(lines: list[str], places: range, why: str, left: list[Skipped]) -> None:
    there = [at for at in places if lines[at].strip()]
    first, last = there[0] + 1, there[-1] + 1
    where = f"line {first}" if first == last else f"lines {first} to {last}"
    left.append(Skipped(where, shown(lines[there[0]].strip()), why))
    for at in places:
        lines[at] = ""


def _whole(lines: list[str]) -> list[str]:
    """Return the lines with those joined that were broken; what is told of an item begins a line."""
    width = max(map(len, lines), default=0)
    if width not in _WIDTHS:
        return lines
    made: list[str] = []
    first = 0
    for at, line in enumerate(lines):
        above = lines[at - 1] if at else ""
        broken = above.strip() and line.strip() and not _ITEM.match(line)
        if broken and len(above.rstrip()) + 1 + len(line.split()[0]) > width:
            made[first] = f"{made[first].rstrip()} {line.strip()}"
            made.append("")
        else:
            first = at
            made.append(line)
    for at in range(len(made) - 1):
        item = _ITEM.match(made[at]) and not made[at + 1].strip() and _dated(made[at])
        parts = _SENTENCE.split(made[at], maxsplit=1) if item else []
        if len(parts) > 1:
            made[at : at + 2] = parts
    return made
