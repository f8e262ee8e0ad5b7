"""How I work best: empty until something stands out, then a few sentences that repeat the word it earned."""

from __future__ import annotations

from good_on_paper import kit
from good_on_paper.forms import States
from good_on_paper.study import looks
from tests.pages.test_dull_and_live_with import mine, quiet, role, sample, shown  # noqa: F401 - fixtures are found by name


def test_nothing_is_said_while_nothing_has_earned_a_word(mine):  # noqa: F811
    assert isinstance(kit.how_it_left_me(), States)
    for went in (7, 1):
        role(mine, title=f"Job {went}", overall=went, energy=went, decision_freedom=went)
    looks.take(mine)
    assert quiet(kit.how_i_work_best())


def test_the_sample_person_after_the_look(sample):  # noqa: F811
    assert quiet(kit.how_i_work_best())
    looks.take(sample)
    page, notes = shown(kit.how_i_work_best())
    assert page["heads"][0]["heading"] == "How I work best"
    (note,) = notes
    assert note["title"] == (
        "In 3 of my 3 best jobs I chose how to do the work; "
        "in none of the 3 that went least well: it stands out."
    )
    assert note["small"][-3:] == [
        "In 3 of my 3 best jobs I had energy left after work; in none of the 3 that went least well.",
        "In 2 of my 3 best jobs most of my attention was on the work; in none of the 3 that went least well.",
        "The last ones only count; we did not compare them with chance.",
    ]
    assert 3 <= len(note["small"]) <= 5  # the last of them says what the others are
