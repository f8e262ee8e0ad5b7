"""The examples in the docstrings run, and every name that a floor hands out has one."""

from __future__ import annotations

import ast
import doctest
import inspect
import re
from importlib import import_module
from pathlib import Path

import nbformat
import pytest
from typer.testing import CliRunner

import good_on_paper
from good_on_paper.app.command import cli
from good_on_paper.pages import titles
from tests.house.pasted import blocks, run_as_pasted

README = Path(__file__).resolve().parents[2] / "README.md"
SOURCE = Path(good_on_paper.__file__).resolve().parents[1]
MODULES = sorted(
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
    for path in Path(good_on_paper.__file__).parent.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)
FACES = (
    "good_on_paper",
    *(f"good_on_paper.{floor}" for floor in ("many", "patterns", "frames", "charts", "language")),
)
OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def examples_of(name: str) -> list[doctest.DocTest]:
    return [found for found in doctest.DocTestFinder().find(import_module(name), name) if found.examples]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_run(name: str) -> None:
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    told: list[str] = []
    for example in examples_of(name):
        runner.run(example, out=told.append)
    assert not runner.failures, "".join(told)


@pytest.mark.parametrize("face", FACES)
def test_every_name_that_a_floor_hands_out_has_an_example(face: str) -> None:
    """A class or a function has it in its own docstring; a constant is used in one of its floor."""
    module = import_module(face)
    parser = doctest.DocTestParser()
    used = {
        node.id
        for name in MODULES
        if name == face or name.startswith(f"{face}.")
        for found in examples_of(name)
        for example in found.examples
        for node in ast.walk(ast.parse(example.source))
        if isinstance(node, ast.Name)
    }
    without = []
    for name in module.__all__:
        held = getattr(module, name)
        if inspect.isclass(held) or inspect.isfunction(held):
            shown = bool(parser.get_examples(held.__doc__ or ""))
        else:
            shown = name in used
        if not shown:
            without.append(name)
    assert without == []


def test_what_the_readme_tells_those_who_know_pandas_runs_from_top_to_bottom(beside_nothing: Path) -> None:
    told = README.read_text(encoding="utf-8").partition("## For those who know pandas")[2]
    (block,) = re.findall(r"(?:^ {4}.*\n)+", told.partition("\n## ")[0], re.MULTILINE)
    me = run_as_pasted(block, str(README))["me"]
    assert isinstance(me, good_on_paper.Me)
    assert len(me.looks()) == 1
    assert [path.name for path in beside_nothing.iterdir()] == ["line.svg"]
    me.record.close()


@pytest.mark.usefixtures("beside_nothing")
def test_what_the_page_on_ten_thousand_careers_types_runs_on_the_table_it_makes() -> None:
    page = README.parent / "docs" / "how-to" / "ten-thousand.md"
    table, *_ = blocks(page)
    run_as_pasted(table, str(page))
    [command] = blocks(page, "bash")
    ran = CliRunner().invoke(cli, command.split()[1:])
    assert ran.exit_code == 0, ran.output
    assert sorted(path.name for path in Path("results").iterdir()) == ["finished", "lines.csv", "people.csv"]


def test_what_the_page_for_those_who_know_pandas_tells_runs_from_top_to_bottom(beside_nothing: Path) -> None:
    page = nbformat.read(README.parent / "notebooks" / f"{titles.HOOD}.ipynb", as_version=4)
    words = "\n".join(cell.source for cell in page.cells if cell.cell_type == "markdown")
    blocks = re.findall(r"```python\n(.*?)```", words, re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        names = run_as_pasted(block, titles.HOOD)
        if isinstance(me := names.get("me"), good_on_paper.Me):
            me.record.close()
    assert sorted(path.suffix for path in beside_nothing.iterdir()) == [".svg", ".svg"]
