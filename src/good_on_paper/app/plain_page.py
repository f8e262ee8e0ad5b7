"""A page of the kit's server that is no notebook: plain HTML, no script, and nothing from elsewhere."""

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
ul, ol {{ list-style: none; padding: 0; }}
li {{ border-block-start: 1px solid var(--faint); padding-block: 0.75rem; }}
.line {{ display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1rem; overflow-wrap: anywhere; }}
.soft, summary {{ color: var(--soft); font-size: 0.875rem; }}
summary {{ cursor: pointer; inline-size: fit-content; }}
details {{ margin-block: 0.25rem; }}
details details {{ margin-inline-start: 1rem; }}
h2 + form, details + h2 {{ margin-block-start: 0.5rem; }}
a {{ color: var(--accent); }}
ol p {{ margin: 0; }}
@media print {{ .soft {{ color: inherit; }} }}
form {{ display: flex; flex-wrap: wrap; align-items: end; gap: 0.5rem; margin-block: 0.5rem; }}
.line form {{ margin: 0; margin-inline-start: auto; }}
label {{ display: grid; font-size: 0.875rem; }}
input {{ font: inherit; padding: 0.25rem 0.5rem; color: inherit; background: var(--ground);
  border: 1px solid var(--edge); border-radius: 4px; inline-size: 14rem; max-inline-size: 100%; }}
button {{ font: inherit; padding: 0.25rem 0.75rem; color: var(--ink); background: var(--ground);
  border: 1px solid var(--edge); border-radius: 4px; cursor: pointer; }}
:focus-visible {{ outline: 2px solid var(--accent); outline-offset: 2px; }}
[role=alert] {{ border-inline-start: 3px solid var(--accent); padding-inline-start: 0.75rem;
  white-space: pre-wrap;
  overflow-wrap: anywhere; }}
"""


def plain_page(title: str, body: str) -> str:
    """Return a page, whole.

    Parameters
    ----------
    title : str
        Its heading, and the name of its tab.
    body : str
        What stands below it, as HTML.
    """
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width">'
        f'<meta name="color-scheme" content="light dark"><style>{STYLE}</style></head>'
        f"<body><main><h1>{escape(title)}</h1>{body}</main></body></html>"
    )
