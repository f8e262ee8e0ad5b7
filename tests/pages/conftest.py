"""Pages on a person of the test's own choice."""

from __future__ import annotations

import sys

import pytest

from good_on_paper import kit  # noqa: F401 - so that every page is there
from good_on_paper.pages import session


@pytest.fixture
def open_on(monkeypatch):
    """Give every page a person in place of the one whose notebooks these are."""

    def on(mine) -> None:
        for name, module in list(sys.modules.items()):
            if name.startswith("good_on_paper.pages.") and hasattr(module, "me") and module is not session:
                monkeypatch.setattr(module, "me", lambda: mine)

    return on
