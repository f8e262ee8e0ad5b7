"""Soft skills, job by job: how often each was shown, at things done there and in the job as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from good_on_paper.catalogue import keys
from good_on_paper.frames.names import role_names, words
from good_on_paper.frames.stories import by_unit, spoken_of
from good_on_paper.language.lemmas import LEMMAS
from good_on_paper.patterns.words_matched import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    """Return how often each skill was shown in each job, without jobs in which something hurt.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.

    Returns
    -------
    pandas.DataFrame
        Index "skill": a key of `SKILLS`, those that were shown at all. A column per job with any, by its
        name: how many things done there showed it, plus one if the job as a whole did.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> int(skills(gop.sample()).loc["working_together", "Fieldwork lead, Harrowfen River Survey"])
    3
    """
    counts: dict[tuple[str, str], int] = {}
    names = role_names(snapshot)
    for _, role, shown in _shown(snapshot, names):
        for skill in shown:
            counts[skill, role] = counts.get((skill, role), 0) + 1
    rows = [skill for skill in SKILLS if any(skill == one for one, _ in counts)]
    columns = [name for name in names.values() if any(name == one for _, one in counts)]
    cells = [[counts.get((skill, role), 0) for role in columns] for skill in rows]
    index = pd.Index(rows, dtype="str", name="skill")
    return pd.DataFrame(cells, index=index, columns=columns, dtype="int64")


def who_would_say_so(snapshot: Snapshot) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return, by skill and job, who saw it or would say so, as typed: private, for the person's page alone.

    A skill by a name of the person's own stands under that name; it is known of the job as a whole.
    """
    told = [unit for kind in ("achievement", "story") for unit in spoken_of(snapshot, kind)]
    items = (keys.DONE_SEEN_BY, keys.SKILL_WITNESS)
    given = by_unit(snapshot.current(items=items, units=told)) if told else {}
    names = role_names(snapshot)
    found: dict[tuple[str, str], dict[str, None]] = {}
    for unit, role, shown in _shown(snapshot, names, also=keys.SKILLS_OWN):
        said = [words(given.get(unit, {}).get(key)) for key in (keys.SKILL_WITNESS, keys.DONE_SEEN_BY)]
        for skill in shown:
            found.setdefault((skill, role), {}).update(dict.fromkeys(filter(None, said)))
    return {cell: tuple(who) for cell, who in found.items()}


def _shown(
    snapshot: Snapshot, names: Mapping[str, str], *, also: str = ""
) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each thing done, and each job as a whole, with its job and the skills it showed."""
    told = [unit for kind in ("achievement", "story") for unit in spoken_of(snapshot, kind)]
    asked = tuple(filter(None, (keys.SKILLS_SHOWN, also)))
    given = by_unit(snapshot.current(items=asked, units=told)) if told else {}
    of = {unit.id: unit.parent or "" for unit in snapshot.units("episode")} if given else {}
    for unit in told:
        role = names.get(of.get(unit.parent or "", unit.parent or ""))
        mine = given.get(unit.id, {})
        shown = [
            str(skill)
            for key in asked
            if (one := mine.get(key)) and one.state == "value"
            for skill in one.value
        ]
        if shown and role is not None:
            yield unit.id, role, shown


def meant(word: str) -> set[str]:
    """Return the skills that a name typed by the person means, by plain matching.

    Examples
    --------
    >>> meant("Calmness"), meant("being on time")
    ({'self_control'}, set())
    """
    asked = _telling(word)
    whole = {key for key, label in SKILLS.items() if bare(label) == bare(word)}
    return whole or {key for key, label in SKILLS.items() if asked & _telling(label)}


_COMMON: Final = frozenset(
    (
        *("a", "at", "being", "for", "good", "i", "in", "it", "my", "of", "on", "others", "the", "things"),
        *("through", "to", "very", "well", "with", "working"),
    )
)
"""Words that say nothing about a skill."""


def _telling(words_typed: str) -> set[str]:
    return {LEMMAS.get(part, part) for part in bare(words_typed).split()} - _COMMON
