"""JupyterLab as the kit needs it: on this computer only, quiet, at the start notebook."""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
import signal
import sys
import webbrowser
from typing import TYPE_CHECKING

from good_on_paper.app.already_open import address_of_another
from good_on_paper.app.kernel_encryption import NOT_ENCRYPTED, can_encrypt
from good_on_paper.app.kit_folder import NOTEBOOKS, LaunchError, beside_note, ready_kit_folder
from good_on_paper.app.known import renamed
from good_on_paper.app.server import arguments, furnish, own_configuration, variables
from good_on_paper.app.terminal import harmless
from good_on_paper.record import Record, RecordError
from good_on_paper.record.scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

START = "00 Start here.ipynb"


def start_page(notebooks: Path) -> tuple[str, tuple[str, ...]]:
    """Return the notebook to open, and notes about pages that are not under their names.

    Raises
    ------
    LaunchError
        If the start page is missing under any name.
    """
    now = renamed(notebooks)
    start = now.get(START, START)
    if not start:
        raise LaunchError(
            f"the page “{START}” is not in {notebooks}. If you gave it another name or moved it, bring it "
            f"back there under that name; otherwise download the kit again. Your answers are kept "
            f"elsewhere; nothing is lost."
        )
    return start, tuple(_on_a_page(name, new, notebooks) for name, new in now.items())


def _on_a_page(name: str, new: str, notebooks: Path) -> str:
    if new:
        return (
            f"the page “{name}” is called “{new}” now, so the other pages do not find it. "
            f"Give it its old name again, in {notebooks}."
        )
    return (
        f"the page “{name}” is not in {notebooks}. Bring it back there, or download the kit again; "
        f"your answers are kept elsewhere."
    )


def can_show_a_browser() -> bool:
    """Return whether the person would see a browser opened here."""
    if "SSH_CONNECTION" in os.environ:
        return False
    on_linux = sys.platform.startswith("linux") and "WSL_DISTRO_NAME" not in os.environ
    if on_linux and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


@contextlib.contextmanager
def record_for(person: Path, scratch: Path, *, name: str = "", sample: bool) -> Iterator[None]:
    """Tell the notebooks' kernels, by environment variables, whose record to open.

    Parameters
    ----------
    person : Path
        The person's folder.
    scratch : Path
        A temporary folder, for the sample person's record.
    name : str, optional
        The person's name on the pages, if several people use this computer.
    sample : bool
        Whether to show the sample person.
    """
    if sample:
        from good_on_paper.study.sample import throw_away_record  # noqa: PLC0415 - only the sample needs pandas

        person = scratch / "record"
        throw_away_record(person).close()
    settings = {
        "GOOD_ON_PAPER_HOME": str(person),
        "GOOD_ON_PAPER_PERSON": name,
        "GOOD_ON_PAPER_SAMPLE": "1" if sample else "",
    }
    with variables(settings):
        yield


def notes_on(person: Path) -> tuple[str, ...]:
    """Return what the person should know about their record first, a sentence or two each.

    This and the pages report a record that cannot be opened; the kit opens all the same.
    """
    other = address_of_another(person)
    already = f"your answers are already open, at {other}. One of the two is enough."
    twice = (already,) if other else ()
    try:
        with Record.open(person) as record:
            record.wait_for_backup()
            return (*twice, *record.warnings)
    except RecordError as error:
        return (*twice, str(error))


def greeting(
    address: str, person: Path, *, browser: bool, sample: bool, name: str = "", notes: Iterable[str] = ()
) -> str:
    """Return the few lines the person reads in the terminal."""
    first = "Good on Paper is opening in your browser." if browser else "Good on Paper is ready."
    second = "Should no page appear, open this address:" if browser else "Open this address in a browser:"
    whose = f"This is {name}: the" if name else "Your"
    kept = (
        "This is an invented person: we throw away what you change at the end."
        if sample
        else f"{whose} answers are kept in {person}, on this computer only."
    )
    stop = "To stop: close the page, then press Ctrl+C here."
    lines = (first, second, f"    {address}", kept, *(f"Please note: {note}" for note in notes), stop)
    return "\n" + harmless("\n".join(lines)) + "\n"


def launch(
    person: Path, *, name: str = "", browser: bool = True, sample: bool = False, port: int = 8888
) -> None:
    """Start JupyterLab at the start notebook and stay until it is stopped.

    Parameters
    ----------
    person : Path
        The folder of the person's record.
    name : str, optional
        The person's name, if several people use this computer.
    browser : bool, default True
        Whether to open a browser, if the person can see it.
    sample : bool, default False
        Whether to show the sample person, on a copy that is removed at the end.
    port : int, default 8888
        The first port to try.

    Raises
    ------
    LaunchError
        If the notebooks are missing or cannot be copied, the start page is missing, or no port is free.
    """
    root, newer = ready_kit_folder(person)
    start, pages = start_page(root / NOTEBOOKS)
    start = newer.get(start, start)  # the newer of the two: its code is the kit's, so it runs by itself
    pages += tuple(beside_note(page, new, root / NOTEBOOKS) for page, new in newer.items())
    shown = browser and can_show_a_browser()
    # jsonschema would build a grammar of internationalised addresses: half of JupyterLab's loading time,
    # for a format that no schema of Jupyter's uses. Without the package it leaves that format out.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    token = secrets.token_hex(24)
    with (
        Scratch() as folder,
        record_for(person, folder.path, name=name, sample=sample),
        own_configuration(folder.path),
    ):
        from jupyterlab.labapp import LabApp  # noqa: PLC0415 - asks on loading where configuration lies

        scratch = folder.path
        argv = arguments(root=root, start=start, scratch=scratch, token=token, browser=shown, port=port)
        try:
            server = LabApp.initialize_server(argv=argv)
        except SystemExit as error:  # the log says why: most likely no free port near this one
            raise LaunchError("JupyterLab did not start; see above. Try another --port.") from error
        room = furnish(server, root / NOTEBOOKS)
        # from here on, only the server's farewell is logged as critical
        server.log.addFilter(lambda record: record.levelno != logging.CRITICAL)
        if hasattr(signal, "SIGHUP"):  # the terminal's window was closed: exit cleanly
            signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
        address = f"{server.connection_url.rstrip('/')}{server.default_url}?token={token}"
        open_to_others = () if can_encrypt() else (NOT_ENCRYPTED,)
        notes = (*pages, *open_to_others, *(() if sample else notes_on(person)))
        lines = greeting(address, person, browser=shown, sample=sample, name=name, notes=notes)
        server.io_loop.add_callback(say, lines)  # after the callback that begins to listen at that address
        with room or contextlib.nullcontext():
            server.start()
    say("Good on Paper has stopped.\n")


def say(text: str) -> None:
    """Write to the terminal at once."""
    sys.stdout.write(text)
    sys.stdout.flush()
