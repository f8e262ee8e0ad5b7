"""The road from a résumé to a line-up, in real JupyterLab, by mouse and by keyboard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from good_on_paper.catalogue import load

pytestmark = pytest.mark.lab

KIT = Path(__file__).parents[2]
RESUME = KIT / "tests" / "reference" / "resume" / "jsonresume_sample.resume.json"
WORK, LIKE = "01 Your work so far.ipynb", "02 What it was like.ipynb"
GOES = "05 What your better jobs had in common.ipynb"


ALL_THE_BROWSER_KEEPS = """async () => {
  const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
  const done = (request) => new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const base = await done(indexedDB.open(name));
    for (const store of base.objectStoreNames) {
      const all = base.transaction(store).objectStore(store);
      const inside = [await done(all.getAllKeys()), await done(all.getAll())];
      kept.push(name, store, JSON.stringify(inside));
    }
    base.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      kept.push(request.url, await (await cache.match(request)).text());
    }
  }
  return kept.join("\\n");
}"""


def form(page, name):
    return page.get_by_role("group", name=name, exact=True)


def shown(page):
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")


def asked_line(ask):
    return next(item for item in load().items() if item.worded().ask == ask)


def saved(view):
    expect(view.locator(".gop-sum")).to_contain_text("saved", timeout=30_000)


def add_jobs(lab, *titles):
    with lab.record() as record:
        sitting = record.sitting("roles")
        for title in titles:
            record.answer(record.add_unit("role", sitting=sitting), "title", title, sitting=sitting)


def stands(lab, item):
    """Return title to value of what is on the disk."""
    with lab.record() as record:
        current = record.current()
        return {
            current[role.id, "title"].value: current[role.id, item].value
            for role in record.units("role")
            if (role.id, item) in current
        }


def rate(view, job, value):
    view.get_by_role("radiogroup", name=job).get_by_role("radio").nth(value - 1).click()


def one_sentence_leads_to_what_is_missing(page):
    expect(shown(page).get_by_text("No jobs yet.")).to_have_count(1)
    expect(shown(page).get_by_role("heading")).to_have_count(1)
    shown(page).locator(".gop-charts").get_by_role("link", name="Your work so far").click()
    expect(shown(page).get_by_role("heading", name="Your work so far")).to_be_visible()


def the_ring_around_it_is_seen_whole(field):
    field.focus()
    room, outline, offset = field.evaluate(
        """(field) => {
          const at = field.getBoundingClientRect();
          const { outlineWidth, outlineOffset } = getComputedStyle(field);
          let room = innerWidth;
          for (let up = field.parentElement; up; up = up.parentElement) {
            if (getComputedStyle(up).overflowX === "visible") continue;
            const edge = up.getBoundingClientRect();
            room = Math.min(room, at.left - edge.left, edge.right - at.right);
          }
          return [room, parseFloat(outlineWidth), parseFloat(outlineOffset)];
        }"""
    )
    assert outline > 0
    assert room >= outline + offset


def who_has_a_cv_sees_the_way_to_bring_it_in_at_once(page):
    page.set_viewport_size({"width": 1366, "height": 768})
    way = shown(page).get_by_role("button", name="Bring in a CV, a file or a pasted list")
    expect(way).to_be_in_viewport(ratio=1)
    way.click()
    file = shown(page).get_by_label("Choose a file, or drop it here")
    expect(file).to_be_focused()
    expect(file).to_be_in_viewport(ratio=1)


def nothing_of_it_left_the_computer_or_stays_in_the_browser(lab, page, words):
    away = [url for url in lab.asked if not url.startswith((lab.origin, "data:", "blob:", lab.socket))]
    assert away == []
    kept = page.evaluate(ALL_THE_BROWSER_KEEPS)
    assert "jupyterlab" in kept.lower()  # it does keep something, so the next line can fail
    assert [word for word in words if word in kept] == []


def test_from_an_empty_page_by_a_resume_to_a_line_up(lab):
    page = lab.open(GOES)
    one_sentence_leads_to_what_is_missing(page)
    who_has_a_cv_sees_the_way_to_bring_it_in_at_once(page)
    the_ring_around_it_is_seen_whole(shown(page).get_by_label("Or your jobs, one on each line"))
    bring_in = form(page, "Bring in")
    bring_in.locator("input[type=file]").set_input_files(RESUME)
    bring_in.get_by_role("button", name="Add these 2 jobs").click()
    jobs = json.loads(RESUME.read_text("utf-8"))["work"]
    for job in jobs:
        expect(form(page, "Your jobs").get_by_role("group", name=job["position"])).to_be_visible()
    assert {job["position"] for job in jobs} <= stands(lab, "title").keys()
    listed = form(page, "Your jobs")
    for title in ("Cook", "Tutor", "Editor"):
        listed.get_by_role("button", name="Add a job").click()
        page.keyboard.type(title)
    cells = shown(page).locator(".jp-Cell").count()
    page.keyboard.press("Shift+Enter")  # in a text field: it neither runs the cell nor loses the text
    saved(listed)
    assert shown(page).locator(".jp-Cell").count() == cells
    assert "Editor" in stands(lab, "title")

    lab.go_on(page, LIKE)
    grid = form(page, "What it was like")
    expect(grid.locator(".gop-ask")).to_contain_text("before you had it")
    grid.get_by_role("button", name="Next question").click()
    expect(grid.get_by_text("Question 2 of")).to_be_visible()
    for job, value in {"Cook": 2, "Tutor": 4, "Editor": 7}.items():
        rate(grid, job, value)
    saved(grid)
    asked = grid.locator(".gop-ask").inner_text()
    grid.get_by_role("button", name="Stop here").click()
    grid.get_by_role("button", name="Skip the rest").click()
    outcome = form(page, "How it went")
    outcome.get_by_role("button", name="Rate how it went").click()
    for job, value in {"Cook": 1, "Tutor": 4, "Editor": 7}.items():
        rate(outcome, job, value)
    saved(outcome)
    assert stands(lab, "overall") == {"Cook": 1, "Tutor": 4, "Editor": 7}

    lab.go_on(page, GOES)
    panel = shown(page).locator(".gop-charts").first
    expect(panel.get_by_role("img")).to_have_count(0)
    panel.get_by_role("button", name="Show what they had in common").press("Enter")
    expect(panel.get_by_role("img").first).to_be_visible()
    expect(panel.get_by_role("heading", level=3).first).to_contain_text("too few jobs")
    panel.locator("summary", has_text="Show all").click()
    panel.locator(".listed summary").click()  # one circumstance is rated, so there is one
    panel.locator(".listed article").scroll_into_view_if_needed()
    line = asked_line(asked)
    found = panel.get_by_role("heading", level=3).filter(has_text="best job").first
    expect(found).to_contain_text(line.worded().said, ignore_case=True)  # it may begin the sentence
    assert stands(lab, line.key) == {"Cook": 2, "Tutor": 4, "Editor": 7}

    nothing_of_it_left_the_computer_or_stays_in_the_browser(
        lab, page, ("Tutor", jobs[0]["position"], line.worded().said)
    )


def test_a_line_by_keyboard_only_where_shortcuts_touch_nothing_and_saving_keeps_the_notebooks(lab):
    add_jobs(lab, "Cook secret-words", "Tutor", "Editor")
    before = {path: path.read_bytes() for path in (KIT / "notebooks").glob("*.ipynb")}
    page = lab.open(LIKE)
    grid = form(page, "What it was like")
    expect(grid.get_by_role("radiogroup").first.get_by_role("radio").first).to_be_focused()  # without a click
    line = asked_line(grid.locator(".gop-ask").inner_text())
    page.keyboard.press("3")
    page.keyboard.press("5")
    page.keyboard.press("c")
    expect(grid.get_by_text("Question 2 of 7")).to_be_visible()  # it comes by itself once all is saved
    assert stands(lab, line.key) == {"Cook secret-words": 3, "Tutor": 5, "Editor": None}

    cells = shown(page).locator(".jp-Cell").count()
    rate(grid, "Cook secret-words", 2)
    for key in ("x", "d", "d", "m", "b", "a", "y", "0", "0"):
        page.keyboard.press(key)
    expect(grid).to_be_visible()
    assert shown(page).locator(".jp-Cell").count() == cells
    saved(grid)
    with page.expect_response(lambda answer: answer.request.method == "PUT") as put:
        page.keyboard.press("Control+s")
    assert put.value.ok
    assert {path: path.read_bytes() for path in before} == before
    assert "secret-words" not in lab.log.read_text()


def two_notebooks_write_to_one_record(lab, like, work):
    grid, jobs = form(like, "What it was like"), form(work, "Your jobs")
    rate(grid, "Cook", 6)
    jobs.get_by_role("button", name="Add a job").click()
    work.keyboard.type("Editor")
    work.keyboard.press("Tab")
    saved(jobs)
    rate(grid, "Tutor", 3)
    saved(grid)
    with lab.record() as record:
        assert {6, 3, "Editor"} <= {a.value for a in record.answers() if not isinstance(a.value, list)}


def a_reload_shows_what_was_saved(page):
    grid = form(page, "What it was like")
    ask = grid.locator(".gop-ask").inner_text()
    page.reload()
    while grid.locator(".gop-ask").inner_text() != ask:
        grid.get_by_role("button", name="Next question").click()
    expect(grid.get_by_role("radiogroup", name="Cook").get_by_role("radio").nth(5)).to_be_checked()


def a_restarted_kernel_says_not_saved_and_recovers(lab, page):
    grid = form(page, "What it was like")
    saved(grid)
    lab.hang_kernels()  # else the kit may be back before the page gives up waiting
    rate(grid, "Tutor", 2)
    expect(grid.locator(".gop-sum")).to_contain_text("NOT SAVED")
    lab.stop_kernels()
    saved(form(page, "What it was like"))
    with lab.record() as record:
        rated = [a.value for a in record.answers() if a.sitting in {s.id for s in record.sittings("lines")}]
    assert sorted(rated) == [2, 3, 6]


def test_two_notebooks_write_to_one_record_which_neither_a_reload_nor_a_killed_kernel_touches(lab):
    add_jobs(lab, "Cook", "Tutor")
    work, like = lab.open(WORK), lab.open(LIKE)
    who_has_a_cv_sees_the_way_to_bring_it_in_at_once(work)
    two_notebooks_write_to_one_record(lab, like, work)
    work.close()
    a_reload_shows_what_was_saved(like)
    a_restarted_kernel_says_not_saved_and_recovers(lab, like)
