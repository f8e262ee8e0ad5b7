"""Careers to draw, and a page with Chromium to show them on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

from good_on_paper.panels import Panel
from good_on_paper.patterns import Contrast, contrast
from tests.bare_page import HOME, BarePage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page


HERE = Path(__file__).parent
NAMES = [
    "Editor, Acme",
    "Coordinator, Golf",
    "Tutor, Hillcrest",
    "Fieldwork lead, Delta",
    "Freelance",
    "Lecturer, Northside",
    "Assistant, Beta",
    "Analyst, Foxtrot",
    "Project officer, Echo",
]


@pytest.fixture
def nine() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "overall": [6, 3, 5, 7, 4, 6, 2, 4, 1],
            "freedom": [6, 2, 4, 7, 5, 6, 3, 2, 1],
            "hours": [2, 4, 3, 1, 4, None, 7, 6, 5],
            "noise": [4] * 9,
        },
        index=NAMES,
        dtype="Float64",
    )


@pytest.fixture
def result(nine: pd.DataFrame) -> Contrast:
    return contrast(nine)


@pytest.fixture
def career() -> Callable[[int, int], pd.DataFrame]:
    return invent


def invent(jobs: int, lines: int, seed: int = 1) -> pd.DataFrame:
    """Invent a career of so many jobs and lines, with some blanks."""
    random = np.random.default_rng(seed)
    columns = ["overall", *(f"line_{i}" for i in range(lines))]
    names = [f"Role number {i}, Some employer" for i in range(jobs)]
    frame = pd.DataFrame(random.integers(1, 8, (jobs, lines + 1)), index=names, columns=columns)
    blank = random.random(frame.shape) < 0.05
    return frame.astype("Float64").mask(blank)


@dataclass
class Stage:
    """A bare page on which a real panel stands, joined to Python by messages only."""

    page: Page
    panel: Panel | None = None

    def show(self, panel: Panel) -> Page:
        self.panel = panel
        self.page.evaluate("show()")
        return self.page

    def sent(self, kind: str) -> list[dict[str, Any]]:
        return [message for message in self.page.evaluate("sent") if message["type"] == kind]

    def dark(self) -> None:
        self.page.evaluate("document.body.dataset.jpThemeLight = 'false'")


@pytest.fixture(scope="session")
def bare_page(windowless: Browser) -> Iterator[BarePage]:
    made = BarePage(windowless, HERE / "stage.html", width=1000)
    yield made
    made.close()


@pytest.fixture
def stage(bare_page: BarePage) -> Iterator[Stage]:
    made = Stage(bare_page.anew(panel=Panel))
    bare_page.hear = lambda _, said: made.panel.handle(said) if made.panel else None
    yield made
    assert bare_page.errors == []
    assert all(url.startswith((HOME, "data:")) for url in bare_page.asked)
