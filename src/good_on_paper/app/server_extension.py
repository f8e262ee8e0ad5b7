"""What the kit adds to the Jupyter server: notebooks are saved without anything they showed.

An output can hold what a person typed. The hook works on every notebook that this environment's server saves,
however JupyterLab was started; it is switched on by ``server_config.json`` beside this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def keep_source_only(model: dict[str, Any], **_: object) -> None:
    """Empty outputs, execution counts, widget state and traces of this computer from a notebook to be saved.

    Parameters
    ----------
    model : dict
        The contents manager's model of the file; changed in place. Other files are left as they are.

    Notes
    -----
    Jupyter calls it with ``path`` and ``contents_manager`` too, which do not matter here.
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
        cell.get("metadata", {}).pop("execution", None)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "good_on_paper.app.server_extension"}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    server.contents_manager.register_pre_save_hook(keep_source_only)  # type: ignore[no-untyped-call]
