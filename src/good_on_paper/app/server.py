"""The Jupyter server that shows the kit, with the kit's settings and nobody else's.

All settings are given at the start and hold for this one server. Nothing is written where another Jupyter
server would read it, and Jupyter settings of a person or a system are not read here.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import quote

from platformdirs import user_config_path

from good_on_paper.app.kernel_encryption import can_encrypt
from good_on_paper.app.known import told_to_the_page
from good_on_paper.app.opening import lay_opening

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jupyter_server.serverapp import ServerApp

    from good_on_paper.app.kernels import PageKernels
    from good_on_paper.app.room import Room

HERE: Final = Path(__file__).parent
LAB_SETTINGS: Final = HERE / "lab_settings.json"
"""The kit's settings of JupyterLab; a person can still change them there."""
EXTENSIONS: Final = frozenset(
    {"good-on-paper", "@jupyter-widgets/jupyterlab-manager", "anywidget", "jupyterlab_pygments"}
)
"""Extensions of JupyterLab that the page runs; no others in the environment."""


def arguments(*, root: Path, start: str, scratch: Path, token: str, browser: bool, port: int) -> list[str]:
    """Return JupyterLab's arguments.

    Parameters
    ----------
    root : Path
        The part of the disk that the page may see.
    start : str
        The notebook to open, in the folder `notebooks`.
    scratch : Path
        A folder for this start only: for JupyterLab's list of open tabs, and for the settings of kernels.
    token : str
        What a request must carry to be answered.
    browser : bool
        Whether JupyterLab opens a browser. It does so through a file, so that the token is not visible in the
        list of processes.
    port : int
        The first port to try; 0 takes any free one.
    """
    return [
        f"--ServerApp.root_dir={root}",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.allow_remote_access=False",
        f"--ServerApp.port={port}",
        "--ServerApp.base_url=/",
        f"--ServerApp.open_browser={browser}",
        f"--IdentityProvider.token={token}",
        f"--ServerApp.allow_root={hasattr(os, 'geteuid') and os.geteuid() == 0}",
        "--ServerApp.answer_yes=True",
        "--ServerApp.log_level=ERROR",
        "--ServerApp.contents_manager_class=good_on_paper.app.source_contents.SourceContents",
        "--ServerApp.kernel_manager_class=good_on_paper.app.kernels.PageKernels",
        "--ServerApp.kernel_spec_manager_class=good_on_paper.app.kernels.KitPython",
        "--ServerApp.kernel_websocket_connection_class=good_on_paper.app.kernel_socket.PageConnection",
        f"--PageKernels.pages={root / 'notebooks'}",
        f"--PageKernels.ipython={scratch / 'ipython'}",
        f"--KernelManager.transport_encryption={'required' if can_encrypt() else 'disabled'}",
        "--LabApp.log_level=ERROR",
        "--LabApp.custom_css=True",  # what `lay_opening` wrote
        f"--LabApp.default_url=/lab/tree/notebooks/{quote(start)}",
        f"--LabApp.extra_labextensions_path={HERE / 'labextensions'}",
        # not where another JupyterLab keeps its own; with a dot, as a person's folder may be beside it
        f"--LabApp.user_settings_dir={user_config_path('good-on-paper', appauthor=False) / '.jupyterlab'}",
        f"--LabApp.workspaces_dir={scratch / 'workspaces'}",
        "--LabApp.extension_manager=readonly",
        "--LabApp.lock_all_plugins=True",  # switching one off would switch it off elsewhere too
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]


@contextlib.contextmanager
def variables(settings: Mapping[str, str]) -> Iterator[None]:
    """Set environment variables for a while.

    Parameters
    ----------
    settings : mapping of str to str
        Names and values; an empty value removes the variable.
    """
    before = {name: os.environ.pop(name, None) for name in settings}
    try:
        os.environ.update({name: value for name, value in settings.items() if value})
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


@contextlib.contextmanager
def own_configuration(scratch: Path) -> Iterator[None]:
    """Let Jupyter read only the kit's settings: none of a person, the environment or the system.

    Parameters
    ----------
    scratch : Path
        A folder for this start only.
    """
    from jupyter_core.paths import jupyter_config_dir  # noqa: PLC0415 - Jupyter takes a while to load
    from jupyterlab import commands  # noqa: PLC0415 - as above
    from jupyterlab_server import settings_utils  # noqa: PLC0415 - as above

    from good_on_paper.app.kernels import FOR_THE_SERVER, lay_ipython_settings  # noqa: PLC0415 - as above

    # a gateway's kernels run on another computer
    elsewhere = {name: "" for name in os.environ if name.startswith("JUPYTER_GATEWAY_")}
    with variables(FOR_THE_SERVER | elsewhere):
        tempfile.tempdir, before = str(scratch), tempfile.tempdir
        try:
            config = Path(jupyter_config_dir())  # an empty folder, made now
        finally:
            tempfile.tempdir = before
        (config / "labconfig").mkdir()
        shutil.copy(LAB_SETTINGS, config / "labconfig" / "default_setting_overrides.json")
        lay_opening(config)
        lay_ipython_settings(scratch / "ipython")
        # It would start Node, if installed, with each page: for the address of a registry that is never used.
        commands._yarn_config = lambda _logger: {"yarn config": {}, "npm config": {}}  # noqa: SLF001
        # While each page loads it would check all schemas that it ships; what a person set it still checks.
        check = partial(settings_utils.Validator)  # type: ignore[attr-defined]
        check.check_schema = lambda _schema: None  # type: ignore[attr-defined]
        settings_utils.Validator = check  # type: ignore[attr-defined]
        yield


def furnish(server: ServerApp, notebooks: Path) -> Room | None:
    """Set what no argument can set, on a server that does not listen yet.

    Parameters
    ----------
    server : ServerApp
        JupyterLab's server.
    notebooks : Path
        The folder of the kit's pages, inside the served folder.

    Returns
    -------
    Room or None
        The room of the record that it shows; None for the sample, which is nobody's.
    """
    from jupyterlab.commands import get_app_dir  # noqa: PLC0415 - Jupyter takes a while to load

    from good_on_paper.app.content_policy import content_policy  # noqa: PLC0415 - only with the above
    from good_on_paper.app.people_html import ADDRESS  # noqa: PLC0415 - as above
    from good_on_paper.app.people_page import serve_people  # noqa: PLC0415 - as above
    from good_on_paper.app.save_formats import FORMATS, FormatsHandler  # noqa: PLC0415 - as above

    settings = server.web_app.settings
    whose = os.environ.get("GOOD_ON_PAPER_PERSON", "")
    sample = bool(os.environ.get("GOOD_ON_PAPER_SAMPLE"))
    for_page = told_to_the_page(notebooks, Path(server.root_dir), whose, "" if sample else ADDRESS)
    settings["page_config_data"]["goodOnPaper"] = for_page
    settings["page_config_data"]["buildAvailable"] = False  # each page would start Node to ask if one is due
    settings["page_config_hook"] = with_own_extensions
    page = Path(get_app_dir(), "static", "index.html").read_text(encoding="utf-8")
    policy = content_policy(page, server.port)
    settings.setdefault("headers", {})["Content-Security-Policy"] = policy
    server.web_app.add_handlers(".*$", [(FORMATS, FormatsHandler)])  # type: ignore[no-untyped-call]
    kernels = cast("PageKernels", server.kernel_manager)
    kernels.take_key(Path(os.environ.get("GOOD_ON_PAPER_HOME", "")))
    server.io_loop.add_callback(kernels.warm)  # ready by the time a browser shows the first page
    return None if sample else serve_people(server, notebooks)


def with_own_extensions(_handler: object, page_config: dict[str, Any]) -> dict[str, Any]:
    """Keep only the extensions that the page needs; others in the environment would run in it, and connect.

    Parameters
    ----------
    _handler : object
        What answers the request; JupyterLab passes it.
    page_config : dict
        JupyterLab's settings for the page, with a list ``federated_extensions``.

    Returns
    -------
    dict
        The same, with only the extensions in `EXTENSIONS`.
    """
    found = page_config["federated_extensions"]
    return page_config | {"federated_extensions": [one for one in found if one["name"] in EXTENSIONS]}
