"""Charts that a phone shows: drawn for its width, with every job by name and nothing beyond the edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import good_on_paper as gop
from good_on_paper import charts, patterns
from good_on_paper.charts.skill_map import skill_map
from good_on_paper.charts.tall_rows import PHONE
from good_on_paper.charts.ways_over_years import ways_over_years
from good_on_paper.charts.why_table import why_table
from good_on_paper.frames.achievements import HOW
from good_on_paper.frames.bearing import bearing, bears_in_roles
from good_on_paper.frames.boredom import means
from good_on_paper.frames.days import day_shares, stretches
from good_on_paper.frames.skills import SKILLS
from good_on_paper.pages.your_stories.how import at_the_time

if TYPE_CHECKING:
    from good_on_paper.charts import Chart


NAMES = ("years", "side by side", "dull", "helped", "margins", "minutes", "ways", "why", "skills", "bear")


@pytest.fixture(scope="module")
def drawn() -> dict[str, Chart]:
    me = gop.sample()
    jobs = me.boredom()
    found = patterns.contrast(me.lines(), outcome="overall")
    labels = {item.key: item.worded().label for item in me.catalogue.items("means")}
    charts_by_name = (
        charts.career_strip(me.roles()),
        charts.role_map(patterns.map_of(found, list(found.frame["line"])[:6]), me.words()),
        charts.swimmer(jobs),
        charts.what_helped(means(me, jobs), labels),
        charts.margins(day_shares(stretches(me)), me.roles()),
        charts.minutes_strip(stretches(me)),
        ways_over_years(me.achievements(), HOW),
        why_table(at_the_time(me), HOW, {item.key: item.label for item in me.catalogue.items()}),
        skill_map(me.skills(), SKILLS),
        charts.bear_lists(bearing(me), bears_in_roles(me)),
    )
    return dict(zip(NAMES, charts_by_name, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_it_fits_and_says_what_the_wide_one_says(name: str, drawn: dict[str, Chart]) -> None:
    chart = drawn[name]
    assert chart.narrow is not None
    phone = chart.narrow()
    assert phone.width <= PHONE
    assert (phone.title, phone.alt) == (chart.title, chart.alt)
    assert phone.table.equals(chart.table)
    figure = phone.figure(bare=True)
    edges = [text.get_window_extent() for text in figure.axes[0].texts if text.get_text()]
    assert min(edge.x0 for edge in edges) >= 0
    assert max(edge.x1 for edge in edges) <= figure.bbox.x1 + 1
