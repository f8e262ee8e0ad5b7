"""The browser half of a form: plain ES modules in `js`, style sheets in `css`, joined at definition.

A widget's module is loaded from text and cannot import its siblings. So what several forms share
(`js/shared`, `css/shared`) goes before each form's own files.
"""

from __future__ import annotations

import json
from importlib.resources import files

from good_on_paper.catalogue.keys import named
from good_on_paper.language.colours import custom_properties

EVERYWHERE = ("dom", "channel", "focus", "control", "keyed_list", "fold", "shell")
"""Shared modules that come before every form's own, in this order."""


def module(*own: str, uses: tuple[str, ...] = ()) -> str:
    """Return the text of a form's module: the keys by name, its shared files, then its own files.

    Parameters
    ----------
    *own : str
        Files of `js` without their ending, in order; the last exports the widget.
    uses : tuple of str, optional
        Files of `js/shared`, in order, besides those that every form has.
    """
    keys = f"const KEY = Object.freeze({json.dumps(named())});"
    return "\n".join([keys, *_texts("js/shared", (*EVERYWHERE, *uses)), *_texts("js", own)])


def style(*own: str, uses: tuple[str, ...] = ()) -> str:
    """Return the text of a form's style sheet: colours, shared files, then its own files; see `module`."""
    return "\n".join([custom_properties(".gop"), *_texts("css/shared", ("form", *uses)), *_texts("css", own)])


def _texts(folder: str, names: tuple[str, ...]) -> list[str]:
    here = files(__package__).joinpath(folder)
    ending = folder.partition("/")[0]
    return [here.joinpath(f"{name}.{ending}").read_text(encoding="utf-8") for name in names]
