"""The head of each notebook: whose record it is, what is in it, what it is not."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from IPython.display import HTML

from good_on_paper.charts.chart import NO_CAUSE
from good_on_paper.frames.notes import notes
from good_on_paper.language.colours import custom_properties
from good_on_paper.language.counts import count
from good_on_paper.pages import titles
from good_on_paper.pages.bar import bar
from good_on_paper.pages.errors import in_words
from good_on_paper.pages.session import is_sample, me, person_name
from good_on_paper.pages.so_far import so_far
from good_on_paper.pages.start.highlight import highlight

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
_NOT = "This is not a test. Nothing is sent to anyone."
_AT_FIRST = "It is for you, to help you ask better questions. An answer is saved once you see its tick."

_WITH_PATTERNS = [title[:2] for title in (titles.COMMON, titles.DULL, titles.HOOD)]


@in_words
def page(name: str) -> HTML:
    """Return the head of the notebook `name` (``"00"``, ``"01"`` and so on) with how far they have come."""
    person = me()
    head = f'<p class="sample" role="note">{escape(_SAMPLE)}</p>' if is_sample() else _head(person)
    own = _highlight(person) if name == "00" else ""
    stands = f"{own}<p data-standing>{escape(so_far(person, name))}</p>"
    return HTML(  # type: ignore[no-untyped-call]
        f'{bar(person, name)}{_STYLE}<section class="gop-page" aria-label="Where you stand">{head}{stands}'
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


def _highlight(person: Person) -> str:
    """Return something of the person's own to open with; nothing while there is none."""
    said = highlight(person)
    if said is None:
        return ""
    whose = f" <span>{escape(said.job)}</span>" if said.job else ""
    return f'<blockquote class="own"><p dir="auto">{escape(said.words)}</p>{whose}</blockquote>'
