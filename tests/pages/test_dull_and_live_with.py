"""The pages on when it got dull and on what one can live with: from nothing said to all said."""

from __future__ import annotations

import json
import re

import pytest

from good_on_paper import kit
from good_on_paper.pages import session
from good_on_paper.study.sample import throw_away_record


@pytest.fixture
def mine(tmp_path, monkeypatch):
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    session.me.cache_clear()
    yield session.me()
    session.me().record.close()
    session.me.cache_clear()


@pytest.fixture
def sample(tmp_path, monkeypatch):
    throw_away_record(tmp_path / "sample").close()
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "sample"))
    session.me.cache_clear()
    yield session.me()
    session.me().record.close()
    session.me.cache_clear()


def shown(panel, names="names"):
    page = panel.handle({"type": "ready"})
    charts = [
        panel.handle({"type": "show", "chart": chart, "names": names, "theme": "light"})
        for chart in range(page["total"])
    ]
    assert all(chart["type"] == "chart" for chart in charts)
    return page, charts


def role(mine, **said):
    sitting = mine.record.sitting("roles")
    unit = mine.record.add_unit("role", sitting=sitting)
    for item, value in said.items():
        mine.record.answer(unit, item, value, sitting=sitting)
    return unit


def quiet(panel):
    page, charts = shown(panel)
    return not (charts or page["sentence"] or page["heads"] or page["ask"])


def test_of_nothing_one_sentence_says_what_to_do_and_the_rest_is_quiet(mine):
    below = (kit.got_dull, kit.goes_with_dull, kit.days, kit.step_curve)
    assert [made.__name__ for made in below if not quiet(made())] == ["got_dull"]  # its heading says why
    assert "One tick" in shown(kit.can_bear())[0]["sentence"]
    role(mine, title="Cook")
    assert [made.__name__ for made in below if not quiet(made())] == ["got_dull"]
    assert "when one job got dull" in shown(kit.got_dull())[0]["sentence"]


@pytest.mark.usefixtures("sample")
def test_the_sample_person_in_charts_and_sentences():
    page, charts = shown(kit.got_dull())
    assert charts[0]["title"] == (
        "In 6 of my 8 jobs it got dull after 6 to 14 months; "
        "in 1 it had not when the job ended, in 1 it has not so far."
    )
    said = [chart["title"] for chart in charts]
    assert said[1] == "Ask what an ordinary day is like there after about nine months."
    assert [head["heading"] for head in page["heads"]][1:] == [
        *("In words", "How dull it was", "When it got dull, and how it went"),
        *("What got you through the day", "How they ended"),
    ]
    folded = [head["heading"] for head in page["heads"] if head["fold"]]
    assert folded == [head["heading"] for head in page["heads"]][2:]


@pytest.mark.usefixtures("sample")
def test_the_answers_behind_a_sentence_are_in_the_words_of_the_form():
    behind = json.dumps([chart.get("tables") for chart in shown(kit.got_dull())[1]])
    assert "it came to an end" in behind
    assert not re.search(r"[a-z]_[a-z]|\"left\"", behind)


def test_with_letters_no_name_and_no_job_is_left_anywhere(sample):
    names = [title for name in sample.roles().index for title in name.split(", ")]
    for panel in (kit.got_dull(), kit.can_bear()):
        told = json.dumps(shown(panel, "letters")[1], ensure_ascii=False)
        assert "Job " in told
        assert [name for name in names if name in told] == []


@pytest.mark.usefixtures("sample")
def test_the_curve_is_drawn_only_when_asked_for():
    panel = kit.step_curve()
    page, charts = shown(panel)
    assert page["ask"]["button"] == "Show the curve"
    assert charts == []
    assert panel.handle({"type": "reveal"})["revealed"]
    assert shown(panel)[1][0]["title"] == "Half of my jobs had got dull within 10 months."


@pytest.mark.usefixtures("sample")
def test_what_can_be_borne_stands_apart_from_how_often_it_was_there():
    page, charts = shown(kit.can_bear())
    assert charts[0]["title"] == ("Of 9 things: 2 are fine, 3 for a while, 4 are not; 3 I won’t have again.")
    assert page["heads"][1]["heading"] == "How often it was there"
    assert "is a separate question" in " ".join(charts[0]["small"])


def test_a_job_in_which_something_hurt_is_in_no_chart(sample):
    editor = next(unit for name, unit in sample.roles()["unit"].items() if name.startswith("Editor"))
    sample.record.answer(editor, "hurt", "yes", sitting=sample.record.sitting("roles"))
    for panel in (kit.got_dull(), kit.can_bear()):
        assert "Quill and Tarn" not in json.dumps(shown(panel)[1])


def bears(mine, unit, item, value):
    revision = mine.catalogue.item(item.split(":")[1]).revision
    mine.record.answer(unit, item, value, revision=revision, sitting=mine.record.sitting("bearing"))


def test_what_will_not_be_again_is_said_also_without_a_tick(mine):
    bears(mine, mine.record.person, "not_again:raised_voices", True)
    (said,) = shown(kit.can_bear())[1]
    assert said["title"] == "You won’t have again: raised voices."


def test_what_is_said_of_a_job_alone_is_not_nothing(mine):
    bears(mine, role(mine, title="Cook"), "bears:raised_voices", "no")
    assert "for some jobs only" in shown(kit.can_bear())[0]["sentence"]
