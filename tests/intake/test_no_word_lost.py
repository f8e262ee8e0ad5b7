"""Every word of a CV is in a field, kept below its job, or named among what is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typst
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.intake import IntakeError, read, read_text
from good_on_paper.intake.docx_text import read_docx
from good_on_paper.intake.pdf_text import read_pdf
from good_on_paper.intake.preview_text import sentences
from good_on_paper.language.months import plain
from tests.intake.cv_makers import word_of

if TYPE_CHECKING:
    from good_on_paper.intake.preview import Preview

KNOWN = load()
HEADINGS = {
    "job": ("Work experience", "Berufserfahrung", "Expérience professionnelle", "Experiencia laboral"),
    "study": ("Education", "Ausbildung", "Formation", "Formación"),
    "other": ("Skills", "Kenntnisse", "Compétences", "Intereses"),
    "project": ("Projects",),
}
TITLES = ("Cook", "Nurse", "Verkäuferin", "Ingénieur", "Camarera", "Driver", "Wardrobe mistress", "Deckhand")
FIRMS = (
    "Harbour Bar",
    "Murtagh & Sons Ltd",
    "Klinik Nord GmbH",
    "Ville de Tarbes",
    "Bodegas Sol",
    "Quayside",
)
TOWNS = ("Hull", "Fulda", "Tarbes", "Soria", "Tralee", "Leeds")
DATES = (
    "2014 - 2017",
    "03/2011 \N{EN DASH} 08/2013",
    "since 2019",
    "2008",
    "Jan 2010 - Dec 2012",
    "2020 \N{EN DASH} now",
)
BESIDE = (
    "part-time",
    "Seasonal",
    "Hybrid",
    "4 Filialen",
    "nights",
    "Team Zebra",
    "desk 3",
    "Teilzeit",
    "80%",
)
FORMS = (
    "{title}, {firm}, {town} {dates}",
    "{title} | {firm} | {town} | {dates}",
    "{dates}  {title}, {firm}, {town}",
    "{title}\n{firm}, {town}\n{dates}",
    "{firm}, {town}\n{title}\n{dates}",
    "{dates}\n{title} \N{EN DASH} {firm}, {town}",
    "{title} · {beside}\n{firm} · {town}\n{dates}",
    "{title} ({beside}), {firm}\n{dates} | {town}",
    "{firm} · {beside}\n{dates}\n{title}\n{town}",
    "{title} at {firm}\n{dates} · {beside}\n{town}",
    "{title}\n{firm}\n{dates}\n{town} · {beside}",
)
ODD = (
    "I like the sea and its weather.",
    "quokka@example.org | 01632 960 961",
    "Marmalade",
    "Head gardener of nothing in particular",
    "- Reached out to 40 otters",
    "* Won the Pumpernickel prize 2016",
    "Referee: Dr Ottoline Frisk, Bell House",
    "Driving licence, Class Q",
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_SIGN = re.compile(r"[-@#*_<>$~/]")
_LINES = re.compile(r"\blines? ([0-9]+)(?: to ([0-9]+))?")
DATES_SAY = frozenset(
    _WORD.findall("jan feb mar apr may jun jul aug sep oct nov dec since now january december")
)

job = st.builds(
    lambda form, *parts: form.format(
        **dict(zip(("title", "firm", "town", "dates", "beside"), parts, strict=True))
    ),
    st.sampled_from(FORMS),
    *map(st.sampled_from, (TITLES, FIRMS, TOWNS, DATES, BESIDE)),
)
section = st.builds(
    lambda kind, language, blocks: "\n".join([kind[language % len(kind)], *blocks]),
    st.sampled_from(list(HEADINGS.values())),
    st.integers(0, 3),
    st.lists(st.one_of(job, st.sampled_from(ODD)), max_size=5),
)
cv = st.builds(
    lambda before, first, rest: "\n".join([*before, HEADINGS["job"][0], *first, *rest]),
    st.lists(st.sampled_from(ODD), max_size=2),
    st.lists(st.one_of(job, job, st.sampled_from(ODD)), min_size=1, max_size=5),
    st.lists(section, max_size=3),
)


def lost(text: str, preview: Preview) -> list[tuple[str, str]]:
    """Each word of the lines that the preview does not say, with its line."""
    said = {*_WORD.findall(plain(" ".join(sentences(preview)))), *DATES_SAY}
    said |= {*_WORD.findall(plain(" ".join(part.where for part in preview.skipped)))}
    named: set[int] = set()
    for part in preview.skipped:
        if found := _LINES.match(part.where):
            named |= set(range(int(found[1]), int(found[2] or found[1]) + 1))
    lines = list(enumerate(text.split("\n"), start=1))
    said |= {word for number, line in lines if number in named for word in _WORD.findall(plain(line))}
    headings = {plain(name) for names in HEADINGS.values() for name in names}
    return [
        (word, line)
        for number, line in lines
        if number not in named and plain(line) not in headings
        for word in _WORD.findall(plain(line))
        if word not in said
    ]


@settings(max_examples=150)
@given(cv)
def test_no_word_of_pasted_lines_is_lost(text: str) -> None:
    try:
        preview = read_text(text, KNOWN)
    except IntakeError:
        assume(False)  # refused by name
        raise
    assert lost(text, preview) == []


def as_read(lines: list[str]) -> str:
    """Lines as they are numbered: a list has a blank line below it."""
    made: list[str] = []
    for line in lines:
        if made and made[-1].startswith("\N{BULLET}") and not line.startswith("\N{BULLET}"):
            made.append("")
        made.append(line)
    return "\n".join(made)


@settings(max_examples=25)
@given(cv)
def test_no_word_of_a_word_file_is_lost(text: str) -> None:
    data = word_of(text.replace("\n* ", "\n- "))
    assert lost(as_read(read_docx(data, "cv.docx")[0]), read(data, "cv.docx", KNOWN)) == []


@settings(max_examples=25)
@given(cv)
def test_no_word_of_a_pdf_is_lost(text: str) -> None:
    source = " \\\n".join(_SIGN.sub(r"\\\g<0>", line) for line in text.split("\n"))
    data = typst.compile(source.encode())
    assert lost(as_read(read_pdf(data, "cv.pdf")[0]), read(data, "cv.pdf", KNOWN)) == []
