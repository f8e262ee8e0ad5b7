"""A start and an end in a line, as people write them in seven languages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.intake import read_lines
from good_on_paper.intake.spans import dates_in
from good_on_paper.language.months import MONTH_WORDS

SPANS = {
    "Jan \u2013 Mar 2019": ("2019-01", "2019-03"),
    "01.03. - 31.05.2019": ("2019-03-01", "2019-05-31"),
    "03 - 06/2019": ("2019-03", "2019-06"),
    "5 March - 6 June 2019": ("2019-03-05", "2019-06-06"),
    "Q1 - Q3 2019": ("2019", "2019"),
    "2014-17": ("2014", "2017"),
    "1998\u201302": ("1998", "2002"),
    "2014 => 2017": ("2014", "2017"),
    "2014 \u223c 2017": ("2014", "2017"),
    "2014 -- 2017": ("2014", "2017"),
    "from March 2014 to date": ("2014-03", "now"),
    "2014 until now": ("2014", "now"),
    "2014 - till date": ("2014", "now"),
    "between 2014 and 2017": ("2014", "2017"),
    "2014 onwards": ("2014", "now"),
    "2014 (current)": ("2014", "now"),
    "Mar-19 - Apr-20": ("2019-03", "2020-04"),
    "05.03.14 - 30.06.15": ("2014-03-05", "2015-06-30"),
    "2014-01-01 - 9999-12-31": ("2014-01-01", "now"),
    "mid 2014 \u2013 end of 2017": ("2014", "2017"),
    "ca. 2014 \u2013 2017?": ("2014~", "2017?"),
    "~2014-~2017": ("2014~", "2017~"),
    "2014 (?) - 17?": ("2014?", "2017?"),
    "2014/15": ("2014", "2015"),
    "2014/2015": ("2014", "2015"),
    "2014/15 - 2017/18": ("2014", "2018"),
    "2015-18": ("2015", "2018"),
    "2014/17": ("2014", "2017"),
    "9/10 - 3/14": ("2010-09", "2014-03"),
    "4/14 - heute": ("2014-04", "now"),
    "13.01.17-18.05.19": ("2017-01-13", "2019-05-18"),
    "winter 2014 - spring 2016": ("2014", "2016"),
    "till 2017": (None, "2017"),
    "3. Quartal 2018 bis 1. Quartal 2020": ("2018", "2020"),
    "von M\u00e4rz 2015 bis Mai 2018": ("2015-03", "2018-05"),
    "seit dem 1. April 2019": ("2019-04-01", "now"),
    "ab M\u00e4rz 2019": ("2019-03", "now"),
    "2014 \u2013 laufend": ("2014", "now"),
    "bis Ende 2017": (None, "2017"),
    "depuis janvier 2019": ("2019-01", "now"),
    "du 5 mars 2015 au 6 juin 2018": ("2015-03-05", "2018-06-06"),
    "mars 2019 \u2013 aujourd\u2019hui": ("2019-03", "now"),
    "2019 \u00e0 ce jour": ("2019", "now"),
    "jusqu\u2019en 2017": (None, "2017"),
    "desde marzo de 2015 hasta la actualidad": ("2015-03", "now"),
    "de 2015 a 2018": ("2015", "2018"),
    "mar\u00e7o de 2015 a dezembro de 2018": ("2015-03", "2018-12"),
    "fev/2015 - atual": ("2015-02", "now"),
    "desde 2019 at\u00e9 o momento": ("2019", "now"),
    "dal 1\u00b0 marzo 2015 al 30 aprile 2018": ("2015-03-01", "2018-04-30"),
    "da gennaio 2015 a oggi": ("2015-01", "now"),
    "dall\u2019aprile 2019": ("2019-04", "now"),
    "jan. 2015 t/m mrt. 2018": ("2015-01", "2018-03"),
    "van maart 2015 tot en met mei 2018": ("2015-03", "2018-05"),
    "sinds 2019": ("2019", "now"),
    "2015 - heden": ("2015", "now"),
}


@pytest.mark.parametrize("dates", SPANS)
@pytest.mark.parametrize(
    "line", ["Cook, Bar, {}", "Cook, Bar ({})", "Cook, Bar | {} | Leeds", "{}: Cook, Bar"]
)
def test_a_span_is_read_wherever_it_stands(dates: str, line: str) -> None:
    (role,) = read_lines(line.format(dates)).roles
    assert (role.facts.get("started"), role.facts.get("ended")) == SPANS[dates]
    assert (role.facts["title"], role.facts["employer"]) == ("Cook", "Bar")


@pytest.mark.parametrize(
    "tail",
    ["(part-time)", "\u00b7 9 yrs", "(9 ans 2 mois)", "[Teilzeit]", "\u00b7 9 Jahre 1 Monat", "(2 months)"],
)
def test_what_follows_the_end_is_no_part_of_it(tail: str) -> None:
    preview = read_lines(f"Cook, Bar, 2014 - 2017 {tail}")
    (role,) = preview.roles
    facts = {key: role.facts[key] for key in ("title", "employer", "started", "ended")}
    assert list(facts.values()) == ["Cook", "Bar", "2014", "2017"]
    assert role.facts.get("role_kind") or preview.skipped or preview.notes, "dropped without a word"


@pytest.mark.parametrize("tail", ["\u00b7 4 yrs", "(3 ans 2 mois)", "\u00b7 2 Jahre 1 Monat"])
def test_a_length_that_agrees_with_the_dates_is_not_worth_a_word(tail: str) -> None:
    preview = read_lines(f"Cook, Bar, 2014 - 2017 {tail}")
    (role,) = preview.roles
    assert [role.facts[key] for key in ("title", "employer", "started", "ended")] == [
        "Cook",
        "Bar",
        "2014",
        "2017",
    ]
    assert (preview.skipped, preview.notes, role.why) == ((), (), "")


@pytest.mark.parametrize(
    "line",
    ["Cook, Bar, 2015-2017, 2019-2021", "Koch, Bar, 2015-2017 und 2019-2021", "Cook, Bar, 2011, 2013, 2015"],
)
def test_several_spans_are_told_and_none_is_chosen(line: str) -> None:
    preview = read_lines(line)
    assert preview.roles[0].facts == {"title": line[:4], "employer": "Bar"}
    assert "more than one span" in str(preview.skipped[0])


def test_a_month_whose_year_is_not_said_is_not_made_up() -> None:
    preview = read_lines("Cook, Bar, Nov - Feb 2020")
    assert preview.roles[0].facts == {"title": "Cook", "employer": "Bar", "ended": "2020-02"}
    assert preview.notes == ("line 1: we could not tell the year of 'Nov'.",)


def test_the_whole_text_tells_whether_day_or_month_comes_first() -> None:
    text = "Cook, Bar, 3/1/2019 - 12/31/2020\nClerk, Office, 6/5/2015 - 2/28/2019"
    assert [role.facts["started"] for role in read_lines(text).roles] == ["2019-03-01", "2015-06-05"]
    preview = read_lines("Cook, Bar, 06/05/2015 - 03/04/2019")
    assert (preview.roles[0].facts["started"], preview.roles[0].facts["ended"]) == ("2015", "2019")
    assert "6 May 2015 or 5 June 2015; 2015 is kept" in str(preview.skipped[0])


@pytest.mark.parametrize(
    "line",
    [
        "Set designer, Opera",
        "March hare, Theatre",
        "May Fair cook",
        "De Haan 2000 kok",
        "Sommelier, Mai Thai",
        "Au pair, Lyon",
        "Today FM host",
    ],
)
def test_words_of_dates_in_a_name_stay_in_it(line: str) -> None:
    assert dates_in(line) is None


MONTHS = st.sampled_from([f"{word} " for word in MONTH_WORDS])


@given(
    st.integers(1990, 2010),
    st.integers(0, 9),
    st.sampled_from(["-", " \u2013 ", " to ", " bis ", " \u2192 "]),
    MONTHS,
)
def test_a_span_in_words_is_read_back(year: int, more: int, dash: str, month: str) -> None:
    found = dates_in(f"Cook, Bar, {month}{year}{dash}{month}{year + more}")
    assert found is not None
    assert (found.start, found.end, found.rest) == (f"{month}{year}", f"{month}{year + more}", "Cook, Bar")


@pytest.mark.parametrize(
    "part", ["2014-", "2014, ", "(2014 - 2015) ", "Mar ", "since ", "' '14 ", "1/2/", "(", "- "]
)
def test_a_long_line_takes_no_long_time(part: str) -> None:
    begun = time.process_time()
    dates_in("a " + part * (20_000 // len(part)))
    dates_in("a " + part * (600 // len(part)))
    assert time.process_time() - begun < 2
