"""What is asked on boredom and on what one can bear."""

from __future__ import annotations

from good_on_paper.catalogue import load

CATALOGUE = load()


def test_three_answers_come_first_and_the_rest_on_demand() -> None:
    boredom = CATALOGUE.items("boredom")
    assert [(item.key, item.kind) for item in boredom[:3]] == [
        ("set_in_after", "duration"),
        ("dull_worst", "rating"),
        ("dull_because", "choice"),
    ]
    assert boredom[0].options == ("not_before_i_left", "still_not", "first_day")
    assert boredom[2].options == ("too_little", "too_much", "no_point")


def test_the_worst_the_ordinary_and_the_end_are_asked_apart() -> None:
    asks = [CATALOGUE.item(key).ask for key in ("dull_worst", "dull_ordinary", "dull_end")]
    assert len(set(asks)) == 3


def test_means_stand_in_each_way_of_thinking_and_doing() -> None:
    means = CATALOGUE.items("means")
    assert len(means) == 8
    assert {item.quadrant for item in means} == {"think-toward", "do-toward", "think-away", "do-away"}
    assert {item.options for item in means} == {("helped", "did_not")}


def test_worries_are_private_amounts_and_point_at_ends_of_known_lines() -> None:
    worries = CATALOGUE.items("worry")
    assert len(worries) == 10
    for worry in worries:
        assert worry.private
        assert (worry.low, worry.high) == ("never", "every day")
        assert worry.ask.startswith("How often")
        if worry.line:
            key, _, end = worry.line.rpartition(":")
            line = CATALOGUE.item(key)
            assert (line.group, end) in {("circumstance", "low"), ("circumstance", "high")}
            assert line.keyed == {"low": 1, "high": -1}[end], "the harder end of it"


def test_what_is_asked_of_the_dull_and_the_hard_is_no_verdict() -> None:
    for item in (*CATALOGUE.items("boredom"), *CATALOGUE.items("worry")):
        text = f"{item.label} {item.ask} {item.low} {item.high}".lower()
        assert not {"lazy", "weak", "fail", "cope", "anxious", "disorder", "should"} & set(text.split())
