"""A preview as the page reads it: every field of every job, doubts, and questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake.any_text import PASTED
from good_on_paper.intake.preview_text import told_of
from good_on_paper.intake.put_right import FIELDS
from good_on_paper.language import NOW, PartialDate

if TYPE_CHECKING:
    from good_on_paper.intake import Preview, Same
    from good_on_paper.intake.preview import RoleFound, Scaled
    from good_on_paper.intake.preview_text import Told

_EITHER: Final = re.compile(
    r"(?:\u201c(?P<text>[^\u201d]*)\u201d[^\u201c]*)?\bmay be "
    r"(?P<one>[^;:]*?[0-9]{4}) or (?P<other>[^;:]*?[0-9]{4})(?![0-9])"
)
_DATES: Final = ("started", "ended")
_USUAL: Final = ((1, 5), (1, 7), (0, 10), (1, 10), (0, 100))


def shown_preview(token: str, preview: Preview) -> dict[str, Any]:
    """Return a preview as the page reads it."""
    report = told_of(preview)
    return {
        "token": token,
        "file": preview.file,
        "pasted": preview.file == PASTED,
        "roles": [shown_role(role, report) for role in preview.roles],
        "lines": [
            {"where": line.where, "label": line.item.label, "why": line.why, "taken": line.taken}
            for line in preview.lines
        ],
        "received": [
            {
                "where": part.where,
                "label": part.label,
                "more": part.amount,
                "taken": part.taken,
            }
            for part in preview.received
        ],
        "scales": [_shown_scale(part, preview) for part in preview.scaled],
        "recognised": [{"where": part.where, "label": part.label} for part in preview.recognised],
        "skipped": [str(part) for part in report.skipped],
        "notes": report.notes,
        "outcome": preview.outcome_label or None,
        "log": preview.log,
    }


def shown_role(role: RoleFound, report: Told) -> dict[str, Any]:
    """Return a role as the page reads it: every field in words, doubts, and questions."""
    doubts = [text for text in (role.why, *report.doubts.get(role.where, ())) if text]
    return {
        "where": role.where,
        "name": role.name,
        "fields": {key: _words(key, role.facts.get(key, "")) for key in FIELDS},
        "span": role.span,
        "more": [role.inside, _kind(role)],
        "summary": role.facts.get("summary", ""),
        "written": role.written,
        "doubts": doubts,
        "choices": [choice for text in doubts if (choice := _choice(role, text))],
        "known": role.same is not None and bool(role.same.unit) and role.same.answer == "same",
        "same": None if role.same is None or not role.same.asks else _shown_same(role, role.same),
        "taken": role.taken,
    }


def _words(key: str, value: str) -> str:
    return PartialDate.of(value).words() if key in _DATES and value not in ("", NOW) else value


def _kind(role: RoleFound) -> str:
    kind = role.facts.get(keys.ROLE_KIND, "job")
    return "" if kind == "job" else kind


def _choice(role: RoleFound, doubt: str) -> dict[str, Any] | None:
    """Return the question of a date with two readings, with one-click answers: either, or the year."""
    found = _EITHER.search(doubt)
    if found is None:
        return None
    year = found["one"].split()[-1]
    key = next((key for key in _DATES if role.facts.get(key, "") in ("", year)), "")
    if not key:
        return None
    kept = " Your other dates don’t tell us, so we kept the year." if role.facts.get(key) else ""
    choices = [(found["one"], found["one"]), (found["other"], found["other"]), (year, f"{year} is enough")]
    return {
        "doubt": doubt,
        "key": key,
        "ask": f"Is {found['text'] or 'the date'} {found['one']} or {found['other']}?",
        "until": kept.strip(),
        "answers": [{"text": text, "label": label} for text, label in choices],
    }


def _shown_same(role: RoleFound, same: Same) -> dict[str, Any]:
    there = f"{same.name}{f' ({same.span})' if same.span else ''}"
    if same.unit:
        ask = f"Is this the same job as {there}, which is on your list?"
        until = (
            "Until you say, we take it for the same."
            if same.answer == "same"
            else "Until you say, we don’t add it."
        )
        answers = [["same", "Same job"], ["another", "Another job"]]
    else:
        ask, until = (
            f"Is this the same job as {there}?",
            "Same employer, same time. Until you say, we add only the first.",
        )
        title = role.facts.get("title", "") or role.name
        answers = [["same", f"Same job: {same.name.split(',')[0]}"], ["theirs", f"Same job: {title}"]]
        answers.append(["another", "Two jobs"])
    return {"ask": ask, "until": until, "answers": answers, "answer": same.answer}


def _shown_scale(part: Scaled, preview: Preview) -> dict[str, Any]:
    lowest = 0 if part.low == 0 and not part.words else 1
    usual = [
        ends for ends in _USUAL if part.highest is None or (part.highest <= ends[1] and lowest >= ends[0])
    ]
    return {
        "header": part.header,
        "label": part.label,
        "line": next((line.where for line in preview.lines if line.item.key == part.item), ""),
        "ends": [part.low, part.high],
        "how": part.how,
        "asks": part.asks,
        "highest": part.highest,
        "words": sorted(([word, step] for word, step in part.words.items()), key=lambda step: step[1]),
        "usual": [list(ends) for ends in usual],
    }
