"""What these pages read from the code, written anew at each build: no figure or name of it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from from_code import (
    api,
    command,
    dictionary,
    file_formats,
    frame_columns,
    gallery,
    record_shape,
    street,
    tour,
)

if TYPE_CHECKING:
    from pathlib import Path

WRITERS = (api, command, dictionary, file_formats, frame_columns, gallery, record_shape, street, tour)


def write_all(into: Path) -> None:
    """Write every page and picture that is made from the code."""
    for writer in WRITERS:
        writer.write(into)
