"""Notebooks as the kit's server reads and writes them: their source, and nothing that runs by itself.

They are saved without outputs, which can contain what a person typed. They are read without widget state:
JupyterLab builds the widgets named there as soon as the notebook opens, and such a widget brings its own
script.
"""

from __future__ import annotations

import json
from base64 import b64decode, encodebytes
from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager


class SourceContents(AsyncLargeFileManager):
    """The files of the kit's folder as Jupyter serves them, except that notebooks are cleaned."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - whatever Jupyter hands over
        super().__init__(**settings)
        self.register_pre_save_hook(keep_source_only)  # type: ignore[no-untyped-call]

    async def get(self, path: str, *asked: Any, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - as its base
        """Return the model of a file or folder; a notebook comes without its widget state."""
        model: dict[str, Any] = await super().get(path, *asked, **more)  # type: ignore[no-untyped-call]
        drop_widget_state(model)
        return model

    def emit(self, data: dict[str, Any]) -> None:
        """Send each open page what changed, but not what was read: a folder would send each file in it."""
        if data["action"] != "get":
            super().emit(data)  # type: ignore[no-untyped-call]


def drop_widget_state(model: dict[str, Any]) -> None:
    """Remove the widget state from a notebook that was read, even if it was requested as a plain file.

    Parameters
    ----------
    model : dict
        The contents manager's model of the file; changed in place. Other files stay byte for byte, and so
        does a notebook without widget state.

    Examples
    --------
    >>> model = {"type": "notebook", "content": {"cells": [], "metadata": {"widgets": {}, "title": "Mine"}}}
    >>> drop_widget_state(model)
    >>> model["content"]["metadata"]
    {'title': 'Mine'}
    """
    content = model.get("content")
    if model.get("type") == "notebook" and isinstance(content, dict):
        _pop_widgets(content)
    elif model.get("type") == "file" and isinstance(content, str):
        if model.get("format") == "base64":
            read = b64decode(content)
            stripped = _stripped(read)
            if stripped is not read:
                model["content"] = encodebytes(stripped).decode("ascii")
        else:
            model["content"] = _stripped(content.encode("utf-8", "surrogatepass")).decode(
                "utf-8", "surrogatepass"
            )


def _stripped(data: bytes) -> bytes:
    """Return a file's bytes, rewritten only if it is a notebook with widget state."""
    try:
        notebook = json.loads(data)
    except (ValueError, RecursionError):
        return data
    is_notebook = isinstance(notebook, dict) and "nbformat" in notebook
    if not is_notebook or not _pop_widgets(notebook):
        return data
    return json.dumps(notebook, indent=1).encode() + b"\n"


def _pop_widgets(notebook: dict[str, Any]) -> bool:
    metadata = notebook.get("metadata")
    return isinstance(metadata, dict) and metadata.pop("widgets", None) is not None


def keep_source_only(model: dict[str, Any], **_: object) -> None:
    """Remove outputs, counts, widget state and traces of this computer from a notebook to be saved.

    Parameters
    ----------
    model : dict
        The contents manager's model of the file; changed in place. Other files are not changed.

    Notes
    -----
    Jupyter also passes ``path`` and ``contents_manager``, which do not matter here.
    """
    content = model.get("content")
    if model.get("type") != "notebook" or not isinstance(content, dict):
        return
    metadata = content.get("metadata", {})
    metadata.pop("widgets", None)
    if "language_info" in metadata:  # else opening with another Python changes the file
        metadata["language_info"] = {"name": metadata["language_info"].get("name", "python")}
    for cell in content.get("cells", []):
        if cell.get("cell_type") == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
            # the kit's own cells: having looked at the code leaves no trace
            if cell.get("metadata", {}).get("deletable") is False:
                cell["metadata"].setdefault("jupyter", {})["source_hidden"] = True
        cell.get("metadata", {}).pop("execution", None)
