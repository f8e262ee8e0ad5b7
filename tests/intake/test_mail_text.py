"""An e-mail: its head and what it answers to are named and no jobs; lines that it broke are whole."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.intake import read_text
from good_on_paper.intake.mail_text import out_of_mail

KNOWN = load()
HEADS = {
    "en": "From: Ada Finch <ada@example.org>\nTo: Bea <bea@example.org>\nSubject: Re: Kitchen job - jobs\n",
    "de": "Von: Ada Finch <ada@example.org>\nAn: Bea <bea@example.org>\nBetreff: AW: Küche - Lebenslauf\n",
    "fr": "De: Ada Finch <ada@example.org>\nÀ: Bea <bea@example.org>\nObjet: Re: Cuisine\n",
    "es": "De: Ada Finch <ada@example.org>\nPara: Bea <bea@example.org>\nAsunto: Re: Cocina\n",
}
ITEMS = (
    "* August 2019 to now - Head Cook, Northern Lights Restaurant, Kirkwall. I do the menus and rosters.",
    "* March 2015 to July 2019 - Second Cook, Harbour Master Guest House, Whitby. Fish, soups and bread.",
    "* June 2011 to February 2015 - Kitchen Porter, The Old Castle Hotel, Leeds. Just washing up at first.",
)
QUOTED = (
    "\nOn 3 Jan 2024, at 10:05, Bea <bea@example.org> wrote:\n"
    "> Hi Ada,\n> send me your jobs since 2011, please?\n"
)


def mail(head: str, width: int = 72) -> str:
    items = "\n\n".join(textwrap.fill(item, width, subsequent_indent="  ") for item in ITEMS)
    thanks = textwrap.fill(
        "Thanks for the quick answer. I could not open the form on the phone and typed it all out.", width
    )
    return f"{head}\nHi Bea,\n\n{thanks}\n\n{items}\n\nMany thanks\nAda\n\nSent from my iPhone\n{QUOTED}"


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("width", [65, 72, 78])
def test_the_jobs_of_an_email_are_whole_and_the_rest_is_not_ticked(head: str, width: int) -> None:
    found = read_text(mail(head, width), KNOWN, "jobs.txt")
    jobs = [
        tuple(role.facts.get(key, "") for key in ("title", "employer", "place"))
        for role in found.roles
        if role.taken
    ]
    assert jobs == [
        ("Head Cook", "Northern Lights Restaurant", "Kirkwall"),
        ("Second Cook", "Harbour Master Guest House", "Whitby"),
        ("Kitchen Porter", "The Old Castle Hotel", "Leeds"),
    ]
    assert {part.why for part in found.skipped} >= {
        "the head of an e-mail",
        "what the e-mail answers to",
        "it says what the e-mail was sent from",
    }


@pytest.mark.parametrize(
    "text",
    [
        "From: 2014\nTo: 2017\nJob: Cook\nEmployer: Harbour Bar",
        "Cook, Harbour Bar, 2014-2017\n> Waiter, Castle Inn, 2011-2014",
        "Date: 2014 - 2017\nTitle: Cook\nFrom: Hull",
    ],
)
def test_what_is_no_email_stays_as_it_is(text: str) -> None:
    assert out_of_mail(text) == (text, [])


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=70), max_size=30)
)
def test_an_email_keeps_the_number_of_its_lines(lines: list[str]) -> None:
    text = HEADS["en"] + "\n".join(lines)
    plain, _ = out_of_mail(text)
    assert len(plain.split("\n")) == len(text.splitlines())
