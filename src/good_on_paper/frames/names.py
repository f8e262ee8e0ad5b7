"""Name the roles, no two the same: these names are the index of every frame."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.language import DateError, PartialDate
from good_on_paper.record.days import DAY, WHAT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Answer, Unit

NAMED_BY = ("title", "employer", "started", "ended")
DAYS: Final = {
    "ordinary": "an ordinary day",
    "best": "the best day",
    "worst": "the worst day",
    "dull": "a dull day",
}
"""The name of a day by the minute, by its kind."""
_UNNAMED = {
    "role": "Unnamed job",
    "episode": "Episode",
    "interview": "Interview",
    "target": "Unnamed job to consider",
    "achievement": "Achievement",
    "event": "Event",
    "story": "Story",
}
STAGES: Final = {
    "call": "call",
    "first": "first round",
    "second": "second round",
    "later": "later round",
    "offer": "after the offer",
}
"""The stage of an interview, in words."""
_UNSEEN = {
    "Cc",
    "Cs",
}  # control characters and halves of surrogate pairs: no font, file or page can hold them
_YEAR = 4
_TO = "\N{EN DASH}"


def role_names(snapshot: Snapshot, *, kind: str = "role") -> dict[str, str]:
    """Name each role with as few words as tell it from the others.

    Parameters
    ----------
    snapshot
        The person's record, as it stood at a moment.
    kind
        The kind of unit: role, episode, interview, target, achievement, event, story.

    Returns
    -------
    dict
        Unit id to name, in the person's order: "Editor, Acme"; with years if two would have one name, and
        with a number if that is not enough. An interview is "Acme, first round". A day rebuilt by the minute
        is "An ordinary day, Editor, Acme", a stretch of it "Mail (an ordinary day, Editor, Acme)". An
        achievement and a story are named after what they lie in: "Achievement (Editor, Acme)".

    Examples
    --------
    >>> import good_on_paper as gop
    >>> list(role_names(gop.sample()).values())[:2]
    ['Lab assistant, Tirenne Soil Laboratory', 'Line cook, The Copper Ladle']
    """
    return dict(snapshot.kept(("names", kind), lambda: _role_names(snapshot, kind), looks=False))


def _role_names(snapshot: Snapshot, kind: str) -> dict[str, str]:
    units = snapshot.units(kind)
    facts = snapshot.current(items=(*NAMED_BY, DAY, WHAT), units=units)
    if kind in ("achievement", "story"):
        return name_units(units, facts, _after_what_they_lie_in(snapshot, units))
    if kind == "interview":
        return name_units(units, facts, _interviews(snapshot, units))
    if kind == "episode":
        return name_units(units, facts, _days(units, facts, role_names(snapshot)))
    return name_units(units, facts)


def name_units(
    units: list[Unit], facts: Mapping[tuple[str, str], Answer], own: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Name units from the latest answers; the pure half of :func:`role_names`.

    Units in `own` have a name already; it may need a number.
    """
    short = [(own or {}).get(unit.id) or _title_and_employer(unit, facts) for unit in units]
    alike = Counter(short)
    dated = [
        name if alike[name] == 1 else name + _years(unit, facts)
        for unit, name in zip(units, short, strict=True)
    ]
    alike, taken = Counter(dated), set(dated)
    names, given = {}, set[str]()
    for unit, name in zip(units, dated, strict=True):
        unique, number = name, 1
        while unique in given or (alike[name] > 1 and unique == name) or (unique != name and unique in taken):
            unique, number = f"{name} ({number})", number + 1
        given.add(unique)
        names[unit.id] = unique
    return names


def words(answer: Answer | None) -> str:
    """Return typed text as one line that every page can show; empty without an answer."""
    if answer is None or answer.state != "value" or answer.value is None:
        return ""
    text = str(answer.value)
    if text.isprintable():  # nearly all text is plain: there is nothing to take out
        return " ".join(text.split())
    shown = "".join(" " if c.isspace() else c for c in text)
    return " ".join("".join(c for c in shown if unicodedata.category(c) not in _UNSEEN).split())


def _days(
    units: list[Unit], facts: Mapping[tuple[str, str], Answer], of: Mapping[str, str]
) -> dict[str, str]:
    """Name days by the minute after their role, and stretches after their activity and day."""
    named: dict[str, str] = {}
    for unit in units:
        if day := DAYS.get(words(facts.get((unit.id, DAY)))):
            role = of.get(unit.parent or "", "")
            named[unit.id] = f"{day[:1].upper()}{day[1:]}" + (f", {role}" if role else "")
    for unit in units:
        if unit.parent in named:
            day = named[unit.parent]
            what = words(facts.get((unit.id, WHAT))) or "A stretch"
            named[unit.id] = f"{what} ({day[:1].lower()}{day[1:]})"
    return named


def _after_what_they_lie_in(snapshot: Snapshot, units: list[Unit]) -> dict[str, str]:
    """Name units by what they lie in: their own text is private, and a name is shown everywhere."""
    if not units:
        return {}
    of = {snapshot.unit.id: "You"}
    for kind in ("role", "episode", "interview", "target"):
        of |= role_names(snapshot, kind=kind)
    return {
        unit.id: f"{_UNNAMED[unit.kind]} ({of[unit.parent]})" if unit.parent in of else _UNNAMED[unit.kind]
        for unit in units
    }


def _interviews(snapshot: Snapshot, units: list[Unit]) -> dict[str, str]:
    """Name interviews by the employer and the stage, and with the day if two would have one name."""
    asked = (*NAMED_BY, keys.STAGE, keys.TALK_ON)
    facts = snapshot.current(items=asked, units=[*units, *{unit.parent for unit in units if unit.parent}])
    named = {}
    for unit in units:
        job = unit.parent or unit.id
        of = words(facts.get((job, "employer"))) or words(facts.get((job, "title")))
        stage = STAGES.get(words(facts.get((unit.id, keys.STAGE))), "")
        named[unit.id] = ", ".join(part for part in (of, stage) if part)
    alike = Counter(named.values())
    return {
        unit: f"{name} ({day})"
        if alike[name] > 1 and (day := _day_words(facts.get((unit, keys.TALK_ON))))
        else name
        for unit, name in named.items()
    }


def _day_words(answer: Answer | None) -> str:
    try:
        return PartialDate.of(words(answer)).words()
    except DateError:
        return ""


def _title_and_employer(unit: Unit, facts: Mapping[tuple[str, str], Answer]) -> str:
    title, employer = (words(facts.get((unit.id, item))) for item in ("title", "employer"))
    return title_and_employer(title, employer) or _UNNAMED.get(unit.kind, "Unnamed")


def title_and_employer(title: str, employer: str) -> str:
    """Join the two: "Editor, Acme"; an employer that the title ends with is not said again."""
    return title if ends_with(title, employer) else ", ".join(filter(None, (title, employer)))


def ends_with(title: str, employer: str) -> bool:
    """Return whether a title ends with the employer, as words of their own."""
    said, again = title.casefold(), employer.casefold()
    return bool(again) and said.endswith(again) and not said.removesuffix(again)[-1:].isalnum()


def _years(unit: Unit, facts: Mapping[tuple[str, str], Answer]) -> str:
    started, ended = (words(facts.get((unit.id, item))) for item in ("started", "ended"))
    years = [text if text == "now" else text[:_YEAR] for text in (started, ended) if text]
    return f" ({_TO.join(dict.fromkeys(years))})" if years else ""
