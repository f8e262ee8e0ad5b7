"""Paper against lived: a row per job, how good it looked before and how it went, the gap in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

import pandas as pd
from matplotlib.patches import Rectangle

from good_on_paper import patterns
from good_on_paper.charts.chart import Chart
from good_on_paper.charts.names import naming
from good_on_paper.charts.paper_rows import SHEET, PaperRow, PaperRows
from good_on_paper.charts.text import plain, width
from good_on_paper.charts.words import Words
from good_on_paper.language.counts import count, my_jobs, number
from good_on_paper.language.findings import proves_nothing

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping

    from matplotlib.axes import Axes

    from good_on_paper.charts.chart import Body
    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import Theme
    from good_on_paper.charts.words import Line
    from good_on_paper.patterns import PaperAgainstLived

RATED: Final = "Two ratings a job: how good it looked before I had it, as I remember it, and how it went."
OF_TWO: Final = (
    "How good they looked before I had them, as I remember it; and which of them I would have again."
)
_SO_CLOSE: Final = "So close that I might answer differently on another day."
SIGNED: Final = "Good on Paper"
PAPER: Final = Words("How good it looked", low="poor", high="very good")
LIVED: Final = Words("How it went", low="badly", high="very well")
_TONES = {patterns.BETTER: "best", patterns.WORSE: "worst"}
_WIDE, _NARROW = 8.6, 3.9
_LONG = 12  # jobs up to which the alt text names each
_SIGN = 9.5


def paper_against_lived(
    result: PaperAgainstLived,
    *,
    details: Mapping[Hashable, tuple[str, str]] | None = None,
    current: Collection[Hashable] = (),
    names: Naming = "names",
    scale: tuple[float, float] = (1, 7),
    words: tuple[Line, Line] = (PAPER, LIVED),
    within: float | None = None,
) -> Chart:
    """Draw how good jobs looked against how they went; its `share` is the sheet to show a friend.

    Parameters
    ----------
    result
        What :func:`good_on_paper.patterns.paper_against_lived` gave.
    details
        The name of each job and, for a second line, its employer; without them `names` decides.
    current
        Jobs that still go on: they are apart at the foot, with a dashed ring.
    names
        "names", or "letters" for Job A, B, C.
    scale
        Both ends of the scale of the two ratings.
    words
        The words of both ratings: what their ends mean.
    within
        We draw gaps of at most so many steps in grey: two single answers can differ as much by the day they
        were given on. See ``smallest_high`` of :func:`good_on_paper.patterns.steadiness`.

    Returns
    -------
    Chart
        A row per job with two marks on one scale; its ``share`` is the sheet to show a friend.

    Examples
    --------
    >>> import pandas as pd
    >>> from good_on_paper import patterns
    >>> jobs = pd.DataFrame({"paper": [7, 4], "lived": [1, 7]}, index=["Officer", "Editor"])
    >>> paper_against_lived(patterns.paper_against_lived(jobs)).title
    'The job that looked best went least well.'
    """
    jobs = result.frame.index.tolist()
    called = {role: (plain(one), plain(two)) for role, (one, two) in (details or {}).items()}
    called = called or {role: (shown, "") for role, shown in naming(jobs, names).items()}
    letters = {role: (shown, "") for role, shown in naming(jobs, "letters").items()}
    mine = _Sheet(result, called, scale, words, within or 0.0, frozenset(current))
    shared = _Sheet(result, letters, scale, words, within or 0.0).chart("Good on paper to show a friend")
    return replace(
        mine.chart(f"Good on paper{' without names' * (names == 'letters')}"),
        narrow=partial(mine.chart, "Good on paper", _NARROW),
        share=replace(shared, body=_signed(shared)),
    )


def paper_of_two(
    paper: Mapping[str, float],
    *,
    went_well: str,
    not_again: str,
    scale: tuple[float, float] = (1, 7),
    words: Line = PAPER,
    wide: bool = True,
    within: float | None = None,
) -> Chart:
    """Draw how good two jobs looked: one that went well, and one the person would not do again.

    Parameters
    ----------
    paper
        How good each of the two looked, by its name.
    went_well, not_again
        Their names.
    scale
        Both ends of its scale.
    words
        What the ends mean.
    wide
        For a page; else for a phone.
    within
        As for `paper_against_lived`.

    Returns
    -------
    Chart
        Two rows, a mark each on the scale.

    Examples
    --------
    >>> paper_of_two({"Editor": 4, "Officer": 7}, went_well="Editor", not_again="Officer").title
    'The job I would not do again looked better (7) than the one that went well (4).'
    """
    good, bad = paper[went_well], paper[not_again]
    alike = (within or 0.0) >= abs(good - bad) > 0
    both = f"({number(bad)}) than the one that went well ({number(good)})."
    title = f"The job I would not do again looked better {both}"
    if good == bad:
        title = f"Both looked the same before ({number(good)}); one went well, one I would not do again."
    elif good > bad:
        title = f"The job that went well looked better, too: {number(good)} against {number(bad)}."
    rows = (
        PaperRow(plain(went_well), "", good, None, "went well", "best", "went well"),
        PaperRow(plain(not_again), "", bad, None, "would not do again", "worst", "would not do again"),
    )
    ends = (scale[0], f"looked {plain(words.low)}"), (scale[1], f"looked {plain(words.high)}")
    picture = PaperRows(rows, *ends, _WIDE if wide else _NARROW)
    phone = replace(picture, wide=_NARROW)
    said = {row.name: {words.label: number(row.paper), "How it went": row.said} for row in rows}
    chart = Chart(
        name="Two jobs on paper",
        title=title,
        alt=" ".join(f"{row.name}: looked {number(row.paper)}, {row.said}." for row in rows),
        table=pd.DataFrame.from_dict(said, orient="index", dtype="str").rename_axis("Job"),
        small_print=(f"2 jobs, my own ratings. {proves_nothing('jobs')}", *((_SO_CLOSE,) if alike else ())),
        body=picture.body(),
        width=picture.wide,
        rated=OF_TWO,
    )
    return replace(chart, narrow=lambda: replace(chart, body=phone.body(), width=phone.wide))


@dataclass(frozen=True)
class _Sheet:
    """What a sheet is drawn from; jobs that still go on are apart, if they are marked."""

    result: PaperAgainstLived
    called: Mapping[Hashable, tuple[str, str]]
    scale: tuple[float, float]
    words: tuple[Line, Line]
    within: float = 0.0
    current: frozenset[Hashable] = frozenset()

    def chart(self, name: str, wide: float = _WIDE) -> Chart:
        rows = self._rows()
        looked, went = ((plain(line.low), plain(line.high)) for line in self.words)
        low, high = (f"looked {one}, went {two.split(';')[0]}" for one, two in zip(looked, went, strict=True))
        picture = PaperRows(rows, (self.scale[0], low), (self.scale[1], high), wide)
        return Chart(
            name=name,
            title=finding(self.result),
            alt=_alt(rows),
            table=_table(rows, self.words),
            small_print=(*self._grey(), f"{self._which()}. {proves_nothing('jobs')}"),
            body=picture.body(),
            width=wide,
            rated=RATED,
        )

    def _which(self) -> str:
        """Write of which jobs this is: a job without one of both ratings has no row."""
        rated, jobs = len(self.result.frame), self.result.jobs
        said = my_jobs(rated, jobs)
        return f"The {said} with both ratings" if rated < jobs else f"{said}, my own ratings"

    def _grey(self) -> tuple[str, ...]:
        """Write what grey means, if a gap is grey."""
        gaps = self.result.frame["gap"].abs()
        return (another_day(self.within),) if (gaps.gt(0) & gaps.le(self.within)).any() else ()

    def _rows(self) -> tuple[PaperRow, ...]:
        going_on = self.result.frame.index.isin(list(self.current))
        told = self.result.frame.assign(open=going_on).sort_values("open", kind="stable")
        rows = []
        for role, paper, lived, gap, turned, on in told.itertuples(name=None):
            name, detail = self.called[role]
            rows.append(
                PaperRow(
                    name,
                    f"{detail}, now" if on and detail else detail,
                    float(paper),
                    float(lived),
                    _said(float(gap), on=on),
                    "middle" if abs(float(gap)) <= self.within else _TONES.get(turned, "middle"),
                    "current" if on else turned,
                    on,
                )
            )
        return tuple(rows)


def another_day(within: float) -> str:
    """Write how far two single answers can lie apart without meaning anything.

    Examples
    --------
    >>> another_day(2.3)
    'Grey: up to 2 steps, I might answer differently on another day.'
    """
    return f"Grey: up to {count(int(within), 'step')}, I might answer differently on another day."


def finding(result: PaperAgainstLived) -> str:
    """Write how many jobs turned out better or worse than they looked, without any name."""
    rated = len(result.frame)
    many = {way: len(result.turned(way)) for way in (patterns.BETTER, patterns.AS_IT_LOOKED, patterns.WORSE)}
    better, worse = many[patterns.BETTER], many[patterns.WORSE]
    ends = _ends(result.frame)
    if rated < 3:  # noqa: PLR2004 - of two jobs the ends say it all
        return _of_few(result.frame) if not ends else f"The job that {ends}."
    whole = rated == result.jobs
    mine = f"of my {rated} jobs" if whole else f"of the {rated} jobs with both ratings"
    every = f"All {rated} {'of my jobs' if whole else 'jobs with both ratings'}"
    if not better and not worse:
        return f"{every} turned out as they looked."
    if rated in (better, worse):
        way = patterns.BETTER if better else patterns.WORSE
        said = f"{every} turned out {way} than they looked"
    else:
        first, other = (patterns.BETTER, patterns.WORSE) if better else (patterns.WORSE, "")
        said = f"{many[first]} {mine} turned out {first} than {'it' if many[first] == 1 else 'they'} looked"
        if not ends and other and many[other]:
            said += f"; {many[other]} turned out {other}"
    return f"{said}; the one that {ends}." if ends else f"{said}."


def _of_few(frame: pd.DataFrame) -> str:
    turned = frame["turned"].tolist()
    if len(turned) == 1:
        [way] = turned
        return f"It turned out {'as it looked' if way == patterns.AS_IT_LOOKED else f'{way} than it looked'}."
    one, other = turned
    if one == other:
        same = "as they looked" if one == patterns.AS_IT_LOOKED else f"{one} than they looked"
        return f"Both of my jobs turned out {same}."
    return f"One job turned out {one}, the other {other}."


def _ends(frame: pd.DataFrame) -> str:
    """Write what became of the one job that looked best, if that is worth a clause; else nothing."""
    looked, went = frame["paper"], frame["lived"]

    def only(values: pd.Series, end: float) -> Hashable | None:
        there = values.index[values.eq(end)].tolist()
        return there[0] if len(there) == 1 else None

    if len(frame) < 2:  # noqa: PLR2004 - best of two at least
        return ""
    looked_best, looked_worst = only(looked, looked.max()), only(looked, looked.min())
    went_best, went_worst = only(went, went.max()), only(went, went.min())
    if looked_best is not None and looked_best == went_worst:
        return "looked best went least well"
    if looked_worst is not None and looked_worst == went_best:
        return "looked least good went best"
    if looked_best is not None and looked_best == went_best:
        return "looked best went best"
    return ""


def _said(gap: float, *, on: bool) -> str:
    so_far = ", so far" if on else ""
    if not gap:
        return f"as it looked{so_far}"
    return f"turned out {'better' if gap > 0 else 'worse'}, by {number(abs(gap))}{so_far}"


def _alt(rows: tuple[PaperRow, ...]) -> str:
    def told(row: PaperRow) -> str:
        return f"{row.name}: looked {number(row.paper)}, went {number(row.lived or 0)}, {row.said}"

    if len(rows) > _LONG:
        return (
            f"{count(len(rows), 'job')}, each with how good it looked and how it went. All are in the table."
        )
    return (
        f"{count(len(rows), 'job')}, from the largest gain to the largest loss. {'; '.join(map(told, rows))}."
    )


def _table(rows: tuple[PaperRow, ...], words: tuple[Line, Line]) -> pd.DataFrame:
    columns = {
        plain(words[0].label): [number(row.paper) for row in rows],
        plain(words[1].label): [number(row.lived or 0) for row in rows],
        "How it turned out": [row.said for row in rows],
    }
    shown = [", ".join(filter(None, (row.name, row.detail))) for row in rows]
    return pd.DataFrame(columns, pd.Index(shown, name="Job"), dtype="str")


def _signed(chart: Chart) -> Body:
    """Put a hairline frame around the sheet and the name of the kit at its foot."""

    def draw(ax: Axes, theme: Theme) -> None:
        chart.body.draw(ax, theme)
        sheet = ax.figure
        if sheet is None:
            return
        frame = Rectangle(
            (0, 0), 1, 1, transform=sheet.transFigure, fill=False, edgecolor=theme.faint, lw=2.5
        )
        sheet.add_artist(frame)
        across, up = (float(side) for side in sheet.get_size_inches())  # type: ignore[union-attr]
        right, y = 1 - 0.3 / across, 0.3 / up
        signed = sheet.text(right, y, SIGNED, size=_SIGN, weight="bold", ha="right", va="bottom")
        signed.set_color(theme.ink)
        x = across - 0.3 - width(SIGNED, _SIGN, bold=True) - 0.16
        ax.plot(
            [x / across],
            [(0.3 + 0.07) / up],
            marker=SHEET,
            markersize=10,
            markeredgewidth=1.2,
            markeredgecolor=theme.ink,
            markerfacecolor=theme.ground,
            transform=sheet.transFigure,
            clip_on=False,
        )

    return replace(chart.body, draw=draw)
