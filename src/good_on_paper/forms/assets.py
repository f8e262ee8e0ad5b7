"""The browser half of a form: plain ES modules and style sheets, joined when a form's class is defined.

A widget's module is loaded from text and cannot import its siblings, so what the forms share is put in front
of each one's own module.
"""

from __future__ import annotations

import json
from importlib.resources import files

from good_on_paper.catalogue.keys import named

SHARED_MODULES = ("channel.js", "shell.js")
SHARED_STYLES = ("form.css",)


def module(*names: str) -> str:
    """Return the text of a form's module with the shared modules, and the keys by name, in front of it.

    Parameters
    ----------
    *names : str
        Files beside this one, in order; the last exports the widget.
    """
    return f"const KEY = Object.freeze({json.dumps(named())});\n{_joined((*SHARED_MODULES, *names))}"


def style(*names: str) -> str:
    """Return the text of a form's style sheet with the shared one in front of it; see `module`."""
    return _joined((*SHARED_STYLES, *names))


def _joined(names: tuple[str, ...]) -> str:
    here = files(__package__)
    return "\n".join(here.joinpath(name).read_text(encoding="utf-8") for name in names)
