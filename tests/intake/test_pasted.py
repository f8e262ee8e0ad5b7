"""Roles pasted one a line."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.intake import IntakeError, read, read_lines
from good_on_paper.language.months import MONTHS

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("Editor, Acme, 2014-2017", ("Editor", "Acme", "2014", "2017")),
        ("Editor, Acme, 2014 - 2017", ("Editor", "Acme", "2014", "2017")),
        ("Editor at Acme (2014 \u2013 now)", ("Editor", "Acme", "2014", "now")),
        ("- Editor, Acme, Mar 2014 to June 2017", ("Editor", "Acme", "2014-03", "2017-06")),
        ("\u2022 Editor | Acme | since March 2014", ("Editor", "Acme", "2014-03", "now")),
        ("3. Editor, Acme, 03/2014 - 06/2017", ("Editor", "Acme", "2014-03", "2017-06")),
        ("Editor, Acme, 2014-03 \u2014 2017-06-30", ("Editor", "Acme", "2014-03", "2017-06-30")),
        ("Editor at Acme 2014-2017", ("Editor", "Acme", "2014", "2017")),
        ("Editor at the Acme '97 to 2000", ("Editor", "the Acme", "1997", "2000")),
        ("Editor, Acme, 97 until 2000", ("Editor", "Acme", "1997", "2000")),
        ("Editor, Acme, 2017 - Aug '21", ("Editor", "Acme", "2017", "2021-08")),
        ("Editor, Acme, Sept \u201914 - '17", ("Editor", "Acme", "2014-09", "2017")),
        ("Editor, Acme, since Mar'19", ("Editor", "Acme", "2019-03", "now")),
        ("Editor, Acme, 2014-", ("Editor", "Acme", "2014", "now")),
        ("Editor, Acme, 2014", ("Editor", "Acme", "2014", "2014")),
        ("Editor, Acme, March 2014", ("Editor", "Acme", "2014-03", None)),
        ("Editor, Acme", ("Editor", "Acme", None, None)),
        ("Editor, Acme (consulting)", ("Editor", "Acme (consulting)", None, None)),
        ("Editor, Acme (Leeds)", ("Editor", "Acme", None, None)),
        ("Editor", ("Editor", None, None, None)),
        ("Editor\tAcme\t2014-2017", ("Editor", "Acme", "2014", "2017")),
        ("Editor \u2013 Acme \u2013 2014", ("Editor", "Acme", "2014", "2014")),
        ("Co-founder, A-Z Press, 2014-2017", ("Co-founder", "A-Z Press", "2014", "2017")),
        ("Redakteur bei Acme, M\u00e4rz 2014 bis heute", ("Redakteur", "Acme", "2014-03", "now")),
    ],
)
def test_a_line_is_a_role(line: str, facts: tuple[str | None, ...]) -> None:
    (role,) = read_lines(line).roles
    assert tuple(role.facts.get(key) for key in ("title", "employer", "started", "ended")) == facts


@pytest.mark.parametrize(
    ("dates", "started", "ended"),
    [
        ("2003-2006", "2003", "2006"),
        ("2003\u20132006:", "2003", "2006"),
        ("2003 - 2006 -", "2003", "2006"),
        ("2003-2006,", "2003", "2006"),
        ("2003-2006\t", "2003", "2006"),
        ("(2009-2011)", "2009", "2011"),
        ("[2009]", "2009", "2009"),
        ("- 2003 to 2006", "2003", "2006"),
        ("1. 2003-2006", "2003", "2006"),
        ("09/2022 - now,", "2022-09", "now"),
        ("Sept '17 to 2019", "2017-09", "2019"),
        ("'03-'06", "2003", "2006"),
        ("97 until 2000", "1997", "2000"),
        ("05.03.2014 - 30.06.2015", "2014-03-05", "2015-06-30"),
        ("5 March 2014 - June 2015 |", "2014-03-05", "2015-06"),
        ("M\u00e4rz 2014 bis heute", "2014-03", "now"),
        ("2014-03 \u2014 2017-06-30", "2014-03", "2017-06-30"),
        ("since 2019", "2019", "now"),
        ("Since March 2019:", "2019-03", "now"),
        ("2019-", "2019", "now"),
        ("(2019 -)", "2019", "now"),
        ("2019 - today", "2019", "now"),
        ("2008", "2008", "2008"),
        ("2008 -", "2008", "2008"),
        ("2008.", "2008", "2008"),
    ],
)
def test_dates_may_come_first(dates: str, started: str, ended: str) -> None:
    (role,) = read_lines(f"{dates} Receptionist, Hotel Adler").roles
    assert role.facts == {
        "title": "Receptionist",
        "employer": "Hotel Adler",
        "started": started,
        "ended": ended,
    }


@pytest.mark.parametrize(
    "line",
    [
        "Editor (2014-2017), Acme",
        "Editor (2014-2017) at Acme",
        "Editor (2014-2017) Acme",
        "Editor, 2014-2017, Acme",
        "Editor | 2014 - 2017 | Acme",
    ],
)
def test_dates_may_stand_between(line: str) -> None:
    (role,) = read_lines(line).roles
    assert role.facts == {"title": "Editor", "employer": "Acme", "started": "2014", "ended": "2017"}


@pytest.mark.parametrize(
    "title",
    [
        "3D artist",
        "2nd line support",
        "24/7 desk",
        "1st mate",
        "911 dispatcher",
        "20 years of it",
        "2000-seat hall manager",
        "1990s DJ",
        "2046 Vision",
        "Class 2003 teacher",
        "1000 Islands guide",
    ],
)
def test_a_number_that_is_no_date_stays_in_the_name(title: str) -> None:
    assert read_lines(title).roles[0].facts == {"title": title}
    (role,) = read_lines(f"{title}, 2010-2012").roles
    assert role.facts == {"title": title, "started": "2010", "ended": "2012"}
    (role,) = read_lines(f"2010-2012 {title}").roles
    assert role.facts == {"title": title, "started": "2010", "ended": "2012"}
    (role,) = read_lines(f"2010 - {title}").roles
    assert role.facts == {"title": title, "started": "2010", "ended": "2010"}


@pytest.mark.parametrize(
    "title", ["Presenter", "Current Affairs Editor", "Today show producer", "March hare"]
)
def test_a_title_that_begins_as_an_end_does_is_none(title: str) -> None:
    assert read_lines(f"2003 - {title}, BBC").roles[0].facts["title"] == title


def test_a_year_left_in_a_name_is_said() -> None:
    lines = "Editor of 2014, Acme\n2003-2006 Cook, Hotel 1900\nCook, A, 2003 Hall Road"
    assert read_lines(lines).notes == (
        "line 1: There is a year in the job title: Editor of 2014. Is it a date? Then write it as 2014-2015.",
        "line 2: We took 'Hotel 1900' for the employer. Is it a date? Then write it as 2014-2015.",
        "line 3: We took '2003 Hall Road' for the place. Is it a date? Then write it as 2014-2015.",
    )
    assert read_lines("Editor, Room 101, 2014-2017\n911 dispatcher\n2003-2006 Cook").notes == ()


def test_a_year_alone_is_that_year_and_says_so() -> None:
    preview = read_lines("Consultant, 2008")
    assert preview.roles[0].span == "2008"
    assert preview.notes == (
        "line 1: 2008 alone is read as that year; if it went on, write 2008-2009 or since 2008.",
    )


def test_this_year_alone_is_a_beginning() -> None:
    year = dt.datetime.now().astimezone().year
    preview = read_lines(f"Consultant, {year}")
    assert preview.roles[0].facts == {"title": "Consultant", "started": str(year)}
    assert "read as the beginning" in preview.notes[0]


@pytest.mark.parametrize("line", ["March 2014 - now", "(since 2019)"])
def test_a_line_of_dates_alone_is_no_job(line: str) -> None:
    preview = read_lines(f"{line}\nCook")
    assert [role.name for role in preview.roles] == ["Cook"]
    assert "only dates stand in it" in str(preview.skipped[0])


NAMES = st.text("abcdefghij ", min_size=1, max_size=20).map(str.strip).filter(bool)
NAMES = NAMES.filter(lambda name: name not in MONTHS)  # "dic" is December, and no name


@given(NAMES, st.integers(1950, 2020), st.integers(0, 5), st.sampled_from(("-", " - ", " to ", "\u2013")))
def test_dates_first_say_what_they_say_last(name: str, year: int, more: int, dash: str) -> None:
    dates = f"{year}{dash}{year + more}"
    first, last = (read_lines(line).roles[0].facts for line in (f"{dates} {name}", f"{name}, {dates}"))
    assert first == last


def test_what_is_not_understood_is_named() -> None:
    preview = read_lines(
        "Editor, Acme, 03/04/2014\n\n2014\nEditor, Acme, 2009/10\nEditor, Acme, 03/04/2014\nA, B, C, D, E"
    )
    said = [str(part) for part in preview.skipped]
    assert [role.where for role in preview.roles] == ["line 1", "line 4", "line 6"]
    assert all(role.facts["employer"] == "Acme" for role in preview.roles[:2])
    assert "3 April 2014 or 4 March 2014" in said[0]
    assert said[1] == "line 3: '2014': no words stand in it"
    assert "this may be a month, or the years 2009 to 2010; 2009 is kept" in said[2]
    assert said[3].endswith("the same as line 1")
    assert "'D, E'" in said[4]


def test_a_text_file_is_lines(catalogue: Catalogue) -> None:
    preview = read("Editor, Acme, 2014\r\nCook, Harbour, 2010".encode("utf-16"), "roles.txt", catalogue)
    assert [role.name for role in preview.roles] == ["Editor, Acme", "Cook, Harbour"]


def test_nothing_and_too_much_are_errors() -> None:
    with pytest.raises(IntakeError, match="there is nothing in it"):
        read_lines(" \n ")
    with pytest.raises(IntakeError, match="2,001 lines"):
        read_lines("Editor\n" * 2_001)


@given(st.text(max_size=200))
def test_any_text_is_a_preview_or_an_error(text: str) -> None:
    try:
        preview = read_lines(text)
    except IntakeError:
        return
    assert all(role.name for role in preview.roles)


def test_a_month_that_could_be_years_is_said() -> None:
    """Whoever types 2001-08 may mean 2001 to 2008; as a date it is August."""
    (note,) = read_lines("Editor, Acme, 2001-08").notes
    assert note == "line 1: 2001-08 is read as a month; for years write 2001-2008."
    assert not read_lines("Editor, Acme, 2014-08").notes
    assert not read_lines("Editor, Acme, 2001-08 to 2003-02").notes


@pytest.mark.parametrize("when", ["Summer 2012", "Été 2012", "Q3 2012"])
def test_a_season_alone_ends_in_its_year(when: str) -> None:
    preview = read_lines(f"Cook, Bar, {when}\nEditor, Acme, 2014-2017")
    assert preview.roles[0].span == "2012"
    assert any(note.startswith("line 1: 2012 alone is read as that year") for note in preview.notes)


@given(
    st.sampled_from(
        ["Leeds", "Columbus, OH", "Köln", "Łódź", "Umeå", "Nantes", "Vigo", "Porto", "Parma, Italy"]
    )
)
def test_a_town_beside_a_job_is_its_place_and_no_employer(town: str) -> None:
    for line in (
        f"Waiter, {town}, 2010-2012",
        f"2010-2012 Waiter, {town}",
        f"Waiter, Blue Door, {town}, 2010-2012",
    ):
        preview = read_lines(line)
        (role,) = preview.roles
        assert (role.facts["title"], role.facts["place"]) == ("Waiter", town)
        assert role.facts.get("employer", "") == ("Blue Door" if "Blue" in line else "")
        assert ("Blue" in line) or f"“{town}” is read as the place of it" in str(preview.notes)


@pytest.mark.parametrize(
    "line",
    [
        "Director of operations, rooms and restaurants, Casa Verde Hotels, 2019-2022",
        "Cook \u2013 pastry and bread, Thirsk, 2011-2012",
        "Penhaligon, Thirsk, Wales, 2011-2012",
    ],
)
def test_what_is_said_of_the_names_is_what_the_fields_hold(line: str) -> None:
    preview = read_lines(f"{line}\nTutor, Acme Ltd, 2001-2002\nClerk, Beta Ltd, 2003-2004")
    facts = preview.roles[0].facts
    said = f"“{facts['title']}” is read as what you were, “{facts['employer']}” as the employer."
    assert [note for note in preview.notes if note.startswith("line 1: ")] == [f"line 1: {said}"]
