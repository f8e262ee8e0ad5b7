"""A chart as a file, in two themes."""

import sys
import threading
from dataclasses import FrozenInstanceError
from pathlib import Path

import matplotlib as mpl
import pytest
import seaborn as sns
from IPython.core.formatters import DisplayFormatter
from matplotlib.figure import Figure

from good_on_paper import patterns
from good_on_paper.charts import Chart, ChartError, everything, lineup, mirrored, role_map
from good_on_paper.charts.chart import slug
from good_on_paper.charts.style import THEMES, Theme, contrast_ratio, legible, ramp, session_theme
from good_on_paper.charts.text import shorten, width, wrap
from good_on_paper.patterns import Contrast


@pytest.fixture
def chart(result: Contrast) -> Chart:
    return lineup(result, "freedom")


@pytest.mark.parametrize(("ending", "start"), [(".svg", b"<?xml"), (".PNG", b"\x89PNG"), (".pdf", b"%PDF")])
def test_saved_by_its_ending_and_the_same_each_time(
    chart: Chart, tmp_path: Path, ending: str, start: bytes
) -> None:
    path = chart.save(tmp_path / f"mine{ending}")
    first = path.read_bytes()
    assert first.startswith(start)
    assert chart.save(path, theme="light").read_bytes() == first
    assert chart.save(path, theme="dark").read_bytes() != first
    assert list(tmp_path.iterdir()) == [path]
    for trace in (b"Matplotlib", b"matplotlib", b"CreationDate", b"dc:date"):
        assert trace not in first


@pytest.mark.parametrize("name", ["chart.gif", "chart", "chart.svg.txt"])
def test_another_ending_is_refused(chart: Chart, tmp_path: Path, name: str) -> None:
    with pytest.raises(ChartError, match=r"expected a name that ends in \.svg, \.png or \.pdf") as caught:
        chart.save(tmp_path / name)
    assert name in str(caught.value)


def test_a_place_that_is_not_there_is_named(chart: Chart, tmp_path: Path) -> None:
    with pytest.raises(ChartError, match=r"nowhere.chart\.svg: not written \(No such file"):
        chart.save(tmp_path / "nowhere" / "chart.svg")


def test_saving_anew_replaces_nothing(chart: Chart, result: Contrast, tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    first = chart.save_new(folder, "svg")
    assert (first.name, folder.stat().st_mode & 0o777) == ("freedom.svg", 0o700)
    assert first.stat().st_mode & 0o077 == 0
    assert chart.save_new(folder, "svg") == first
    assert chart.save_new(folder, "svg", "dark").name == "freedom 2.svg"
    assert (
        lineup(result, "freedom", names="letters").save_new(folder, "svg").name == "freedom-without-names.svg"
    )


@pytest.mark.parametrize(
    ("name", "file"),
    [("Über/../Öl & Co?", "über-öl-co"), ("編集", "編集"), ("..", "chart"), ("a" * 300, "a" * 80)],
)
def test_file_names(name: str, file: str) -> None:
    assert slug(name) == file


def test_drawn_without_pyplot_or_traces_in_the_session(chart: Chart) -> None:
    before = dict(mpl.rcParams)
    with mpl.rc_context({"font.size": 40, "axes.facecolor": "red", "svg.fonttype": "none"}):
        loud = chart.svg()
    assert chart.svg() == loud
    assert dict(mpl.rcParams) == before
    pyplot = sys.modules.get("matplotlib.pyplot")
    assert pyplot is None or pyplot.get_fignums() == []


def test_from_several_threads(result: Contrast) -> None:
    alone = {theme: lineup(result, "freedom").svg(theme) for theme in THEMES}
    found: list[bool] = []

    def draw(theme: str) -> None:
        found.append(lineup(result, "freedom").svg(theme) == alone[theme])

    threads = [threading.Thread(target=draw, args=(theme,)) for theme in ("light", "dark") * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 6


def test_the_file_says_what_it_shows(chart: Chart) -> None:
    svg = chart.svg()
    assert f"<dc:title>{chart.title}</dc:title>" in svg
    assert "<dc:description>" in svg
    assert THEMES["light"].ground in svg
    assert THEMES["dark"].ground in chart.svg("dark")
    bare = chart.figure(bare=True)
    assert bare.texts == []
    assert bare.get_size_inches()[1] < chart.figure().get_size_inches()[1]


def test_text_no_font_here_has_is_left_to_the_readers_fonts(result: Contrast) -> None:
    assert "<text" not in lineup(result, "freedom").svg()
    odd = lineup(result, "freedom")
    odd = Chart(odd.name, "\N{EGYPTIAN HIEROGLYPH A001} <&>", odd.alt, odd.table, odd.small_print, odd.body)
    assert "\N{EGYPTIAN HIEROGLYPH A001} &lt;&amp;&gt;" in odd.svg().split("</metadata>")[1]


def test_a_notebook_shows_it_where_a_cell_ends_in_it(chart: Chart) -> None:
    shown, _ = DisplayFormatter().format(chart)
    assert shown["image/svg+xml"] == chart.svg()


def test_a_chart_is_frozen_and_its_theme_known(chart: Chart) -> None:
    with pytest.raises(FrozenInstanceError):
        chart.title = "else"
    with pytest.raises(ChartError, match="theme 'sepia'; expected 'light' or 'dark'"):
        chart.figure("sepia")


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_contrast_is_enough_to_read(theme: Theme) -> None:
    for text in (theme.ink, theme.soft, theme.best, theme.worst):
        assert contrast_ratio(text, theme.ground) >= 4.5
    assert contrast_ratio(theme.middle, theme.ground) >= 3
    shades = ramp(theme)
    assert (shades[0], shades[-1]) == (theme.less, theme.more)
    assert all(contrast_ratio(legible(shade, theme), shade) >= 4.5 for shade in shades)
    away = [contrast_ratio(shade, theme.ground) for shade in shades]
    assert away == sorted(away)


def test_text_is_wrapped_and_shortened_to_its_width() -> None:
    long = "one two three " + "x" * 80
    for most in (None, 1, 2):
        lines = wrap(long, 1.5, 10, most=most)
        assert all(width(line, 10) <= 1.5 for line in lines)
        assert most is None or len(lines) <= most
    assert "".join(wrap(long, 1.5, 10)).replace(" ", "") == long.replace(" ", "")
    assert wrap("", 1, 10) == []
    assert shorten("short", 3, 10) == "short"


def test_names_that_differ_only_at_their_end_stay_apart_when_shortened() -> None:
    long = [
        f"Research assistant, Institute of River and Lake Studies {place}" for place in ("North", "South")
    ]
    for cut in (shorten(name, 2.5, 10, middle=True) for name in long):
        assert width(cut, 10) <= 2.5
    assert len({shorten(name, 2.5, 10, middle=True) for name in long}) == 2
    assert len({wrap(name, 2, 10, most=2, middle=True)[-1] for name in long}) == 2
    assert len({shorten(name, 2.5, 10) for name in long}) == 1


@pytest.mark.parametrize(("ground", "best"), [("#eaeaf2", "light"), ("#101018", "dark")])
def test_on_your_own_axes_in_the_look_of_your_session(result: Contrast, ground: str, best: str) -> None:
    line = str(result.frame["line"].iloc[0])
    drawn = [
        lineup(result, line),
        mirrored(patterns.mirrored(result, dict.fromkeys(result.frame["line"], "external"))),
        everything(result),
        role_map(patterns.map_of(result)),
    ]
    ink = "#22228a" if best == "light" else "#d0d0ff"
    with mpl.rc_context():
        sns.set_theme(style="darkgrid", rc={"figure.facecolor": ground, "text.color": ink})
        before = mpl.rcParams.copy()
        for chart in drawn:
            ours, other = Figure(figsize=(14, 5)).subplots(1, 2)
            assert chart.plot(ours, theme="session") is ours
            colours = {mpl.colors.to_hex(text.get_color()) for text in ours.texts}
            assert ink in colours
            assert THEMES["light" if best == "dark" else "dark"].ink not in colours
            assert not other.has_data()
        assert mpl.rcParams == before
    with pytest.raises(ChartError, match="needs Axes of your own"):
        drawn[0].plot(theme="session")


def test_a_colour_of_the_session_that_cannot_be_read_gives_way() -> None:
    with mpl.rc_context({"figure.facecolor": "white", "text.color": "#eeeeee"}):
        assert session_theme()[0].ink == THEMES["light"].ink
