"""The page that lists the people on this computer, as HTML: no script, and nothing from elsewhere."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from good_on_paper.language.colours import custom_properties
from good_on_paper.record.locking import LOST, is_locked

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

    from good_on_paper.record.people import PersonHere

TITLE: Final = "People on this computer"
STYLE: Final = f"""
{custom_properties(":root")}
body {{ margin: 2rem auto; max-inline-size: 44rem; padding-inline: 1rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif; }}
h1 {{ font-size: 1.5rem; }}
h2 {{ font-size: 1rem; margin: 0; }}
ul {{ list-style: none; padding: 0; }}
li {{ border-block-start: 1px solid var(--faint); padding-block: 0.75rem; }}
.line {{ display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1rem; overflow-wrap: anywhere; }}
.soft, summary {{ color: var(--soft); font-size: 0.875rem; }}
summary {{ cursor: pointer; inline-size: fit-content; }}
form {{ display: flex; flex-wrap: wrap; align-items: end; gap: 0.5rem; margin-block: 0.5rem; }}
.line form {{ margin: 0; margin-inline-start: auto; }}
label {{ display: grid; font-size: 0.875rem; }}
input {{ font: inherit; padding: 0.25rem 0.5rem; color: inherit; background: var(--paper);
  border: 1px solid var(--edge); border-radius: 4px; inline-size: 14rem; max-inline-size: 100%; }}
button {{ font: inherit; padding: 0.25rem 0.75rem; color: var(--ink); background: var(--paper);
  border: 1px solid var(--edge); border-radius: 4px; cursor: pointer; }}
:focus-visible {{ outline: 2px solid var(--accent); outline-offset: 2px; }}
[role=alert] {{ border-inline-start: 3px solid var(--accent); padding-inline-start: 0.75rem;
  white-space: pre-wrap;
  overflow-wrap: anywhere; }}
"""


def page(
    everybody: Iterable[PersonHere],
    shown: Path | None,
    *,
    today: dt.date,
    xsrf: str,
    told: str = "",
    back: str = "",
) -> str:
    """Return the page.

    Parameters
    ----------
    everybody : iterable of PersonHere
        Who is listed.
    shown : Path or None
        The folder of the record that is open in this window.
    today : date
        What is due by then is said.
    xsrf : str
        What a form must carry to be answered.
    told : str, optional
        What came of the last press.
    back : str, optional
        The address of the pages of the one who is open.
    """
    form = _Forms(xsrf)
    here = sorted(everybody, key=lambda one: one.archived is not None)
    rows = "".join(_row(one, form, shown, today) for one in here if one.archived is None)
    away = "".join(_row(one, form, shown, today) for one in here if one.archived is not None)
    archived = f"<details><summary>Archived</summary><ul>{away}</ul></details>" if away else ""
    onward = f'<p><a href="{escape(back)}">Back to the pages</a></p>' if back else ""
    fresh = form("new", "", "Begin their record", _field("name", "Name"))
    alert = f'<p role="alert">{escape(told)}</p>' if told else ""
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE}</title>'
        '<meta name="viewport" content="width=device-width">'
        f'<meta name="color-scheme" content="light dark"><style>{STYLE}</style></head>'
        f"<body><main><h1>{TITLE}</h1>{alert}"
        f"{onward}<ul>{rows}</ul>{archived}<h2>Somebody new</h2>{fresh}"
        '<p class="soft">One record is open at a time. Opening another closes it. '
        "Nothing is sent to anyone.</p></main></body></html>"
    )


class _Forms:
    def __init__(self, xsrf: str) -> None:
        self._xsrf = xsrf

    def __call__(self, do: str, folder: str, button: str, fields: str = "") -> str:
        hidden = {"_xsrf": self._xsrf, "do": do, "folder": folder}
        given = "".join(
            f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in hidden.items()
        )
        return f'<form method="post">{given}{fields}<button>{escape(button)}</button></form>'


def _field(name: str, label: str, value: str = "", kind: str = "text") -> str:
    typed = 'autocomplete="off"' if kind == "text" else 'autocomplete="new-password"'
    return (
        f'<label>{escape(label)}<input name="{name}" type="{kind}" value="{escape(value)}" {typed}></label>'
    )


def _row(one: PersonHere, form: _Forms, shown: Path | None, today: dt.date) -> str:
    here, locked, folder = one.folder == shown, is_locked(one.folder), one.folder.name
    opened = f"last opened {one.opened.astimezone():%Y-%m-%d}" if one.opened else "never opened"
    said = ["open here" if here else opened, "locked" if locked else "", one.agreed]
    said += [f"until {one.until}" if one.until else ""]
    words = " · ".join(filter(None, said))
    passphrase = _field("passphrase", "Passphrase", kind="password") if locked and not here else ""
    act = form("close", folder, "Close") if here else form("open", folder, "Open", passphrase)
    due = (
        "<p><b>The time you agreed is over.</b> Agree anew, or delete the record.</p>"
        if one.due(today)
        else ""
    )
    return (
        f'<li><div class="line"><h2><bdi>{escape(one.shown)}</bdi></h2>'
        f'<span class="soft">{escape(words)}</span>'
        f"{act}</div>{due}<details><summary>More about {escape(one.shown)}</summary>"
        f"{_more(one, form, locked=locked)}</details></li>"
    )


def _more(one: PersonHere, form: _Forms, *, locked: bool) -> str:
    folder = one.folder.name
    until = str(one.until or "")
    parts = [
        form(
            "note",
            folder,
            "Keep this note",
            _field("agreed", "What you agreed", one.agreed) + _field("until", "Until when", until),
        )
    ]
    if one.name:
        parts.insert(0, form("rename", folder, "Rename", _field("name", "Name", one.name)))
        away = ("back", "Bring back to the list") if one.archived else ("archive", "Archive")
        parts.append(form(away[0], folder, away[1]))
    new = _field("passphrase", "New passphrase", kind="password") + _field(
        "again", "The same again", kind="password"
    )
    now = _field("now", "Passphrase now", kind="password") if locked else ""
    parts.append(form("lock", folder, "Lock with it", now + new) + f'<p class="soft">{escape(LOST)}</p>')
    if locked:
        parts.append(form("unlock", folder, "Take the lock off", now))
    typed = _field("typed", f"Type {one.shown} to delete all of it, backups too")
    parts.append(form("delete", folder, "Delete for good", typed))
    return "".join(parts)
