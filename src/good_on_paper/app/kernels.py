"""The kernels of the kit's server: which Python they run, what they read, and what is on their path.

The pages of the kit share one kernel (see `good_on_paper.app.one_kernel`). They run by themselves, so it
imports nothing that merely is in their folder. A person's own notebook has its own kernel, which can import
their modules, but never in place of an installed one.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ipykernel.kernelspec import RESOURCES, get_kernel_dict
from jupyter_client.kernelspec import NATIVE_KERNEL_NAME, KernelSpec, KernelSpecManager
from jupyter_server.utils import ApiPath
from tornado.web import HTTPError
from traitlets import Unicode

from good_on_paper.app.known import is_page
from good_on_paper.app.one_kernel import OneKernel
from good_on_paper.record.errors import Locked
from good_on_paper.record.folder import RECORD_FILE
from good_on_paper.record.lock_keys import handed_over, key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

FOR_THE_SERVER: Final = {
    "JUPYTER_NO_CONFIG": "1",
    # In case a later JupyterLab asks yarn for its settings: yarn would run what a file in any parent folder
    # names.
    "YARN_RC_FILENAME": "no-yarnrc",
    "YARN_IGNORE_PATH": "1",
}
"""Environment variables of the kit's server that its kernels do not inherit: a program started from a cell
reads what it always reads."""

INTERRUPT: Final = "signal" if sys.platform == "win32" else "message"
"""Jupyter interrupts a kernel that it shuts down. A signal would end a starting kernel with a traceback in
the terminal; a message is read once it is up. On Windows kernels do not know this message."""

PAGE: Final = "page"
OWN: Final = "own"

# Variables meant only for the kernel are removed once it is up, as the programs it starts are the person's.
_TAKE_BACK: Final = '[__import__("os").environ.pop(name, None) for name in ("PYTHONSAFEPATH", "IPYTHONDIR")];'
_OWN_MODULES_LAST: Final = '__import__("sys").path.append("");'
_RECEIVE: Final = '__import__("good_on_paper.record.lock_keys", fromlist=["receive"]).receive'
PATIENCE: Final = 60.0
"""Seconds to wait for a starting kernel."""
_MAKE_READY: Final = '__import__("good_on_paper.app.page_kernel", fromlist=["make_ready"]).make_ready();'


def lay_ipython_settings(folder: Path) -> None:
    """Write the IPython settings for the kernels of this server, in place of anybody's own profile.

    Parameters
    ----------
    folder : Path
        Gets the folders `page` and `own`, each the ``IPYTHONDIR`` of such kernels.
    """
    for kind, lines in {PAGE: [_TAKE_BACK, _MAKE_READY], OWN: [_TAKE_BACK, _OWN_MODULES_LAST]}.items():
        settings: dict[str, dict[str, object]] = {
            "HistoryManager": {"enabled": False},  # it would keep what was typed into cells
            "IPKernelApp": {"log_level": logging.CRITICAL, "exec_lines": lines},
        }
        if kind == PAGE:
            # do not keep cell results as `Out`: they would stay as long as the kit is open
            settings["InteractiveShell"] = {"cache_size": 0}
        profile = folder / kind / "profile_default"
        profile.mkdir(parents=True)
        (profile / "ipython_kernel_config.json").write_text(json.dumps(settings), encoding="utf-8")


class PageKernels(OneKernel):
    """Jupyter's kernels: one for all pages of the kit, and one for each notebook of the person's own.

    ``PYTHONSAFEPATH`` keeps the working folder off the path while any kernel starts. Only the kernel of a
    person's own notebook gets that folder afterwards, at the end of the path.
    """

    pages = Unicode(config=True, help="The folder of the kit’s pages.")
    key = ""
    """The key of a locked record, as `good_on_paper.record.lock_keys.handed_over` returns it."""
    closed = False
    """Whether no record may be opened: one was closed, and none chosen since."""
    ipython = Unicode(config=True, help="The folder that `lay_ipython_settings` filled.")

    async def _async_start_kernel(self, **asked: Any) -> str:  # noqa: ANN401 - whatever Jupyter asks with
        given = asked.get("env") or os.environ
        if self._is_for_a_page(given) and asked.get("kernel_name") in (None, "", NATIVE_KERNEL_NAME):
            return await self.seat()
        return await super()._async_start_kernel(**asked | {"env": self.environment(given, OWN)})

    start_kernel = _async_start_kernel  # type: ignore[assignment]  # as its base does

    def take_key(self, folder: Path) -> None:
        """Keep the key of a record, if it is locked and was unlocked in this process."""
        with suppress(Locked):
            key = key_of(folder / RECORD_FILE)
            self.key = handed_over(key) if key else ""

    async def _start_warm(self) -> str:
        if self.closed:
            raise HTTPError(409, "No record is open.")
        warm = await super()._async_start_kernel(
            path=ApiPath(Path(self.pages).relative_to(self.root_dir).as_posix()),
            env=self.environment(os.environ, PAGE),
        )
        if self.key:
            await self._hand_over_key(warm)
            self.add_restart_callback(warm, lambda: asyncio.ensure_future(self._hand_over_key(warm)))
        return warm

    async def _async_restart_kernel(self, kernel_id: str, now: bool = False) -> Any:  # noqa: ANN401
        done = await super()._async_restart_kernel(kernel_id, now=now)  # type: ignore[no-untyped-call]
        if self.key and self._kernels.get(kernel_id) is self._kernels.get(self._warm):
            await self._hand_over_key(kernel_id)
        return done

    restart_kernel = _async_restart_kernel  # type: ignore[assignment]  # as its base does

    async def _hand_over_key(self, kernel_id: str) -> None:
        """Send the key of a locked record to the kernel of the pages, on the encrypted channel.

        So the key is in no environment, argument or file. A silent message is shown and kept nowhere.
        """
        client: Any = self.get_kernel(kernel_id).client()
        client.start_channels()
        try:
            await client.wait_for_ready(timeout=PATIENCE)
            client.execute(f"{_RECEIVE}({self.key!r})", silent=True, store_history=False)
            await client.get_shell_msg(timeout=PATIENCE)
        finally:
            client.stop_channels()

    def _is_for_a_page(self, given: Mapping[str, str]) -> bool:
        """Return whether a page asks for a kernel; ``JPY_SESSION_NAME`` names the notebook, if any."""
        return is_page(Path(self.root_dir, given.get("JPY_SESSION_NAME", "")), Path(self.pages))

    def environment(self, given: Mapping[str, str], kind: str) -> dict[str, str]:
        """Return the environment variables of a kernel.

        Parameters
        ----------
        given : mapping of str to str
            The environment that Jupyter would use.
        kind : {"page", "own"}
            Whether it is for the kit's pages or for a person's own notebook.
        """
        ours = {"PYTHONSAFEPATH": "1", "IPYTHONDIR": str(Path(self.ipython) / kind)}
        return {name: text for name, text in given.items() if name not in FOR_THE_SERVER} | ours


class KitPython(KernelSpecManager):
    """The kernels of this computer, where `python3` is always the Python that the kit is installed in.

    A person's own kernel of that name may start another Python, without the kit or without encryption.
    """

    def find_kernel_specs(self) -> dict[str, str]:
        """Return the folder of each kernel by its name."""
        return {**super().find_kernel_specs(), NATIVE_KERNEL_NAME: RESOURCES}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return how to start a kernel.

        Raises
        ------
        jupyter_client.kernelspec.NoSuchKernel
            If there is none with that name.
        """
        if kernel_name.lower() == NATIVE_KERNEL_NAME:
            return KernelSpec(resource_dir=RESOURCES, interrupt_mode=INTERRUPT, **get_kernel_dict())
        return super().get_kernel_spec(kernel_name)
