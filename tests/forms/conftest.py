from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, sync_playwright

from good_on_paper import catalogue
from good_on_paper.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.forms import Form

HERE = Path(__file__).parent
HOME = "http://localhost/"  # a secure context, as JupyterLab's own address is; nothing listens there
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
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

    def show(self, form: Form, name: str = "a") -> Locator:
        self.forms[name] = form
        self.page.evaluate("([id, module]) => show(id, module)", [name, type(form).__name__])
        return self.page.locator(f".of-{name}").last

    def road(self, state: str, name: str = "a") -> None:
        """``open``; ``silent``: nothing arrives; ``one way``: no reply does; ``closed``: sending throws."""
        self.page.evaluate("([id, road]) => setRoad(id, road)", [name, state])

    def sent(self, kind: str = "answer") -> list[dict[str, Any]]:
        return [message for message in self.page.evaluate("sent") if message["type"] == kind]

    def theme(self, name: str) -> None:
        light = "false" if name == "dark" else "true"
        self.page.evaluate("(light) => (document.body.dataset.jpThemeLight = light)", light)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("GOOD_ON_PAPER_CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        args = [*ARGS, "--disable-sync", "--no-first-run"]
        browser = playwright.chromium.launch(executable_path=path, args=args)
        yield browser
        browser.close()


@pytest.fixture
def stage(chromium: Browser) -> Iterator[Stage]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(5000)
    made = Stage(page)
    asked: list[str] = []

    def serve(route: Route) -> None:
        asked.append(route.request.url)
        path = route.request.url.removeprefix(HOME)
        if path == "":
            route.fulfill(path=HERE / "stage.html", content_type="text/html")
            return
        module = path.removesuffix(".js")
        form = next((form for form in made.forms.values() if type(form).__name__ == module), None)
        if form is None:
            route.fulfill(status=404)
            return
        style = f"document.head.append(Object.assign(document.createElement('style'), {{textContent: {form._css!r}}}));"  # noqa: E501, SLF001
        route.fulfill(body=f"{form._esm}\n{style}", content_type="text/javascript")  # noqa: SLF001

    context.route("**/*", serve)
    page.on("pageerror", lambda error: made.errors.append(str(error)))
    page.on("console", lambda said: made.errors.append(said.text) if said.type == "error" else None)
    page.expose_function("toPython", lambda name, message: made.forms[name].handle(message))
    page.goto(HOME)
    page.wait_for_function("window.isReady")
    yield made
    context.close()
    assert made.errors == []
    assert all(url.startswith(HOME) for url in asked)
