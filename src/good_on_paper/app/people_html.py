"""The page that lists the people on this computer, as HTML: no script, and nothing from elsewhere."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from good_on_paper.app.plain_page import Forms, field, fold, opening_fields, plain_page
from good_on_paper.language.day_names import in_full
from good_on_paper.record.folder import people_folder
from good_on_paper.record.locking import LOST, is_locked

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

    from good_on_paper.record.people import PersonHere

TITLE: Final = "People on this computer"
SHARE_TITLE: Final = "Share with somebody"
SHARE: Final = "/good-on-paper/share"
"""Title and address of the page for sharing the open record."""
ADDRESS: Final = "/good-on-paper/people"
"""The address of this page."""
EVERYONE: Final = "everyone"
"""The query that shows the other people too."""
HOUR: Final = "/good-on-paper/hour"
"""The address of the page of a coaching hour."""
HOMEWORK: Final = "/good-on-paper/homework"
"""The address of the page for sheets to fill in at home."""
_LIES: Final = "Each record begun here lies in a folder of its own in {}."


def page(
    everybody: Iterable[PersonHere],
    shown: Path | None,
    *,
    today: dt.date,
    xsrf: str,
    notice: str = "",
    back: str = "",
    everyone: bool = False,
    theirs: str | None = None,
) -> str:
    """Return the page.

    Parameters
    ----------
    everybody : iterable of PersonHere
        Who is listed.
    shown : Path or None
        The folder of the record that is open in this window.
    today : date
        The day for which due records are shown.
    xsrf : str
        What a form must carry to be answered.
    notice : str, optional
        The result of the last button pressed.
    back : str, optional
        The address of the pages of the open record.
    everyone : bool, default False
        Whether to list the others too while a record is open: somebody beside you can see the screen.
    theirs : str, optional
        The name typed beside a file that did not open.
    """
    form = Forms(xsrf)
    here = list(everybody)
    names = [one.name for one in here]
    alike = {one.folder for one in here if names.count(one.name) > 1}
    hidden = shown is not None and not everyone
    listed = [one for one in here if not hidden or one.folder == shown]
    rows = "".join(
        _row(one, form, shown, today, alike=one.folder in alike)
        for one in listed
        if hidden or one.archived is None
    )
    away = "".join(
        _row(one, form, shown, today, alike=one.folder in alike)
        for one in listed
        if not hidden and one.archived is not None
    )
    others = f'<p><a href="?{EVERYONE}">Show everyone</a></p>' if hidden else ""
    archived = fold("Archived", f"<ul>{away}</ul>") if away else ""
    links = f'<a href="{escape(back)}">Back to the pages</a><a href="{SHARE}">{SHARE_TITLE}</a>'
    links += f'<a href="{HOUR}">A coaching hour</a><a href="{HOMEWORK}">Homework</a>'
    onward = f'<p class="line">{links}</p>' if back else ""
    lies = f'<p class="soft">{escape(_LIES.format(people_folder()))}</p>'
    fresh = form("new", "Begin their record", field("name", "Name", needed=True) + lies)
    given = field("name", "Name of whoever gave it to you", theirs or "", needed=True) + opening_fields()
    from_file = form("from_file", "Open it as theirs", given, file=True)
    fresh += fold("From a file they gave you", from_file, unfolded=theirs is not None)
    alert = f'<p role="alert">{escape(notice)}</p>' if notice else ""
    return plain_page(
        TITLE,
        f"{alert}{onward}<ul>{rows}</ul>{others}{archived}<h2>Somebody new</h2>{fresh}"
        '<p class="soft">One record is open at a time. Opening another closes it. '
        "Nothing is sent to anyone.</p>",
    )


def which(one: PersonHere) -> str:
    """Return what tells a record from the others: its folder's name, or its place where that is elsewhere."""
    return one.folder.name if one.folder.parent == people_folder() else str(one.folder)


def _row(one: PersonHere, form: Forms, shown: Path | None, today: dt.date, *, alike: bool) -> str:
    here, locked, folder = one.folder == shown, is_locked(one.folder), which(one)
    opened = f"last opened or filled {in_full(one.opened)}" if one.opened else "never opened"
    now = "open now" if here else opened
    facts = ["" if one.name else "you", now, "locked" if locked else "", one.copy_words, one.agreed]
    facts += [f"until {in_full(one.until)}" if one.until else ""]
    facts += [f"in the folder {folder}" if alike else ""]
    words = " · ".join(filter(None, facts))
    passphrase = field("passphrase", "Passphrase", kind="password") if locked and not here else ""
    act = form("close", "Close", folder=folder) if here else form("open", "Open", passphrase, folder=folder)
    due = (
        "<p><b>The time you agreed is over.</b> Agree anew, or delete the record.</p>"
        if one.due(today)
        else ""
    )
    return (
        f'<li><div class="line"><h2><bdi>{escape(one.shown)}</bdi></h2>'
        f'<span class="soft">{escape(words)}</span>{act}</div>{due}'
        f"{fold(f'More about {one.shown}', _more(one, form, locked=locked))}</li>"
    )


def _more(one: PersonHere, form: Forms, *, locked: bool) -> str:
    folder = which(one)
    until = in_full(one.until) if one.until else ""
    note = field("agreed", "What you agreed", one.agreed) + field("until", "Until when", until)
    parts = [form("note", "Keep this note", note, folder=folder)]
    if one.name:
        parts.insert(0, form("rename", "Rename", field("name", "Name", one.name), folder=folder))
        away = ("back", "Bring back to the list") if one.archived else ("archive", "Archive")
        parts.append(form(away[0], away[1], folder=folder))
    now = field("now", "Passphrase now", kind="password") if locked else ""
    new = field("passphrase", "New passphrase", kind="password")
    new += field("again", "The same again", kind="password")
    lock = f'<p class="soft">{escape(LOST)}</p>' + form("lock", "Lock with it", now + new, folder=folder)
    lock += form("unlock", "Take the lock off", now, folder=folder) if locked else ""
    parts.append(fold("Change the lock" if locked else "Lock with a passphrase", lock))
    typed = field("typed", f"Type {one.shown} to delete all of it, backups too")
    parts.append(fold("Delete for good", form("delete", "Delete for good", typed, folder=folder)))
    return "".join(parts)
