"""Dates as people write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.language import NOW, DateError, PartialDate, check_span, parse_date
from good_on_paper.language.dates import Order, order_of

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2014", "2014"),
        (" 2014 ", "2014"),
        ("2014-03", "2014-03"),
        ("2014/3", "2014-03"),
        ("2014-03-05", "2014-03-05"),
        ("2014.03.05", "2014-03-05"),
        ("2014-03-05T00:00:00Z", "2014-03-05"),
        ("2014-03-05 00:00:00", "2014-03-05"),
        ("3/2014", "2014-03"),
        ("03.2014", "2014-03"),
        ("03-2014", "2014-03"),
        ("March 2014", "2014-03"),
        ("march, 2014", "2014-03"),
        ("Mar 2014", "2014-03"),
        ("mar. 2014", "2014-03"),
        ("Mar-2014", "2014-03"),
        ("2014 Mar", "2014-03"),
        ("5 March 2014", "2014-03-05"),
        ("5th of March 2014", "2014-03-05"),
        ("March 5, 2014", "2014-03-05"),
        ("01 Oct 2021", "2021-10-01"),
        ("5. M\u00e4rz 2014", "2014-03-05"),
        ("Maerz 2014".replace("ae", "\u00e4"), "2014-03"),
        ("J\u00e4nner 2014", "2014-01"),
        ("ao\u00fbt 2014", "2014-08"),
        ("AOUT 2014", "2014-08"),
        ("1er janvier 2014", "2014-01-01"),
        ("5 de marzo de 2014", "2014-03-05"),
        ("dic. 2014", "2014-12"),
        ("05.03.2014", "2014-03-05"),
        ("25/03/2014", "2014-03-25"),
        ("03/25/2014", "2014-03-25"),
        ("04/04/2014", "2014-04-04"),
        ("\u200f2014-03\u200e", "2014-03"),
        ("\uff12\uff10\uff11\uff14", "2014"),
        ("2027", "2027"),
        ("'2014'", "2014"),
        ("Sept '19", "2019-09"),
        ("March \u201999", "1999-03"),
        ("3/'14", "2014-03"),
        ("Aug'21", "2021-08"),
        ("'26", "2026"),
        ("'27", "2027"),
        ("'28", "1928"),
        ("Mar-14", "2014-03"),
        ("25-Jan-21", "2021-01-25"),
        ("25/3/14", "2014-03-25"),
        ("05.03.14", "2014-03-05"),
        ("since 2014", "2014"),
        ("seit M\u00e4rz 2014", "2014-03"),
        ("depuis mars 2014", "2014-03"),
        ("mar\u00e7o de 2014", "2014-03"),
        ("out. 2014", "2014-10"),
        ("1\u00ba de abril de 2014", "2014-04-01"),
        ("5 maggio 2014", "2014-05-05"),
        ("lug 2014", "2014-07"),
        ("mrt. 2014", "2014-03"),
        ("5 augustus 2014", "2014-08-05"),
    ],
)
def test_a_date_is_understood(text: str, iso: str) -> None:
    assert str(parse_date(text, today=TODAY)) == iso


@pytest.mark.parametrize(
    "text",
    [
        "3. Quartal 2014",
        "inverno 2014",
        "spring 2014",
        "Summer of 2014",
        "Q3 2014",
        "Ende 2014",
        "\u00e9t\u00e9 2014",
    ],
)
def test_a_season_is_kept_as_its_year_and_says_so(text: str) -> None:
    date = parse_date(text, today=TODAY)
    assert date == PartialDate(2014)
    assert "kept as 2014" in date.note


@pytest.mark.parametrize(
    ("text", "kept", "words"),
    [
        ("about 2014", "2014~", "about 2014"),
        ("~2014", "2014~", "about 2014"),
        ("ca. 03/2014", "2014-03~", "about March 2014"),
        ("c2014", "2014~", "about 2014"),
        ("2014ish", "2014~", "about 2014"),
        ("2014 or so", "2014~", "about 2014"),
        ("vers mars 2014", "2014-03~", "about March 2014"),
        ("um 2014", "2014~", "about 2014"),
        ("alrededor de 2014", "2014~", "about 2014"),
        ("por volta de 2014", "2014~", "about 2014"),
        ("intorno al 2014", "2014~", "about 2014"),
        ("rond 2014", "2014~", "about 2014"),
        ("about 5 March 2014", "2014-03-05~", "about 5 March 2014"),
        ("2014?", "2014?", "2014?"),
        ("2014 (?)", "2014?", "2014?"),
        ("2014 (I think)", "2014?", "2014?"),
        ("peut-\u00eatre 2014", "2014?", "2014?"),
        ("vielleicht M\u00e4rz 2014", "2014-03?", "March 2014?"),
        ("about 2014?", "2014%", "about 2014?"),
    ],
)
def test_a_doubt_stays_with_the_date(text: str, kept: str, words: str) -> None:
    date = parse_date(text, today=TODAY)
    assert (str(date), date.words(), date.note) == (kept, words, "")
    assert parse_date(kept, today=TODAY).doubt == parse_date(words, today=TODAY).doubt == date.doubt
    assert date == PartialDate(*date.parts)  # statistics take the date as said


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [("2014/15", 2014, 2015), ("2014-15", 2014, 2015), ("2014/2015", 2014, 2015), ("1999/00", 1999, 2000)],
)
def test_a_year_that_goes_over_new_year_is_its_first_or_its_last(text: str, begins: int, ends: int) -> None:
    for date, year in ((parse_date(text), begins), (parse_date(text, end=True), ends)):
        assert date == PartialDate(year)
        assert text in date.note  # type: ignore[union-attr]


def test_a_month_that_may_be_a_year_keeps_what_is_certain() -> None:
    with pytest.raises(DateError) as caught:
        parse_date("2009/10")
    assert caught.value.certain == PartialDate(2009)
    assert "December 2009" in parse_date("2009/12").note


def test_a_time_of_day_and_parts_that_are_zero_are_no_part_of_a_date() -> None:
    for text in (
        "25/03/2014 00:00",
        "25/03/2014 10:00:00 AM",
        "25.03.2014, 7:05",
        "2014-03-25T10:00:00+01:00",
    ):
        assert str(parse_date(text)) == "2014-03-25", text
    assert str(parse_date("2014-03-00")) == "2014-03"
    assert str(parse_date("2014-00-00")) == "2014"


def test_late_march_keeps_the_month() -> None:
    assert str(parse_date("late March 2014", today=TODAY)) == "2014-03"


@pytest.mark.parametrize(
    "text",
    [
        "9999-12-31",
        "31.12.9999",
        "to date",
        "aujourd\u2019hui",
        "en cours",
        "atual",
        "oggi",
        "heden",
        "bis dato",
        "now",
        "Present",
        "today",
        "CURRENT",
        "-",
        "\u2013",
        "",
        "  ",
        "heute",
        "hoy",
    ],
)
def test_words_for_now_are_an_end_and_no_start(text: str) -> None:
    assert parse_date(text, end=True) == NOW
    with pytest.raises(DateError):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2014/18", "two years"),
        ("2014-18", "two years"),
        ("2009/10", "a month, or the years 2009 to 2010"),
        ("2014-2017", "two years"),
        ("2014 \u2013 2017", "two years"),
        ("March 2014 June 2015", "two years"),
        ("03/04/2014", "3 April 2014 or 4 March 2014"),
        ("01/02/03", "which of these is the year"),
        ("2014-02-30", "no such day"),
        ("31.04.2014", "no such day"),
        ("2014-00", "no such day"),
        ("0000", "no such day"),
        ("13/2014", "no such day"),
        ("99/99/2014", "no such day"),
        ("Mar 14", "no year of four digits"),
        ("March", "no year of four digits"),
        ("1899", "1900 to 2027"),
        ("2028", "1900 to 2027"),
        ("a while ago", "not understood"),
        ("<script>alert(1)</script>", "not understood"),
        ("2014\x00", "control character"),
        ("5 2014 6", "more than one date"),
        ("spring 5 March 2014", "do not go together"),
        ("20140305", "not understood"),
        ("9" * 5000, "5000 characters"),
    ],
)
def test_what_is_no_single_date_is_refused_with_what_was_expected(text: str, says: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text, today=TODAY)
    assert says in str(caught.value)
    assert "expected" in str(caught.value)
    assert len(str(caught.value)) < 300


def test_what_both_readings_agree_in_is_known() -> None:
    with pytest.raises(DateError) as caught:
        parse_date("03/04/2014", today=TODAY)
    assert caught.value.certain == PartialDate(2014)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["3/1/2019", "12/31/2020"], "month"),
        (["3/1/2019", "31/12/2020"], "day"),
        (["3-1-2019", "31-12-2020"], "day"),
        (["3/1/2019", "4/1/2019"], None),
        (["2019", "31.12.2020"], None),
        (["13/1/2019", "1/13/2019"], None),
    ],
)
def test_a_column_tells_whether_day_or_month_comes_first(texts: list[str], order: str | None) -> None:
    assert order_of(texts)[0] == order


@given(st.dates(dt.date(1950, 1, 1), dt.date(2026, 12, 31)), st.sampled_from(["day", "month"]))
def test_a_day_in_numbers_is_read_in_the_order_that_is_told(day: dt.date, order: Order) -> None:
    text = f"{day.day}/{day.month}/{day.year}" if order == "day" else f"{day.month}/{day.day}/{day.year}"
    assert parse_date(text, order=order, today=TODAY) == PartialDate(day.year, day.month, day.day)


def test_an_end_may_lie_some_years_ahead() -> None:
    assert str(parse_date("2029", end=True, today=TODAY)) == "2029"
    with pytest.raises(DateError, match="1900 to 2031"):
        parse_date("2032", end=True, today=TODAY)


def test_an_end_before_the_start_is_reported() -> None:
    check_span(PartialDate(2014, 3), PartialDate(2014))
    check_span(PartialDate(2014), PartialDate(2014, 3))
    check_span(PartialDate(2014, 3), NOW)
    check_span(None, PartialDate(2014))
    check_span(PartialDate(2014), None)
    with pytest.raises(DateError, match="before the start"):
        check_span(PartialDate(2014, 3), PartialDate(2014, 2))
    with pytest.raises(DateError, match="before the start"):
        check_span(PartialDate(2014, 3), PartialDate(2013))


def test_dates_are_ordered_and_said() -> None:
    dates = [PartialDate(2014, 3), PartialDate(2014), PartialDate(2014, 3, 5), PartialDate(2013, 12)]
    assert [str(date) for date in sorted(dates)] == ["2013-12", "2014", "2014-03", "2014-03-05"]
    assert [date.words() for date in sorted(dates)] == ["December 2013", "2014", "March 2014", "5 March 2014"]
    assert PartialDate(2014).fits(PartialDate(2014, 3))
    assert not PartialDate(2014, 4).fits(PartialDate(2014, 3))
    with pytest.raises(ValueError, match="day without a month"):
        PartialDate(2014, day=3)
    with pytest.raises(DateError, match="stored date"):
        PartialDate.of("March 2014")


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates(dt.date(1900, 1, 1), dt.date(2027, 12, 31)))
    known = draw(st.integers(1, 3))
    return PartialDate(day.year, day.month if known > 1 else None, day.day if known > 2 else None)


@given(partial_dates())
def test_what_is_written_is_read_back(date: PartialDate) -> None:
    assert PartialDate.of(str(date)) == date
    assert parse_date(str(date), today=TODAY) == date
    assert parse_date(date.words(), today=TODAY) == date
    assert parse_date(date.words().upper(), end=True, today=TODAY) == date


@given(partial_dates(), partial_dates())
def test_an_order_of_the_texts_is_the_order_of_the_dates(one: PartialDate, other: PartialDate) -> None:
    assert (one < other) == (str(one) < str(other))
    assert (one == other) == (str(one) == str(other))


@given(st.text(max_size=80), st.booleans())
def test_any_text_is_a_date_or_a_date_error(text: str, end: bool) -> None:
    try:
        date = parse_date(text, end=end, today=TODAY)
    except DateError:
        return
    assert str(date) == NOW or PartialDate.of(str(date)) == date
