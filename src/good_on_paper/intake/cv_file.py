"""A CV as PDF or Word: extract its text, then read it like pasted text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.docx_text import read_docx
from good_on_paper.intake.form_labels import without_labels
from good_on_paper.intake.headed_tables import read_around, tables_apart
from good_on_paper.intake.job_words import title_score
from good_on_paper.intake.labelled_jobs import jobs_apart
from good_on_paper.intake.page_parts import BULLET, GAP, is_date
from good_on_paper.intake.pdf_text import read_pdf
from good_on_paper.intake.sections import section_of, squeezed_section
from good_on_paper.intake.unclear_rows import with_doubts

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue
    from good_on_paper.intake.preview import Preview, RoleFound

_ZIP: Final = b"PK"
_JOBS: Final = ("job", "volunteer")
_NO_HEADING: Final = (
    "We found no heading such as Work experience, so nothing is ticked: tick the jobs you had."
)
_NO_HEADING_HERE: Final = (
    "No heading such as Work experience stands above it, so it isn’t ticked. Tick it if it was a job."
)
_ABOVE_STUDIES: Final = (
    "We found no heading such as Work experience. Please check that what is ticked was a job you had."
)


def read_cv(data: bytes, file: str, catalogue: Catalogue) -> Preview:
    """Find roles in a CV.

    Parameters
    ----------
    data : bytes
        A PDF, or a Word file (.docx).
    file : str
        Its name, for messages.
    catalogue : Catalogue
        With the person's own lines.

    Returns
    -------
    Preview
        As for pasted lines; its first note says in which order the text was read.

    Raises
    ------
    IntakeError
        If it has no readable text; the message says why and what to do.
    """
    lines, notes = read_docx(data, file) if data.startswith(_ZIP) else read_pdf(data, file)
    lines = [squeezed_section(line.split(GAP)) or line for line in lines]
    others, tables = tables_apart(lines, file, catalogue)
    left, jobs = jobs_apart(_text(others).split("\n"), file, catalogue)
    preview = read_around(left if jobs else _text(without_labels(others)).split("\n"), [*tables, *jobs], file)
    preview = replace(preview, roles=with_doubts(preview.roles, others))
    if not any(section_of(line) in _JOBS for line in lines):
        studies = any(section_of(line) == "study" for line in lines)
        roles = tuple(
            replace(role, taken=False, why=role.why or _NO_HEADING_HERE)
            if role.taken and not (studies and _is_sure(role))
            else role
            for role in preview.roles
        )
        notes.append(_ABOVE_STUDIES if any(role.taken for role in roles) else _NO_HEADING)
        preview = replace(preview, roles=roles)
    return replace(preview, notes=(*notes, *preview.notes))


def _is_sure(role: RoleFound) -> bool:
    """Return whether an entry is surely a job by its own words, whatever heading is above it."""
    whole = role.facts.keys() >= {"title", "employer", "started", "ended"}
    return whole and title_score(role.facts["title"]) > 0


def _text(lines: list[str]) -> str:
    """Return the lines as if pasted, with a blank line after each list, as its last item is complete."""
    pasted: list[str] = []
    for line in lines:
        if pasted and pasted[-1].startswith(BULLET) and not line.startswith(BULLET):
            pasted.append("")
        pasted.append(" | ".join(_with_spans(line.split(GAP))))
    return "\n".join(pasted)


def _with_spans(parts: list[str]) -> list[str]:
    """Join a start and an end that are in two neighbouring cells into one span."""
    made: list[str] = []
    for part in parts:
        if (
            made
            and is_date(made[-1])
            and any(map(str.isalnum, part))
            and is_date(both := f"{made[-1]} \N{EN DASH} {part}")
        ):
            made[-1] = both
        else:
            made.append(part)
    return made
