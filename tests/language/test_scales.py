"""Scales where people write them, and words that stand in an order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.language import ORDERS, Marked, marked, scale_in, word_order


@pytest.mark.parametrize(
    ("header", "name", "ends"),
    [
        ("autonomy (1-5)", "autonomy", (1, 5)),
        ("overall satisfaction (1-10)", "overall satisfaction", (1, 10)),
        ("0-10 pay", "pay", (0, 10)),
        ("Satisfaction /10", "Satisfaction", (0, 10)),
        ("Boss (out of 5)", "Boss", (1, 5)),
        ("autonomy (1\N{EN DASH}7, 7 is best)", "autonomy", (1, 7)),
        ("Share (%)", "Share", (0, 100)),
        ("mood (-3 to +3)", "mood", (-3, 3)),
        ("Pay (1 = low, 5 = high)", "Pay", (1, 5)),
        ("Zufriedenheit (1 bis 5)", "Zufriedenheit", (1, 5)),
        ("Autonomie (Skala von 1 bis 7)", "Autonomie", (1, 7)),
        ("Ambiance (sur 20)", "Ambiance", (0, 20)),
        ("Autonomie [1 \u00e0 10]", "Autonomie", (1, 10)),
        ("Satisfa\u00e7\u00e3o, de 0 a 10", "Satisfa\u00e7\u00e3o", (0, 10)),
        ("Sfera di azione (da 1 a 5)", "Sfera di azione", (1, 5)),
        ("Vrijheid (1 t/m 5)", "Vrijheid", (1, 5)),
        ("Sueldo (escala de 1 a 5)", "Sueldo", (1, 5)),
    ],
)
def test_both_ends_are_read_from_a_name(header: str, name: str, ends: tuple[int, int]) -> None:
    found = scale_in(header)
    assert (found.name, found.ends, found.turned) == (name, ends, False)


@pytest.mark.parametrize(
    "header",
    [
        "autonomy",
        "Years 2015-2018",
        "2015",
        "24/7",
        "Office hours 9-5",
        "Question 3-4",
        "Q1-5",
        "and/or",
        "10/2019",
        "pace 1/5",
        "1-to-1 meetings",
        "Team of 5",
        "",
    ],
)
def test_no_scale_is_made_up(header: str) -> None:
    assert scale_in(header).ends is None
    assert scale_in(header).name == header


def test_marks_of_which_the_low_one_is_better_are_told() -> None:
    found = scale_in("Schulnote (1 = sehr gut, 6 = ungen\u00fcgend)")
    assert (found.name, found.ends, found.turned) == ("Schulnote", (1, 6), True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7 - Strongly agree", Marked(7, "Strongly agree")),
        ("7 (excellent)", Marked(7, "excellent")),
        ("2: selten", Marked(2, "selten")),
        ("Agree (4)", Marked(4, "Agree")),
        ("8/10", Marked(8, high=10)),
        ("3,5 / 5", Marked(3.5, high=5)),
        ("4 von 5", Marked(4, high=5)),
        ("15 sur 20", Marked(15, high=20)),
        ("\u2605\u2605\u2605\u2605\u2606", Marked(4, high=5)),
        ("\u2b50\u2b50", Marked(2)),
        ("4 Sterne", Marked(4, high=5)),
        ("80 %", Marked(80, high=100)),
        *(
            (text, None)
            for text in ("5", "3 years", "2 people", "12-15", "2019-03", "12/10", "", "fast", "?")
        ),
    ],
)
def test_a_mark_with_something_beside_it(text: str, found: Marked | None) -> None:
    assert marked(text) == found


@pytest.mark.parametrize(
    ("words", "steps", "high"),
    [
        (["Strongly agree", "disagree"], [5, 2], 5),
        (["Strongly agree", "Somewhat agree", "Neutral"], [5, 4, 3], 5),
        (["Strongly agree", "Somewhat agree", "Agree"], [7, 5, 6], 7),
        (["high", "low"], [1, 0], 1),
        (["yes", "No"], [1, 0], 1),
        (["ja", "teilweise", "nein"], [3, 2, 1], 3),
        (["stimme voll zu", "stimme \u00fcberhaupt nicht zu"], [5, 1], 5),
        (["Toujours", "parfois", "jamais"], [5, 3, 1], 5),
        (["siempre", "a veces"], [5, 3], 5),
        (["muito alto", "baixo"], [5, 2], 5),
        (["molto soddisfatto", "insoddisfatto"], [5, 2], 5),
        (["altijd", "zelden"], [5, 2], 5),
    ],
)
def test_words_are_put_on_their_steps(words: list[str], steps: list[int], high: int) -> None:
    found = word_order(words)
    assert found is not None
    assert [found.steps[word] for word in words] == steps
    assert found.high == high


@pytest.mark.parametrize("words", [[], ["often"], ["red", "blue"], ["often", "red"], ["ja", "yes"]])
def test_other_words_have_no_order(words: list[str]) -> None:
    assert word_order(words) is None


@given(
    st.integers(0, 1),
    st.integers(2, 100),
    st.sampled_from(["(%s-%s)", "%s to %s", "[%s \u2013 %s]", "%s..%s"]),
)
def test_whatever_ends_are_written_are_read(low: int, high: int, form: str) -> None:
    if high > low + 1:
        assert scale_in(f"autonomy {form % (low, high)}").ends == (low, high)


@given(st.data())
def test_an_order_is_kept_whichever_of_its_words_are_there(data: st.DataObject) -> None:
    order = data.draw(st.sampled_from(ORDERS))
    places = data.draw(st.lists(st.integers(0, len(order) - 1), min_size=2, unique=True))
    found = word_order([min(order[place]) for place in places])
    if found is not None:  # a word may stand in two orders, on one step of the shorter
        ranked = [found.steps[min(order[place])] for place in sorted(places)]
        assert ranked == sorted(ranked)


@given(st.text(max_size=60))
def test_any_text_is_read_or_not(text: str) -> None:
    ends = scale_in(text).ends
    assert ends is None or ends[0] < ends[1]
    marked(text)
