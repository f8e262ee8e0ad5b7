"""``good-on-paper open``: the kit on one record, until it is stopped."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer

from good_on_paper.app.kit_folder import LaunchError
from good_on_paper.app.terminal import PASSPHRASE
from good_on_paper.record.people import kept

if TYPE_CHECKING:
    from pathlib import Path


def open_record(folder: Path, *, browser: bool, sample: bool = False, port: int = 8888) -> None:
    """Open the kit on a folder's record, stay until it is stopped, and end the process."""
    from good_on_paper.app.launcher import launch  # noqa: PLC0415 - Jupyter takes a while to load

    os.environ.pop(PASSPHRASE, None)  # programs started from here need not know it
    try:
        launch(folder, name=kept(folder).name, browser=browser, sample=sample, port=port)
    except LaunchError as error:
        typer.echo(f"Good on Paper: {error}", err=True)
        raise typer.Exit(1) from error
    # everything is closed by now; but a worker thread of the server that waits for a vanished browser would
    # keep the process, and the terminal, for ever
    sys.stdout.flush()
    os._exit(0)
