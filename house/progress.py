"""How far pip has come, read from what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH: Final = 24
_SEEN = re.compile(r"^(?:Collecting|Processing) ", re.MULTILINE)
_LEFT_OUT = re.compile(r"^Ignoring ", re.MULTILINE)
_PINNED = re.compile(r"^\S+==", re.MULTILINE)
_UNPACKS = "\nInstalling collected packages:"


def of_packages(lock: str) -> Callable[[str], str]:
    r"""Return what says, of pip's words so far, how many packages of a lock file are there.

    Parameters
    ----------
    lock : str
        The text of the lock file.

    Examples
    --------
    >>> told = of_packages("numpy==2.4.6\ncolorama==0.4.6\nsix==1.17.0\n")
    >>> told("Ignoring colorama: markers do not match\nCollecting numpy==2.4.6\n")
    '[############............] 1 of 2 packages'
    """
    pinned = len(_PINNED.findall(lock))

    def told(output: str) -> str:
        packages = max(1, pinned - len(_LEFT_OUT.findall(output)))
        seen = min(packages, len(_SEEN.findall(output)))
        if _UNPACKS in output:
            return f"[{'#' * WIDTH}] unpacking all {packages}"
        full = WIDTH * seen // packages
        return f"[{'#' * full}{'.' * (WIDTH - full)}] {seen} of {packages} packages"

    return told
