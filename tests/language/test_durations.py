"""Lengths of time as people say them."""

from __future__ import annotations

import contextlib
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.language import Duration, DurationError, parse_duration

UNDERSTOOD = {
    "90 min": "90 min",
    "90 minutes": "90 min",
    "90min": "90 min",
    "a minute": "1 min",
    "20 mins": "20 min",
    "about 20 min": "20 min",
    "~20 min": "20 min",
    "1h": "60 min",
    "1 h": "60 min",
    "1h30": "90 min",
    "1 h 30 min": "90 min",
    "1 hour and 30 minutes": "90 min",
    "an hour": "60 min",
    "half an hour": "30 min",
    "1/2 hour": "30 min",
    "½ hour": "30 min",
    "an hour and a half": "90 min",
    "one and a half hours": "90 min",
    "1½ hours": "90 min",
    "1 1/2 hours": "90 min",
    "1.5 h": "90 min",
    "1,5 h": "90 min",
    "quarter of an hour": "15 min",
    "a quarter of an hour": "15 min",
    "three quarters of an hour": "45 min",
    "2 hrs": "120 min",
    "3 days": "3 d",
    "a day": "1 d",
    "10d": "10 d",
    "a week": "7 d",
    "2 wks": "14 d",
    "6w": "42 d",
    "two weeks": "14 d",
    "a couple of weeks": "14 d",
    "a fortnight": "14 d",
    "two fortnights": "28 d",
    "a week and 3 days": "10 d",
    "2.5 weeks": "35/2 d",
    "3 months": "3 mo",
    "3 mo": "3 mo",
    "3mos": "3 mo",
    "about three months": "3 mo",
    "THREE MONTHS": "3 mo",
    "three months or so": "3 mo",
    "  3   months ": "3 mo",
    "after 3 months": "3 mo",
    "half a year": "6 mo",
    "half year": "6 mo",
    "a half year": "6 mo",
    "half of a year": "6 mo",
    "1 year": "12 mo",
    "a year and a half": "18 mo",
    "one and a half years": "18 mo",
    "1.5 years": "18 mo",
    "2 years 3 months": "27 mo",
    "2 years, 3 months": "27 mo",
    "2 years and 3 months": "27 mo",
    "2y 3mo": "27 mo",
    "two and a half years": "30 mo",
    "a quarter of a year": "3 mo",
    "3 Monate": "3 mo",
    "ein halbes Jahr": "6 mo",
    "anderthalb Jahre": "18 mo",
    "zwei Wochen": "14 d",
    "fünf Tage": "5 d",
    "3 mois": "3 mo",
    "six semaines": "42 d",
    "un an": "12 mo",
    "un an et demi": "18 mo",
    "deux ans": "24 mo",
    "dos años y medio": "30 mo",
    "tres meses": "3 mo",
    "un año": "12 mo",
    "\u0663 months": "3 mo",
}


@pytest.mark.parametrize(("text", "kept"), UNDERSTOOD.items())
def test_a_length_is_understood(text: str, kept: str) -> None:
    assert str(parse_duration(text)) == kept


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing was written"),
        ("   ", "nothing was written"),
        ("3", "a number without a unit"),
        ("a", "a number without a unit"),
        ("3m", "minutes or months"),
        ("2-3 months", "two lengths"),
        ("2 to 3 months", "two lengths"),
        ("a few weeks", "'few' is no number"),
        ("ages", "'ages' is no number"),
        ("months", "how many months?"),
        ("3 4 months", "two numbers"),
        ("3 months 4", "a number without a unit"),
        ("1/0 h", "'1/0' is no number"),
        ("0 days", "nothing is no length"),
        ("-3 days", "two lengths"),
        ("1:30", "':' is not understood"),
        ("3 parsecs", "'parsecs' is not understood"),
        ("2 months 20 minutes", "units too far apart"),
        ("81 years", "longer than 80 years"),
        ("of the", "no length is in it"),
        ("x" * 61, "61 characters"),
    ],
)
def test_what_is_no_length_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(DurationError, match="expected a length such as 90 min") as refused:
        parse_duration(text)
    assert why in str(refused.value)


def test_a_bare_number_means_what_the_field_asks_for() -> None:
    assert parse_duration("3", bare="week") == parse_duration("3 weeks")
    assert parse_duration("1 1/2", bare="hour") == parse_duration("90 min")


@pytest.mark.parametrize(
    ("text", "words", "weeks"),
    [
        ("1 week", "1 week", 1.0),
        ("10 days", "10 days", 10 / 7),
        ("half a year", "6 months", 26.0887),
        ("2 years", "2 years", 104.355),
        ("16 months", "1 year 4 months", 69.570),
        ("90 min", "90 minutes", 90 / 10080),
        ("2.5 weeks", "17.5 days", 2.5),
    ],
)
def test_what_was_understood_is_said_back(text: str, words: str, weeks: float) -> None:
    length = parse_duration(text)
    assert length.words() == words
    assert length.weeks == pytest.approx(weeks, abs=1e-3)


LENGTHS = st.builds(
    Duration,
    st.fractions(min_value=Fraction(1, 12), max_value=900, max_denominator=12),
    st.sampled_from(["minute", "day", "month"]),
)


@given(LENGTHS)
def test_what_is_kept_comes_back(length: Duration) -> None:
    assert Duration.of(str(length)) == length


@given(st.integers(1, 500), st.sampled_from(["minute", "hour", "day", "week", "month"]))
def test_what_is_said_back_is_understood_as_the_same(number: int, unit: str) -> None:
    length = parse_duration(f"{number} {unit}s")
    assert parse_duration(length.words()) == length


@given(st.text(max_size=80))
def test_any_text_is_a_length_or_refused(text: str) -> None:
    with contextlib.suppress(DurationError):
        assert parse_duration(text).minutes > 0
