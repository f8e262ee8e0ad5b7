"""The pictures on the start page: what is ready comes first, and each says what it still needs."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import good_on_paper as gop
from good_on_paper import kit
from good_on_paper.catalogue import keys
from good_on_paper.forms import Pictures
from good_on_paper.pages import titles
from good_on_paper.pages.start.needed import THE_LOOK
from good_on_paper.pages.start.pictures import PICTURES, rows
from good_on_paper.record import Record

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


def needs(person) -> dict[str, str]:
    return {row["name"]: row["needs"] for row in rows(person)}


def test_the_sample_has_all_but_what_a_look_shows():
    me = gop.sample()
    before = needs(me)
    assert next(iter(before)) == "Good on paper"
    common = {row["name"] for row in rows(me) if row["page"] == titles.COMMON}
    assert {name for name, left in before.items() if left} == common | {
        "Inside your jobs",
        "Your offers",
        "How I work best",
        "When it got dull, and how it went",
    }
    assert before["Everything at once"] == THE_LOOK
    assert me.looks().empty  # to list is no look
    me.take_a_look()
    after = needs(me)
    assert after["Everything at once"] == ""
    assert after["What it cost you"] == "your choice, before a first look"
    assert len(after) == len(PICTURES)
    made = Pictures(me.record, me.catalogue, lambda: rows(me)).page_state()
    assert made["open"] == 3
    assert all(not row["needs"] for row in made["rows"][:3])


def test_somebody_new_sees_no_list_and_then_what_is_missing(tmp_path):
    with Record.open(tmp_path) as record:
        me, sitting = gop.Me(record), record.sitting("x")
        assert rows(me) == []
        role = record.add_unit("role", sitting=sitting)
        told = needs(me)
        assert told["The years"] == ""
        assert told["Everything at once"] == "1 more job"
        assert told["Good on paper"] == "how 2 more jobs looked and went"
        for item, value in {keys.ON_PAPER: 3, "overall": 5, "pace": 2}.items():
            record.answer(role, item, value, sitting=sitting)
        assert needs(me)["Good on paper"] == "how 1 more job looked and went"


def test_for_a_day_after_a_no_there_is_no_list():
    me = gop.sample()
    sitting = me.record.sitting("x")
    interview = me.units("interview")[-1]
    today = dt.datetime.now(dt.UTC).date().isoformat()
    me.record.answer(interview, keys.CAME_NO, today, sitting=sitting)
    assert rows(me) == []


def test_each_picture_names_the_cell_and_the_heading_it_stands_at(open_on):
    me = gop.sample()
    me.declare_second("cost")
    me.take_a_look()
    open_on(me)
    for page in {one.page for one in PICTURES}:
        notebook = json.loads((NOTEBOOKS / f"{page}.ipynb").read_text(encoding="utf-8"))
        code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
        for one in (one for one in PICTURES if one.page == page):
            assert sum(f"kit.{one.call}(" in text for text in code) == 1, one.name
    ready = [row for row in rows(me) if row["heading"]]
    assert len(ready) >= 5
    for row in ready:
        made = getattr(kit, row["call"])()._of("names")  # noqa: SLF001 - what the page would be told
        heads = [head[key] for head in made.heads() for key in ("heading", "fold")]
        assert any(str(head).startswith(row["heading"]) for head in heads), row["name"]
