"""The documentation: built anew, then looked through for links that lead nowhere."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

from house.environment import DOCUMENTATION, HERE, PYTHON, RUNTIME, ready
from house.site import faults
from house.steps import run, say

if TYPE_CHECKING:
    from pathlib import Path

PAGES = HERE / "docs"
BUILT = PAGES / "built"
HTML = BUILT / "html"


def build(words: list[str]) -> int:
    """Build the pages, with every warning an error, and give the exit code.

    Parameters
    ----------
    words : list of str
        Further words for Sphinx.
    """
    ready(RUNTIME, DOCUMENTATION)
    begun = time.monotonic()
    shutil.rmtree(BUILT, ignore_errors=True)
    strict = ["--fail-on-warning", "--keep-going", "--quiet", "--jobs", "auto"]
    command: list[str | Path] = [
        PYTHON,
        "-m",
        "sphinx",
        "--builder",
        "html",
        *strict,
        *words,
        str(PAGES),
        str(HTML),
    ]
    if code := run(command, folder=HERE):
        say("the pages have faults; they stand above.")
        return code
    if wrong := faults(HTML):
        say("\n".join(["links that lead nowhere, or parts that are fetched from elsewhere:", *wrong]))
        return 1
    say(f"the pages were built in {time.monotonic() - begun:.0f} s: open {HTML / 'index.html'}")
    return 0
