"""``good-on-paper many FILE --to FOLDER``: the same contrast for every person of a long table."""

from __future__ import annotations

import csv
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from good_on_paper.app.terminal import FAILED, fail, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor

    from good_on_paper.many import EachContrast, OverAll

_File = Annotated[
    Path,
    typer.Argument(
        help="A table with the columns person, role, line and value: CSV, or Parquet with the extra `many`."
    ),
]
_To = Annotated[
    Path, typer.Option("--to", help="The folder for what comes of it. Run it again there to go on.")
]
_Outcome = Annotated[str, typer.Option("--outcome", help="The line that says how each job went.")]
_When = Annotated[
    str | None,
    typer.Option("--when", help="The line that says when each job began: dates, years or numbers."),
]
_Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="Work on a dask cluster, as tcp://10.0.0.1:8786. The table then goes to its computers.",
    ),
]

STOPPED = 130  # the exit code of shells after Ctrl+C
_ROUND = 10  # from this number on, no decimal is shown


def contrast_many(
    file: _File,
    *,
    to: _To,
    outcome: _Outcome = "overall",
    when: _When = None,
    scheduler: _Scheduler = None,
) -> None:
    """Look at many people at once: what each one’s better jobs had in common, and what chance would give."""
    # pandas takes a while to load, and other commands of the same program do not need it
    from good_on_paper.many import LostError, contrast_each, over_all  # noqa: PLC0415
    from good_on_paper.patterns import PatternError  # noqa: PLC0415

    try:
        to.mkdir(parents=True, exist_ok=True)
        with _workers(scheduler) as executor:
            each = contrast_each(
                file, outcome=outcome, when=when, lean=True, executor=executor, folder=to / "finished"
            )
            with _table(to / "lines.csv") as write:
                found = over_all(_watched(each, write), each.budget)
    except (PatternError, LostError, ModuleNotFoundError, OSError) as error:
        fail(str(error), FAILED)
    except KeyboardInterrupt:
        fail("Stopped. The same command goes on where it stood.", STOPPED)
    with _table(to / "people.csv") as write:
        write(found.frame.columns.tolist())
        for row in found.frame.astype(object).where(found.frame.notna(), "").itertuples(index=False):
            write(row)
    say(*_sentences(found), f"Written: {to / 'people.csv'} and {to / 'lines.csv'}")


def _sentences(found: OverAll) -> Iterator[str]:
    """Yield the result in sentences, with what chance alone would give."""
    yield f"{found.people:,} people; {found.told:,} have enough jobs to tell anything."
    if found.failed:
        yield f"We could not read the rows of {found.failed:,}; people.csv says why."
    if found.told:
        by_chance = f"{found.by_chance:,.{0 if found.by_chance >= _ROUND else 1}f}"
        yield f"Something stands out, or is worth asking about, in {found.found:,} of them."
        yield f"Chance alone would give up to about {by_chance}."
        yield "people.csv has one p for each person, so that you can control the false discovery rate."


def _watched(each: EachContrast, write: Callable[[Any], object]) -> Iterator[tuple[Any, Any]]:
    """Pass everything on, with a progress bar, and write the lines of each person."""
    import pandas as pd  # noqa: PLC0415 - as above

    from good_on_paper.many import LEAN  # noqa: PLC0415 - as above

    write(["person", *LEAN])
    with typer.progressbar(each, label="People", file=sys.stderr) as watched:
        for person, found in watched:
            if isinstance(found, pd.DataFrame):
                columns = [found[name].astype(object).where(found[name].notna(), "") for name in LEAN]
                for row in zip(*columns, strict=True):
                    write([person, *row])
            yield person, found


@contextmanager
def _table(path: Path) -> Iterator[Callable[[Any], object]]:
    """Write a CSV file, row by row; it gets its name once it is complete."""
    unfinished = path.with_suffix(".part")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        yield csv.writer(file).writerow
    unfinished.replace(path)


@contextmanager
def _workers(scheduler: str | None) -> Iterator[Callable[[], Executor] | None]:
    """Connect to a cluster, if one is given."""
    if scheduler is None:
        yield None
        return
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError("to work on a cluster, type: pip install 'good-on-paper[many]'") from error
    try:
        client = Client(scheduler, timeout=10, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise OSError(f"--scheduler {scheduler}: nobody answers there ({error}); is dask running?") from error
    with client:
        yield client.get_executor
