"""One kernel for all pages: each has it to itself as far as it can tell, and none holds up another."""

from __future__ import annotations

import uuid

import psutil
import pytest

from good_on_paper.app.known import known
from tests.app.harm import MINE
from tests.app.jupyter import Kit, Page

pytestmark = pytest.mark.long

START, WORK, LIKE, *_ = known()
PID = "import os; print(os.getpid())"
A_SLOW_PANEL = """
import time
from good_on_paper.panels import Panel
from good_on_paper.study.search import search
Panel(lambda _names: search(time.sleep, 4) or "It is found.", exports=".")
"""


@pytest.fixture(scope="module")
def kit(kit_amid_harm: Kit) -> Kit:
    return kit_amid_harm


def printed(page: Page, code: str) -> str:
    said = page.until_idle(page.send("execute_request", {"code": code, "silent": False}))
    return "".join(one["content"].get("text", "") for one in said if one["msg_type"] == "stream").strip()


def session_of(page: Page) -> str:
    (session,) = (one for one in page.kit.ask("GET", "/api/sessions") if one["kernel"]["id"] == page.kernel)
    return f"/api/sessions/{session['id']}"


def test_all_pages_are_one_process_and_a_notebook_of_ones_own_is_another(kit: Kit) -> None:
    pages = [Page(kit, name) for name in (START, WORK, LIKE)]
    mine = Page(kit, MINE)
    assert len({page.kernel for page in pages}) == len(pages)
    (pid,) = {printed(page, PID) for page in pages}
    assert printed(mine, PID) != pid
    asked_for = {page.kernel for page in (*pages, mine)}
    assert asked_for <= {kernel["id"] for kernel in kit.ask("GET", "/api/kernels")}


def test_a_page_hears_of_its_own_widgets_only(kit: Kit) -> None:
    start, work = Page(kit, START), Page(kit, WORK)
    start.run()
    before = set(start.widgets)
    work.run()
    start.until_idle(start.send("kernel_info_request", {}))
    assert before
    assert set(start.widgets) == before
    assert before.isdisjoint(work.widgets)


def test_a_page_that_opens_is_told_of_no_widgets_of_others(kit: Kit) -> None:
    Page(kit, START).run()
    work = Page(kit, WORK)
    opened = {"comm_id": "control", "target_name": "jupyter.widget.control", "data": {}}
    work.until_idle(work.send("comm_open", opened, metadata={"version": "1.0.0"}))
    asked = work.send("comm_msg", {"comm_id": "control", "data": {"method": "request_states"}})
    (told,) = (one["content"]["data"] for one in work.until_idle(asked) if one["msg_type"] == "comm_msg")
    assert (told["method"], told["states"]) == ("update_states", {})


def test_a_page_that_is_closed_takes_nothing_along_and_the_next_finds_the_kernel_warm(kit: Kit) -> None:
    start, work = Page(kit, START), Page(kit, WORK)
    pid = printed(start, PID)
    kit.ask("DELETE", session_of(start))
    assert printed(work, PID) == pid
    kit.ask("DELETE", f"/api/kernels/{work.kernel}")
    open_still = {kernel["id"] for kernel in kit.ask("GET", "/api/kernels")}
    assert not {start.kernel, work.kernel} & open_still
    assert printed(Page(kit, LIKE), PID) == pid


def test_a_kernel_started_anew_from_one_page_is_anew_for_all(kit: Kit) -> None:
    start, work = Page(kit, START), Page(kit, WORK)
    before = printed(start, PID)
    kit.ask("POST", f"/api/kernels/{work.kernel}/restart", {})
    pid = printed(work, PID)
    assert pid != before
    assert printed(start, PID) == pid
    psutil.Process(int(pid)).kill()  # as it dies by itself
    for page in (start, work):
        page.until(lambda said: said["content"].get("execution_state") == "restarting")
    assert printed(start, PID) == printed(work, PID) != pid


def test_a_slow_search_on_one_page_holds_up_no_save_on_another(kit: Kit) -> None:
    slow, work = Page(kit, LIKE), Page(kit, WORK)
    work.run()
    roles = work.form("roles")
    slow.widgets.clear()
    slow.until_idle(slow.send("execute_request", {"code": A_SLOW_PANEL, "silent": False}))
    panel = slow.widgets[-1]
    assert slow.tell(panel, type="ready") == [], "the answer comes with the result"
    cook = uuid.uuid4().hex
    work.tell(roles, type="add_role", unit=cook)
    answer = {"unit": cook, "item": "title", "state": "value", "value": "Cook"}
    (kept, *_) = work.tell(roles, type="answer", **answer)
    assert kept["type"] == "ack"
    found = slow.until(lambda said: said["msg_type"] == "comm_msg")["content"]["data"]["content"]
    assert (found["type"], found["sentence"]) == ("page", "It is found.")


def test_a_cell_that_runs_is_interrupted_when_the_page_asks_for_it(kit: Kit) -> None:
    page = Page(kit, START)
    asked = page.send("execute_request", {"code": "print('up', flush=True)\nimport time\ntime.sleep(60)"})
    page.until(lambda message: message["msg_type"] == "stream")
    kit.get(f"/api/kernels/{page.kernel}/interrupt", "POST").close()
    [error] = [said for said in page.until_idle(asked) if said["msg_type"] == "error"]
    assert error["content"]["ename"] == "KeyboardInterrupt"
