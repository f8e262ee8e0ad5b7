"""What goes wrong reaches the person as a sentence, not as a traceback."""

from __future__ import annotations

from functools import wraps
from html import escape
from typing import TYPE_CHECKING, TypeVar

from IPython.display import HTML

from good_on_paper.catalogue import CatalogueError
from good_on_paper.record import RecordError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ParamSpec

    Given = ParamSpec("Given")
Shown = TypeVar("Shown")


def in_words(show: Callable[Given, Shown]) -> Callable[Given, Shown | HTML]:
    """Let a notebook's call say in a sentence what is wrong with the record or the person's own lines."""

    @wraps(show)
    def told(*args: Given.args, **kwargs: Given.kwargs) -> Shown | HTML:
        try:
            return show(*args, **kwargs)
        except (CatalogueError, RecordError) as error:
            return sentence(str(error))

    return told


def sentence(text: str) -> HTML:
    """Return one sentence, escaped, as a notebook shows it."""
    return HTML(  # type: ignore[no-untyped-call]
        '<p role="alert" style="border-inline-start: 4px solid #b42318; padding-inline-start: 10px; '
        f'font: 14px/1.5 var(--jp-ui-font-family, sans-serif); max-inline-size: 75ch">{escape(text)}</p>'
    )
