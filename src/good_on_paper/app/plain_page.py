"""A page of the kit's server that is not a notebook: plain HTML, no script, and nothing from elsewhere."""

from __future__ import annotations

from html import escape
from typing import Final

from good_on_paper.language.colours import COLOURS

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
"""What a browser may do on such a page."""
_USED: Final = ("ground", "ink", "soft", "faint", "edge", "accent")
_LIGHT: Final = " ".join(f"--{name}: {COLOURS[name].light};" for name in _USED)
_DARK: Final = " ".join(f"--{name}: {COLOURS[name].dark};" for name in _USED)
STYLE: Final = f"""
:root {{ {_LIGHT} }}
@media (prefers-color-scheme: dark) {{ :root {{ {_DARK} }} }}
body {{ margin: 2rem auto; max-inline-size: 44rem; padding-inline: 1rem;
  background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif; }}
h1 {{ font-size: 1.5rem; }}
h2 {{ font-size: 1rem; margin: 0; }}
h3 {{ font-size: 1rem; margin-block: 0.75rem 0.25rem; }}
.pair {{ grid-template-columns: 1fr 1fr; margin-block-end: 0.5rem; }}
ul, ol {{ list-style: none; padding: 0; }}
li {{ border-block-start: 1px solid var(--faint); padding-block: 0.75rem; }}
.line {{ display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1rem; overflow-wrap: anywhere; }}
.soft, summary {{ color: var(--soft); font-size: 0.875rem; }}
summary:has(h2) {{ color: inherit; font-size: 1rem; margin-block-start: 0.75rem; }}
summary h2 {{ display: inline; }}
summary {{ cursor: pointer; inline-size: fit-content; }}
details {{ margin-block: 0.25rem; }}
details details {{ margin-inline-start: 1rem; }}
form > details {{ inline-size: 100%; margin-inline-start: 0; }}
details > summary + label {{ margin-block-start: 0.25rem; }}
form > p {{ inline-size: 100%; margin: 0; }}
h2 + form, details + h2 {{ margin-block-start: 0.5rem; }}
a {{ color: var(--accent); }}
ol p {{ margin: 0; }}
@media print {{ .soft {{ color: inherit; }} }}
form {{ display: flex; flex-wrap: wrap; align-items: end; gap: 0.5rem; margin-block: 0.5rem; }}
.line form {{ margin: 0; margin-inline-start: auto; }}
.line > form:first-child, .line > form + form {{ margin-inline-start: 0; }}
label {{ display: grid; font-size: 0.875rem; }}
label:has([type=checkbox], [type=radio]) {{ grid-template-columns: auto 1fr; gap: 0.5rem;
  align-items: baseline; inline-size: 100%; overflow-wrap: anywhere; }}
fieldset {{ inline-size: 100%; border: 0; margin: 0; padding: 0; display: grid; gap: 0.25rem;
  min-inline-size: 0; }}
legend {{ padding: 0; font-weight: 600; }}
mark {{ background: none; color: inherit; border-block-end: 2px solid var(--accent); }}
ul ul li {{ border: 0; padding-block: 0.125rem; overflow-wrap: anywhere; }}
input:not([type=checkbox], [type=radio]), textarea, select {{
  font: inherit; padding: 0.25rem 0.5rem; color: inherit; background: var(--ground);
  border: 1px solid var(--edge); border-radius: 4px; inline-size: 14rem; max-inline-size: 100%; }}
button {{ font: inherit; padding: 0.25rem 0.75rem; color: var(--ink); background: var(--ground);
  border: 1px solid var(--edge); border-radius: 4px; cursor: pointer; }}
:focus-visible {{ outline: 2px solid var(--accent); outline-offset: 2px; }}
[role=alert] {{ border-inline-start: 3px solid var(--accent); padding-inline-start: 0.75rem;
  white-space: pre-wrap;
  overflow-wrap: anywhere; }}
"""


def plain_page(title: str, body: str) -> str:
    """Return a complete page.

    Parameters
    ----------
    title : str
        Its heading, and the name of its tab.
    body : str
        The content below it, as HTML.
    """
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width">'
        f'<meta name="color-scheme" content="light dark"><style>{STYLE}</style></head>'
        f"<body><main><h1>{escape(title)}</h1>{body}</main></body></html>"
    )


class Forms:
    """The forms of a page; each carries what the server needs to accept it.

    Parameters
    ----------
    xsrf : str
        What a form must carry to be answered.
    """

    def __init__(self, xsrf: str) -> None:
        self._xsrf = xsrf

    def __call__(self, do: str, button: str, fields: str = "", *, file: bool = False, **hidden: str) -> str:
        """Return a form as HTML.

        Parameters
        ----------
        do : str
            What its button does, for the server.
        button : str
            The text on the button.
        fields : str, optional
            The fields to fill in, as HTML.
        file : bool, optional
            Whether the form sends a file.
        **hidden
            Further hidden fields.
        """
        carried = {"_xsrf": self._xsrf, "do": do, **hidden}
        given = "".join(
            f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in carried.items()
        )
        kind = ' enctype="multipart/form-data"' if file else ""
        # else a browser stores what was typed in its own file of open tabs
        begins = f'<form method="post" autocomplete="off"{kind}>'
        return f"{begins}{given}{fields}<button>{escape(button)}</button></form>"


def field(name: str, label: str, value: str = "", kind: str = "text", *, needed: bool = False) -> str:
    """Return a field with its label, as HTML; the browser stores nothing of it.

    Where one is needed, the browser asks for it before anything is sent: a file chosen would be lost.
    """
    typed = "off" if kind == "text" else "new-password"
    filled = "" if kind == "file" else f' value="{escape(value)}" autocomplete="{typed}"'
    filled += " required" if needed else ""
    return f'<label>{escape(label)}<input name="{name}" type="{kind}"{filled}></label>'


def opening_fields() -> str:
    """Return the fields for a file that may be locked, and for what opens it."""
    key = field("key", "Your key file", kind="file")
    return (
        field("file", "The file", kind="file")
        + field("passphrase", "Its passphrase", kind="password")
        + fold("It was locked to your key", key)
    )


def tick(name: str, label: str, value: str = "yes", *, on: bool = False, kind: str = "checkbox") -> str:
    """Return a box to tick, or one option to choose."""
    state = " checked" if on else " required" if kind == "radio" else ""
    shown = f"<span>{escape(label)}</span>"
    return f'<label><input type="{kind}" name="{name}" value="{escape(value)}"{state}>{shown}</label>'


def fold(heading: str, inside: str, *, level: str = "", unfolded: bool = False) -> str:
    """Return something folded under its heading."""
    summary = f"<{level}>{escape(heading)}</{level}>" if level else escape(heading)
    return f"<details{' open' if unfolded else ''}><summary>{summary}</summary>{inside}</details>"
