from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from good_on_paper import catalogue
from good_on_paper.record import Record
from tests.bare_page import HOME, BarePage
from tests.barriers import barriers
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Locator, Page

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.forms import Form

HERE = Path(__file__).parent
JOBS = (
    ("Editor", "Acme", "2014-03", "2017"),
    ("Assistant", "Beta", "2012", "2013"),
    ("Fieldwork lead", "Delta", "2018", "2020"),
    ("Project officer", "Echo", "2020", "now"),
    ("Tutor", "Hillcrest", "2010", "2012"),
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "person") as opened:
        yield opened


@pytest.fixture(scope="session")
def lines() -> Catalogue:
    return catalogue.load()


@pytest.fixture
def add_jobs(record: Record) -> Callable[..., list[str]]:
    def add(jobs: Any = JOBS) -> list[str]:
        sitting = record.sitting("setting the stage")
        units = []
        with record.batch():
            for job in jobs:
                unit = record.add_unit("role", sitting=sitting).id
                for key, value in zip(("title", "employer", "started", "ended"), job, strict=False):
                    record.answer(unit, key, value, sitting=sitting)
                units.append(unit)
        return units

    return add


KEPT = """() => [...document.querySelectorAll(".gop :is(input, textarea)")]
    .filter((one) => one.autocomplete !== "off").map((one) => one.outerHTML)"""
"""Fields whose words a browser would store in its own file of open tabs."""


@dataclass
class Stage:
    """A bare page on which real forms stand, joined to Python by messages only."""

    page: Page
    modules: dict[str, Any]
    errors: list[str]
    forms: dict[str, Form] = field(default_factory=dict)
    times_held: int = 0

    def show(self, form: Form, name: str = "a") -> Locator:
        self.forms[name] = form
        steps = {f"{name}{place}": step for place, step in enumerate(getattr(form, "forms", ()))}
        self.forms |= steps
        self.modules |= {type(one).__name__: one for one in (form, *steps.values())}
        refs = [f"{one} {type(step).__name__}" for one, step in steps.items()]
        self.page.evaluate("([id, steps]) => setSteps(id, steps)", [name, refs])
        self.page.evaluate("([id, module]) => show(id, module)", [name, type(form).__name__])
        return self.page.locator(f".of-{name}").last

    def road(self, state: str, name: str = "a") -> None:
        """``open``; ``silent``: nothing arrives; ``one way``: no reply does; ``closed``: sending throws."""
        self.page.evaluate("([id, road]) => setRoad(id, road)", [name, state])

    def sent(self, kind: str = "answer") -> list[dict[str, Any]]:
        return [message for message in self.page.evaluate("sent") if message["type"] == kind]

    def hold_time(self) -> None:
        """Time passes on the page by ``page.clock.run_for`` alone, until ``page.clock.resume``."""
        if not self.times_held:
            self.page.clock.install()
        self.times_held += 1  # each time later than the page can have come meanwhile
        self.page.clock.pause_at(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=self.times_held * PATIENCE))

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for what no page shows: what a record holds once its form is closed, a file beside it."""
        last = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < last
            self.page.wait_for_timeout(20)

    def settled(self) -> None:
        """All that was given is in the record: nothing is on its way, and nothing waits to be tried again."""
        self.page.wait_for_function(
            "!document.querySelector('.gop-sum:is([data-state=saving], [data-state=unsaved])')"
        )

    def theme(self, name: str) -> None:
        light = "false" if name == "dark" else "true"
        self.page.evaluate("(light) => (document.body.dataset.jpThemeLight = light)", light)

    def barriers(self) -> list[tuple[str, str]]:
        """What axe finds serious or critical inside the forms, in both themes; what a browser would keep."""
        found = [("kept by the browser", one) for one in self.page.evaluate(KEPT)]
        for theme in ("light", "dark"):
            self.theme(theme)
            seen = barriers(self.page, ".gop", again=theme == "dark")
            found += [(theme, one["id"]) for one in seen if one["impact"] in {"serious", "critical"}]
        return found


@pytest.fixture(scope="session")
def bare_page(windowless: Browser) -> Iterator[BarePage]:
    made = BarePage(windowless, HERE / "stage.html")
    yield made
    made.close()


@pytest.fixture
def stage(bare_page: BarePage) -> Iterator[Stage]:
    made = Stage(bare_page.anew(), bare_page.modules, bare_page.errors)
    bare_page.hear = lambda name, said: made.forms[name].handle(said)
    yield made
    if made.times_held:  # for all pages of a context, those to come too
        bare_page.close()
    assert made.errors == []
    assert all(url.startswith(HOME) for url in bare_page.asked)
