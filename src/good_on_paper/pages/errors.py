"""Errors reach the person as a sentence, not as a traceback."""

from __future__ import annotations

import sys
import traceback
from functools import wraps
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from IPython.display import HTML

from good_on_paper.catalogue import CatalogueError
from good_on_paper.frames import FrameError
from good_on_paper.intake import IntakeError
from good_on_paper.language.colours import COLOURS
from good_on_paper.patterns import PatternError
from good_on_paper.record import RecordError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ParamSpec

    Given = ParamSpec("Given")
Shown = TypeVar("Shown")


def in_words(show: Callable[Given, Shown]) -> Callable[Given, Shown | HTML]:
    """Let a notebook's call say in a sentence what is wrong with the record, own lines or the kit itself."""

    @wraps(show)
    def call(*args: Given.args, **kwargs: Given.kwargs) -> Shown | HTML:
        try:
            return show(*args, **kwargs)
        except (CatalogueError, FrameError, IntakeError, PatternError, RecordError) as error:
            return sentence(str(error))
        except Exception as error:  # noqa: BLE001 - a traceback helps nobody here, and shows what was typed
            sys.last_type, sys.last_value, sys.last_traceback = type(error), error, error.__traceback__
            return sentence(_unexpected(error))

    return call


def _unexpected(error: Exception) -> str:
    """Write where it happened, without the error's own words, which may hold what the person typed."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"We could not make this part of the page ({type(error).__name__}, {Path(last.filename).name}, line "
        f"{last.lineno}). Your answers are safe, and the other parts work without it. Whoever mends the kit "
        f"can use this sentence. %tb in a new cell shows more, which may include your own words."
    )


def sentence(text: str) -> HTML:
    """Return one sentence, escaped for a notebook."""
    return HTML(  # type: ignore[no-untyped-call]
        f'<p role="alert" style="border-inline-start: 4px solid {COLOURS["wrong"].light}; '
        "padding-inline-start: 10px; font: 14px/1.5 var(--jp-ui-font-family, sans-serif); "
        f'max-inline-size: 75ch">{escape(text)}</p>'
    )
