from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from good_on_paper import catalogue
from good_on_paper.record import Record
from tests.patience import PATIENCE, PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.forms import Form

HERE = Path(__file__).parent
HOME = "http://localhost/"  # a secure context, as JupyterLab's own address is; nothing listens there
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


@dataclass
class Stage:
    """A bare page on which real forms stand, joined to Python by messages only."""

    page: Page
    forms: dict[str, Form] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    holds_time: bool = False

    def show(self, form: Form, name: str = "a") -> Locator:
        self.forms[name] = form
        steps = {f"{name}{place}": step for place, step in enumerate(getattr(form, "forms", ()))}
        self.forms |= steps
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
        self.holds_time = True
        self.page.clock.install()
        self.page.clock.pause_at(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=PATIENCE))

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
        """What axe finds serious or critical inside the forms, in both themes."""
        found = []
        for theme in ("light", "dark"):
            self.theme(theme)
            seen = Axe().run(self.page, context=".gop").response["violations"]
            found += [(theme, one["id"]) for one in seen if one["impact"] in {"serious", "critical"}]
        return found


@dataclass
class House:
    """One browser context for all stages, each on a page of its own: what it serves is the newest stage's."""

    browser: Browser
    context: BrowserContext = field(init=False)
    forms: dict[str, Form] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def open(self) -> None:
        self.context = self.browser.new_context(viewport={"width": 1280, "height": 900})
        self.context.route("**/*", self.serve)
        self.context.expose_function("toPython", lambda name, said: self.forms[name].handle(said))
        self.context.new_page().goto(HOME)  # stays open, and with it the process of all stages

    def serve(self, route: Route) -> None:
        self.asked.append(route.request.url)
        path = route.request.url.removeprefix(HOME)
        if path == "":
            route.fulfill(path=HERE / "stage.html", content_type="text/html")
            return
        form = next((form for form in self.forms.values() if f"{type(form).__name__}.js" == path), None)
        if form is None:
            route.fulfill(status=404)
            return
        style = f"Object.assign(document.createElement('style'), {{textContent: {form._css!r}}})"  # noqa: SLF001
        body = f"{form._esm}\ndocument.head.append({style});"  # noqa: SLF001
        route.fulfill(body=body, content_type="text/javascript")


@pytest.fixture(scope="session")
def house(chromium: Browser) -> Iterator[House]:
    made = House(chromium)
    made.open()
    yield made
    made.context.close()


@pytest.fixture
def stage(house: House) -> Iterator[Stage]:
    house.forms = {}
    house.asked.clear()
    page = house.context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    made = Stage(page, house.forms)
    page.on("pageerror", lambda error: made.errors.append(str(error)))
    page.on("console", lambda said: made.errors.append(said.text) if said.type == "error" else None)
    page.goto(HOME)
    page.wait_for_function("window.isReady")
    yield made
    page.close()
    if made.holds_time:  # for all pages of a context, those to come too
        house.context.close()
        house.open()
    assert made.errors == []
    assert all(url.startswith(HOME) for url in house.asked)
