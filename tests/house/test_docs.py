"""The documentation, as far as it can be seen without building it: its code runs, its links lead somewhere.

`python3 run.py docs` builds it, with every warning an error; continuous integration does so after the tests.
"""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from good_on_paper import Me, sample
from good_on_paper.pages.whole_picture.choices import choices
from house.site import faults
from tests.house.pasted import blocks, run_as_pasted

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if not {"made", "built"} & set(path.parts))
CALCULATED = "file_format: mystnb"
"""What stands on top of a page whose code runs, and shows what came, as the page is built."""
PASTED = [path for path in PAGES if "```python" in path.read_text(encoding="utf-8")]


def named(path: Path) -> str:
    return path.relative_to(DOCS).as_posix()


@pytest.fixture
def from_code(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The scripts that write the pages that are read from the code."""
    monkeypatch.syspath_prepend(str(DOCS))
    yield importlib.import_module("from_code")
    for name in [name for name in sys.modules if name.partition(".")[0] == "from_code"]:
        del sys.modules[name]


def test_code_on_a_page_is_of_one_kind() -> None:
    """To be pasted, or to be run by the build: else a block would be run by neither."""
    told = {named(path): path.read_text(encoding="utf-8") for path in PAGES}
    mixed = [name for name, text in told.items() if "```python" in text and CALCULATED in text]
    unrun = [name for name, text in told.items() if "{code-cell}" in text and CALCULATED not in text]
    assert (mixed, unrun) == ([], [])


@pytest.mark.usefixtures("beside_nothing")
@pytest.mark.parametrize("page", PASTED, ids=named)
def test_the_code_of_a_page_runs_from_top_to_bottom(page: Path) -> None:
    made = run_as_pasted("\n".join(blocks(page)), str(page))
    for held in made.values():
        if isinstance(held, Me):
            held.record.close()
    assert made


def test_links_between_pages_lead_to_a_file_or_to_one_that_is_made() -> None:
    """What the build makes is checked by the build."""
    wrong = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for to in re.findall(
            r"\]\(([^)#:]+)(?:#[^)]*)?\)|^```\{(?:image|include|literalinclude)\} (\S+)", text, re.MULTILINE
        ):
            target = (page.parent / "".join(to)).resolve()
            if DOCS / "made" not in target.parents and not target.exists():
                wrong.append(f"{named(page)}: {''.join(to)}")
    assert wrong == []


def test_every_page_is_named_in_a_list_of_pages() -> None:
    """Sphinx says so too, but only once all is built."""
    listed = set()
    for page in PAGES:
        for block in re.findall(r"```\{toctree\}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            names = [
                re.sub(r".*<(.*)>", r"\1", line) for line in block.splitlines() if not line.startswith(":")
            ]
            listed |= {(page.parent / f"{name}.md").resolve() for name in names if name}
    assert [named(page) for page in PAGES if page not in listed | {DOCS / "index.md"}] == []


def test_every_chart_frame_and_format_is_on_its_page(from_code: ModuleType) -> None:
    from good_on_paper.frames import schema  # noqa: PLC0415 - with the scripts

    assert from_code.gallery.left_out() == set()
    assert from_code.file_formats.left_out() == set()
    assert {name for name, held in vars(schema).items() if isinstance(held, schema.FrameSchema)} == set(
        from_code.frame_columns.told()
    )


def test_every_choice_that_can_be_steered_is_named() -> None:
    me = sample()
    page = (DOCS / "how-to" / "change-a-choice.md").read_text(encoding="utf-8")
    rows = {name for line in page.splitlines() if line.startswith("| ") for name in listed_in(line)}
    named_there = {choice.what for choice in choices(me)}
    me.record.close()
    assert rows - {"Choice"} == named_there


def listed_in(row: str) -> list[str]:
    """Return what the first cell of a row names; two that are alike share a row."""
    first = row.split("|")[1].strip()
    return first.split(", ") if first.startswith("What success") else [first]


def test_the_street_is_drawn_as_the_rules_have_it(from_code: ModuleType) -> None:
    """The picture orders the floors by their imports alone; what stands higher imports what stands lower."""
    imports = from_code.street.needs()
    order = from_code.street.ordered(imports)
    assert set(order) == {
        path.name for path in (ROOT / "src/good_on_paper").iterdir() if (path / "__init__.py").exists()
    }
    assert all(order.index(of) < order.index(to) for of, to in imports)


def test_a_link_that_leads_nowhere_and_a_script_from_elsewhere_are_told(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(
        '<p id="here"><a href="#here">a</a><a href="two.html#there">b</a><a href="three.html">c</a>'
        '<a href="https://example.org">d</a><script src="https://example.org/x.js"></script>'
    )
    (tmp_path / "two.html").write_text(
        '<link rel="canonical" href="https://example.org"><img src="one.html">'
    )
    assert faults(tmp_path) == [
        "one.html: https://example.org/x.js is fetched from elsewhere",
        "one.html: two.html#there leads to no such place on that page",
        "one.html: three.html leads to no file",
    ]
