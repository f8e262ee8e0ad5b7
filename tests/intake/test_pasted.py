"""Roles pasted one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.intake import IntakeError, read, read_lines

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
        ("Editor, Acme, 2014", ("Editor", "Acme", "2014", None)),
        ("Editor, Acme", ("Editor", "Acme", None, None)),
        ("Editor", ("Editor", None, None, None)),
        ("Editor\tAcme\t2014-2017", ("Editor", "Acme", "2014", "2017")),
        ("Editor \u2013 Acme \u2013 2014", ("Editor", "Acme", "2014", None)),
        ("Co-founder, A-Z Press, 2014-2017", ("Co-founder", "A-Z Press", "2014", "2017")),
        ("Redakteur bei Acme, M\u00e4rz 2014 bis heute", ("Redakteur", "Acme", "2014-03", "now")),
    ],
)
def test_a_line_is_a_role(line: str, facts: tuple[str | None, ...]) -> None:
    (role,) = read_lines(line).roles
    assert tuple(role.facts.get(key) for key in ("title", "employer", "started", "ended")) == facts


def test_what_is_not_understood_is_named() -> None:
    preview = read_lines(
        "Editor, Acme, 03/04/2014\n\n2014\nEditor, Acme, 2014/15\nEditor, Acme, 03/04/2014\nA, B, C, D, E"
    )
    said = [str(part) for part in preview.skipped]
    assert [role.where for role in preview.roles] == ["line 1", "line 4", "line 6"]
    assert all(role.facts["employer"] == "Acme" for role in preview.roles[:2])
    assert "3 April 2014 or 4 March 2014" in said[0]
    assert said[1] == "line 3: '2014': no words stand in it"
    assert "two years" in said[2]
    assert said[3].endswith("the same as line 1")
    assert "'D, E'" in said[4]


def test_a_text_file_is_lines(catalogue: Catalogue) -> None:
    preview = read("Editor, Acme, 2014\r\nCook, Harbour, 2010".encode("utf-16"), "roles.txt", catalogue)
    assert [role.name for role in preview.roles] == ["Editor, Acme", "Cook, Harbour"]


def test_nothing_and_too_much_are_errors() -> None:
    with pytest.raises(IntakeError, match="nothing stands in it"):
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
