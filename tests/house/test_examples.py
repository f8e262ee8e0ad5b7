"""The examples in the docstrings run, and every name that a floor hands out has one."""

from __future__ import annotations

import ast
import doctest
import inspect
import re
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest

import good_on_paper
from good_on_paper.study.sample import throw_away_record

README = Path(__file__).resolve().parents[2] / "README.md"
SOURCE = Path(good_on_paper.__file__).resolve().parents[1]
MODULES = sorted(
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
    for path in Path(good_on_paper.__file__).parent.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)
FACES = (
    "good_on_paper",
    *(f"good_on_paper.{floor}" for floor in ("patterns", "frames", "charts", "language")),
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


def test_what_the_readme_tells_those_who_know_pandas_runs_from_top_to_bottom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    throw_away_record(tmp_path).close()
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path))
    told = README.read_text(encoding="utf-8").partition("## For those who know pandas")[2]
    (block,) = re.findall(r"(?:^ {4}.*\n)+", told.partition("\n## ")[0], re.MULTILINE)
    names: dict[str, object] = {}
    exec(compile(dedent(block), str(README), "exec"), names)  # noqa: S102 - our own text
    me = names["me"]
    assert isinstance(me, good_on_paper.Me)
    assert len(me.looks()) == 1
    me.record.close()
