"""What can be answered about an interview beyond the three questions: folded, in parts, all optional."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from good_on_paper.catalogue import keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.catalogue import Catalogue, Item
    from good_on_paper.record.answers import Cell

THEM: Final = "What you learned about them"
YOU: Final = "You"
BEHIND: Final = "The interview and the job"
INTERVIEW, JOB = "interview", "job"
"""The subject of an answer."""
OPTIONS: Final = {
    keys.STAGE: {
        "call": "a call",
        "first": "first round",
        "second": "second round",
        "later": "later round",
        "offer": "after an offer",
    },
    keys.CHANNEL: {"phone": "phone", "screen": "screen", "in_person": "in person"},
    keys.TAKE_IT: {"yes": "yes", "no": "no", "not_sure": "not sure"},
    keys.HEARD_SIGN: {"good": "good sign", "bad": "bad sign", "neither": "neither"},
    keys.HEARD_TOLD: {"yes": "yes", "a_little": "a little", "no": "no"},
    "turned_to": {"better": "for the better", "worse": "for the worse"},
}
"""The options of a choice, in words."""
LONG: Final = (keys.HEARD, keys.TO_REMEMBER, keys.ADVERT, "turned_when", "notes_pasted")
"""Items with a field of several lines."""
SENTENCES: Final = (keys.KNOWN_WHAT, keys.PROMISE_WHAT)
"""Items with a field that grows with its sentence."""
LISTS: Final = (
    *(keys.ADVICE, keys.SKILLS_BROUGHT, keys.SKILLS_FORGOTTEN, keys.SKILLS_NO_CHANCE),
    *(keys.WORDS_MEANT, keys.WORDS_LANDED),
)
"""Items that are several short texts: typed with commas, or one per line."""
LONGEST: Final = 2_000
LONGEST_PASTED: Final = 100_000
_PASTED: Final = (keys.ADVERT, "notes_pasted")


@dataclass(frozen=True)
class Part:
    """One part: a heading that opens fields.

    Attributes
    ----------
    group, heading, about
        Its place, its name, and its content in a few words.
    items : tuple of str
        The keys of its items.
    of : str
        `INTERVIEW` or `JOB`.
    times : bool
        Whether it can be answered several times, so that a number follows each key.
    """

    group: str
    heading: str
    about: str
    items: tuple[str, ...]
    of: str = INTERVIEW
    times: bool = False


PARTS: Final = (
    Part(
        THEM,
        "What they promised",
        "what, who said it, by when",
        (keys.PROMISE_WHAT, keys.PROMISE_WHO, keys.PROMISE_BY),
        times=True,
    ),
    Part(
        THEM,
        "Who you met",
        "what you thought of them before, and after",
        (keys.MET_NAME, keys.REGARD_BEFORE, keys.REGARD_AFTER),
        times=True,
    ),
    Part(YOU, "The moment it turned", "for better or worse, if it did", ("turned_when", "turned_to")),
    Part(
        YOU,
        "Asking and telling",
        "how much of each; rehearsed, or your own words",
        ("asked_much", "told_much", "in_my_words"),
    ),
    Part(
        YOU,
        "What you brought",
        "skills you showed, forgot, or had no chance to show",
        (keys.SKILLS_BROUGHT, keys.SKILLS_FORGOTTEN, keys.SKILLS_NO_CHANCE),
    ),
    Part(
        YOU,
        "The words they use for you",
        "those you wanted, and those you think they used",
        (keys.WORDS_MEANT, keys.WORDS_LANDED),
    ),
    Part(YOU, "Nerves, and what helped", "only if there were any", ("nerves_felt", "nerves_helped")),
    Part(YOU, "Your notes, pasted", "kept as text; we draw no conclusions from them", ("notes_pasted",)),
    Part(
        BEHIND,
        "The interview",
        "when, how, who with",
        (keys.TALK_ON, keys.STAGE, keys.CHANNEL, keys.MEETS_NAME),
    ),
    Part(
        BEHIND,
        "The job",
        "when you applied, how you found it, the ad",
        ("title", "employer", keys.APPLIED_ON, keys.FOUND_HOW, keys.ADVICE, keys.ADVERT),
        of=JOB,
    ),
)
_OF_JOB: Final = frozenset(item for part in PARTS if part.of == JOB for item in part.items)
_TIMES: Final = frozenset(item for part in PARTS if part.times for item in part.items)
_OF_QUESTION: Final = (keys.HEARD, keys.HEARD_SIGN, keys.HEARD_TOLD)
_OF_INTERVIEW: Final = frozenset(
    {item for part in PARTS if part.of == INTERVIEW and not part.times for item in part.items}
    | {keys.TO_REMEMBER, "hurt"}
)
_LABELS: Final = {"title": "The job", "employer": "Where"}


def is_of_job(key: str) -> bool:
    """Return whether an answer is about the job, not the interview."""
    return key in _OF_JOB


def is_of_interview(key: str) -> bool:
    """Return whether a key, with what follows the colon, can be answered about an interview."""
    name, _, of = key.partition(":")
    if of:
        return (name in _TIMES and of.isdecimal()) or name in _OF_QUESTION
    return name in _OF_INTERVIEW


def longest(key: str) -> int:
    """Return the most characters of an answer."""
    return LONGEST_PASTED if key in _PASTED else LONGEST


def shown(parts: Iterable[Part], catalogue: Catalogue, given: Iterable[Cell]) -> list[dict[str, Any]]:
    """Return the parts as a page reads them; repeatable parts include how often they are answered so far."""
    items = [item for _, item in given]
    return [
        {
            "group": part.group,
            "heading": part.heading,
            "about": part.about,
            "of": part.of,
            "times": _so_far(part, items) if part.times else 0,
            "fields": [field(catalogue.item(key)) for key in part.items],
        }
        for part in parts
    ]


def field(item: Item, key: str = "") -> dict[str, Any]:
    """Return one field as a page reads it, under the item's own key or another."""
    row: dict[str, Any] = {
        "key": key or item.key,
        "kind": "long" if item.key in LONG else item.kind,
        "label": _LABELS.get(item.key, item.ask),
        "hint": item.hint,
        "options": list(OPTIONS.get(item.key, {}).items()),
        "rows": int(item.key in SENTENCES),
        "revision": item.revision,
    }
    if item.kind == "rating":
        row |= {"low": item.low, "high": item.high, "min": item.scale.min, "max": item.scale.max}
    return row


def texts(value: str) -> list[str]:
    """Return a list from typed text: one per line, or separated by commas."""
    lines = [" ".join(one.split()) for line in value.splitlines() for one in line.split(",")]
    return list(dict.fromkeys(one for one in lines if one))


def _so_far(part: Part, items: Iterable[str]) -> int:
    numbers = [
        int(number)
        for name, _, number in (item.partition(":") for item in items)
        if name in part.items and number.isdecimal()
    ]
    return max(numbers, default=1)
