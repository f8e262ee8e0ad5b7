"""The colours of the kit, by their meaning: forms, panels and charts take them from this one table.

Examples
--------
>>> COLOURS["best"]
Shades(light='#0f766e', dark='#2dd4bf')
>>> custom_properties(".mine").partition(";")[0]
'.mine { --paper: #ffffff'
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Shades(NamedTuple):
    """One colour on light and on dark paper, as #rrggbb.

    Attributes
    ----------
    light, dark
        The two.
    """

    light: str
    dark: str


COLOURS: Final = {
    # paper and what is written on it; text has a contrast of at least 4.5. The dark paper is that of
    # JupyterLab: a chart on a page has none of its own, and clears the room around a number with this
    "ground": Shades("#ffffff", "#111111"),
    "ink": Shades("#1f2328", "#e6e8eb"),
    "soft": Shades("#57606a", "#a3acb6"),
    # hairlines, which say nothing by themselves; the edge of a step to press, and of a field or a button
    "faint": Shades("#e1e4e8", "#2b3137"),
    "step": Shades("#c3c9d0", "#454d55"),
    "edge": Shades("#868e98", "#77818b"),
    # what somebody chose or can press, and the paper behind it
    "accent": Shades("#3b5bdb", "#91a7ff"),
    "tint": Shades("#eef1fd", "#1d2440"),
    # how a job went (shape and fill say the same); the best colour also marks what is saved
    "best": Shades("#0f766e", "#2dd4bf"),
    "middle": Shades("#7d8792", "#7f8994"),
    "worst": Shades("#b84e0a", "#fb923c"),
    # both ends of the ramp of the map, from the low end of a line to its high end
    "less": Shades("#eef1fd", "#1a2036"),
    "more": Shades("#2f4ac0", "#a3b5ff"),
    # what is not saved or not understood, and what people had better know
    "wrong": Shades("#b42318", "#ff9b8f"),
    "caution": Shades("#9a6700", "#9a6700"),
}

_OF_JUPYTERLAB: Final = {"ground": "--jp-layout-color0", "ink": "--jp-content-font-color1"}
"""What a page takes from JupyterLab's theme, inside JupyterLab."""


def custom_properties(selector: str) -> str:
    """Return the colours as CSS custom properties for a selector, on a light page and on a dark one.

    Ground and ink follow JupyterLab's theme; ``--paper`` is the ground that does not.

    Parameters
    ----------
    selector : str
        Such as ``".gop"``.

    Examples
    --------
    >>> "--best: #2dd4bf;" in custom_properties(".mine")
    True
    """
    dark = f'body[data-jp-theme-light="false"] {selector}'
    return f"{selector} {{ {_declared('light')} }}\n{dark} {{ {_declared('dark')} }}"


def _declared(theme: str) -> str:
    found = {"paper": getattr(COLOURS["ground"], theme)}
    for name, shades in COLOURS.items():
        shade = getattr(shades, theme)
        found[name] = f"var({_OF_JUPYTERLAB[name]}, {shade})" if name in _OF_JUPYTERLAB else shade
    return " ".join(f"--{name}: {shade};" for name, shade in found.items())
