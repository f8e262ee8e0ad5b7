"""Buttons of a web page that were copied along are no place, no employer and no job, and are named."""

from __future__ import annotations

import pytest

from good_on_paper.catalogue import load
from good_on_paper.intake import read_text
from good_on_paper.intake.page_buttons import is_button

KNOWN = load()


@pytest.mark.parametrize(
    ("button", "other"),
    [
        ("Edit", "Show more"),
        ("Delete", "See less"),
        ("Bearbeiten", "Mehr anzeigen"),
        ("Modifier", "Voir plus"),
        ("Editar", "Ver más"),
        ("Modifica", "Mostra altro"),
        ("Bewerken", "Meer weergeven"),
    ],
)
def test_a_button_between_jobs_is_neither_place_nor_employer(button: str, other: str) -> None:
    found = read_text(
        "Career history\n"
        f"Night Porter\nHarbour Hotel\nMar 2019 - Present (6 years)\nLate arrivals and keys.\n{other}\n"
        f"{button}\nKitchen Hand\nCastle Inn\nMay 2016 - Feb 2019 (2 years 10 months)\n{button}\n"
        f"Paper Round\nTown News\nJan 2014 - Apr 2016 (2 years 4 months)\n{button}\nAdd experience\n",
        KNOWN,
    )
    jobs = [(role.facts["title"], role.facts["employer"]) for role in found.roles if role.taken]
    assert jobs == [
        ("Night Porter", "Harbour Hotel"),
        ("Kitchen Hand", "Castle Inn"),
        ("Paper Round", "Town News"),
    ]
    assert not any(role.facts.get("place") for role in found.roles)
    assert any(button in part.what for part in found.skipped)


def test_a_button_among_pasted_lines_is_named_and_no_job() -> None:
    found = read_text("Cook, Harbour Bar, 2014-2017\nShow more\nWaiter, Castle Inn, 2011-2014\n", KNOWN)
    assert [role.facts["title"] for role in found.roles] == ["Cook", "Waiter"]
    assert any("Show more" in part.what for part in found.skipped)


@pytest.mark.parametrize(
    "text", ["Editor", "Save the Children", "More London", "Close Brothers", "", "Share"]
)
def test_a_name_is_no_button(text: str) -> None:
    assert not is_button(text)
