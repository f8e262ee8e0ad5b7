"""Notebooks are saved without what they showed, by Jupyter's own contents manager and server."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jupyter_server.services.contents.largefilemanager import LargeFileManager
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from good_on_paper.app import server_extension
from good_on_paper.app.server_extension import keep_source_only

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "what a person typed"


def lived_in() -> nbformat.NotebookNode:
    """A notebook as it is after use: with outputs, counts, timings and widget state."""
    display = new_output("display_data", data={"text/plain": SECRET}, metadata={"note": SECRET})
    cell = new_code_cell("# Your jobs\nme.roles()", execution_count=3, outputs=[display])
    cell.metadata["execution"] = {"iopub.execute_input": "2026-01-01T00:00:00Z"}
    cell.metadata["jupyter"] = {"source_hidden": True}
    cell.metadata["deletable"] = False
    return new_notebook(
        cells=[new_markdown_cell("# Hello"), cell],
        metadata={
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python", "version": "3.12.1"},
            "widgets": {"application/vnd.jupyter.widget-state+json": {"state": {"a": {"value": SECRET}}}},
        },
    )


@pytest.fixture
def contents(tmp_path: Path) -> LargeFileManager:
    manager = LargeFileManager(root_dir=str(tmp_path))
    server = SimpleNamespace(
        contents_manager=manager, root_dir=str(tmp_path), web_app=SimpleNamespace(settings={})
    )
    server_extension._load_jupyter_server_extension(server)  # noqa: SLF001 - as Jupyter calls it
    return manager


def test_a_saved_notebook_holds_its_source_only(contents: LargeFileManager, tmp_path: Path) -> None:
    contents.save({"type": "notebook", "format": "json", "content": lived_in()}, "one.ipynb")
    contents.create_checkpoint("one.ipynb")
    files = list(tmp_path.rglob("*.ipynb"))
    assert len(files) == 2, "the notebook and its checkpoint"
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert SECRET not in text
        assert "2026-01-01" not in text
        saved = nbformat.reads(text, as_version=4)
        nbformat.validate(saved)
        assert "widgets" not in saved.metadata
        assert saved.metadata.language_info == {"name": "python"}
        assert saved.cells[0].source == "# Hello"
        assert saved.cells[1].source == "# Your jobs\nme.roles()"
        assert saved.cells[1].metadata == {"jupyter": {"source_hidden": True}, "deletable": False}
        assert saved.cells[1].execution_count is None


def test_saving_twice_changes_nothing(contents: LargeFileManager, tmp_path: Path) -> None:
    contents.save({"type": "notebook", "format": "json", "content": lived_in()}, "one.ipynb")
    first = (tmp_path / "one.ipynb").read_bytes()
    again = contents.get("one.ipynb")["content"]
    contents.save({"type": "notebook", "format": "json", "content": again}, "one.ipynb")
    assert (tmp_path / "one.ipynb").read_bytes() == first


def test_other_files_are_left_alone(contents: LargeFileManager, tmp_path: Path) -> None:
    contents.save({"type": "file", "format": "text", "content": json.dumps(lived_in())}, "one.txt")
    assert SECRET in (tmp_path / "one.txt").read_text(encoding="utf-8")


JSON = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
CELLS = st.fixed_dictionaries(
    {"cell_type": st.sampled_from(["code", "markdown", "raw"]), "source": st.text(max_size=9)},
    optional={
        "outputs": JSON,
        "execution_count": st.integers(),
        "metadata": st.dictionaries(st.text(), JSON),
    },
)


@given(cells=st.lists(CELLS, max_size=4))
def test_every_code_cell_is_emptied_and_every_source_kept(cells: list[dict[str, Any]]) -> None:
    sources = [cell["source"] for cell in cells]
    content = {"cells": cells, "metadata": {"widgets": {}}}
    keep_source_only({"type": "notebook", "content": content})
    assert [cell["source"] for cell in content["cells"]] == sources
    assert all(c["outputs"] == [] and c["execution_count"] is None for c in cells if c["cell_type"] == "code")
    assert content["metadata"] == {}
