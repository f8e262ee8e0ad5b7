"""Soft skills, job by job: how often each was shown, at things done there and in the job as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import role_names
from good_on_paper.frames.stories import spoken_of

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot

SKILLS: Final = {
    "aiming_high": "Aiming high",
    "keeping_at_it": "Keeping at it",
    "starting_things": "Starting things",
    "leading": "Leading",
    "working_together": "Working together",
    "caring": "Caring for others",
    "company": "Being good company",
    "self_control": "Staying calm",
    "under_stress": "Coping with stress",
    "adapting": "Adapting",
    "reliable": "Being reliable",
    "detail": "Attention to detail",
    "honest": "Being honest",
    "alone": "Working alone",
    "new_ideas": "New ideas",
    "thinking": "Thinking it through",
}
"""Sixteen skills, in our words, after the work styles of O*NET 29.3 (CC BY 4.0)."""


def skills(snapshot: Snapshot) -> pd.DataFrame:
    """Return how often each skill was shown in each job; not of a job in which something hurt.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Index "skill": a key of `SKILLS`, those that were shown at all. A column per job with any, by its
        name: how many things done there showed it, and one more where the job as a whole did.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> int(skills(gop.sample()).loc["working_together", "Fieldwork lead, Harrowfen River Survey"])
    3
    """
    told = [unit for kind in ("achievement", "story") for unit in spoken_of(snapshot, kind)]
    given = snapshot.current(items=(keys.SKILLS_SHOWN,), units=told) if told else {}
    names = role_names(snapshot)
    of = {unit.id: unit.parent or "" for unit in snapshot.units("episode")} if given else {}
    counts: dict[tuple[str, str], int] = {}
    for unit in told:
        answer = given.get((unit.id, keys.SKILLS_SHOWN))
        role = names.get(of.get(unit.parent or "", unit.parent or ""))
        if answer is not None and answer.state == "value" and role is not None:
            for skill in answer.value:
                counts[skill, role] = counts.get((skill, role), 0) + 1
    rows = [skill for skill in SKILLS if any(skill == one for one, _ in counts)]
    columns = [name for name in names.values() if any(name == one for _, one in counts)]
    cells = [[counts.get((skill, role), 0) for role in columns] for skill in rows]
    index = pd.Index(rows, dtype="str", name="skill")
    return pd.DataFrame(cells, index=index, columns=columns, dtype="int64")
