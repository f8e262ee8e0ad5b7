"""The page for sharing, as HTML: a copy for somebody, bringing it back, notes, and a report."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from good_on_paper.app.people_html import SHARE_TITLE
from good_on_paper.app.plain_page import Forms, field, fold, opening_fields, plain_page, tick
from good_on_paper.app.report_file import FIRST, PICTURE, SHEET
from good_on_paper.export.copy_parts import PARTS
from good_on_paper.language.counts import count
from good_on_paper.language.day_names import in_full
from good_on_paper.pages.whole_picture.report_charts import REPORT_CHARTS

if TYPE_CHECKING:
    from good_on_paper.app.share_desk import Brought, Overview, ShareDesk
    from good_on_paper.export.copy_for import CopyFor
    from good_on_paper.export.copy_lines import CopyLine
    from good_on_paper.frames.notes import SignedNote

_WAYS: Final = (
    ("years", "Dates as years only"),
    ("levels", "Job titles as levels, such as Assistant or Head"),
    ("text", "What you wrote too, with the names taken out"),
    ("private", "What you marked private too"),
)


def share_page(desk: ShareDesk, overview: Overview, *, xsrf: str, notice: str, back: str) -> str:
    """Return the page.

    Parameters
    ----------
    desk : ShareDesk
        The desk with what is ready.
    overview : Overview
        What the page shows about the record.
    xsrf : str
        What a form must carry to be answered.
    notice : str
        The result of the last button pressed.
    back : str
        The address of the record's pages.
    """
    form = Forms(xsrf)
    alert = f'<p role="alert">{escape(notice)}</p>' if notice else ""
    saved = "" if desk.saved is None else _saved(desk, form)
    top = f'{alert}{saved}<p class="line"><a href="{escape(back)}">Back to the pages</a></p>'
    if desk.made is not None:
        return plain_page(SHARE_TITLE, top + _shown(desk, desk.made, form))
    if desk.brought is not None:
        return plain_page(SHARE_TITLE, top + _preview(desk, desk.brought, form))
    first = _give_back(overview, form) if overview.whose else _choose(desk, form)
    there = len(overview.notes)
    kept = f"Notes: {there}" if there else "Notes"
    parts = [
        first,
        fold("Bring changes back", _pick(form) + _undo(overview, form), level="h2"),
        fold(kept, _notes(overview, form), level="h2", unfolded=bool(there)),
        fold("A report in one file", _report(form), level="h2"),
    ]
    return plain_page(SHARE_TITLE, f'{top}{"".join(parts)}<p class="soft">Nothing is sent to anyone.</p>')


def _saved(desk: ShareDesk, form: Forms) -> str:
    readable = desk.saved is not None and desk.saved.suffix in (".html", ".pdf")
    opened = form("open", "Open it") if readable else ""
    return f'<div class="line">{opened}{form("folder", "Show it in its folder")}</div>'


def _lock() -> str:
    """Return the fields for what locks a file, and for what can be read on it."""
    said = "Whoever has the file can read which day it was made, and what you write on the outside."
    key = field("to", "Their public key: age1…")
    label = field("label", "On the outside, if you like")
    return (
        field("passphrase", "Passphrase for the file", kind="password")
        + field("again", "The same again", kind="password")
        + fold("Or lock it to their key", key)
        + f'{label}<p class="soft">{said}</p>'
    )


def _choose(desk: ShareDesk, form: Forms) -> str:
    chosen = desk.choice
    parts = "".join(tick("part", part.label, part.key, on=part.key in chosen.parts) for part in PARTS)
    ways = "".join(tick(name, label, on=bool(getattr(chosen, name))) for name, label in _WAYS)
    also = ", ".join(chosen.also)
    fields = (
        field("whom", "Who is it for?", chosen.whom)
        + field("whose", "What are you called in it?", chosen.whose)
        + f"<fieldset><legend>What goes along</legend>{parts}</fieldset>"
        + f"<fieldset><legend>How</legend>{ways}</fieldset>"
        + field("also", "More names to take out", also)
    )
    intro = (
        '<p class="soft">Employers, places and people get stand-ins, such as Employer A. '
        "You see every line before we write it.</p>"
    )
    unfolded = bool(chosen.whom)
    return fold(
        "A copy for somebody", intro + form("look", "Show me the copy", fields), level="h2", unfolded=unfolded
    )


def _give_back(overview: Overview, form: Forms) -> str:
    intro = f"<p>A copy of {escape(overview.whose)}’s record, made for {escape(overview.whom)}.</p>"
    given = form("give_back", "Write the file", _lock(), whose=overview.whose)
    return fold(f"Give it back to {overview.whose}", intro + given, level="h2", unfolded=True)


def _shown(desk: ShareDesk, made: CopyFor, form: Forms) -> str:
    twice = [line for line in made.lines if line.left]
    look = ""
    if twice:
        rows = "".join(_line(line, about=True) for line in twice)
        why = "They hold a capital, a long number or an address."
        look = (
            f"<h3>Look twice at {count(len(twice), 'line')}</h3><p>{why}</p><ul><li><ul>{rows}</ul></li></ul>"
        )
    about: dict[str, list[CopyLine]] = {}
    for line in made.lines:
        about.setdefault(line.about, []).append(line)
    groups = "".join(
        f"<li><h3>{escape(name)}</h3><ul>{''.join(map(_line, lines))}</ul></li>"
        for name, lines in about.items()
    )
    stay = f"<p>{made.left_out:,} further answers stay with you.</p>"
    if made.stays:
        stay += f"<p>Private, so it stays with you: {escape('; '.join(made.stays))}.</p>"
    again = form("again", "Change what goes along")
    write = form("write", "Write the copy", _lock(), mark=desk.mark)
    return (
        f"<h2>The copy for {escape(desk.choice.whom)}</h2>{stay}{again}{look}"
        f"<h3>All {len(made.lines):,} lines</h3><ul>{groups}</ul><h2>Write it</h2>{write}"
    )


def _line(line: CopyLine, *, about: bool = False) -> str:
    head = f"{line.about}, {line.asked}" if about else line.asked
    left = f" (look twice: <mark>{escape(', '.join(line.left))}</mark>)" if line.left else ""
    return f'<li><span class="soft">{escape(head)}:</span> {escape(line.says)}{left}</li>'


def _pick(form: Forms) -> str:
    said = '<p class="soft">You see what is new before anything is changed.</p>'
    return said + form("read", "Show me what is new", opening_fields(), file=True)


def _undo(overview: Overview, form: Forms) -> str:
    """Return the form that undoes the last merge; empty if there is none."""
    if overview.came is None:
        return ""
    explained = "What you said since stays. What was forgotten with it stays forgotten."
    back = form("take_back", "Take it back")
    return f'<p>Brought in on {in_full(overview.came)}. <span class="soft">{explained}</span></p>{back}'


def _preview(desk: ShareDesk, brought: Brought, form: Forms) -> str:
    found = brought.found
    whom = found.other.whom
    sentences = [f"From the copy made for {whom}." if whom else "From a copy of this record."]
    sentences += [f"{len(found.filled)} answers that were held back here until now."] if found.filled else []
    if found.erased:
        sentences.append(
            f"{len(found.erased)} answers were forgotten there. They are erased here too, in every backup. "
            "Nobody can undo that."
        )
    asked = tuple(f"{brought.words.cell(*fork.cell)}: " for fork in brought.forks)
    lines = [line for line in brought.words.lines if not line.startswith(asked)]
    new = "".join(f"<li>{escape(line)}</li>" for line in lines)
    rows = f"<h3>New: {len(lines):,}</h3><ul><li><ul>{new}</ul></li></ul>" if new else ""
    forks = "".join(
        f'<fieldset class="pair"><legend>{escape(brought.words.cell(*fork.cell))}</legend>'
        + "".join(tick(f"fork{n}", brought.words.said(head), head.id, kind="radio") for head in fork.heads)
        + "</fieldset>"
        for n, fork in enumerate(brought.forks)
    )
    which = "<h3>Two answers to one question: which one stands?</h3>" if forks else ""
    undo = "<p>We make a backup first. You can take it back on this page.</p>"
    bring = form("bring", "Bring this in", forks + undo, mark=desk.mark)
    paragraphs = "".join(f"<p>{escape(each)}</p>" for each in sentences)
    return f"<h2>What the file brings</h2>{paragraphs}{rows}{which}{bring}{form('leave', 'Leave it')}"


def _notes(overview: Overview, form: Forms) -> str:
    rows = "".join(map(_note, overview.notes))
    there = f"<ul>{rows}</ul>" if rows else '<p class="soft">There are none yet.</p>'
    jobs = "".join(
        f'<option value="{escape(key)}">{escape(name)}</option>' for key, name in overview.jobs.items()
    )
    about = f'<option value="">no job in particular</option>{jobs}'
    about = f'<label>About<select name="about">{about}</select></label>'
    fields = (
        '<label>Note<textarea name="note" rows="3" required></textarea></label>'
        + field("by", "Who writes it?", overview.whom)
        + about
    )
    return there + fold("Write a note", form("note", "Keep it", fields))


def _note(note: SignedNote) -> str:
    head = ", ".join(filter(None, (note.by, f"on {note.about}" if note.about else "", in_full(note.given))))
    return f'<li><span class="soft">{escape(head)}</span><div>{escape(note.text)}</div></li>'


def _report(form: Forms) -> str:
    drawn = "".join(tick("chart", label, key, on=key in FIRST) for key, (label, _) in REPORT_CHARTS.items())
    fields = (
        tick("part", "My list and my questions", SHEET, on=True)
        + tick("part", "My whole picture", PICTURE, on=True)
        + f"<fieldset><legend>Charts</legend>{drawn}</fieldset>"
        + tick("letters", "Stand-ins for employers, places and people")
        + tick("private", "What you marked private too")
        + "<fieldset><legend>As</legend>"
        + tick("ending", "PDF", "pdf", on=True, kind="radio")
        + tick("ending", "Web page", "html", kind="radio")
        + "</fieldset>"
    )
    return form("report", "Write the report", fields)
