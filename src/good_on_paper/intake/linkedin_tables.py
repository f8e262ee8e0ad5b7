"""The tables of LinkedIn's copy of your data: their columns, and what we read and leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from good_on_paper.catalogue import keys

if TYPE_CHECKING:
    from collections.abc import Mapping


class Did(NamedTuple):
    """A table of what the person did: its columns, and whether it counts as work."""

    kind: str
    title: str
    employer: str
    started: str
    ended: str
    taken: bool
    summary: str = "description"
    why: str = ""


class Testimony(NamedTuple):
    """A table of what others said: which rows count, and which columns we keep."""

    item: str
    label: str
    status: str
    counts: str
    kept: Mapping[str, tuple[str, ...]]
    needed: str


POSITIONS: Final = frozenset({"company name", "title", "started on", "finished on"})
POSITIONS_TOO: Final = POSITIONS | {"description", "location"}
MORE: Final = frozenset({"description", "notes", "activities", "url", "location"})
_ELSE: Final = "This is your {}, so it isn’t ticked. Tick it if it was also a job."
ROLES: Final = {
    POSITIONS: Did("job", "title", "company name", "started on", "finished on", taken=True),
    frozenset({"company name", "role", "cause", "started on", "finished on"}): Did(
        "volunteer", "role", "company name", "started on", "finished on", taken=True
    ),
    frozenset({"title", "description", "url", "started on", "finished on"}): Did(
        "project", "title", "", "started on", "finished on", taken=False, why=_ELSE.format("project")
    ),
    frozenset({"school name", "start date", "end date", "degree name"}): Did(
        "study",
        "degree name",
        "school name",
        "start date",
        "end date",
        taken=False,
        summary="notes",
        why=_ELSE.format("education"),
    ),
}
RECEIVED: Final = {
    frozenset({"first name", "last name", "text", "status", "creation date"}): Testimony(
        keys.RECOMMENDATION_RECEIVED,
        "Recommendations you received",
        "status",
        "visible",
        {
            "from": ("first name", "last name"),
            "employer": ("company",),
            "title": ("job title",),
            "text": ("text",),
            "date": ("creation date",),
        },
        "text",
    ),
    frozenset({"skill name", "endorser first name", "endorser last name", "endorsement status"}): Testimony(
        keys.ENDORSEMENT_RECEIVED,
        "Endorsements you received",
        "endorsement status",
        "accepted",
        {
            "skill": ("skill name",),
            "from": ("endorser first name", "endorser last name"),
            "date": ("endorsement date",),
        },
        "skill",
    ),
}
FILES: Final = (
    "positions.csv",
    "volunteering.csv",
    "projects.csv",
    "education.csv",
    "recommendations_received.csv",
    "endorsement_received_info.csv",
)
LEFT: Final = {
    "connections.csv": "these are people you know",
    "recommendations_given.csv": "this is what you wrote of others",
    "job applications.csv": "these are jobs you applied for",
    "saved jobs.csv": "these are job ads you saved",
    "skills.csv": "these are skills, no jobs",
    "certifications.csv": "these are certificates, no jobs",
    "languages.csv": "these are languages, no jobs",
    "messages.csv": "these are messages, no jobs",
    "invitations.csv": "these are invitations, no jobs",
    "profile.csv": "this is about you, not about a job",
    "courses.csv": "these are courses, no jobs",
    "honors.csv": "these are prizes, no jobs",
    "publications.csv": "these are publications, no jobs",
    "organizations.csv": "these are memberships, no jobs",
}
"""Files of the export without jobs, and what they hold; all other files are only named."""
