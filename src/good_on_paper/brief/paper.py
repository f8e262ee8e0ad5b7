"""The questions on paper: a sheet to lay on the table and, if asked for, one with the reasons."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from good_on_paper.questions.prepared import Prepared
    from good_on_paper.questions.question import Question

FOR_YOU: Final = "With the reasons: for your eyes only."
_LINES: Final = "".join(
    f'<line x2="100%" y1="{8.2 + 8.5 * line:.1f}mm" y2="{8.2 + 8.5 * line:.1f}mm" stroke="#999"/>'
    for line in range(6)
)
_ROOM: Final = f'<svg class="room" aria-hidden="true">{_LINES}</svg>'
"""Lines to write an answer on; a picture, since it is cut off where the page has no more room for it."""
_BLANK: Final = "_" * 12
HOME: Final = (
    f"They say yes by {_BLANK}: {_BLANK[:6]} of 100",
    "I would take it today:  yes  /  no  /  not sure",
    f"One thing to remember: {_BLANK * 3}",
)
"""What is asked after the interview, to fill in on the way home."""
KNOWN: Final = "What you already know"
_ON_THE_WAY: Final = "On the way home"
_CLOSE: Final = 3
"""Questions up to which there is room for large type, with the reasons too."""
_STYLE: Final = """
@page { margin: 16mm 18mm 14mm; }
* { box-sizing: border-box; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff;
  font: 11.5pt/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.2rem; line-height: 1.25; }
.day, .soft { margin: 0.2rem 0 0; color: #444; font-size: 0.9rem; }
ol { margin: 1.1rem 0 0; padding: 0; list-style: none; counter-reset: question; }
li { position: relative; margin: 0; padding: 0.7rem 0 0.3rem 1.9rem; border-block-start: 1px solid #111;
  break-inside: avoid; counter-increment: question; }
li::before { content: counter(question); position: absolute; inset-inline-start: 0; color: #444; }
.ask { margin: 0; font-size: 1.15rem; font-weight: 650; line-height: 1.3; }
li::before, .ask { break-after: avoid; }
.room { display: block; inline-size: 100%; block-size: 34mm; overflow: hidden; }
.close .ask { font-size: 11pt; }
.close .soft { margin-block-start: 0.1rem; font-size: 8.5pt; line-height: 1.25; }
.close ol { margin-block-start: 0.6rem; }
.close li { padding-block: 0.35rem 0.1rem; }
.home { margin-block-start: 1rem; padding-block-start: 0.5rem; border-block-start: 1px solid #111;
  color: #444; font-size: 9.5pt; break-inside: avoid; }
.known, .close .known { display: block; }
.home p { margin: 0 0 0.35rem; white-space: pre-wrap; }
.home p:first-child { font-weight: 650; }
.close .home { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.2rem 1.5rem;
  margin-block-start: 0.5rem; padding-block-start: 0.35rem; font-size: 9pt; }
.close .home p { margin: 0; }
@media print {
  body { display: flex; flex-direction: column; max-width: none; min-height: 98vh; margin: 0; padding: 0; }
  ol, li { display: flex; flex-direction: column; flex: 1 0 auto; }
  .room { flex: 1 0 8.5mm; block-size: auto; max-block-size: 51mm; }
}
"""


def as_html(page: Prepared, *, why: bool = False) -> str:
    """Return a page to print: the questions and room to write an answer. Everything typed is escaped.

    Parameters
    ----------
    page : Prepared
    why : bool
        Whether each question says why it is asked, which can name the jobs it comes from, and what to
        listen for; never what is private.
    """
    close = ' class="close"' if why and len(page.questions) > _CLOSE else ""
    rows = "".join(
        f'<li><p class="ask">{escape(one.text)}</p>'
        + (f'<p class="soft">{escape(_because(one))}</p>' if why else "")
        + (f'<p class="soft">{escape(signs)}</p>' if (signs := _whom_and_signs(page, one, why=why)) else "")
        + f"{_ROOM}</li>"
        for one in page.questions
    )
    title = escape(_title(page))
    heads = "".join(f'<p class="day">{escape(text)}</p>' for text in _heads(page, why=why))
    known = "".join(f"<p>{escape(text)}</p>" for text in _known(page, why=why))
    known = f'<section class="home known">{known}</section>' if known else ""
    home = "".join(f"<p>{escape(text)}</p>" for text in (_ON_THE_WAY, *HOME))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body{close}><h1>{title}</h1>{heads}<ol>{rows}</ol>{known}"
        f'<section class="home">{home}</section></body></html>\n'
    )


def as_text(page: Prepared, *, why: bool = False) -> str:
    """Return the same as plain text, without the room."""
    parts = [_title(page), *_heads(page, why=why), ""]
    for number, one in enumerate(page.questions, 1):
        parts.append(f"{number}. {one.text}")
        parts += [f"   {_because(one)}"] if why else []
        parts += [f"   {signs}"] if (signs := _whom_and_signs(page, one, why=why)) else []
        parts.append("")
    parts += [*known, ""] if (known := _known(page, why=why)) else []
    return "\n".join([*parts, _ON_THE_WAY, *HOME, ""])


def _title(page: Prepared) -> str:
    return f"Questions for the interview: {page.name}" if page.name else "Questions for the interview"


def _heads(page: Prepared, *, why: bool) -> list[str]:
    met = f"{'with' if page.date else 'With'} {page.whom}"
    talk = " \N{MIDDLE DOT} ".join(filter(None, (page.date, met if page.whom else "")))
    return [text for text in (talk, FOR_YOU if why else "") if text]


def _known(page: Prepared, *, why: bool) -> list[str]:
    """Return what the person knows already, under its heading."""
    return [KNOWN, *page.known] if why and page.known else []


def _because(question: Question) -> str:
    because = question.because
    kinds = " \N{MIDDLE DOT} ".join(because.kinds)
    kinds = kinds[:1].upper() + kinds[1:]
    return (
        f"{kinds}; the reason is private, so we do not print it."
        if because.private
        else f"{kinds}. {because.sentence}"
    )


def _whom_and_signs(page: Prepared, question: Question, *, why: bool) -> str:
    """Say whom to ask and, on the sheet with reasons, what to listen for."""
    whom = page.asked(question)
    signs = [f"Ask: {whom}"] if whom else []
    if why and question.good and question.bad and not question.because.private:
        signs.append(f"Good sign: {question.good} Bad sign: {question.bad}")
    return " \N{MIDDLE DOT} ".join(signs)
