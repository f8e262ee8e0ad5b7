"""Paper against lived, drawn: what the title claims, what is marked, and what a friend sees."""

from __future__ import annotations

import pandas as pd
import pytest

from good_on_paper import charts
from good_on_paper.patterns import paper_against_lived

JOBS = pd.DataFrame(
    {"paper": [4, 3, 7, 4], "lived": [7, 5, 1, 4]},
    index=["Fieldwork lead, Harrowfen", "Cook, Ladle", "Officer, Ondera", "Analyst, Kestra"],
)
TWO_BETTER = "2 of my 3 jobs turned out better than they looked"
ALL_WORSE = "All 3 of my jobs turned out worse than they looked"
DETAILS = {role: tuple(role.split(", ")) for role in JOBS.index}


@pytest.fixture
def chart():
    return charts.paper_against_lived(paper_against_lived(JOBS), details=DETAILS, current=["Analyst, Kestra"])


def texts(figure):
    return [text.get_text() for ax in figure.axes for text in ax.texts]


def test_the_gap_stands_in_words_beside_each_job(chart):
    there = texts(chart.figure())
    for said in ("turned out better, by 3", "turned out better, by 2", "turned out worse, by 6"):
        assert said in there
    assert "as it looked, so far" in there
    assert "Kestra, now" in there
    assert (there.count("how it looked"), there.count("how it went")) == (2, 2)  # and where the sides swap
    assert chart.table["How it turned out"].iloc[-1] == "as it looked, so far"  # apart, at the foot
    assert "misjudged" not in " ".join([*there, chart.title, chart.alt])


def test_of_jobs_without_both_ratings_it_says_that_they_are_left_out(chart):
    assert chart.small_print[-1] == "4 jobs, my own ratings. With so few jobs this proves nothing."
    more = pd.concat([JOBS, pd.DataFrame({"paper": [None, 5], "lived": [3, None]}, index=["Guide", "Nurse"])])
    some = charts.paper_against_lived(paper_against_lived(more))
    assert some.title.startswith("2 of the 4 jobs with both ratings turned out better than they looked")
    assert some.small_print[-1] == (
        "The 4 of my 6 jobs with both ratings. With so few jobs this proves nothing."
    )
    assert some.narrow().small_print == some.small_print
    worse = more.assign(lived=more["lived"].mask(more["paper"].notna(), 1))
    assert charts.paper_against_lived(paper_against_lived(worse)).title.startswith(
        "All 5 jobs with both ratings turned out worse than they looked"
    )


@pytest.mark.parametrize("narrow", [False, True])
def test_a_long_name_and_employer_are_broken_into_lines_and_not_cut(narrow):
    long = "Deputy head of visitor services", "National Museum of Rural Life and Farming"
    details = DETAILS | {JOBS.index[2]: long}
    chart = charts.paper_against_lived(
        paper_against_lived(JOBS), details=details, current=["Analyst, Kestra"]
    )
    figure = (chart.narrow() if narrow else chart).figure()
    (ax,) = figure.axes
    said = " ".join(texts(figure))
    for words in long:
        assert words in said
    assert "\N{HORIZONTAL ELLIPSIS}" not in said
    figure.canvas.draw()
    boxes = [text.get_window_extent() for text in ax.texts]
    assert all(figure.bbox.x0 <= box.x0 and box.x1 <= figure.bbox.x1 for box in boxes)
    assert not [
        (one.get_text(), other.get_text())
        for place, (one, box) in enumerate(zip(ax.texts, boxes, strict=True))
        for other, there in zip(ax.texts[:place], boxes[:place], strict=True)
        if box.padded(-1).overlaps(there.padded(-1))
    ]


def test_a_friend_sees_letters_in_the_order_of_the_chart_and_no_present_job(chart):
    there = texts(chart.share.figure())
    letters = [text for text in there if text.startswith("Job ")]
    assert letters == ["Job A", "Job B", "Job C", "Job D"]
    assert "so far" not in " ".join(there)
    assert chart.share.table.index.tolist() == letters
    whole = " ".join([*there, chart.share.title, chart.share.alt, chart.share.svg()])
    for name in (part for pair in DETAILS.values() for part in pair):
        assert name not in whole
    assert "Good on Paper" in [text.get_text() for text in chart.share.figure().texts]


def test_what_is_shared_is_on_paper_of_its_own(chart, tmp_path):
    """Pasted on a dark ground, black letters without paper would be gone."""
    import matplotlib.image as mpimg  # noqa: PLC0415 - here only

    picture = mpimg.imread(chart.share.save(tmp_path / "friend.png"))
    assert picture[20:-20, 20:-20, :3].max() == 1.0
    assert picture.shape[2] == 3 or picture[..., 3].min() == 1.0


@pytest.mark.parametrize(
    ("pairs", "title"),
    [
        ([(4, 7), (3, 5), (7, 1)], f"{TWO_BETTER}; the one that looked best went least well."),
        ([(2, 7), (5, 6), (6, 1)], f"{TWO_BETTER}; the one that looked best went least well."),
        ([(2, 7), (5, 6), (6, 6)], f"{TWO_BETTER}; the one that looked least good went best."),
        ([(7, 6), (5, 4), (5, 3)], f"{ALL_WORSE}; the one that looked best went best."),
        ([(4, 4), (5, 5), (5, 5)], "All 3 of my jobs turned out as they looked."),
        ([(4, 5), (5, 3), (5, 5)], "1 of my 3 jobs turned out better than it looked; 1 turned out worse."),
        ([(4, 4), (5, 3), (5, 5)], "1 of my 3 jobs turned out worse than it looked."),
        ([(4, 6), (4, 2)], "One job turned out better, the other worse."),
        ([(4, 6), (4, 5)], "Both of my jobs turned out better than they looked."),
        ([(7, 1), (4, 5)], "The job that looked best went least well."),
    ],
)  # fmt: skip
def test_the_title_counts_and_claims_no_more(pairs, title):
    jobs = pd.DataFrame(pairs, columns=["paper", "lived"], index=[f"Job {n}" for n in range(len(pairs))])
    assert charts.paper_against_lived(paper_against_lived(jobs)).title == title


@pytest.mark.parametrize("count", [1, 2, 40])
def test_any_number_of_jobs_can_be_drawn_for_a_page_and_for_a_phone(career, count):
    jobs = career(count, 1).rename(columns={"line_0": "paper", "overall": "lived"}).fillna(4)
    chart = charts.paper_against_lived(paper_against_lived(jobs))
    assert len(chart.table) == count
    for sheet in (chart, chart.narrow(), chart.share):
        assert sheet.svg("dark", bare=True).startswith("<?xml")
    assert chart.narrow().width < 5


def test_two_jobs_need_no_rating_of_how_they_went():
    looked = {"Editor": 6.0, "Cook": 2.0}
    chart = charts.paper_of_two(looked, went_well="Cook", not_again="Editor")
    assert chart.title == "The job I would not do again looked better (6) than the one that went well (2)."
    assert charts.paper_of_two(looked, went_well="Editor", not_again="Cook").title.endswith("6 against 2.")
    assert "went well" in texts(chart.figure())
    assert "by" not in " ".join(texts(chart.figure())).split()  # no gap is made up
