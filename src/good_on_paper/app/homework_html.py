"""The pages for homework: choose a sheet, print it blank, type it in, digit by digit."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING, Final

from good_on_paper.app.people_html import HOMEWORK, HOUR
from good_on_paper.app.plain_page import POLICY, Forms, field, fold, plain_page, tick
from good_on_paper.brief.by_hand import Exercise, FillIn, Lines, as_html
from good_on_paper.language.counts import count
from good_on_paper.language.day_names import in_full
from good_on_paper.study.homework import at_first, to_choose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.catalogue import Item
    from good_on_paper.record.answers import Cell
    from good_on_paper.study.homework import HomeworkSheet
    from good_on_paper.study.person import Person

TITLE: Final = "Homework"
PRINT: Final = "addEventListener('load', () => print());"
KEYS: Final = """
const boxes = [...document.querySelectorAll("[data-most]")];
const after = document.querySelector("textarea") ?? document.querySelector("[data-boxes] button");
const go = (from, by) => (boxes[boxes.indexOf(from) + by] ?? (by > 0 ? after : from)).focus();
for (const box of boxes) {
  box.addEventListener("focus", () => box.select());
  box.addEventListener("input", () => {
    const typed = box.value.trim();
    if (typed && (Number(typed) * 10 > Number(box.dataset.most) || "-?".includes(typed))) go(box, 1);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); go(box, 1); }
    if (event.key === "Backspace" && !box.value) { event.preventDefault(); go(box, -1); }
  });
}
"""
"""A number that cannot get longer moves to the next box; so does Enter; Backspace in an empty box goes
back."""
ON_PAPER: Final = (
    "A number in each box. Write - where there was no such thing, ? where you can’t remember. Skip any."
)
_STYLE: Final = """<style>
.boxes { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; inline-size: 100%; }
li .boxes label { max-inline-size: 9rem; align-content: end; }
.boxes input, textarea { box-sizing: border-box; }
.boxes input[data-most] { inline-size: 4rem; }
ol, form textarea { inline-size: 100%; }
form > label { inline-size: 100%; }
[aria-invalid] { outline: 2px solid var(--accent); }
</style>"""


def policy(script: str) -> str:
    """Return what a browser may do on a page with one of our scripts."""
    mark = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"{POLICY}; script-src 'sha256-{mark}'"


def choose_page(person: Person, sheets: list[HomeworkSheet], *, xsrf: str, notice: str) -> str:
    """Return the page that lists the sheets and makes a new one.

    Parameters
    ----------
    person : Person
        Whose.
    sheets : list of HomeworkSheet
        The sheets so far, the newest first.
    xsrf : str
        What a form must carry to be answered.
    notice : str
        What came of the last press.
    """
    form = Forms(xsrf)
    alert = f'<p role="alert">{escape(notice)}</p>' if notice else ""
    back = f'<p class="line"><a href="{HOUR}">A coaching hour</a></p>'
    if not to_choose(person)[0]:
        return plain_page(TITLE, f"{alert}{back}<p>Name a job first, in Your work so far.</p>")
    rows = "".join(map(_row, sheets))
    new = fold("A new sheet", _choose(person, form), level="h2", unfolded=not sheets)
    intro = "<p>A few minutes on paper. Print it, and type it in when it comes back.</p>"
    return plain_page(TITLE, f"{alert}{back}{intro}<ul>{rows}</ul>{new}")


def _row(sheet: HomeworkSheet) -> str:
    on = [count(len(sheet.lines), "circumstance"), count(len(sheet.questions), "question")]
    about = " and ".join(words for words in on if not words.startswith("0 "))
    words_below = f"{about}, {count(len(sheet.roles), 'job')}, made {in_full(sheet.made)}"
    if sheet.back:
        words_below += f" · filled in by {sheet.back.by} on {sheet.back.on}"
    number = sheet.number
    links = "".join(
        f'<a href="{HOMEWORK}/sheet?number={number}&amp;paper={paper}" target="_blank">Print on {paper}</a>'
        for paper in ("A4", "Letter")
    )
    links += f'<a href="{HOMEWORK}/back?number={number}">Type it in</a>'
    return (
        f'<li><div class="line"><h2>Sheet {number}</h2><span class="soft">{escape(words_below)}</span></div>'
        f'<div class="line">{links}</div></li>'
    )


def _choose(person: Person, form: Forms) -> str:
    from good_on_paper.frames import role_names  # noqa: PLC0415 - loads pandas, as all that is below

    jobs, lines, questions = to_choose(person)
    names, (roles, first) = role_names(person), at_first(person)
    near = {line.key for line in lines[:_SHOWN]}

    def ticks(name: str, items: list[Item]) -> str:
        return "".join(tick(name, item.label, item.key, on=item.key in first) for item in items)

    listed = "".join(tick("role", names[job.id], job.id, on=job.id in roles) for job in jobs)
    seen = [line for line in lines if line.key in near]
    more = fold("More circumstances", ticks("line", [line for line in lines if line.key not in near]))
    asked = "".join(tick("question", item.ask, item.key) for item in questions)
    fields = (
        f"<fieldset><legend>Which jobs</legend>{listed}</fieldset>"
        f"<fieldset><legend>How much of it was there?</legend>{ticks('line', seen)}{more}</fieldset>"
        f"<fieldset><legend>To write in a sentence</legend>{asked}</fieldset>"
    )
    return form("lay_out", "Make the sheet", fields)


_SHOWN: Final = 8
"""How many circumstances are offered before the fold."""


def blank_sheet(sheet: HomeworkSheet, paper: str) -> str:
    """Return a blank sheet to print, which opens the print window by itself."""
    rows = tuple(f"{at}. {line.ask} ({_ends(line)})" for at, line in enumerate(sheet.lines, 1))
    names = tuple(sheet.roles.values())
    blocks = [Exercise("", "", (Lines(("Filled in by, and on which day:",)),))]
    if rows:
        blocks.append(Exercise("How much of it was there?", ON_PAPER, (FillIn(names, rows),)))
    empty = 1 if len(rows) > _HALF else 2
    written = tuple(
        label
        for asked in sheet.questions
        for name in names
        for label in (f"{asked.ask} ({name})", *([""] * empty))
    )
    if written:
        blocks.append(Exercise("In a sentence", "", (Lines(written),)))
    page = as_html(f"Sheet {sheet.number}, to fill in by hand", blocks, paper=paper, later="")
    head, end, rest = page.rpartition("</body>")
    return f"{head}<script>{PRINT}</script>{end}{rest}"


_HALF: Final = 6
"""Most rows that leave room for two empty lines below each question."""


def _ends(item: Item) -> str:
    return f"{item.scale.min} = {item.low} … {item.scale.max} = {item.high}"


def back_page(
    sheet: HomeworkSheet,
    typed: Mapping[Cell, str],
    wrong: Mapping[Cell, str],
    *,
    by: str,
    on: str,
    xsrf: str,
    notice: str = "",
) -> str:
    """Return the page for typing in a sheet, in the order of the sheet.

    Parameters
    ----------
    sheet : HomeworkSheet
        The sheet.
    typed, wrong : mapping
        The typed text, and why it was not accepted, by unit and item.
    by, on : str
        Who filled it in, and on which day.
    xsrf : str
        What a form must carry to be answered.
    notice : str, optional
        What came of the last press.
    """
    alert = f'<p role="alert">{escape(notice)}</p>' if notice else ""
    rows = "".join(
        f"<li><h2>{at}. {escape(line.label)}</h2><span class=soft>{escape(_ends(line))}</span>"
        f'<div class="boxes">{_boxes(sheet, line, typed, wrong)}</div></li>'
        for at, line in enumerate(sheet.lines, 1)
    )
    texts = "".join(
        f"<label>{escape(f'{asked.ask} ({name})')}<textarea rows=2 name={_name((role, asked.key))}>"
        f"{escape(typed.get((role, asked.key), ''))}</textarea></label>"
        for asked in sheet.questions
        for role, name in sheet.roles.items()
    )
    who = field("by", "Who filled it in?", by) + field("on", "On which day?", on)
    hint = "<p class=soft>Each number goes on to the next box. - for no such thing, ? for can’t remember.</p>"
    form = Forms(xsrf)("back", "Save", f"<div class=boxes>{who}</div>{hint}<ol>{rows}</ol>{texts}")
    return plain_page(
        f"Type in sheet {sheet.number}",
        f'{_STYLE}{alert}<p class="line"><a href="{HOMEWORK}">{TITLE}</a></p>'
        f"{form.replace('<form ', '<form data-boxes ', 1)}<script>{KEYS}</script>",
    )


def _boxes(sheet: HomeworkSheet, line: Item, typed: Mapping[Cell, str], wrong: Mapping[Cell, str]) -> str:
    return "".join(_box(line, name, (role, line.key), typed, wrong) for role, name in sheet.roles.items())


def _box(item: Item, name: str, cell: Cell, typed: Mapping[Cell, str], wrong: Mapping[Cell, str]) -> str:
    why = f"<span>{escape(wrong[cell])}</span>" if cell in wrong else ""
    state = ' aria-invalid="true"' if cell in wrong else ""
    return (
        f'<label>{escape(name)}<input name="{_name(cell)}" data-most="{item.scale.max}" inputmode="numeric" '
        f'autocomplete="off" value="{escape(typed.get(cell, ""))}"{state}>{why}</label>'
    )


def _name(cell: Cell) -> str:
    return escape(f"box:{cell[0]}:{cell[1]}")


def box_names(sheet: HomeworkSheet) -> dict[str, Cell]:
    """Return the fields of `back_page` by name."""
    return {f"box:{unit}:{item}": (unit, item) for unit, item in sheet.cells()}
