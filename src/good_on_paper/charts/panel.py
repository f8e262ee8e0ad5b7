"""The charts of a page in a notebook: pictures with their words and tables, drawn as they are asked for."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import anywidget

from good_on_paper.charts.chart import FORMATS, Chart, Format
from good_on_paper.charts.errors import ChartError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import ThemeName

_HERE = Path(__file__).parent
_log = logging.getLogger(__name__)


class Panel(anywidget.AnyWidget):
    """Show charts below one another, the first few at once and the others on demand.

    Nothing of the person's is in the widget's state, which a notebook may save: titles, tables and pictures
    go to the page as messages, once it says that it is ready.

    Parameters
    ----------
    charts
        The charts, in order.
    letters
        The same charts with Job A, B, C in place of names; with them the page has a switch.
    exports
        The folder that Save writes to; made when first needed.
    first
        How many to show before the rest is asked for.
    noun
        What one of them is called: "show the other 24 lines".
    """

    _esm = _HERE / "panel.js"
    _css = _HERE / "panel.css"

    def __init__(
        self,
        charts: Sequence[Chart],
        letters: Sequence[Chart] | None = None,
        *,
        exports: Path | str,
        first: int = 6,
        noun: str = "line",
    ) -> None:
        if letters is not None and len(letters) != len(charts):
            raise ChartError(f"{len(charts)} charts with names, {len(letters)} without; expected as many")
        super().__init__()
        self._charts: dict[Naming, Sequence[Chart]] = {"names": charts, "letters": letters or ()}
        self._exports = Path(exports)
        self._page = {"total": len(charts), "first": first, "noun": noun, "switch": bool(letters)}
        self._drawn: dict[tuple[Naming, int, ThemeName], dict[str, object]] = {}
        self.on_msg(self._hear)

    def handle(self, message: object) -> dict[str, object] | None:
        """Answer one message of the page; what goes wrong is said there, for here nobody would see it."""
        if not isinstance(message, dict):
            return None
        try:
            return self._answer(message)
        except (ChartError, OSError) as error:
            return {**_echo(message), "type": "failed", "message": str(error)}
        except Exception as error:  # noqa: BLE001 - the page must not wait for ever
            _log.exception("the panel could not answer %s", message.get("type"))
            return {**_echo(message), "type": "failed", "message": f"{type(error).__name__}: {error}"}

    def _hear(self, _widget: object, message: object, _buffers: object) -> None:
        if (reply := self.handle(message)) is not None:
            self.send(reply)

    def _answer(self, message: dict[str, Any]) -> dict[str, object]:
        kind = message.get("type")
        if kind == "ready":
            return {"type": "page", **self._page}
        if kind == "show":
            return {**_echo(message), "type": "chart", **self._draw(*self._which(message), _theme(message))}
        if kind == "save":
            naming, place = self._which(message)
            if (format_ := message.get("format")) not in FORMATS:
                raise ChartError(f"cannot save as {format_!r}; expected svg, png or pdf")
            chart = self._charts[naming][place]
            path = chart.save_new(self._exports, cast("Format", format_), _theme(message))
            return {**_echo(message), "type": "saved", "path": str(path)}
        raise ChartError(f"the page asked for {kind!r}; expected ready, show or save: load the page again")

    def _which(self, message: dict[str, Any]) -> tuple[Literal["names", "letters"], int]:
        naming: Naming = "letters" if message.get("names") == "letters" else "names"
        place = message.get("chart")
        if not isinstance(place, int) or not 0 <= place < len(self._charts[naming]):
            raise ChartError(f"there is no chart {place!r} with {naming}; load the page again")
        return naming, place

    def _draw(self, naming: Naming, place: int, theme: ThemeName) -> dict[str, object]:
        if (naming, place, theme) not in self._drawn:
            chart = self._charts[naming][place]
            table = chart.table
            self._drawn[naming, place, theme] = {
                "title": chart.title,
                "alt": chart.alt,
                "small": list(chart.small_print),
                "head": [str(table.index.name or ""), *map(str, table.columns)],
                "rows": [
                    [str(name), *map(str, row)]
                    for name, row in zip(table.index, table.to_numpy(), strict=True)
                ],
                "svg": chart.svg(theme, bare=True),
            }
        return self._drawn[naming, place, theme]


def _theme(message: dict[str, Any]) -> ThemeName:
    return "dark" if message.get("theme") == "dark" else "light"


def _echo(message: dict[str, Any]) -> dict[str, object]:
    """Give back what names the question, so that the page knows what is answered."""
    return {key: message[key] for key in ("chart", "names", "theme", "format") if key in message}
