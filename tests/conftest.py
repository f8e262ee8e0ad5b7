"""What all tests share: laws without a clock, and one Chromium a worker, whichever tests ask for it first."""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
from hypothesis import settings
from playwright.sync_api import expect, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from good_on_paper.record.folder import people_folder
from tests.patience import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Playwright
    from xdist.remote import Producer

# as the launcher does: jsonschema would build a grammar of addresses, for more than a second a worker
sys.modules.setdefault("rfc3987_syntax", None)
# What tests start has no scipy, as a person has none: seaborn would load its statistics, a second a kernel.
os.environ["PYTHONPATH"] = str(Path(__file__).parent / "without_scipy")
# While tests are collected there is none here either: our seaborn goes without it, as theirs does.
sys.modules.setdefault("scipy", None)
# As many workers as cores or more: a second thread for one product of matrices only waits for the first.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
MEMORY, ENOUGH = Path("/dev/shm"), 3 << 30  # noqa: S108 - pytest makes a folder of its own there
"""Where files lie in memory (Linux), and how much of it must be free: a run takes a few hundred megabytes."""
if (
    MEMORY.is_dir()
    and os.access(MEMORY, os.W_OK)
    and min(psutil.disk_usage(str(MEMORY)).free, psutil.virtual_memory().available) > ENOUGH
):
    # Each answer waits until the disk has it: of a record that a test throws away nobody needs that.
    os.environ.setdefault("TMPDIR", str(MEMORY))
    tempfile.tempdir = None  # whoever asked before asks again
gc.disable()  # until all tests are collected: nothing of them goes, and to look takes a third of the time
settings.register_profile("without a clock", deadline=None)  # a law is one on a slow machine too
settings.load_profile("without a clock")
expect.set_options(timeout=PATIENCE_MS)

A_MOUSE = "primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4"
"""What Playwright sets in the same flag, which would be lost."""
PLAYWRIGHTS_OWN = (
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,LensOverlay,MediaRouter,"
    "HttpsFirstBalancedModeAutoEnable,PaintHolding,ThirdPartyStoragePartitioning,TcpPortRandomizationWin,"
    "AvoidCorsURLLoaderRestartOnRedirect,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,"
    "PreconnectToSearch"
)
"""As above."""
ADDRESS_BAR = "WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,PreloadTopChromeWebUI"
"""Two pages of Chromium's own in each window, which no test sees: they load for more than half a second."""
SLEEPING_TABS = "FreezingOnBatterySaver,InfiniteTabsFreezing"
"""What else comes with `HALF_THE_FRAMES`: a tab that is not looked at must go on all the same."""
HALF_THE_FRAMES = {"performance_tuning": {"battery_saver_mode": {"state": 3}}}
"""A setting of Chromium: 30 pictures a second, as where a battery is to last, and not 60."""
A_NEW_FRAME = "RenderDocument,RenderDocumentCompositorReuse,ProactivelySwapBrowsingInstance"
"""What Chromium makes besides the document when a page is loaded anew."""
ARGS = [
    "--no-sandbox",
    "--process-per-site",  # a page that stays open keeps what was compiled, for those that come and go
    "--disable-gpu",
    "--disable-quic",
    "--js-flags=--no-opt --no-maglev",  # no page lives long enough for what they cost
    # keep what was compiled after the first page, not after the third
    f"--blink-settings=v8CacheOptions=3,{A_MOUSE}",
    f"--disable-features={PLAYWRIGHTS_OWN},{ADDRESS_BAR},{A_NEW_FRAME},{SLEEPING_TABS}",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


LOOK, WRITE = "the JupyterLabs that tests only look at", "the JupyterLab that tests write in"
KERNELS = "the kit whose kernels tests look at"
SCIPY = "the tests that compare with scipy"
COMPARED = ("barometer", "beta", "chance", "chi_square", "how_far", "lean", "offers", "pictures_of_a_career")
COMPARED += ("steadiness", "time_to_boredom")
TOGETHER = {
    **dict.fromkeys(["tests/lab/test_calm.py", "tests/lab/test_policy.py", "tests/lab/test_bar.py"], LOOK),
    **dict.fromkeys(["tests/lab/test_below_the_bar.py", "tests/lab/test_on_paper.py"], LOOK),
    **dict.fromkeys(["tests/lab/test_main_road.py", "tests/lab/test_ten_minutes.py"], WRITE),
    **dict.fromkeys(["tests/lab/test_back.py", "tests/lab/test_cut_off.py"], WRITE),
    **dict.fromkeys(["tests/lab/test_after_interview.py", "tests/lab/test_two_outcomes.py"], WRITE),
    **dict.fromkeys(["tests/lab/test_to_the_brief.py", "tests/lab/test_whole_walk.py"], WRITE),
    "tests/lab/test_world_outside.py": WRITE,
    **dict.fromkeys(["tests/app/test_kernels.py", "tests/app/test_one_kernel.py"], KERNELS),
    **{f"tests/patterns/test_{name}.py": SCIPY for name in COMPARED},
}
"""Files that share what is dear to start, and what it is. (pytest 9 does not hear ``xdist_group``.)"""
DEAREST_FIRST = ("lab", "long", "browser")
"""Marks of tests that take long: begun last, one of them would keep all other workers waiting at the end."""


class ByFile(LoadScopeScheduling):
    """Gives each file to one worker, and files that share with it: what they share is made once."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return TOGETHER.get(file, file)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    """Hand the tests out in this way, whatever ``--dist`` says, and in the order they have."""
    config.option.loadscopereorder = False
    return ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what takes long first, where workers share the tests."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=lambda item: [item.get_closest_marker(mark) is None for mark in DEAREST_FIRST])


def pytest_collection_finish() -> None:
    """From here on garbage is looked for, but not among all the tests, and scipy is there: `tests.late`."""
    if sys.modules.get("scipy", gc) is None:
        del sys.modules["scipy"]
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)  # figures and frames are thousands of objects each, and soon go
    gc.enable()


def _people_here() -> set[str]:
    try:
        return {entry.name for entry in people_folder().iterdir()}
    except OSError:
        return set()


BEFORE = _people_here()
"""The records of whoever runs the tests: those are theirs, and no test adds one."""


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail where a test has begun a record in the folder of whoever runs the tests."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    if added := sorted(_people_here() - BEFORE):
        report = session.config.pluginmanager.get_plugin("terminalreporter")
        if report:
            said = f"{people_folder()}: a test, or you meanwhile, began {', '.join(added)}."
            report.write_line(f"\n{said}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


CHROMIUM = Path(os.environ.get("GOOD_ON_PAPER_CHROMIUM", "/usr/bin/chromium"))
"""The browser that ``run.py test`` found, or Debian's."""
WINDOWLESS = CHROMIUM.with_name("chromium-headless-shell")
"""The same from Debian without a window round the page, which nobody sees here: it takes a quarter less."""


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """One a process: a second would find the first one's loop running."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A person's browser.

    Its first context is a person's own: it keeps on the disk what it has fetched and compiled. The others are
    as new.
    """
    profile = tmp_path_factory.mktemp("profile")
    (profile / "Local State").write_text(json.dumps(HALF_THE_FRAMES), encoding="utf-8")
    own = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=CHROMIUM,
        args=ARGS,
        viewport={"width": 1280, "height": 900},
        reduced_motion="reduce",
    )
    assert own.browser
    yield own.browser
    own.close()


@pytest.fixture(scope="session")
def windowless(playwright: Playwright, request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A browser for what needs no more than a page; where only a person's is there, that one."""
    if CHROMIUM.name != "chromium" or not WINDOWLESS.exists():
        yield request.getfixturevalue("chromium")
        return
    browser = playwright.chromium.launch(executable_path=WINDOWLESS, args=ARGS)
    yield browser
    browser.close()
