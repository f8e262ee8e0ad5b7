"""Notebooks are saved without what they showed, and read without what would run."""

from __future__ import annotations

import io
import json
import logging
from base64 import b64decode, encodebytes
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from good_on_paper.app.source_contents import SourceContents, drop_widget_state, keep_source_only
from tests.loops import on_a_loop

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
def contents(tmp_path: Path) -> SourceContents:
    return SourceContents(root_dir=str(tmp_path))


def save(contents: SourceContents, name: str, **model: object) -> None:
    on_a_loop(contents.save({"type": "notebook", "format": "json", **model}, name))


def read(contents: SourceContents, name: str, **asked: str) -> dict[str, Any]:
    return on_a_loop(contents.get(name, **asked))


def test_a_saved_notebook_holds_its_source_only(contents: SourceContents, tmp_path: Path) -> None:
    save(contents, "one.ipynb", content=lived_in())
    on_a_loop(contents.create_checkpoint("one.ipynb"))
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


def test_saving_twice_changes_nothing(contents: SourceContents, tmp_path: Path) -> None:
    save(contents, "one.ipynb", content=lived_in())
    first = (tmp_path / "one.ipynb").read_bytes()
    save(contents, "one.ipynb", content=read(contents, "one.ipynb")["content"])
    assert (tmp_path / "one.ipynb").read_bytes() == first


def test_other_files_are_left_alone(contents: SourceContents, tmp_path: Path) -> None:
    save(contents, "one.txt", type="file", format="text", content=json.dumps(lived_in()))
    assert SECRET in (tmp_path / "one.txt").read_text(encoding="utf-8")


def sent_by_a_stranger(version: int) -> dict[str, Any]:
    """A notebook whose metadata names a widget with a script of its own, and a picture in its words."""
    model = {"model_name": "AnyModel", "model_module": "anywidget", "state": {"_esm": "steal()"}}
    words = {"cell_type": "markdown", "metadata": {}, "source": "![](attachment:a.png)"}
    picture = {"attachments": {"a.png": {"image/png": "iVBORw0KGgo="}}}
    old, new = {"worksheets": [{"cells": [words], "metadata": {}}]}, {"cells": [words | picture]}
    cells = new if version > 3 else old
    state = {"application/vnd.jupyter.widget-state+json": {"state": {"a": model}, "version_major": 2}}
    metadata = {"widgets": state, "title": "gr\u00fc\u00dfe"}
    return {"nbformat": version, "nbformat_minor": 0, "metadata": metadata, **cells}


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize("name", ["sent.ipynb", "SENT.IPYNB", "sent.txt"])
@pytest.mark.parametrize(
    "asked",
    [
        {"type": "notebook"},
        {"type": "file", "format": "text"},
        {"type": "file", "format": "base64"},
        {},
    ],
    ids=lambda asked: "-".join(asked.values()) or "as it is",
)
def test_a_notebook_is_read_without_widget_state_however_it_is_asked_for(
    contents: SourceContents, tmp_path: Path, version: int, name: str, asked: dict[str, str]
) -> None:
    written = json.dumps(sent_by_a_stranger(version))
    (tmp_path / name).write_text(written)
    content = read(contents, name, **asked)["content"]
    if isinstance(content, str):
        content = json.loads(b64decode(content) if asked.get("format") == "base64" else content)
    assert "steal()" not in json.dumps(content)
    assert content["metadata"].pop("title") == "gr\u00fc\u00dfe"
    assert not content["metadata"].keys() - {"orig_nbformat", "orig_nbformat_minor"}
    if version > 3:
        assert content["cells"][0]["attachments"] == {"a.png": {"image/png": "iVBORw0KGgo="}}
    assert (tmp_path / name).read_text() == written, "the file itself is a person's own"


def test_a_copy_of_a_notebook_has_no_widget_state_either(contents: SourceContents, tmp_path: Path) -> None:
    (tmp_path / "sent.ipynb").write_text(json.dumps(sent_by_a_stranger(4)))
    on_a_loop(contents.copy("sent.ipynb", "copy.ipynb"))
    assert "steal()" not in (tmp_path / "copy.ipynb").read_text()


@given(data=st.binary(max_size=40) | st.binary(max_size=20).map(b"{%b}".__mod__))
def test_what_is_no_notebook_stays_byte_for_byte(data: bytes) -> None:
    for content, form in ((encodebytes(data).decode(), "base64"), (data.decode("latin-1"), "text")):
        model = {"type": "file", "format": form, "content": content}
        drop_widget_state(model)
        assert model["content"] == content


def test_a_page_is_told_of_what_changed_and_not_of_what_was_read(contents: SourceContents) -> None:
    told = io.StringIO()
    contents.event_logger.register_handler(logging.StreamHandler(told))
    save(contents, "one.ipynb", content=lived_in())
    assert [entry["name"] for entry in read(contents, "")["content"]] == ["one.ipynb"]
    assert read(contents, "one.ipynb")["type"] == "notebook"
    assert [json.loads(line)["action"] for line in told.getvalue().splitlines()] == ["save"]


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
