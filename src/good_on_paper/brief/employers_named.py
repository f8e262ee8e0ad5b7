"""Whom a person worked for, where their words on a paper name it: whoever sees the paper can read that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.brief.compose import ON_REQUEST, PARTS, compose
from good_on_paper.brief.errors import BriefError
from good_on_paper.frames.names import words
from good_on_paper.language.counts import joined, quoted
from good_on_paper.questions.gather import gather
from good_on_paper.study.contrast import all_seen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from good_on_paper.study.person import Person

_NOBODY: Final = frozenset(
    ("self-employed", "self employed", "freelance", "freelancer", "myself", "my family")
)
"""What people write for an employer who is none."""
_READ: Final = "Whoever sees the paper can read it."


def employers_of(person: Person, target: str) -> tuple[str, ...]:
    """Return whom the person worked for, by name, but for the employer of the interview."""
    given = person.current(items=("employer",), units=[*person.units("role"), target])
    told = {unit: words(one) for (unit, _), one in given.items()}
    there = told.pop(target, "").casefold()
    names = (name for name in told.values() if name.casefold() != there and name.casefold() not in _NOBODY)
    return tuple(dict.fromkeys(filter(None, names)))


def named_in(texts: Iterable[str], employers: Iterable[str]) -> tuple[str, ...]:
    """Return the employers that are named in any of the texts, in whole words.

    Examples
    --------
    >>> named_in(["As at Mill  Lane, or at a mill?"], ["Mill Lane", "Mil", "Ann"])
    ('Mill Lane',)
    """
    said = [" ".join(text.split()) for text in texts]
    return tuple(
        name
        for name in employers
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for text in said)
    )


def caution(employers: Collection[str], part: str = "") -> str:
    """Write that a part of a paper names them, or a text beside which it stands; empty for none.

    Examples
    --------
    >>> caution(["Mill Lane", "St. Anne"])
    'You name “Mill Lane” and “St. Anne” here. Whoever sees the paper can read it.'
    >>> caution(["Mill Lane"], "My questions")
    'You name “Mill Lane” in “My questions”. Whoever sees the paper can read it.'
    >>> caution([])
    ''
    """
    named = joined([quoted(name) for name in employers])
    return f"You name {named} {f'in “{part}”' if part else 'here'}. {_READ}" if named else ""


def cautions(person: Person) -> dict[str, str]:
    """Return, by part of the paper to take along, what to say where the person's words name employers."""
    employers = employers_of(person, gather(person, all_seen(person)).target)
    if not employers:
        return {}
    try:
        leaf = compose(person, parts=(*PARTS, *ON_REQUEST))
    except BriefError:
        return {}
    named: dict[str, list[str]] = {}
    for block in leaf.blocks:
        rows = [text for row in block.rows for text in (row.text, row.more)]
        there = named.setdefault(block.part, [])
        there += [name for name in named_in(rows, employers) if name not in there]
    titles = PARTS | ON_REQUEST
    return {part: caution(names, titles[part]) for part, names in named.items() if names}
