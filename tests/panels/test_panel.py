"""The panel in a real browser."""

import asyncio
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from good_on_paper.charts import Chart, lineups
from good_on_paper.charts.errors import ChartError
from good_on_paper.charts.how_often import how_often
from good_on_paper.charts.note import Note
from good_on_paper.panels import Ask, Layout, Panel, Section, Tick
from good_on_paper.patterns import Contrast, contrast
from good_on_paper.record.exported import LIST_FILE, exported
from good_on_paper.study.search import search
from tests.barriers import barriers
from tests.loops import on_a_loop
from tests.patience import PATIENCE


@pytest.fixture
def panel(career: Callable[..., pd.DataFrame], tmp_path: Path) -> Panel:
    result = contrast(career(8, 30))
    return Panel(lambda names: lineups(result, names=names), exports=tmp_path / "exports")


def test_state_holds_nothing_personal(panel: Panel) -> None:
    state = json.dumps(
        {key: str(value) for key, value in panel.get_state().items() if not key.startswith("_")}
    )
    assert "Role number" not in state
    assert "Role number" not in repr(panel)


def test_only_what_is_asked_for_is_drawn(result: Contrast, tmp_path: Path) -> None:
    panel = Panel(lambda _: lineups(result), exports=tmp_path / "exports", switch=False)
    assert panel.handle({"type": "ready"}) == {
        "type": "page",
        "sentence": "",
        "ask": None,
        "total": 3,
        "notes": [],
        "heads": [{"start": 0, "heading": "", "sentence": "", "fold": "", "listed": []}],
        "first": 6,
        "noun": "chart",
        "switch": False,
        "pages": [],
        "slider": None,
    }
    reply = panel.handle({"type": "show", "chart": 1, "names": "names"})
    assert reply is not None
    assert (reply["chart"], reply["names"], reply["tables"][0]["head"][0]) == (1, "names", "Job")
    assert len(panel._drawn) == 1  # noqa: SLF001 - what this test is about
    assert not (tmp_path / "exports").exists()


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"type": "show", "chart": 99, "names": "names"}, "no chart 99"),
        ({"type": "show", "chart": "x", "names": "letters"}, "no chart 'x'"),
        ({"type": "save", "chart": 0, "format": "exe", "theme": "light"}, "cannot save as 'exe'"),
        ({"type": "dance"}, "asked for 'dance'"),
    ],
)
def test_what_cannot_be_done_is_said(
    result: Contrast, tmp_path: Path, message: dict[str, object], words: str
) -> None:
    reply = Panel(lambda _: lineups(result), exports=tmp_path).handle(message)
    assert reply is not None
    assert reply["type"] == "failed"
    assert words in str(reply["message"])


def test_charts_are_made_anew_when_what_they_rest_on_has_changed(result: Contrast, tmp_path: Path) -> None:
    answers = ["one"]
    made: list[str] = []

    def make(names: str) -> list[Chart] | str:
        made.append(names)
        return lineups(result) if len(answers) > 1 else "Nothing is rated yet."

    panel = Panel(make, exports=tmp_path, version=lambda: len(answers))
    first = panel.handle({"type": "ready"})
    assert first is not None
    assert (first["sentence"], first["total"]) == ("Nothing is rated yet.", 0)
    assert panel.handle({"type": "seen"}) is None
    answers.append("two")
    again = panel.handle({"type": "seen"})
    assert again is not None
    assert (again["sentence"], again["total"]) == ("", 3)
    assert panel.handle({"type": "seen"}) is None
    assert made == ["names", "names"]


def test_a_fault_is_told_without_the_words_of_the_person(tmp_path: Path) -> None:
    def make(names: str) -> str:
        raise RuntimeError("secret words " + names)

    reply = Panel(make, exports=tmp_path).handle({"type": "ready"})
    assert reply == {"type": "failed", "message": "the chart could not be drawn (RuntimeError)"}


in_chromium = pytest.mark.browser


@in_chromium
def test_first_six_then_the_rest_on_demand(stage: Any, panel: Panel) -> None:
    page = stage.show(panel)
    page.wait_for_selector("h3")
    assert page.locator("article").count() == 6
    page.wait_for_timeout(300)
    assert len({message["chart"] for message in stage.sent("show")}) < 6  # those far below are not drawn yet
    page.get_by_role("button", name="Show the other 24 charts").click()
    assert page.locator("article").count() == 30
    assert page.get_by_role("button", name="Show the other").count() == 0
    page.locator("article").nth(29).scroll_into_view_if_needed()
    page.locator("article").nth(29).locator("h3").wait_for()
    assert len({message["chart"] for message in stage.sent("show")}) < 30


@in_chromium
def test_pictures_follow_the_theme_and_carry_words(stage: Any, panel: Panel) -> None:
    page = stage.show(panel)
    first = page.locator("article").first
    first.locator("h3").wait_for()
    light, dark = first.locator("img.light"), first.locator("img.dark")
    dark.wait_for(state="attached")
    assert (light.is_visible(), dark.is_visible()) == (True, False)
    stage.dark()
    assert (light.is_visible(), dark.is_visible()) == (False, True)
    assert dark.get_attribute("alt").startswith("Chart of 8 jobs")
    assert dark.evaluate("img => img.complete && img.naturalWidth > 300")
    assert first.get_by_role("heading").inner_text().startswith("“line_12” was high: in ")
    assert "Too few jobs to tell." in first.inner_text()  # so many jobs went alike, on so many lines


@in_chromium
def test_letters_take_every_name_off_the_page(stage: Any, panel: Panel) -> None:
    page = stage.show(panel)
    page.locator("article").first.locator("h3").wait_for()
    assert "Role number" in page.content()
    page.get_by_role("radio", name="Job A, B, C").check()
    page.get_by_role("img").first.wait_for()
    page.wait_for_function("document.body.textContent.includes('Job A')")
    assert "Role number" not in page.content()
    page.get_by_role("radio", name="names", exact=True).check()
    page.wait_for_function("document.body.textContent.includes('Role number')")


@in_chromium
def test_saving_writes_to_the_folder_and_says_where(stage: Any, panel: Panel, tmp_path: Path) -> None:
    page = stage.show(panel)
    first = page.locator("article").first
    for ending in ("SVG", "PNG", "PDF"):
        first.get_by_role("button", name=f"Save as {ending}").click()
        first.get_by_text(f"{ending.lower()}").last.wait_for()
        page.wait_for_function(
            "() => document.querySelector('.under .note').textContent.startsWith('Saved: ')"
        )
    made = exported(tmp_path / "exports")
    assert sorted(Path(name).suffix for name in made) == [".pdf", ".png", ".svg"]
    assert {path.name for path in (tmp_path / "exports").iterdir()} == {*made, LIST_FILE}
    first.get_by_role("button", name="Show it in its folder").wait_for()
    page.evaluate("window.gone = true")
    first.get_by_role("button", name="Save as SVG").click()
    page.get_by_text("The kit is not answering").wait_for()


@in_chromium
def test_keyboard_alone_and_no_key_reaches_the_notebook(stage: Any, panel: Panel) -> None:
    page = stage.show(panel)
    first = page.locator("article").first
    first.locator("h3").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("document.body.textContent.includes('Job A')")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    first.locator("table").wait_for()
    assert first.locator("tbody tr").count() == 8
    for key in ("x", "m", "b"):
        page.keyboard.press(key)
    assert page.evaluate("escaped") == ["Tab"]  # the one before the focus came in


@in_chromium
def test_axe_finds_nothing(stage: Any, panel: Panel) -> None:
    page = stage.show(panel)
    page.locator("article").first.locator("h3").wait_for()
    page.locator("summary").first.click()
    for theme in ("light", "dark"):
        found = barriers(page, ".gop-charts", again=theme == "dark")
        assert [(one["id"], one["impact"]) for one in found] == []
        stage.dark()


@in_chromium
def test_a_chart_without_a_shape_for_a_phone_is_moved_sideways_there(stage: Any, tmp_path: Path) -> None:
    words = {"gossip": "Gossip"} | {f"worry {at}": f"Another worry of mine, number {at}" for at in range(9)}
    worries = pd.DataFrame({key: [7, 1] for key in words}, index=["Editor", "Cook"], dtype="Float64")
    chart = replace(how_often(worries, words), narrow=None)
    stage.page.set_viewport_size({"width": 390, "height": 800})
    page = stage.show(Panel(lambda _: [chart], exports=tmp_path))
    image = page.get_by_role("img")
    image.wait_for()
    across = page.get_by_role("group", name="The picture: Often there in 1 of 2 jobs: gossip.")
    across.focus()
    assert image.bounding_box()["width"] > 600
    page.locator("summary").click()
    fold = page.locator("details").bounding_box()
    assert fold["x"] + fold["width"] <= 390  # and a wide table in it is moved for itself
    assert page.evaluate("document.documentElement.scrollWidth") <= 390  # the page itself stays
    assert barriers(page, ".gop-charts") == []
    page.set_viewport_size({"width": 900, "height": 800})
    across.wait_for(state="detached")
    image.wait_for()


@in_chromium
def test_what_was_typed_is_text(stage: Any, tmp_path: Path) -> None:
    nasty = '<img src=x onerror="window.hacked=1">"\'&'
    frame = pd.DataFrame({"overall": [7, 1], nasty: [7, 1]}, index=[nasty, "other"])
    page = stage.show(Panel(lambda _: lineups(contrast(frame)), exports=tmp_path))
    page.locator("h3").wait_for()
    page.locator("summary").click()
    assert nasty in page.locator("tbody").inner_text()
    assert page.evaluate("window.hacked") is None


@in_chromium
def test_a_page_is_a_link_and_a_number_that_was_typed_is_none(stage: Any, tmp_path: Path) -> None:
    told = ["Say it in 06 When it got dull, below.", "10 Downing street, 12 March with them"]
    table = pd.DataFrame({"told": told}, index=["left", "proud"])
    note = Note("One", tuple(told), tables=(table,))
    page = stage.show(
        Panel(lambda _: Layout((Section("", (note,)),)), exports=tmp_path, pages=["06 When it got dull"])
    )
    page.locator("summary").first.click()
    page.locator("td").first.wait_for()
    said = ["Say it in When it got dull, below.", told[1]]
    assert page.locator("td").all_inner_texts() == said
    assert page.locator("td a").all_inner_texts() == ["When it got dull"]
    assert page.locator("p a").all_inner_texts() == ["When it got dull"]


@in_chromium
def test_the_switch_of_names_is_folded_away_with_all_that_it_switches(
    stage: Any, career: Callable[..., pd.DataFrame], tmp_path: Path
) -> None:
    made = tuple(lineups(contrast(career(8, 3))))
    folded = Layout((Section("More", made, fold="Side by side"),))
    page = stage.show(Panel(lambda _: folded, exports=tmp_path, first=99))
    page.get_by_text("Side by side").wait_for()
    switch = page.get_by_role("radio", name="Job A, B, C")
    assert not switch.is_visible()
    page.get_by_text("Side by side").click()
    assert switch.is_visible()


@in_chromium
def test_what_was_folded_out_stays_so_while_an_answer_elsewhere_makes_it_anew(
    stage: Any, career: Callable[..., pd.DataFrame], tmp_path: Path
) -> None:
    made, answers = lineups(contrast(career(8, 3))), ["one"]
    note = Note(
        "One.", tables=(pd.DataFrame({"Why": ["a need"]}, index=["Time"]),), fold="Everything still open"
    )

    def layout(_: str) -> Layout:
        said = replace(note, title=f"One of {len(answers)}.")
        return Layout((Section("", [said]), Section("More", tuple(made), fold="Side by side")))

    panel = Panel(layout, exports=tmp_path, version=lambda: len(answers))
    page = stage.show(panel)
    page.get_by_text("Everything still open").click()
    page.get_by_text("Side by side").click()
    page.locator("article img:visible").first.wait_for()
    answers.append("two")
    page.evaluate("window.heights = []")
    page.locator(".list").evaluate(
        "(list) => new ResizeObserver(() => window.heights.push(list.offsetHeight)).observe(list)"
    )
    page.get_by_text("One of 2.").wait_for()
    assert page.get_by_text("a need").is_visible()
    page.locator("article img:visible").first.wait_for()
    assert page.evaluate("Math.min(...window.heights)") > 200  # it never was empty meanwhile
    page.get_by_text("Everything still open").click()
    answers.append("three")
    page.get_by_text("One of 3.").wait_for()
    assert not page.get_by_text("a need").is_visible()


@in_chromium
def test_sections_have_headings_in_their_places_and_figures_fold_out(
    stage: Any, career: Callable[..., pd.DataFrame], tmp_path: Path
) -> None:
    made = lineups(contrast(career(8, 7)))
    sections = (
        Section("One", tuple(made[:1])),
        Section("None", (), "Nothing here."),
        Section("Rest", tuple(made[1:]), "What is left."),
        Section("Last", (), "At the very end."),
    )
    page = stage.show(Panel(lambda _: Layout(sections, ("A note.",)), exports=tmp_path))
    page.locator("article").first.locator("h3").wait_for()
    assert page.locator("h2").all_inner_texts() == ["One", "None", "Rest"]
    assert page.locator(".said").all_inner_texts() == ["A note.", "Nothing here.", "What is left."]
    assert page.locator(".list > *").evaluate_all("nodes => nodes.map(node => node.tagName).slice(0, 8)") == [
        *("P", "H2", "ARTICLE", "H2", "P", "H2", "P", "ARTICLE"),
    ]
    page.get_by_role("button", name="Show the other chart").click()
    assert page.locator("h2").all_inner_texts()[-1] == "Last"
    first = page.locator("article").first
    assert not first.get_by_text("Kendall").is_visible()
    first.locator("summary").click()
    assert first.get_by_text("Kendall").is_visible()
    assert barriers(page, ".gop-charts") == []


PAGES = ("02 What it was like",)


def ticking(tmp_path: Path, *, refuse: bool = False) -> tuple[Panel, list[bool]]:
    """Return a page with a choice before its button, and what was chosen so far."""
    kept: list[bool] = []

    def choose(on: bool) -> None:
        if refuse:
            raise ChartError("it was looked at in another window; load the page again")
        kept.append(on)

    def make(_names: str) -> Layout:
        tick = Tick(
            "Look also at the cost", "They share. See 02 What it was like.", kept[-1:] == [True], choose
        )
        return Layout(ask=Ask("Before you look", ("Said first.",), "Show it", tick))

    panel = Panel(make, exports=tmp_path, version=lambda: len(kept), reveal=lambda: None, pages=PAGES)
    return panel, kept


def test_a_tick_is_told_at_once_and_the_page_is_not_made_anew_for_it(tmp_path: Path) -> None:
    panel, kept = ticking(tmp_path)
    page = panel.handle({"type": "ready"})
    assert page is not None
    assert page["ask"]["tick"] == {  # type: ignore[index]
        "label": "Look also at the cost",
        "said": "They share. See 02 What it was like.",
        "on": False,
    }
    assert panel.handle({"type": "tick", "on": True}) == {"type": "ticked", "on": True}
    assert panel.handle({"type": "seen"}) is None
    kept.append(False)  # by another window: that shows
    again = panel.handle({"type": "seen"})
    assert again is not None
    assert again["ask"]["tick"]["on"] is False  # type: ignore[index]


@pytest.mark.parametrize("on", ["yes", None, 1])
def test_a_tick_is_a_yes_or_a_no(tmp_path: Path, on: object) -> None:
    panel, kept = ticking(tmp_path)
    reply = panel.handle({"type": "tick", "on": on})
    assert reply is not None
    assert reply["type"] == "failed"
    assert kept == []


@in_chromium
def test_a_tick_by_keyboard_is_saved_keeps_the_focus_and_can_be_taken_back(
    stage: Any, tmp_path: Path
) -> None:
    panel, kept = ticking(tmp_path)
    page = stage.show(panel)
    box = page.get_by_role("checkbox", name="Look also at the cost")
    box.wait_for()
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="What it was like")
    assert box.evaluate("node => node === document.activeElement")
    for count in (1, 2, 3):
        page.keyboard.press("Space")
        page.get_by_text("✓ saved").wait_for()
        page.wait_for_function(f"sent.filter(({{ type }}) => type === 'tick').length === {count}")
    assert (kept, box.is_checked()) == ([True, False, True], True)
    page.wait_for_timeout(3500)  # over a beat: the page is not made anew under the hand
    assert box.evaluate("node => node === document.activeElement")
    assert box.get_attribute("aria-describedby") == page.locator(".tick p").get_attribute("id")
    assert link.count() == 1
    for theme in ("light", "dark"):
        assert barriers(page, ".gop-charts", again=theme == "dark") == []
        stage.dark()
    page.keyboard.press("x")
    assert page.evaluate("escaped") == ["Tab"]  # no key reaches the notebook


@in_chromium
def test_a_tick_that_cannot_be_kept_goes_back_and_says_why(stage: Any, tmp_path: Path) -> None:
    panel, _ = ticking(tmp_path, refuse=True)
    page = stage.show(panel)
    box = page.get_by_role("checkbox")
    box.click()
    page.get_by_text("looked at in another window").wait_for()
    assert not box.is_checked()
    assert page.get_by_role("button", name="Show it").is_enabled()


@in_chromium
def test_a_tick_without_a_kernel_goes_back(stage: Any, tmp_path: Path) -> None:
    panel, kept = ticking(tmp_path)
    page = stage.show(panel)
    box = page.get_by_role("checkbox")
    box.wait_for()
    page.evaluate("window.gone = true")
    box.click()
    page.get_by_text("The kit is not answering").wait_for()
    assert (box.is_checked(), kept) == (False, [])


def test_what_needs_a_search_is_answered_when_it_is_there_and_a_look_is_taken_once(tmp_path: Path) -> None:
    sent: list[dict[str, Any]] = []
    looks: list[str] = []

    async def page() -> None:
        panel = Panel(
            lambda _: search(time.sleep, 0.2) or "It is found.",
            exports=tmp_path,
            reveal=lambda: looks.append("one"),
        )
        answered = asyncio.Event()
        panel.send = lambda reply: (sent.append(reply), answered.set())  # no kernel here
        panel._handle_custom_msg({"type": "reveal"}, [])  # noqa: SLF001 - as ipywidgets hands it over
        assert sent == []
        await asyncio.wait_for(answered.wait(), PATIENCE)

    on_a_loop(page())
    assert [(said["type"], said["sentence"], said["revealed"]) for said in sent] == [
        ("page", "It is found.", True)
    ]
    assert looks == ["one"]


@pytest.mark.skipif(sys.platform != "linux", reason="a program stands in for the desktop's own")
def test_what_was_saved_is_opened_by_a_press_and_nothing_else_is(
    panel: Panel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = tmp_path / "opened"
    desktop = tmp_path / "xdg-open"
    desktop.write_text(f'#!/bin/sh\necho "$1" >> "{opened}.part" && mv "{opened}.part" "{opened}"\n')
    desktop.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    def taken() -> str:
        until = time.monotonic() + PATIENCE
        while not opened.exists() and time.monotonic() < until:
            time.sleep(0.01)
        text = opened.read_text()
        opened.unlink()
        return text.strip()

    saved = panel.handle({"type": "save", "chart": 0, "names": "names", "format": "svg", "theme": "light"})
    assert saved is not None
    assert panel.handle({"type": "open", "chart": 0, "file": saved["file"]}) is None
    assert taken() == saved["file"]
    panel.handle({"type": "open", "chart": 0, "file": saved["file"], "folder": True})
    assert taken() == str(tmp_path / "exports")
    for other in ("/etc/passwd", str(tmp_path / "exports" / "other.svg")):
        refused = panel.handle({"type": "open", "chart": 0, "file": other})
        assert refused is not None
        assert "saved no such file" in str(refused["message"])
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    failed = panel.handle({"type": "open", "chart": 0, "file": saved["file"]})
    assert failed is not None
    assert str(saved["file"]) in str(failed["message"])
