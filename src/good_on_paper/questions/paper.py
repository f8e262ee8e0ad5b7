"""The questions on paper: what one may lay on the table, and, when asked for, what one keeps to oneself."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from good_on_paper.questions.targets import WHO

if TYPE_CHECKING:
    from good_on_paper.questions.evidence import Question
    from good_on_paper.questions.sheet import Sheet

NOT_FOR: Final = (
    "Not an assessment, not for selection: one person\N{RIGHT SINGLE QUOTATION MARK}s own questions."
)
FOR_YOU: Final = "With why each is asked: for you, not for the table."
_ROOM: Final = (5, 5, 5, 5, 4, 3)
"""Lines to write an answer on, by how many questions share the page; the last holds for more."""
_STYLE: Final = """
@page { margin: 16mm 18mm 14mm; }
* { box-sizing: border-box; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff;
  font: 11.5pt/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.2rem; line-height: 1.25; }
.day, .soft, footer { margin: 0.2rem 0 0; color: #444; font-size: 0.9rem; }
ol { margin: 1.1rem 0 0; padding: 0; list-style: none; counter-reset: question; }
li { position: relative; margin: 0; padding: 0.9rem 0 0.4rem 1.9rem; border-block-start: 1px solid #111;
  break-inside: avoid; counter-increment: question; }
li::before { content: counter(question); position: absolute; inset-inline-start: 0; color: #444; }
.ask { margin: 0; font-size: 1.15rem; font-weight: 650; line-height: 1.3; }
li::before, .ask { break-after: avoid; }
.notes { block-size: 8.5mm; border-block-end: 1px solid #999; }
footer { margin-block-start: 1rem; break-inside: avoid; }
@media print { body { max-width: none; margin: 0; padding: 0; } }
"""


def as_html(page: Sheet, *, why: bool = False) -> str:
    """Return a page to print: the questions and room to write an answer. Everything typed is escaped.

    Parameters
    ----------
    page : Sheet
    why : bool
        Whether each question says why it is asked, which can name the jobs it comes from; never what is
        private.
    """
    lines = _ROOM[min(len(page.questions), len(_ROOM) - 1)] - why
    room = '<div class="notes"></div>' * lines
    rows = "".join(
        f'<li><p class="ask">{escape(one.text)}</p>'
        + (f'<p class="soft">{escape(_because(one))}</p>' if why else "")
        + (f'<p class="soft">Ask: {escape(WHO[one.who])}</p>' if one.who in WHO else "")
        + f"{room}</li>"
        for one in page.questions
    )
    title = escape(_title(page))
    heads = "".join(f'<p class="day">{escape(text)}</p>' for text in _heads(page, why=why))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>{heads}<ol>{rows}</ol>"
        f"<footer>{escape(NOT_FOR)}</footer></body></html>\n"
    )


def as_text(page: Sheet, *, why: bool = False) -> str:
    """Return the same as plain text, without the room."""
    parts = [_title(page), *_heads(page, why=why), ""]
    for number, one in enumerate(page.questions, 1):
        parts.append(f"{number}. {one.text}")
        parts += [f"   {_because(one)}"] if why else []
        parts += [f"   Ask: {WHO[one.who]}"] if one.who in WHO else []
        parts.append("")
    return "\n".join([*parts, NOT_FOR, ""])


def _title(page: Sheet) -> str:
    return f"Questions for the talk: {page.name}" if page.name else "Questions for the talk"


def _heads(page: Sheet, *, why: bool) -> list[str]:
    return [text for text in (page.date, FOR_YOU if why else "") if text]


def _because(question: Question) -> str:
    because = question.because
    kinds = ", ".join(because.kinds)
    kinds = kinds[:1].upper() + kinds[1:]
    return f"{kinds}." if because.private else f"{kinds}. {because.sentence}"
