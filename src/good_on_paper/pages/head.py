"""The head of each notebook: whose record it is, what is in it, what it is not."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from IPython.display import HTML

from good_on_paper import frames
from good_on_paper.charts.chart import NO_CAUSE
from good_on_paper.frames.notes import notes
from good_on_paper.language.colours import custom_properties
from good_on_paper.language.counts import count
from good_on_paper.pages import titles
from good_on_paper.pages.bar import bar
from good_on_paper.pages.before_an_interview.progress import next_interview
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import is_sample, me, person_name
from good_on_paper.pages.start.highlight import highlight
from good_on_paper.pages.tally import tally
from good_on_paper.record import FIRST_SIGHT

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

_STYLE = f"""
<style>
{custom_properties(".gop-page")}
.gop-page {{ font: 0.9375rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans",
  sans-serif; max-inline-size: 60rem; color: var(--ink); padding-block: 4px 8px; }}
.gop-page p {{ margin: 0; overflow-wrap: anywhere; text-wrap: pretty; }}
.gop-page .soft {{ color: var(--soft); font-size: 0.8125rem; }}
.gop-page .person {{ font-weight: 600; }}
.gop-page .own {{ margin: 4px 0 10px; padding-inline-start: 14px; max-inline-size: 75ch;
  border-inline-start: 3px solid var(--best); }}
.gop-page .own p {{ font-size: 1.125rem; font-weight: 600; }}
.gop-page .own span {{ color: var(--soft); font-size: 0.875rem; }}
.gop-page .note {{ border-inline-start: 4px solid var(--caution); padding-inline-start: 10px;
  margin-block-end: 8px; max-inline-size: 75ch; }}
.gop-page .sample {{ border-inline-start: 4px solid var(--worst); padding-inline-start: 10px;
  margin-block-end: 16px; font-weight: 600; }}
</style>
"""
_SAMPLE = "This is an invented person, to try things out. We throw away what you answer here at the end."
NO_NEED = "You have not said yet what you need; Start here asks."
NO_JOB = "There was nothing here when you opened this page. Start with any job."
_NO_LINE = "nothing rated yet"
NO_DAY = "Short steps. Stop whenever you like; the page reopens where you left off."
_NOT = "This is not a test. Nothing is sent to anyone."
_AT_FIRST = "It is for you, to help you ask better questions. An answer is saved once you see its tick."

_WITH_PATTERNS = [title[:2] for title in (titles.COMMON, titles.DULL, titles.HOOD)]


@in_words
def page(name: str) -> HTML:
    """Return the head of the notebook `name` (``"00"``, ``"01"`` and so on) with how far they have come."""
    person = me()
    head = f'<p class="sample" role="note">{escape(_SAMPLE)}</p>' if is_sample() else _head(person)
    own = _highlight(person) if name == "00" else ""
    standing = own + (f"<p>{escape(told)}</p>" if (told := _standing(person, name)) else "")
    return HTML(  # type: ignore[no-untyped-call]
        f'{bar(person, name)}{_STYLE}<section class="gop-page" aria-label="Where you stand">{head}{standing}'
        f'<p class="soft">{escape(_NOT)}{_no_cause(name)}{_at_first(person, name)}</p></section>'
    )


def _at_first(person: Person, name: str) -> str:
    """Write on the first page what it is for, and where everything is; on the others it would be too much."""
    if name != "00":
        return ""
    kept = "a temporary folder" if is_sample() else str(person.record.folder)
    return f" {_AT_FIRST} Everything stays on this computer, in {escape(kept)}.{_noted(person)}"


def _noted(person: Person) -> str:
    """Write that others have noted something beside the record, and who."""
    there = notes(person)
    if not there:
        return ""
    by = ", ".join(dict.fromkeys(escape(note.by) for note in there if note.by))
    whose = f" by {by}" if by else ""
    return f" Beside it: {count(len(there), 'note')}{whose}; “Share with somebody” in the menu shows them."


def _no_cause(name: str) -> str:
    """Write once, on a page that shows patterns, what they are not."""
    return f" {NO_CAUSE}" if name in _WITH_PATTERNS else ""


def _head(person: Person) -> str:
    """Return whose record it is, if there are several, and what its place could do to it."""
    name = person_name()
    whose = f'<p class="person">The record of <bdi>{escape(name)}</bdi></p>' if name else ""
    if made := person.record.made_for:
        day = f"{made.made.astimezone():%d %B %Y}".lstrip("0")
        told = f"A copy of {made.whose}’s record, made for {made.whom} on {day}. Names are left out."
        whose += f'<p class="note" role="note">{escape(told)}</p>'
    notes = (f'<p class="note" role="note">{escape(note)}</p>' for note in person.record.warnings)
    return whose + "".join(notes)


def _standing(person: Person, name: str) -> str:
    if name == "00":
        coming = next_interview(person)
        return coming or ("" if highlight(person) else NO_DAY)
    if name in ("04", "08", "09", "10", "11"):
        return ""  # no count where somebody tells how it felt or decides, nor on pages with their own
    if name == "03":
        needs = len(person.guesses)
        named = f"You named {count(needs, 'need')}." if needs else NO_NEED
        return f"{next_interview(person)} {named}".strip()
    found = tally(person)
    if not found.jobs:
        return NO_JOB if name == "01" else ""
    rated = _rated(person, found.rated, "below" if name == "02" else "in What it was like")
    return f"When you opened this page: {count(found.jobs, 'job')}, {rated}; {_how(found.went, found.asked)}."


def _highlight(person: Person) -> str:
    """Return something of the person's own to open with; nothing while there is none."""
    said = highlight(person)
    if said is None:
        return ""
    whose = f" <span>{escape(said.job)}</span>" if said.job else ""
    return f'<blockquote class="own"><p dir="auto">{escape(said.words)}</p>{whose}</blockquote>'


def _rated(person: Person, lines: int, where: str) -> str:
    """Write on how many lines the jobs are rated; before any, what the start page has."""
    first = {sitting.id for sitting in person.record.sittings(FIRST_SIGHT)}
    if lines or not first:
        return f"{count(lines, 'question')} answered" if lines else _NO_LINE
    units = [unit.id for unit in frames.asked_roles(person)]
    seen = [cell for cell, answer in person.current(units=units).items() if answer.sitting in first]
    if not seen:
        return _NO_LINE
    roles, items = ({cell[part] for cell in seen} for part in (0, 1))
    which = {1: "one of them", 2: "two of them"}.get(len(roles), f"{len(roles)} of them")
    which = which if len(roles) < len(units) else "it" if len(units) == 1 else "them"
    rated = f"in Start here you rated {which} on {count(len(items), 'question')}"
    return f"{rated}, which we ask again {where}"


def _how(said: int, jobs: int) -> str:
    """Write how many jobs are rated overall."""
    if said and said < jobs:
        return f"you have rated {said} of them overall"
    them = "it" if jobs == 1 else "them"
    return f"you have rated {them} overall" if said else f"you have not rated {them} overall yet"
