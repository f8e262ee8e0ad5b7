"""Words out of files as a person sees them: no HTML, no marks of direction, two spaces are one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.intake import bring_in, read, read_lines
from good_on_paper.intake.plain_text import seen

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record

NAMES = {
    "Cook &amp; waiter": "Cook & waiter",
    "<b>Cook</b>": "Cook",
    "<p>Koch</p>": "Koch",
    'Cook <a href="https://example.org">here</a>': "Cook here",
    "\u202aCook\u202c": "Cook",
    "\u200fCook\u200e": "Cook",
    "Cook  and   waiter": "Cook and waiter",
    "Cuisinier\u00a0chef": "Cuisinier chef",
    "Caf\u00e9&nbsp;owner": "Caf\u00e9 owner",
    "K\u00f6ch&#252;n": "K\u00f6ch\u00fcn",
    "R&D lead": "R&D lead",
    "C++ <script>": "C++ <script>",
    "5 < 7 & 8 > 2 club": "5 < 7 & 8 > 2 club",
    "\u0645\u062d\u0631\u0631\u200c\u0647\u0627": "\u0645\u062d\u0631\u0631\u200c\u0647\u0627",
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["csv", "json", "lines"])
def test_a_name_is_as_it_is_seen(name: str, kind: str, catalogue: Catalogue) -> None:
    if kind == "lines":
        (role,) = read_lines(name).roles
    elif kind == "csv":
        quoted = name.replace('"', '""')
        (role,) = read(f'title,employer\n"{quoted}",Bar\n'.encode(), "x.csv", catalogue).roles
    else:
        document = {"work": [{"position": name, "name": "Bar"}]}
        (role,) = read(json.dumps(document).encode(), "x.json", catalogue).roles
    assert role.facts["title"] == NAMES[name]


def test_a_name_that_differs_only_in_what_is_not_seen_is_the_same_job(
    record: Record, overlay: Path, catalogue: Catalogue
) -> None:
    for title in ("Cook  and waiter", "\u200fCook and\u00a0waiter\u200e", "<b>Cook and waiter</b>"):
        bring_in(read(f"title,employer\n{title},Bar\n".encode(), "x.csv", catalogue), record, overlay)
    assert len(record.units("role")) == 1


@given(st.text("ab <>&;/p\u200e ", max_size=30))
def test_what_is_seen_is_seen_the_same_again_unless_it_spells_a_sign(text: str) -> None:
    once = seen(text)
    assert "\u200e" not in once
    if "&" not in text and "<" not in once:
        assert seen(once) == once
