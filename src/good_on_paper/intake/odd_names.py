"""Last doubts about what is ticked: names that are in the wrong place in many files.

Nothing is put right here. The preview says what looks odd beside the job, so that the person looks twice.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake.asides import is_length, is_terms
from good_on_paper.intake.form_labels import is_label
from good_on_paper.intake.job_words import says_a_role, title_score
from good_on_paper.intake.name_doubts import why_no_names
from good_on_paper.intake.preview_text import told_of
from good_on_paper.intake.sections import known_section
from good_on_paper.intake.towns import is_known_place
from good_on_paper.language.counts import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from good_on_paper.intake.preview import Preview, RoleFound

_NOTHING_SAID: Final = "We found no job title and no dates, so it isn’t ticked. Add them, then tick it."
_MANY: Final = 2
"""Fewest jobs of a file that share an odd piece."""
_TOLD: Final = 9
"""Fewest words of a text without a word for a job that reads as a sentence."""
_LOGO: Final = re.compile(r"\b(?:logo|logotipo|log\u00f3tipo)\b", re.IGNORECASE)
_OWN: Final = re.compile(
    r"\b(?:my|our|mein\w*|unser\w*|mon|ma|notre|mi|mio|mia|meu|minha|mijn)\b", re.IGNORECASE
)
_STATE: Final = re.compile(r"[A-Z][^,]{1,40}, [A-Z]{2}")
"""A town and its state: "Pueblo, CO"."""


def with_odd_names(preview: Preview) -> Preview:
    """Return a preview with a note about each ticked job whose names look odd and are not in doubt yet.

    Parameters
    ----------
    preview : Preview
        In a table or a JSON file a person has said which field is which, so that less is odd there.
    """
    if preview.log or preview.ours:
        return preview
    left = {line.item.key for line in preview.lines if not line.taken}
    preview = replace(preview, roles=tuple(_without_nothing(role, left) for role in preview.roles))
    doubted = told_of(preview).doubts.keys()
    ticked = [role for role in preview.roles if role.taken and not role.why]
    lines = preview.source == "lines"
    # one job a line may be all that somebody wrote
    nowhere = lines and any(map(_has_lines, ticked)) and _is_without_employers(ticked)
    table = preview.source == "table"
    titled = any(role.facts.get("title") for role in ticked)
    notes = [
        f"{role.where}: {why}; please check it."
        for role in ticked
        if role.where not in doubted
        and (why := _why_odd(role, lines=lines, table=table, titled=titled, nowhere=nowhere))
    ]
    return replace(preview, notes=(*preview.notes, *notes)) if notes else preview


def _without_nothing(role: RoleFound, left: Collection[str]) -> RoleFound:
    """Return a role, not ticked if it has neither a title nor dates nor a rating: an employer is no job."""
    said = {"title", "started", "ended"} & {key for key, text in role.facts.items() if text}
    rated = any(answer.item not in left for answer in role.ratings)
    if said or rated or not role.taken:
        return role
    return replace(role, taken=False, why=_NOTHING_SAID)


def _has_lines(role: RoleFound) -> bool:
    """Return whether a job was written on several lines."""
    return role.written.count(" / ") > role.facts.get("title", "").count(" / ")


def _is_without_employers(roles: Sequence[RoleFound]) -> bool:
    """Return whether no job of a file has an employer, as where nobody found which line has it."""
    return len(roles) >= _MANY and not any(role.facts.get("employer") for role in roles)


def _why_odd(role: RoleFound, *, lines: bool, table: bool, titled: bool, nowhere: bool) -> str:
    """Return what looks odd about a job; empty text if nothing does."""
    own = role.facts.get(keys.ROLE_KIND) == "freelance"
    if nowhere and not own:
        return "we found no employer in any of these jobs"
    if titled and not table and not role.facts.get("title"):
        return "we found no job title"
    named = (("title", "what you were"), *(() if own or not lines else (("employer", "the employer"),)))
    odd = next((fact for fact in named if role.facts.get(fact[0]) and _is_odd(role.facts[fact[0]])), None)
    if odd:
        return f"{quoted(role.facts[odd[0]])} is read as {odd[1]}"
    if role.facts.get("ended") and not role.facts.get("started") and not table:  # there its cell is empty
        return "we found an end but no start"
    return next(_oddities(role, own=own), "") if lines else ""


def _oddities(role: RoleFound, *, own: bool) -> Iterator[str]:
    """Yield each thing that looks odd about names that we found among other words."""
    title, employer, place = (role.facts.get(key, "") for key in ("title", "employer", "place"))
    if title and (why_no_names(title, "") or _is_no_title(title)):
        yield f"{quoted(title)} is read as what you were"
    if employer and not own and _is_no_employer(employer, place):
        yield f"{quoted(employer)} is read as the employer"
    if title and employer and title_score(title) <= 0 < title_score(employer):
        yield f"{quoted(title)} is read as what you were, {quoted(employer)} as the employer"
    if place and not any(map(str.isalpha, place)):
        yield f"{quoted(place)} is read as the place"
    ends = (text.rpartition(", ") for text in (title, employer) if not place)
    for _, comma, end in ends:
        if comma and is_known_place(end):
            yield f"{quoted(end)} is read as part of a name, not as the place"


def _is_odd(text: str) -> bool:
    """Return whether a text has a word of a label, of a page or of a contract, and no name."""
    if not any(map(str.isalpha, text)):
        return True
    odd = _LOGO.search(text) or known_section(text) or is_label(text) or is_length(text)
    return bool(odd) or (is_terms(text) and not says_a_role(text))


def _is_no_employer(text: str, place: str) -> bool:
    """Return whether a text is a place, or goes on about the person: "worked for my uncle"."""
    if why_no_names("", text) or _OWN.search(text) or is_known_place(text):
        return True
    return not place and _STATE.fullmatch(text) is not None


def _is_no_title(text: str) -> bool:
    """Return whether a text without a word for a job is a place or a sentence: "Looked after my uncle"."""
    told = text.endswith(".") or len(text.split()) >= _TOLD
    return _OWN.search(text) is not None or (title_score(text) <= 0 and (told or is_known_place(text)))
