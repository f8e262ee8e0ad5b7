"""A CV as PDF or Word: its text, then the reader of pasted text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake import cv_text
from good_on_paper.intake.docx_text import read_docx
from good_on_paper.intake.form_labels import without_labels
from good_on_paper.intake.job_words import title_score
from good_on_paper.intake.page_parts import BULLET, GAP, is_date
from good_on_paper.intake.pdf_text import read_pdf
from good_on_paper.intake.sections import section_of

if TYPE_CHECKING:
    from good_on_paper.intake.preview import Preview, RoleFound

_ZIP: Final = b"PK"
_JOBS: Final = ("job", "volunteer")
_NO_HEADING: Final = (
    "We found no heading such as Work experience, so nothing is ticked: tick the jobs you had."
)
_ABOVE_STUDIES: Final = (
    "We found no heading such as Work experience. Please check that what is ticked was a job you had."
)


def read_cv(data: bytes, file: str) -> Preview:
    """Find roles in a CV.

    Parameters
    ----------
    data : bytes
        A PDF, or a Word file (.docx).
    file : str
        Its name, for messages.

    Returns
    -------
    Preview
        As of pasted lines; first among its notes is in which order the text was read.

    Raises
    ------
    IntakeError
        If it holds no text that can be read; says why and what to do.
    """
    lines, notes = read_docx(data, file) if data.startswith(_ZIP) else read_pdf(data, file)
    preview = cv_text.read_cv(_text(without_labels(lines)), file)
    if not any(section_of(line) in _JOBS for line in lines):
        studies = any(section_of(line) == "study" for line in lines)
        roles = tuple(
            replace(role, taken=role.taken and studies and _is_sure(role)) for role in preview.roles
        )
        notes.append(_ABOVE_STUDIES if any(role.taken for role in roles) else _NO_HEADING)
        preview = replace(preview, roles=roles)
    return replace(preview, notes=(*notes, *preview.notes))


def _is_sure(role: RoleFound) -> bool:
    """Tell whether something is a job by what it says, whatever stands above it."""
    whole = role.facts.keys() >= {"title", "employer", "started", "ended"}
    return whole and title_score(role.facts["title"]) > 0


def _text(lines: list[str]) -> str:
    """Write lines as one would paste them; a list ends with a blank line, as its last item is whole."""
    said: list[str] = []
    for line in lines:
        if said and said[-1].startswith(BULLET) and not line.startswith(BULLET):
            said.append("")
        said.append(" | ".join(_with_spans(line.split(GAP))))
    return "\n".join(said)


def _with_spans(parts: list[str]) -> list[str]:
    """Make one of a beginning and an end that stand in two cells side by side."""
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
