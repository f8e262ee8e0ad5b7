"""Open a saved file, or show it in its folder, as by a double-click."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from good_on_paper.record.errors import RecordError

if TYPE_CHECKING:
    from pathlib import Path


def open_file(path: Path, *, in_folder: bool = False) -> None:
    """Open a file with this computer's program for it, or open its folder.

    Parameters
    ----------
    path : Path
        The file.
    in_folder : bool, default False
        Whether to show its folder instead.

    Raises
    ------
    RecordError
        If the file no longer exists, or nothing here can open it.
    """
    if not path.exists():
        raise RecordError(f"{path} is not there any more; save it again")
    if sys.platform == "win32":
        if in_folder:
            subprocess.Popen(["explorer", "/select,", str(path)])  # noqa: S603, S607 - Windows' own
        else:
            os.startfile(path)  # noqa: S606 - the person asked for it
        return
    on_a_mac = sys.platform == "darwin"
    program = ["open", "-R"] if on_a_mac and in_folder else ["open"] if on_a_mac else ["xdg-open"]
    shown = path.parent if in_folder and not on_a_mac else path
    try:
        subprocess.Popen([*program, str(shown)], start_new_session=True)  # noqa: S603 - a file that we wrote
    except OSError as error:
        raise RecordError(f"nothing on this computer opens it from here; you find it at {path}") from error
