"""A picture of one's own choice, drawn by the code that is shown below it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.charts.chart import Body, Chart
from good_on_paper.charts.tall_rows import with_phone
from good_on_paper.charts.text import plain, width, wrap
from good_on_paper.charts.words import Words
from good_on_paper.language.counts import count, number, uncapital

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.style import Theme
    from good_on_paper.charts.words import Line

BEGAN: Final = "began"
"""The column with the year in which a job began; a picture by years says nothing about how it went."""
KINDS: Final = {
    "strip": "a row per job",
    "scatter": "a scatter with margins",
    "regression": "a straight line",
    "heatmap": "everything as a heatmap",
}
"""The name of each kind of picture."""
WHICH: Final = {
    "all": "all jobs",
    "over": "jobs that are over",
    "earlier": "the earlier half",
    "later": "the later half",
}
"""The name of each choice of jobs."""
FEWEST: Final = 2

_CHOSEN: Final = {
    "all": "",
    "over": 'jobs = jobs[~me.roles()["current"].reindex(jobs.index)]\n',
    "earlier": 'jobs = jobs[jobs["began"] <= jobs["began"].median()]\n',
    "later": 'jobs = jobs[jobs["began"] > jobs["began"].median()]\n',
}
_DRAWN: Final = {
    "strip": """\
jobs = jobs.sort_values({by!r}, ascending={rising}).rename_axis("job").reset_index()
dots = dict(size=9, linewidth=1, edgecolor="0.5")
sns.stripplot(jobs, x={line!r}, y="job", hue={by!r}, palette="crest", ax=ax, **dots)
ax.set(xlim={x_ends}, xlabel={line_said!r}, ylabel="")
ax.legend(title={by_said!r}, loc="upper left", bbox_to_anchor=(1, 1))
""",
    "scatter": """\
sns.scatterplot(jobs, x={x!r}, y={y!r}, s=90, ax=ax)
ax.set(xlim={x_ends}, ylim={y_ends}, xlabel={x_said!r}, ylabel={y_said!r})
{whole}above = ax.inset_axes([0, 1.02, 1, 0.18], sharex=ax)
beside = ax.inset_axes([1.01, 0, 0.1, 1], sharey=ax)
sns.histplot(jobs, x={x!r}, discrete=True, ax=above).set_axis_off()
sns.histplot(jobs, y={y!r}, discrete=True, ax=beside).set_axis_off()
""",
    "regression": """\
sns.regplot(jobs, x={x!r}, y={y!r}, ci=None, ax=ax)
ax.set(xlim={x_ends}, ylim={y_ends}, xlabel={x_said!r}, ylabel={y_said!r})
{whole}""",
    "heatmap": """\
table = jobs.sort_values({by!r}, ascending={rising}).drop(columns="began").T
table.index = [me.words()[line].label for line in table.index]
sns.heatmap(table, vmin=1, vmax=7, cmap="crest", annot=True, fmt="g", cbar=False, linewidths=1, ax=ax)
ax.set(xlabel="", ylabel="")
""",
}
_OPEN: Final = {True: "me = gop.sample()\n", False: "me = gop.open()\n"}
_LOOKS: Final = "me.take_a_look()  # a picture with how it went is a look: dated and paid for\n"
_WHOLE_YEARS: Final = "ax.xaxis.get_major_locator().set_params(integer=True)\n"
_WIDE, _PHONE, _SIZE, _ROW = 8.6, 5.2, 10.5, 0.3
_NAMES, _SMALL, _ROW_PHONE = 1.45, 9.0, 0.38
"""Inches for the names of jobs on a phone."""


@dataclass(frozen=True)
class PictureChoice:
    """What is drawn.

    Attributes
    ----------
    kind : str
        One of `KINDS`.
    line : str
        The key of a circumstance; a heatmap has all of them.
    by : str
        The key of an outcome, or ``began``: by the years.
    which : str
        One of `WHICH`.
    sample : bool
        Whether it shows the invented career, and not the person's own.

    Examples
    --------
    >>> print(PictureChoice("regression", "pace").code({}, {"pace": (1, 7)}))
    import good_on_paper as gop
    import seaborn as sns
    from matplotlib.figure import Figure
    <BLANKLINE>
    me = gop.sample()
    jobs = me.lines().drop(columns=me.primary_outcome, errors="ignore")
    jobs["began"] = me.roles()["start"].dt.year
    jobs = jobs[['pace', 'began']].dropna().astype(float)
    <BLANKLINE>
    figure = Figure(figsize=(8, 5), layout="constrained")
    ax = figure.subplots()
    sns.regplot(jobs, x='began', y='pace', ci=None, ax=ax)
    ax.set(xlim=None, ylim=(0.5, 7.5), xlabel='the year it began', ylabel='pace')
    ax.xaxis.get_major_locator().set_params(integer=True)
    figure.savefig("picture.png")
    <BLANKLINE>
    """

    kind: str
    line: str
    by: str = BEGAN
    which: str = "all"
    sample: bool = True

    @property
    def frame_code(self) -> str:
        """Python that makes ``jobs`` of ``me``."""
        if self.by == BEGAN:
            made = 'jobs = me.lines().drop(columns=me.primary_outcome, errors="ignore")\n'
        else:
            made = f"jobs = me.lines(outcome={self.by!r})\n"
        made += f'jobs["{BEGAN}"] = me.roles()["start"].dt.year\n{_CHOSEN[self.which]}'
        if self.kind == "heatmap":
            return f"{made}jobs = jobs.dropna(subset={self.by!r}).astype(float)\n"
        return f"{made}jobs = jobs[{[self.line, self.by]!r}].dropna().astype(float)\n"

    def drawing_code(self, words: Mapping[str, Line], scales: Mapping[str, tuple[float, float]]) -> str:
        """Python that draws ``jobs`` on ``ax``.

        Returns
        -------
        str
            Lines of Python that end in a line break.
        """
        years = self.by == BEGAN and self.kind != "strip"
        x, y = (self.by, self.line) if years else (self.line, self.by)
        keys = {"line": self.line, "by": self.by, "x": x, "y": y}
        said = {f"{place}_said": self.said(key, words) for place, key in keys.items()}
        for axis, key in (("x_ends", x), ("y_ends", y)):
            said[axis] = repr((scales[key][0] - 0.5, scales[key][1] + 0.5) if key in scales else None)
        said["whole"] = _WHOLE_YEARS if years else ""
        return _DRAWN[self.kind].format(**keys, **said, rising=self.by == BEGAN)

    def code(self, words: Mapping[str, Line], scales: Mapping[str, tuple[float, float]]) -> str:
        """Return the whole program: it runs as it stands, and writes ``picture.png``.

        Returns
        -------
        str
            Lines of Python that end in a line break.
        """
        high = 10 if self.kind == "heatmap" else 5
        looks = "" if self.sample or self.by == BEGAN else _LOOKS
        return (
            "import good_on_paper as gop\nimport seaborn as sns\nfrom matplotlib.figure import Figure\n\n"
            f"{_OPEN[self.sample]}{looks}{self.frame_code}\n"
            f'figure = Figure(figsize=(8, {high}), layout="constrained")\nax = figure.subplots()\n'
            f'{self.drawing_code(words, scales)}figure.savefig("picture.png")\n'
        )

    @staticmethod
    def said(key: str, words: Mapping[str, Line]) -> str:
        """Return the words for a column.

        Returns
        -------
        str
            A label for an axis or a title.
        """
        return "the year it began" if key == BEGAN else plain((words.get(key) or Words(key)).label)


def explored(me: Any, choice: PictureChoice) -> Chart | None:  # noqa: ANN401 - whatever has lines, roles and words
    """Draw the picture that somebody chose, by the code that stands below it; None for fewer than two jobs.

    Parameters
    ----------
    me
        A `good_on_paper.study.person.Person`, whose answers it shows.
    choice
        What to draw.

    Returns
    -------
    Chart or None
        Its ``code`` draws it anew; axes are on the scales of the lines, or in years.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> chart = explored(gop.sample(), PictureChoice("strip", "pace"))
    >>> chart.title, chart.code.splitlines()[4]
    ('Time pressure, by the year it began: 8 jobs.', 'me = gop.sample()')
    """
    words, scales = me.words(), me.scales()
    jobs = _run(choice.frame_code, me=me)["jobs"]
    if len(jobs) < FEWEST:
        return None
    drawing = choice.drawing_code(words, scales)

    def draw(ax: Axes, _theme: Theme) -> None:
        import seaborn as sns  # noqa: PLC0415 - half a second, and few pictures need it

        _run(drawing, me=me, jobs=jobs, sns=sns, ax=ax)

    what = "All circumstances" if choice.kind == "heatmap" else choice.said(choice.line, words)
    title = f"{what}, by {uncapital(choice.said(choice.by, words))}: {count(len(jobs), 'job')}."
    columns = {choice.said(str(key), words): [_text(value) for value in jobs[key]] for key in jobs}
    chart = Chart(
        name=f"Explored, {what}",
        title=title,
        alt=f"{title} Drawn as {KINDS[choice.kind]}. Every number is in the table.",
        table=pd.DataFrame(
            columns, pd.Index([plain(str(job)) for job in jobs.index], name="Job"), dtype="str"
        ),
        small_print=("A picture to try things out. It says nothing of chance.",),
        body=_body(choice, jobs, words, draw),
        width=_WIDE,
        code=choice.code(words, scales),
    )
    if choice.kind == "strip":
        return with_phone(chart, lambda: _tall(draw, len(jobs)))
    return replace(chart, narrow=lambda: replace(chart, width=_PHONE))


def _tall(draw: Callable[[Axes, Theme], None], jobs: int) -> Body:
    """Return a strip for a phone: names as long as there is room for, and the key below."""

    def tall(ax: Axes, theme: Theme) -> None:
        draw(ax, theme)
        names = [
            "\n".join(wrap(label.get_text(), _NAMES, _SMALL, most=2, middle=True))
            for label in ax.get_yticklabels()
        ]
        ax.set_yticks(ax.get_yticks(), names, size=_SMALL)
        if (key := ax.get_legend()) is not None:
            title, shown = key.get_title().get_text(), key.legend_handles
            said = [text.get_text() for text in key.get_texts()]
            below = (0, -0.7 / (_ROW_PHONE * jobs))
            looks = {"frameon": False, "fontsize": _SMALL, "title_fontsize": _SMALL}
            handles = [one for one in shown if one]
            ax.legend(handles, said, title=title, loc="upper left", bbox_to_anchor=below, ncols=2, **looks)

    return Body(tall, max(_ROW_PHONE * jobs, 1.2), _NAMES + 0.3, 0.3, below=1.9)


def _run(code: str, **names: Any) -> dict[str, Any]:  # noqa: ANN401
    """Run our own text, so that the code we show is what drew; it holds keys and words as literals."""
    exec(code, names)  # noqa: S102
    return names


def _body(choice: PictureChoice, jobs: pd.DataFrame, words: Mapping[str, Line], draw: Any) -> Body:  # noqa: ANN401
    names = [str(job) for job in jobs.index]
    widest = max(width(name, _SIZE) for name in names)
    if choice.kind == "heatmap":
        labels = max(width(choice.said(str(key), words), _SIZE) for key in jobs)
        return Body(draw, _ROW * (len(jobs.columns) - 1), labels + 0.3, 0.3, below=widest + 0.3)
    if choice.kind == "strip":
        return Body(draw, max(_ROW * len(jobs), 1.2), widest + 0.3, 1.9, below=0.65)
    return Body(draw, 3.4, 0.8, 0.9, above=0.8 if choice.kind == "scatter" else 0.2, below=0.65)


def _text(value: float) -> str:
    return "" if pd.isna(value) else number(value)
