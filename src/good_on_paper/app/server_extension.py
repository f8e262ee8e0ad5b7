"""What the kit adds to the Jupyter server of its environment, however that was started.

Notebooks are saved without anything they showed, since an output can hold what a person typed; the page is
told which notebooks are the kit's own, and hears from the kernel without delay. It is switched on by
``server_config.json`` beside this file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from good_on_paper.app.kernel_socket import PromptConnection
from good_on_paper.app.known import known
from good_on_paper.app.launcher import LaunchError, kit_folder

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
            # the kit's own cells: having looked at the code leaves no trace
            if cell.get("metadata", {}).get("deletable") is False:
                cell["metadata"].setdefault("jupyter", {})["source_hidden"] = True
        cell.get("metadata", {}).pop("execution", None)


def own_notebooks(root: Path) -> str:
    """Return, as JSON, the folder of the kit's notebooks as the page names it, and their fingerprints.

    Parameters
    ----------
    root : Path
        The folder the server serves. When the kit lies outside it, no notebook counts as the kit's.
    """
    try:
        folder = (kit_folder() / "notebooks").relative_to(root.resolve())
    except (LaunchError, ValueError):
        return json.dumps(None)
    return json.dumps({"folder": folder.as_posix(), "known": list(known().values())})


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "good_on_paper.app.server_extension"}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    settings = server.web_app.settings
    if settings.get("kernel_websocket_connection_class") is ZMQChannelsWebsocketConnection:  # not a gateway's
        settings["kernel_websocket_connection_class"] = PromptConnection
    pages = settings.setdefault("page_config_data", {})
    pages["goodOnPaper"] = own_notebooks(Path(server.root_dir))
    server.contents_manager.register_pre_save_hook(keep_source_only)  # type: ignore[no-untyped-call]
