"""What comes between form and record: a dead server, a lost connection, a second tab, a closing page."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page, WebSocketRoute

pytestmark = pytest.mark.lab

LIKE = "02 What it was like.ipynb"
FORM = "What it was like"


WINDOWS = """
window.windows = [];
new MutationObserver(() => {
  for (const one of document.querySelectorAll(".jp-Dialog")) window.windows.push(one.textContent);
}).observe(document, { childList: true, subtree: true });
"""


def opened(lab, also=lambda _: None):
    """Open the notebook, and keep which windows JupyterLab lays over it, for however short a time."""

    def before_loading(page):
        page.add_init_script(WINDOWS)
        also(page)

    return lab.open(LIKE, before_loading=before_loading)


def add_jobs(lab, *titles):
    with lab.record() as record:
        sitting = record.sitting("roles")
        for title in titles:
            record.answer(record.add_unit("role", sitting=sitting), "title", title, sitting=sitting)


def shown(page):
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")


def form(page):
    return page.get_by_role("group", name=FORM, exact=True)


def rate(view, job, value):
    view.get_by_role("radiogroup", name=job).get_by_role("radio").nth(value - 1).click()


def saved(view, *, within=60_000):
    expect(view.locator(".gop-sum")).to_contain_text("saved", timeout=within)


def not_saved(view):
    expect(view.locator(".gop-sum")).to_contain_text("NOT SAVED")


def ratings(lab):
    """Return every rating ever given, oldest first."""
    with lab.record() as record:
        sittings = {sitting.id for sitting in record.sittings("lines")}
        return [answer.value for answer in record.answers() if answer.sitting in sittings]


def choose(page, entry):
    """Choose from the menu of the page as a person would."""
    bar = page.get_by_role("navigation", name="Pages")
    bar.get_by_role("button", name="Menu").click()
    bar.get_by_role("button", name=entry).click()


def what_is_frozen_keeps_the_answer_and_leaving_warns_until_it_is_saved(lab, page):
    with page.expect_response(lambda answer: answer.request.method == "PUT"):
        page.keyboard.press("Control+s")  # JupyterLab warns for a notebook that was not saved, too
    expect(page.locator(".jp-NotebookPanel")).to_be_visible()
    lab.freeze()
    rate(form(page), "Cook", 5)
    not_saved(form(page))
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    with page.expect_event("dialog"):
        page.evaluate("void setTimeout(() => location.reload())")
    assert asked == ["beforeunload"]
    lab.thaw()
    saved(form(page))
    assert ratings(lab) == [6, 5]
    page.reload()
    assert asked == ["beforeunload"]
    saved(form(page))


def what_was_killed_loses_nothing_and_the_page_says_what_to_do(lab, page):
    lab.kill()
    rate(form(page), "Tutor", 2)
    not_saved(form(page))
    expect(form(page).locator(".gop-trouble")).to_contain_text("Keep this page open")
    expect(form(page).locator(".gop-trouble")).to_contain_text("Menu above, then Restart this page")
    gone = page.get_by_role("alert").filter(has_text="The kit does not answer. Was it closed?")
    expect(gone).to_be_visible()
    assert page.evaluate("windows") == []
    lab.start_again()
    # JupyterLab takes its time to see that the server is another; then it starts a kernel
    for seconds in (4, 4, 4, 8, 8, 8, *[20] * 7):
        choose(page, "Restart this page")
        with suppress(AssertionError):
            saved(form(page), within=1000 * seconds)
            break
    assert ratings(lab) == [6, 5, 2]


def test_a_server_that_freezes_and_one_that_is_killed_lose_nothing_and_the_page_says_so(lab):
    add_jobs(lab, "Cook", "Tutor")
    page = opened(lab)
    rate(form(page), "Cook", 6)
    saved(form(page))
    what_is_frozen_keeps_the_answer_and_leaving_warns_until_it_is_saved(lab, page)
    what_was_killed_loses_nothing_and_the_page_says_what_to_do(lab, page)


class Connection:
    """The page's connection to the kernel, which can be cut."""

    def __init__(self) -> None:
        self.sockets: list[WebSocketRoute] = []
        self.cut = False

    def before_loading(self, page: Page) -> None:
        page.route_web_socket(re.compile("/channels"), self._on_the_way)

    def _on_the_way(self, socket: WebSocketRoute) -> None:
        self.sockets.append(socket)
        if not self.cut:  # else it hangs, as it does where nobody answers
            socket.connect_to_server()

    def hang_up(self) -> None:
        for socket in self.sockets:
            socket.close()
        self.sockets.clear()


def a_lost_connection_keeps_the_answers_on_the_page_and_they_go_in_once(lab, page, connection):
    rate(form(page), "Cook", 6)
    saved(form(page))
    connection.cut = True
    page.context.set_offline(True)
    connection.hang_up()
    rate(form(page), "Tutor", 2)
    not_saved(form(page))
    rate(form(page), "Tutor", 3)
    connection.cut = False
    page.context.set_offline(False)
    connection.hang_up()
    saved(form(page))
    assert ratings(lab)[0] == 6
    assert ratings(lab)[-1] == 3
    assert len(ratings(lab)) == len(set(ratings(lab)))  # what was sent more than once stands once


def two_tabs_never_overwrite_each_other_in_silence(lab, first, second):
    before = ratings(lab)
    ask = form(first).locator(".gop-ask").inner_text()
    while form(second).locator(".gop-ask").inner_text() != ask:
        form(second).get_by_role("button", name="Next question").click()
    rate(form(first), "Cook", 7)
    saved(form(first))
    rate(form(second), "Cook", 4)
    note = form(second).locator(".gop-note")
    expect(note).to_contain_text("This was changed somewhere else: it is now 7. You entered 4.")
    assert ratings(lab) == [*before, 7]
    note.get_by_role("button", name="Use mine (4)").click()
    saved(form(second))
    assert ratings(lab) == [*before, 7, 4]


def of_two_tabs_with_one_page_the_older_says_so_and_takes_what_is_newer(lab, older):
    said = shown(older).get_by_role("alert").filter(has_text="another tab")
    expect(said).to_be_visible()
    expect(form(older).get_by_role("radiogroup", name="Ferryman")).to_have_count(0)
    add_jobs(lab, "Ferryman")
    said.get_by_role("button", name="Show it here").click()
    expect(form(older).get_by_role("radiogroup", name="Ferryman")).to_be_visible()
    expect(said).to_have_count(0)


def test_a_lost_connection_and_a_second_tab_neither_lose_nor_overwrite_anything(lab):
    add_jobs(lab, "Cook", "Tutor")
    connection = Connection()
    older = opened(lab, connection.before_loading)
    a_lost_connection_keeps_the_answers_on_the_page_and_they_go_in_once(lab, older, connection)
    newer = lab.open(LIKE)
    two_tabs_never_overwrite_each_other_in_silence(lab, older, newer)
    of_two_tabs_with_one_page_the_older_says_so_and_takes_what_is_newer(lab, older)
