"""Ratings as people give them: scales in headers, marks, stars, words; and numbers that are none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from good_on_paper.intake import Given, IntakeError, Preview, read

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue

CASES = Path(__file__).parent / "cases"


def column(values: str, catalogue: Catalogue, header: str = "Mood", **given: object) -> Preview:
    rows = "".join(f"Job {place};{value}\n" for place, value in enumerate(values.split("|")))
    return read(f"title;{header}\n{rows}".encode(), "t.csv", catalogue, given=Given(**given))  # type: ignore[arg-type]


def said(preview: Preview) -> list[object]:
    return [
        rated.value if rated.state == "value" else rated.state
        for role in preview.roles
        for rated in role.ratings
    ]


@pytest.mark.parametrize(
    ("header", "values", "read_as", "ends"),
    [
        ("Mood (1-5)", "5|3", [5, 3], (1, 5)),
        ("Mood /10", "8|3", [8, 3], (0, 10)),
        ("Stimmung (1 bis 6)", "5|3", [5, 3], (1, 6)),
        ("Ambiance (sur 20)", "15|8", [15, 8], (0, 20)),
        ("Umore (da 1 a 10)", "8|3", [8, 3], (1, 10)),
        ("Mood", "7 - Strongly agree|1 - Strongly disagree", [7, 1], (1, 7)),
        ("Mood", "8/10|3/10", [8, 3], (0, 10)),
        ("Mood", "4/5|n/a|2/5", [4, "na", 2], (1, 5)),
        ("Mood", "\u2605\u2605\u2605\u2605\u2606|\u2605\u2606\u2606\u2606\u2606", [4, 1], (1, 5)),
        ("Mood", "80%|35 %", [80, 35], (0, 100)),
        ("Mood", "high|low|medium", [3, 1, 2], (1, 3)),
        ("Mood", "yes|no|?", [1, 0, "cant_recall"], (0, 1)),
        ("Mood", "Strongly agree|Disagree|-", [5, 2], (1, 5)),
        ("Stimmung", "stimme voll zu|stimme nicht zu|k. A.", [5, 2, "skip"], (1, 5)),
        ("Humeur", "toujours|parfois|jamais", [5, 3, 1], (1, 5)),
        ("\u00c1nimo", "siempre|nunca|no s\u00e9", [5, 1, "cant_recall"], (1, 5)),
        ("Humor", "muito alto|baixo", [5, 2], (1, 5)),
        ("Umore", "molto soddisfatto|insoddisfatto", [5, 2], (1, 5)),
        ("Stemming", "altijd|zelden|n.v.t.", [5, 2, "na"], (1, 5)),
    ],
)  # fmt: skip
def test_ratings_are_read_on_their_own_scale(
    header: str, values: str, read_as: list[object], ends: tuple[int, int], catalogue: Catalogue
) -> None:
    preview = column(values, catalogue, header)
    assert said(preview) == read_as
    (line,) = preview.lines
    assert (line.item.scale.min, line.item.scale.max) == ends
    assert line.taken
    (scaled,) = preview.scaled
    assert (scaled.low, scaled.high) == ends


def test_the_cases_of_scales_come_out_right(catalogue: Catalogue) -> None:
    words = read(CASES / "number_with_words.csv", "w.csv", catalogue)
    assert said(words) == [7, 7, 5, 5, 1, 1]
    one = read(CASES / "one_text_drops_a_column.csv", "o.csv", catalogue)
    assert [[rated.value for rated in role.ratings if rated.item == "autonomy"] for role in one.roles] == [
        [5], [3], [None], [2],
    ]  # fmt: skip
    assert "row 4, column 'Autonomy': we keep '?' as can’t remember." in one.notes
    named = read(CASES / "scale_in_header.csv", "s.csv", catalogue)
    assert [(line.item.label, line.item.scale.max) for line in named.lines] == [
        ("autonomy", 5),
        ("overall satisfaction", 10),
    ]
    assert named.outcome == "overall_satisfaction"


def test_the_low_mark_may_be_the_best_and_is_turned_round_in_sight(catalogue: Catalogue) -> None:
    preview = column("1|6|2", catalogue, "Schulnote (1 = sehr gut, 6 = ungen\u00fcgend)")
    assert said(preview) == [6, 1, 5]
    assert "we turn them round: 1 becomes 6" in preview.lines[0].why


@pytest.mark.parametrize("header", ["Mood", "pace", "How it went", "rating"])
def test_an_assumed_end_that_no_number_reaches_is_asked(header: str, catalogue: Catalogue) -> None:
    (scaled,) = column("5|3|1", catalogue, header).scaled
    assert (scaled.low, scaled.high, scaled.how, scaled.asks) == (1, 7, "assumed", True)
    assert "no value goes above 5" in str(scaled)
    assert not column("7|3|1", catalogue, header).scaled[0].asks


@pytest.mark.parametrize("header", ["Mood", "pace", "rating"])
def test_a_scale_that_is_given_is_kept(header: str, catalogue: Catalogue) -> None:
    preview = column("5|3|1", catalogue, header, scales={header: (1, 5)})
    (line,) = preview.lines
    assert (line.item.scale.min, line.item.scale.max) == (1, 5)
    assert line.item.group == ("outcome" if header == "rating" else "circumstance")
    assert said(preview) == [5, 3, 1]
    assert not preview.scaled[0].asks


def test_steps_of_words_can_be_given(catalogue: Catalogue) -> None:
    steps = {"Mood": {"calm": 5, "wild": 1}}
    assert said(column("calm|wild|calm", catalogue, steps=steps, scales={"Mood": (1, 5)})) == [5, 1, 5]
    with pytest.raises(IntakeError, match="no column 'Joy'"):
        column("1|2", catalogue, scales={"Joy": (1, 5)})


def test_a_number_off_the_scale_of_its_header_is_told(catalogue: Catalogue) -> None:
    preview = column("5|9", catalogue, "Mood (1-5)")
    assert said(preview) == [5, 9]
    assert any("9 lies outside 1 to 5" in note for note in preview.notes)


@pytest.mark.parametrize(
    ("header", "values", "says"),
    [
        ("Year hired there", "2012|2015|2019", "years"),
        ("Since when", "2012|2015|2019", "years"),
        ("Months", "3|18|7", "times"),
        ("Employee ID", "3|4|9", "name something"),
        ("Phone", "5551234|5551235", "name something"),
        ("Pay", "52000|61000", "money"),
        ("Team size", "14|9", "amounts"),
        ("Lauf", "1|2|3|4", "count the rows"),
        ("Monate", "3|18", "times"),
        ("Code postal", "69001|69002", "name something"),
        ("Dipendenti", "12|40", "amounts"),
        ("Postcode", "1012|1013", "name something"),
        ("Thing", "250|300", "go up to 300"),
    ],
)
def test_numbers_that_are_no_ratings_are_never_a_line_unasked(
    header: str, values: str, says: str, catalogue: Catalogue
) -> None:
    (line,) = column(values, catalogue, header).lines
    assert not line.taken
    assert says in line.why


@pytest.mark.parametrize("header", ["Salary", "Gehalt (brutto)", "Sueldo mensual", "Annual income", "Loon"])
def test_what_somebody_earned_is_left_out_by_name_unless_it_has_a_scale(
    header: str, catalogue: Catalogue
) -> None:
    preview = column("52000|61000", catalogue, header)
    assert preview.lines == ()
    assert [part.why for part in preview.skipped] == ["this looks like money, not like a rating"]
    assert [part.where for part in preview.skipped] == [f"column {header!r}"]
    (line,) = column("5|3", catalogue, f"{header} 1-5").lines
    assert line.taken


def test_one_text_among_numbers_is_one_cell(catalogue: Catalogue) -> None:
    preview = column("5|3|x|2", catalogue)
    assert said(preview) == [5, 3, 2]
    assert [part.where for part in preview.skipped] == ["row 4, column 'Mood'"]
    for texts in ("red|blue|green", "3|red|blue", "3 years|2 years|1 year"):
        dropped = column(texts, catalogue)
        assert dropped.lines == ()
        assert [part.where for part in dropped.skipped] == ["column 'Mood'"]
