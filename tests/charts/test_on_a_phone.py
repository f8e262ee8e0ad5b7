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
from good_on_paper.frames.boredom import means
from good_on_paper.frames.days import day_shares, stretches
from good_on_paper.frames.skills import SKILLS
from good_on_paper.pages.your_stories.how import at_the_time

if TYPE_CHECKING:
    from good_on_paper.charts import Chart


def drawn() -> dict[str, Chart]:
    me = gop.sample()
    jobs = me.boredom()
    found = patterns.contrast(me.lines(), outcome="overall")
    labels = {item.key: item.worded().label for item in me.catalogue.items("means")}
    return {
        "years": charts.career_strip(me.roles()),
        "side by side": charts.role_map(patterns.map_of(found, list(found.frame["line"])[:6]), me.words()),
        "dull": charts.swimmer(jobs),
        "helped": charts.what_helped(means(me, jobs), labels),
        "margins": charts.margins(day_shares(stretches(me)), me.roles()),
        "minutes": charts.minutes_strip(stretches(me)),
        "ways": ways_over_years(me.achievements(), HOW),
        "why": why_table(at_the_time(me), HOW, {item.key: item.label for item in me.catalogue.items()}),
        "skills": skill_map(me.skills(), SKILLS),
    }


@pytest.mark.parametrize("name", drawn())
def test_it_fits_and_says_what_the_wide_one_says(name: str) -> None:
    chart = drawn()[name]
    assert chart.narrow is not None
    phone = chart.narrow()
    assert phone.width <= PHONE
    assert (phone.title, phone.alt) == (chart.title, chart.alt)
    assert phone.table.equals(chart.table)
    figure = phone.figure(bare=True)
    edges = [text.get_window_extent() for text in figure.axes[0].texts if text.get_text()]
    assert min(edge.x0 for edge in edges) >= 0
    assert max(edge.x1 for edge in edges) <= figure.bbox.x1 + 1
