"""What all tests share: laws without a clock, and one Chromium a worker, whichever tests ask for it first."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from playwright.sync_api import expect, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from tests.patience import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from xdist.remote import Producer

# as the launcher does: jsonschema would build a grammar of addresses, for more than a second a worker
sys.modules.setdefault("rfc3987_syntax", None)
# What tests start has no scipy, as a person has none: seaborn would load its statistics, a second a kernel.
os.environ["PYTHONPATH"] = str(Path(__file__).parent / "without_scipy")
settings.register_profile("without a clock", deadline=None)  # a law is one on a slow machine too
settings.load_profile("without a clock")
expect.set_options(timeout=PATIENCE_MS)

ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


IN_ONE_WORKER = {
    "tests/lab/test_calm.py": "the JupyterLabs that tests only look at",
    "tests/lab/test_policy.py": "the JupyterLabs that tests only look at",
    "tests/record/test_kills.py": "one start of the scripts",
}
"""Files whose tests share what is dear to start, and what it is. (pytest 9 does not hear ``xdist_group``.)"""


class OneByOne(LoadScopeScheduling):
    """Gives each worker the next test once it is free, and all that share something dear to one of them."""

    def _split_scope(self, nodeid: str) -> str:
        return IN_ONE_WORKER.get(nodeid.partition("::")[0], nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneByOne:
    """Hand the tests out in this way, whatever ``--dist`` says."""
    return OneByOne(config, log)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser that ``run.py test`` found, or Debian's."""
    path = os.environ.get("GOOD_ON_PAPER_CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGS)
        yield browser
        browser.close()
