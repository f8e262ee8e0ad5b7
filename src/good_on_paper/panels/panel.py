"""The charts of a page in a notebook: pictures with words and tables, drawn when the page asks for them."""

from __future__ import annotations

from contextvars import copy_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import anywidget

from good_on_paper.charts.chart import FORMATS, Chart, Format
from good_on_paper.charts.errors import ChartError
from good_on_paper.charts.note import Note
from good_on_paper.export.desktop import open_file
from good_on_paper.language.colours import custom_properties
from good_on_paper.panels.layout import Layout, Section
from good_on_paper.record import RecordError
from good_on_paper.record.exported import note_exported
from good_on_paper.study.search import SEARCHES, Pending, waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from contextvars import Context

    import pandas as pd

    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import ThemeName
    from good_on_paper.panels.layout import Ask, Choices, Slider

_HERE = Path(__file__).parent
_PARTS = ("elements", "steps", "asking", "chart", "panel")
"""Files of `js`, in order: a widget's module is one text, so we join them; the last exports the widget."""

SHARED: tuple[Format, ...] = ("png", "svg")
"""The formats of a sheet to show a friend; we open the first."""

_FITS_A_PHONE: Final = 5.5
"""Width of a chart in inches; a wider one would be too small to read there."""


class Panel(anywidget.AnyWidget):
    """Show charts below one another, the first few at once and the others on demand.

    A notebook may save the widget's state, so nothing of the person's is in it: titles, tables and pictures
    go to the page as messages, once it says that it is ready. We make the charts again when the page comes
    into view and the answers behind them have changed.

    Parameters
    ----------
    make
        Makes the charts, in order or as a `Layout`, with "names" or with "letters"; or gives a sentence that
        says what is missing for them. Both ways give the same charts.
    exports
        The folder that Save writes to; made when first needed.
    version
        Gives a value that changes whenever the charts would.
    switch
        Whether the page offers Job A, B, C in place of names.
    first
        How many to show before somebody asks for the rest.
    noun
        The word for one of them: "show the other 24 lines".
    reveal
        Called when the person presses the button of an `Ask`; we then make the page again.
    slider
        A choice that changes the charts.
    pages
        Titles of pages; where a sentence names one, it is a link.
    """

    _esm = "\n".join((_HERE / "js" / f"{part}.js").read_text(encoding="utf-8") for part in _PARTS)
    _css = custom_properties(".gop-charts") + (_HERE / "panel.css").read_text(encoding="utf-8")

    def __init__(
        self,
        make: Callable[[Naming], Sequence[Chart | Note] | Layout | str],
        *,
        exports: Path | str,
        version: Callable[[], Hashable] = lambda: 0,
        switch: bool = True,
        first: int = 6,
        noun: str = "chart",
        reveal: Callable[[], None] | None = None,
        slider: Slider | None = None,
        pages: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._slider = slider
        self._at = slider.at if slider else 0
        self._make = make
        self._reveal = reveal
        self._version = version
        self._made: dict[Naming, Layout | str] = {}
        self._drawn: dict[tuple[Naming, int, ThemeName, bool], dict[str, object]] = {}
        self._exports = Path(exports)
        self._page = {"first": first, "noun": noun, "switch": switch, "pages": [*pages]}
        self._shown: Hashable = None
        self._saved: dict[str, Path] = {}
        self._unanswered: list[tuple[Context, dict[str, Any]]] = []
        self.on_msg(self._hear)
        if reveal is not None:
            SEARCHES.warm_up()  # done by the time somebody presses the button

    def refresh(self) -> None:
        """Make the page again, after a choice beside it."""
        self._hear(self, {"type": "ready"})

    def handle(self, message: object) -> dict[str, object] | None:
        """Answer one message of the page, and send errors there too, since nobody would see them here.

        If it needs a search that is not done yet, the answer comes later; see `good_on_paper.study.search`.
        """
        if not isinstance(message, dict):
            return None
        try:
            return self._answer(message)
        except Pending:
            self._answer_later(message)
            return None
        except (ChartError, RecordError, OSError) as error:
            return {**_echo(message), "type": "failed", "message": str(error)}
        except Exception as error:  # noqa: BLE001 - the page must not wait for ever
            # without the error's own words, which may hold what the person typed
            what = f"the chart could not be drawn ({type(error).__name__})"
            return {**_echo(message), "type": "failed", "message": what}

    def _hear(self, _widget: object, message: object, _buffers: object = None) -> None:
        with waiting(self._answer_now):
            reply = self.handle(message)
        if reply is not None:
            self.send(reply)

    def _answer_later(self, message: dict[str, Any]) -> None:
        # we take a look once, however often its page is made
        again = {**message, "taken": True} if message.get("type") == "reveal" else message
        if all(again != other for _, other in self._unanswered):
            self._unanswered.append((copy_context(), again))  # what we send in there belongs to this page

    def _answer_now(self) -> None:
        unanswered, self._unanswered = self._unanswered, []
        for context, message in unanswered:
            context.run(self._hear, self, message)

    def _answer(self, message: dict[str, Any]) -> dict[str, object] | None:
        answers: dict[str, Callable[[dict[str, Any]], dict[str, object] | None]] = {
            "ready": lambda _: self._begin(),
            "seen": lambda _: None if self._version() == self._shown else self._begin(),
            "reveal": self._look,
            "left": lambda _: SEARCHES.leave(self._answer_now),
            "back": lambda _: self._answer_now(),
            "tick": self._tick,
            "choose": self._choose,
            "slide": self._slide,
            "show": self._show,
            "detail": self._detail,
            "save": self._save,
            "share": self._share,
            "open": self._open,
        }
        kind = message.get("type")
        if kind not in answers:
            raise ChartError(f"the page asked for {kind!r}; expected one of: {', '.join(answers)}")
        return answers[kind](message)

    def _look(self, message: dict[str, Any]) -> dict[str, object]:
        if self._reveal is None:
            raise ChartError("there is nothing to reveal here; load the page again")
        if not message.get("taken"):
            self._reveal()
        return {**self._begin(), "revealed": True}

    def _tick(self, message: dict[str, Any]) -> dict[str, object]:
        made, on = self._of("names"), message.get("on")
        tick = made.ask.tick if isinstance(made, Layout) and made.ask else None
        if tick is None or not isinstance(on, bool):
            raise ChartError("there is nothing to choose here now; load the page again")
        self._chosen(lambda: tick.choose(on))
        return {**_echo(message), "type": "ticked"}

    def _choose(self, message: dict[str, Any]) -> dict[str, object]:
        made, which, at = self._of("names"), message.get("which"), message.get("at")
        choices = made.ask.choices.of if isinstance(made, Layout) and made.ask and made.ask.choices else ()
        if not isinstance(which, int) or not isinstance(at, int) or not 0 <= which < len(choices):
            raise ChartError("there is nothing to choose here now; load the page again")
        if not 0 <= at < len(choices[which].options):
            raise ChartError(f"there is no choice {at}; load the page again")
        self._chosen(lambda: choices[which].choose(at))
        now = self._of("names")
        left = now.ask.choices if isinstance(now, Layout) and now.ask else None
        return {**_echo(message), "type": "chosen", "choices": left and _choices(left)}

    def _chosen(self, choose: Callable[[], None]) -> None:
        """Make a choice, without making the page again under the person's hand."""
        in_sight = self._version() == self._shown
        choose()
        self._made.clear()
        if in_sight:
            self._shown = self._version()

    def _slide(self, message: dict[str, Any]) -> dict[str, object]:
        at = message.get("at")
        if self._slider is None or not isinstance(at, int) or not 0 <= at < len(self._slider.steps):
            raise ChartError(f"there is no step {at!r}; load the page again")
        self._slider.choose(at)
        self._at = at
        return self._begin()

    def _show(self, message: dict[str, Any]) -> dict[str, object]:
        naming, place = self._which(message)
        drawn = self._picture(naming, place, _theme(message), narrow=message.get("narrow") is True)
        return {**_echo(message), "type": "chart", **drawn}

    def _detail(self, message: dict[str, Any]) -> dict[str, object]:
        found, theme = self._chart(*self._which(message)), _theme(message)
        drawn = found.detail() if isinstance(found, Chart) and found.detail else None
        if drawn is not None and drawn.narrow and message.get("narrow") is True:
            drawn = drawn.narrow()
        shown = {"svg": "", "alt": ""}
        if drawn is not None:
            shown = {"svg": drawn.svg(theme, bare=True), "alt": drawn.alt}
        return {**_echo(message), "type": "detail", **shown}

    def _save(self, message: dict[str, Any]) -> dict[str, object]:
        found, format_ = self._chart(*self._which(message)), message.get("format")
        if isinstance(found, Note):
            if not found.csv:
                raise ChartError("there is nothing to save here")
            paths = found.save_new(self._exports)
        elif format_ not in FORMATS:
            raise ChartError(f"cannot save as {format_!r}; expected svg, png or pdf")
        else:
            paths = (found.save_new(self._exports, cast("Format", format_), _theme(message)),)
        return self._kept(message, paths)

    def _share(self, message: dict[str, Any]) -> dict[str, object]:
        """Save the sheet to show a friend: a PNG to paste anywhere, and an SVG, both on white paper."""
        found = self._chart(*self._which(message))
        if not isinstance(found, Chart) or found.share is None:
            raise ChartError("there is no sheet of this one to show a friend; load the page again")
        return self._kept(message, tuple(found.share.save_new(self._exports, to) for to in SHARED))

    def _kept(self, message: dict[str, Any], paths: tuple[Path, ...]) -> dict[str, object]:
        note_exported(*paths)
        self._saved = {str(path): path for path in paths} | self._saved
        return {**_echo(message), "type": "saved", "path": ", ".join(map(str, paths)), "file": str(paths[0])}

    def _open(self, message: dict[str, Any]) -> None:
        path = self._saved.get(str(message.get("file")))
        if path is None:  # a page opens nothing but what it saved itself
            raise ChartError("this page has saved no such file; save it again")
        open_file(path, in_folder=bool(message.get("folder")))

    def _begin(self) -> dict[str, object]:
        self._made.clear()
        self._drawn.clear()
        made = self._of("names")
        self._shown = self._version()
        sheet = Layout() if isinstance(made, str) else made
        return {
            "type": "page",
            "sentence": made if isinstance(made, str) else "",
            "ask": sheet.ask and _asked(sheet.ask),
            "total": len(sheet),
            "notes": list(sheet.notes),
            "heads": sheet.heads(),
            "slider": None
            if self._slider is None or isinstance(made, str) or not sheet.sections
            else {
                "label": self._slider.label,
                "steps": list(self._slider.steps),
                "at": self._at,
                "as_list": self._slider.as_list,
                "fold": self._slider.fold,
            },
            **self._page,
        }

    def _of(self, naming: Naming) -> Layout | str:
        if naming not in self._made:
            made = self._make(naming)
            self._made[naming] = made if isinstance(made, str | Layout) else Layout((Section("", made),))
        return self._made[naming]

    def _chart(self, naming: Naming, place: int) -> Chart | Note:
        made = self._of(naming)
        if isinstance(made, str) or not 0 <= place < len(made):
            raise ChartError(f"there is no chart {place} with {naming}; load the page again")
        return made[place]

    def _which(self, message: dict[str, Any]) -> tuple[Naming, int]:
        place = message.get("chart")
        if not isinstance(place, int):
            raise ChartError(f"there is no chart {place!r}; load the page again")
        return "letters" if message.get("names") == "letters" else "names", place

    def _picture(
        self, naming: Naming, place: int, theme: ThemeName, *, narrow: bool = False
    ) -> dict[str, object]:
        wanted = (naming, place, theme, narrow)
        if wanted not in self._drawn:
            found = self._chart(naming, place)
            drawn = found.narrow() if narrow and isinstance(found, Chart) and found.narrow else found
            self._drawn[wanted] = {
                "across": narrow and isinstance(drawn, Chart) and drawn.width > _FITS_A_PHONE,
                "title": found.title,
                "rated": found.rated if isinstance(found, Chart) else "",
                "share": isinstance(found, Chart) and found.share is not None,
                "alt": found.alt if isinstance(found, Chart) else "",
                "code": found.code if isinstance(found, Chart) else "",
                "small": list(found.small_print if isinstance(found, Chart) else found.said),
                "figures": list(found.figures),
                "fold": found.fold,
                "tables": [_cells(table) for table in found.tables],
                "svg": drawn.svg(theme, bare=True) if isinstance(drawn, Chart) else "",
                "csv": isinstance(found, Note) and bool(found.csv),
                "off_paper": isinstance(found, Note) and found.off_paper,
                "detail": isinstance(found, Chart) and found.detail is not None,
            }
        return self._drawn[wanted]


def _asked(ask: Ask) -> dict[str, object]:
    tick = ask.tick and {"label": ask.tick.label, "said": ask.tick.said, "on": ask.tick.on}
    choices = ask.choices and _choices(ask.choices)
    return {**vars(ask), "said": list(ask.said), "tick": tick, "choices": choices}


def _choices(choices: Choices) -> dict[str, object]:
    of = [{"label": one.label, "options": list(one.options), "at": one.at} for one in choices.of]
    return {"fold": choices.fold, "said": choices.said, "of": of}


def _cells(table: pd.DataFrame) -> dict[str, object]:
    rows = zip(table.index, table.to_numpy(), strict=True)
    return {
        "head": [str(table.index.name or ""), *map(str, table.columns)],
        "rows": [[str(name), *map(str, row)] for name, row in rows],
    }


def _theme(message: dict[str, Any]) -> ThemeName:
    return "dark" if message.get("theme") == "dark" else "light"


def _echo(message: dict[str, Any]) -> dict[str, object]:
    """Return the name of the question, so that the page knows what an answer is to."""
    return {
        key: message[key]
        for key in ("chart", "names", "theme", "format", "narrow", "on", "which")
        if key in message
    }
