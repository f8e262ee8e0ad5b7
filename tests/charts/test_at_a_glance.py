"""The mirrored chart and the picture of everything: what they count, mark and leave unsaid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from good_on_paper import charts, patterns
from good_on_paper.charts.chance import ALIKE, CHANCE, STILL
from good_on_paper.charts.mirrored import NOTHING, TOO_FEW
from good_on_paper.panels import Layout, Panel, Section
from tests.barriers import barriers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.charts.conftest import Stage

JOBS = pd.DataFrame(
    {
        "overall": [7, 6, 5, 4, 3, 2, 1],
        "freedom": [7, 6, 5, 3, 2, 3, 1],
        "pace": [2, None, 3, 4, 6, 7, 6],
        "chosen": [6, 7, 5, 4, 2, 1, 3],
        "peers": [4, None, 3, 5, 4, None, 4],
    },
    index=["Editor, Acme", "Tutor, Hill", "Cook, Ladle", "Clerk, Beta", "Nurse, A", "Guide, D", "Aide, Echo"],
)
SCOPE = {"chosen": "internal"}
REASONS = pd.DataFrame({"pace": "na", "peers": "cant_recall"}, index=JOBS.index)


@pytest.fixture
def found():
    return patterns.contrast(JOBS.astype("Float64"), scales=(1, 7), guesses=["freedom"])


def texts(figure):
    return [text.get_text() for ax in figure.axes for text in ax.texts]


def test_the_sides_are_apart_and_each_row_has_its_counts(found):
    chart = charts.mirrored(patterns.mirrored(found, SCOPE), current=["Cook, Ladle"])
    table = chart.table
    assert table.loc["chosen", "About"] == "me"
    assert table.loc["freedom", "About"] == "the job"
    assert table.loc["pace"].tolist()[1:3] == ["0 of 1", "2 of 2"]
    there = texts(chart.figure())
    assert "0 of 1" in there  # of those rated
    compared = "Compared: 2 with 2, those that went best with those that went least well."
    assert chart.small_print[-1] == f"7 jobs, my own ratings. {compared}"
    assert {"About the job", "About me at that time"} <= set(there)
    assert chart.narrow().width < 5
    assert chart.narrow().svg("dark", bare=True).startswith("<?xml")


def test_which_mark_is_which_job_is_told_of_every_job_on_a_phone_too():
    """The marks stand in the order of the names: a name that is cut off leaves marks without a job."""
    names = [
        f"Assistant to the deputy head of department {at}, The Institute of Long Names" for at in range(12)
    ]
    jobs = pd.DataFrame({"overall": range(12, 0, -1), "pace": [7] * 4 + [4] * 4 + [1] * 4}, index=names)
    chart = charts.mirrored(patterns.mirrored(patterns.contrast(jobs.astype("Float64"), scales=(1, 7)), {}))
    for drawn in (chart, chart.narrow()):
        said = " ".join(texts(drawn.figure()))
        assert "\N{HORIZONTAL ELLIPSIS}" not in said
        assert sum(f"department {at}," in said for at in range(12)) == 8


@given(went=st.permutations(range(1, 8)), noise=st.lists(st.integers(1, 7), min_size=7, max_size=7))
@settings(max_examples=30, deadline=None)
def test_one_result_has_one_word_in_every_picture(went, noise):
    """On its own chart, in the picture of everything, on the sides, and in the counts of the title."""
    jobs = JOBS.assign(pace=went, freedom=noise).astype("Float64")
    result = patterns.contrast(jobs, scales=(1, 7), guesses=["freedom"])
    whole = charts.everything(result)
    words = whole.table["Word"]
    for chart in charts.lineups(result):
        line = chart.table.columns[0]
        said = chart.small_print[0]
        if words[line] in CHANCE:
            assert said.startswith(f"This {words[line]}.")
            assert ("not rare enough" in said) == (words[line] == STILL)
        elif words[line] in patterns.FOUND:
            assert words[line] in said.lower()
    sides = charts.mirrored(patterns.mirrored(result, SCOPE)).table["Word"]
    assert sides.tolist() == words[sides.index].tolist()
    if words.isin(patterns.FOUND).any():
        for word, many in words[words.isin(CHANCE)].value_counts().items():
            assert f"{many} {word}" in whole.title
    there = texts(whole.figure())
    assert all(f"{word[:1].upper()}{word[1:]}" in there for word in words)


def test_grey_words_stand_together_however_far_apart_the_counts(found):
    """What could still be chance comes before what easily could, and each word is written once a side."""
    frame = found.frame.assign(
        word=patterns.SHUFFLE, as_neat=4_000.0, shuffles=5_040.0, kin=False, drift=False
    )
    frame.loc[frame["line"].eq("pace"), "as_neat"] = 400.0
    there = texts(charts.mirrored(patterns.mirrored(replace(found, frame=frame), {})).figure())
    grey = [text for text in there if text.endswith("chance:")]
    assert sorted(grey) == ["could easily be chance:", "could still be chance:"]


def test_the_title_claims_only_what_goes_beyond_chance(found):
    strong = found.frame.assign(word=patterns.SHUFFLE)
    quiet = patterns.mirrored(replace(found, frame=strong), SCOPE)
    assert charts.mirrored(quiet).title == NOTHING
    few = patterns.mirrored(replace(found, frame=found.frame.assign(word=patterns.TOO_FEW)), SCOPE)
    assert charts.mirrored(few).title == TOO_FEW
    frame = found.frame
    out = frame.assign(word=np.where(frame["line"].eq("freedom"), patterns.STANDS_OUT, patterns.SHUFFLE))
    assert "freedom" in charts.mirrored(patterns.mirrored(replace(found, frame=out), SCOPE)).title


def test_rows_that_look_alike_and_differ_in_their_word_say_why(found):
    frame = found.frame.assign(word=patterns.SHUFFLE)

    def said(*strong):
        word = np.where(frame["line"].isin(strong), patterns.STANDS_OUT, patterns.SHUFFLE)
        result = replace(found, frame=frame.assign(word=word))
        drawn = charts.mirrored(patterns.mirrored(result, SCOPE)).small_print
        assert set(charts.everything(result, scope=SCOPE).small_print) >= {
            one for one in drawn if ALIKE in one
        }
        return next((one for one in drawn if ALIKE in one), "")

    high = frame.set_index("line")[["best_high", "n_best", "worst_high", "n_worst"]]
    assert high.loc["chosen"].tolist() == high.loc["freedom"].tolist()  # the same counts
    assert said("freedom") == f"{ALIKE} And what I said I need, we check first."
    assert said("chosen") == ALIKE
    assert said(*frame["line"]) == said() == ""  # all have one word


def test_everything_has_every_rating_and_says_why_a_cell_is_blank(found):
    chart = charts.everything(
        found, scope=SCOPE, needs=["freedom"], current=["Editor, Acme"], reasons=REASONS
    )
    table = chart.table
    assert table.columns[6] == "Editor, Acme"  # still there: apart, at the right
    assert table.loc["freedom", "Cook, Ladle"] == "5"
    assert table.loc["pace", "Tutor, Hill"] == "doesn’t apply"
    assert table.loc["peers", "Tutor, Hill"] == "can\N{RIGHT SINGLE QUOTATION MARK}t remember"
    assert table.loc["freedom", "High in those that went best"] == "2 of 2"
    assert sorted(table.index) == sorted(["freedom", "pace", "chosen", "peers"])
    there = texts(chart.figure())
    assert {"\N{EN DASH}", "?", "still there", "about me"} <= set(there)


@pytest.mark.parametrize(("jobs", "lines"), [(2, 1), (8, 33), (40, 33)])
def test_everything_can_be_drawn_for_few_jobs_and_for_many(career, jobs, lines):
    found = patterns.contrast(career(jobs, lines), scales=(1, 7))
    chart = charts.everything(found)
    assert chart.svg("dark", bare=True).startswith("<?xml")
    assert len(chart.table) == lines
    assert charts.mirrored(patterns.mirrored(found, {})).svg(bare=True).startswith("<?xml")


def test_letters_hide_every_name(found):
    for chart in (
        charts.everything(found, names="letters", current=["Editor, Acme"]),
        charts.mirrored(patterns.mirrored(found, SCOPE), names="letters"),
    ):
        said = " ".join([*texts(chart.figure()), chart.title, chart.alt, *chart.table.columns])
        for job in JOBS.index:
            assert job.split(", ")[0] not in said


def test_everything_is_in_a_fold_and_a_row_of_its_list_opens_its_chart(
    found: patterns.Contrast, stage: Stage, tmp_path: Path
) -> None:
    lines = charts.rated_lines(found)
    fold = "Show all: 4 circumstances at once"
    sections = (
        Section("At a glance", [charts.mirrored(patterns.mirrored(found, SCOPE))]),
        Section("", [charts.everything(found, scope=SCOPE)], fold=fold),
        Section("One at a time", charts.lineups(found), "Each opens.", fold=fold, listed=tuple(lines)),
    )
    page = stage.show(Panel(lambda _: Layout(sections), exports=tmp_path, first=100))
    expect(page.get_by_role("img")).to_have_count(1)  # drawn as it is seen, and no sooner
    page.get_by_text(fold).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("listitem")).to_have_count(4)
    expect(page.get_by_role("img")).to_have_count(2)
    row = page.get_by_role("listitem").filter(has_text="pace")
    row.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(row.get_by_role("img")).to_have_count(1)
    expect(row.get_by_role("heading", level=3)).to_contain_text("pace")
    shown = [message["chart"] for message in stage.sent("show")]
    assert set(shown) == {0, 1, 2 + lines.index("pace")}
    in_the_way = barriers(page, ".gop-charts")
    assert [one["id"] for one in in_the_way if one["impact"] in {"serious", "critical"}] == []


def test_a_phone_gets_the_narrow_picture_and_a_friend_two_files(stage: Stage, tmp_path: Path) -> None:
    jobs = pd.DataFrame({"paper": [4, 7], "lived": [7, 1]}, index=["Editor, Acme", "Cook, Ladle"])
    chart = charts.paper_against_lived(patterns.paper_against_lived(jobs))
    stage.page.set_viewport_size({"width": 390, "height": 800})
    page = stage.show(Panel(lambda _: [chart], exports=tmp_path / "exports"))
    image = page.get_by_role("img")
    expect(image).to_have_count(1)
    box = image.bounding_box()
    assert box is not None
    assert box["width"] <= 390
    assert stage.sent("show")[0]["narrow"] is True
    tall = image.get_attribute("src")
    assert tall is not None
    page.set_viewport_size({"width": 900, "height": 390})  # the phone turned
    expect(image).not_to_have_attribute("src", tall)
    page.set_viewport_size({"width": 390, "height": 800})
    expect(image).to_have_attribute("src", tall)
    page.get_by_role("button", name="Save to show a friend").click()
    expect(page.get_by_text("Saved: ").last).to_be_visible()
    saved = sorted(path.name for path in (tmp_path / "exports").glob("[!.]*"))
    assert saved == ["good-on-paper-to-show-a-friend.png", "good-on-paper-to-show-a-friend.svg"]
