"""Write the jobs as a JSON Resume, with a block beside each for what only this kit knows.

Other programs read the résumé and ignore the block. Private answers are left out unless requested.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys, load
from good_on_paper.export.contents import NOT
from good_on_paper.intake.json_names import SECTIONS
from good_on_paper.intake.json_resume import read_json
from good_on_paper.intake.own_block import BLOCK, VERSION

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue
    from good_on_paper.export.contents import Contents, Job
    from good_on_paper.record import Answer

_FORMAT: Final = "v1.0.0"
_DATE: Final = re.compile(r"[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?")
_DOUBTS: Final = ("", "~", "?", "%")
_OF_KIND: Final = {section.kind: name for name, section in SECTIONS.items()}


def json_resume(content: Contents, catalogue: Catalogue) -> bytes:
    """Return the jobs that have a title or an employer as a JSON Resume.

    Parameters
    ----------
    content : Contents
    catalogue : Catalogue
        With the person's own lines; those that have answers are included.
    """
    jobs: dict[str, list[tuple[Job, dict[str, Any]]]] = {name: [] for name in SECTIONS}
    for job in content.jobs:
        if "title" in job.facts or "employer" in job.facts:
            name = _OF_KIND.get(job.facts.get(keys.ROLE_KIND, "job"), "work")
            jobs[name].append((job, _entry(job, name)))
    shipped = load()
    own = [
        item.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for item in catalogue.items(hidden=True)
        if item.key not in shipped and (item in content.items or item.key in content.definitions)
    ]
    block: dict[str, Any] = {"version": VERSION, "note": NOT, "lines": own}
    if content.definitions:
        block["definitions"] = dict(content.definitions)
    if content.outcome != "overall" and content.outcome in catalogue:
        block["main_outcome"] = content.outcome
    document: dict[str, Any] = {"meta": {"version": _FORMAT}, BLOCK: block}
    document |= {name: [entry for _, entry in found] for name, found in jobs.items() if found}
    _add_what_a_resume_cannot_say(document, jobs, catalogue)
    return (json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode(
        "utf-8", "replace"
    )


def _entry(job: Job, name: str) -> dict[str, Any]:
    section = SECTIONS[name]
    fields = {
        section.title[0]: job.facts.get("title"),
        section.employer[0]: job.facts.get("employer"),
        section.place[0]: job.facts.get("place"),
        "startDate": _date(job.facts.get("started")),
        "endDate": _date(job.facts.get("ended")),
        **({section.summary[0]: job.facts.get("summary")} if section.summary else {}),
    }
    entry: dict[str, Any] = {field: text for field, text in fields.items() if text}
    entry[BLOCK] = {"id": job.unit, "answers": [_answer(answer) for answer in job.answers.values()]}
    return entry


def _date(text: str | None) -> str | None:
    """Return a date as the standard writes it; a sign of doubt goes into the block."""
    found = _DATE.match(text or "")
    return found[0] if found and (text or "")[found.end() :] in _DOUBTS else None


def _answer(answer: Answer) -> dict[str, Any]:
    row: dict[str, Any] = {"item": answer.item, "revision": answer.revision}
    row |= {"value": answer.value} if answer.state == "value" else {"state": answer.state}
    if answer.memory is not None:
        row["memory"] = answer.memory
    if answer.private:
        row["private"] = True
    return row


def _add_what_a_resume_cannot_say(
    document: dict[str, Any], jobs: dict[str, list[tuple[Job, dict[str, Any]]]], catalogue: Catalogue
) -> None:
    """Read the file back, and put each fact that comes out differently into the block."""
    data = json.dumps(document).encode()
    roles = read_json(data, "the file", catalogue).roles if any(jobs.values()) else ()
    read = {role.where: role.facts for role in roles}
    for name, found in jobs.items():
        for number, (job, entry) in enumerate(found):
            facts = read.get(f"{name}[{number}]", {})
            other = {
                key: job.facts.get(key)
                for key in sorted({*facts, *job.facts})
                if facts.get(key) != job.facts.get(key)
            }
            if other:
                entry[BLOCK]["facts"] = other
