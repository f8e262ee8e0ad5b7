"""Import and run the core where opening a file and starting a thread fail; the test beside this starts it.

What others give is there before: pandas is loaded, the record is open, the catalogue and the ways of asking
are read. Python itself may read the modules that it imports.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import numpy as np  # noqa: F401 - what the core stands on is no part of it
import pandas as pd  # noqa: F401 - as above
import pandera.pandas as pa  # noqa: F401 - as above
import pydantic  # noqa: F401 - as above

if TYPE_CHECKING:
    from collections.abc import Iterator

CORE = ("patterns", "frames", "questions", "brief")
OUTSIDE = ("sqlite3.connect", "subprocess.Popen", "os.posix_spawn", "os.fork", "socket.")
alone = False


def refuse(event: str, given: tuple[object, ...]) -> None:
    """Fail at whatever leads out of the process; Python tells of it here, however it is done."""
    reads = event == "open" and not str(given[0]).endswith((".py", ".pyc"))
    if alone and (reads or event.startswith(OUTSIDE)):
        raise PermissionError(f"the core must not: {event} {given[0]!r}")


def refuse_thread(*_: object, **__: object) -> None:
    """Stand in for what starts a thread, of which not every Python tells."""
    raise PermissionError("the core must not start a thread")


@contextmanager
def on_its_own() -> Iterator[None]:
    """Make all of that fail for a while, and show that it does."""
    global alone  # noqa: PLW0603 - a hook cannot be taken back, only told to let go
    alone = True
    with patch("threading.Thread.start", refuse_thread), patch("_thread.start_new_thread", refuse_thread):
        for forbidden in (Path(__file__).with_suffix(".txt").open, threading.Thread().start):
            try:
                forbidden()
            except PermissionError:
                continue
            raise SystemExit("nothing is forbidden here")
        yield
    alone = False


def main(folder: str) -> None:
    """Go from a record that is open to the questions on paper."""
    sys.dont_write_bytecode = True
    sys.addaudithook(refuse)
    with on_its_own():
        for floor in CORE:
            package = importlib.import_module(f"good_on_paper.{floor}")
            for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
                importlib.import_module(module.name)

    from good_on_paper import brief, frames, patterns  # noqa: F401, PLC0415 - only now, see above
    from good_on_paper.brief.compose import compose  # noqa: PLC0415
    from good_on_paper.brief.to_markdown import to_markdown  # noqa: PLC0415
    from good_on_paper.catalogue import load, load_bank  # noqa: PLC0415
    from good_on_paper.frames.bearing import bearing  # noqa: PLC0415
    from good_on_paper.frames.boredom import boredom  # noqa: PLC0415
    from good_on_paper.frames.days import stretches  # noqa: PLC0415
    from good_on_paper.questions.prepared import prepare  # noqa: PLC0415
    from good_on_paper.study.contrast import report  # noqa: PLC0415
    from good_on_paper.study.person import Person  # noqa: PLC0415
    from good_on_paper.study.sample import throw_away_record  # noqa: PLC0415

    load_bank()
    with throw_away_record(folder) as record:
        catalogue = load()
        with on_its_own():
            person = Person(record, fixed=catalogue)
            made = [frames.answers(person), frames.roles(person), bearing(person), stretches(person)]
            ratings = frames.ratings(person)
            look = patterns.contrast(ratings, guesses=person.guesses)
            patterns.halo(look, dict.fromkeys(look.frame["line"], 1))
            patterns.recipes(ratings, guesses=person.guesses[:2])
            patterns.role_map(ratings)
            patterns.noise_like(ratings)
            patterns.time_to_boredom(boredom(person))
            page = prepare(person, [report(person)])
            on_paper = to_markdown(compose(person))
    sys.stdout.write(
        f"{sum(map(len, made))} rows, {len(page.questions)} questions, {len(on_paper)} letters\n"
    )


if __name__ == "__main__":
    main(sys.argv[1])
