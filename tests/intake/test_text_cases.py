"""Files and texts as they come, beside each a sentence of what is right: ``cases/*.expected``.

Made after real ones in public repositories and bug reports, with names and companies replaced.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from good_on_paper.intake import Preview, read, read_text
from good_on_paper.intake.preview_text import sentences

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue

CASES = Path(__file__).parent / "cases"
ACME_2014 = [f"Editor, {name}: 2014 to 2017" for name in ("Acme", "Beta", "Ceta", "Delta", "Eps", "Zeta")]
JOBS = {
    "copied_cv.txt": [
        "Senior Engineer, Acme Corp: January 2019 to now",
        "Analyst, Beta Inc: June 2015 to December 2018",
    ],
    "dash_kinds.txt": ACME_2014,
    "experience_section.json": ["Dev, Acme: January 2020 to now"],
    "json_named_txt.txt": ["Cook, Bar: March 2019 to now"],
    "month_day_year.txt": ["Cook, Bar: 5 May 2019 to 6 June 2020", "Cook, Inn: 5 May 2019 to 6 June 2020"],
    "months_one_year.txt": [
        "Cook, Bar: January 2019 to March 2019",
        "Cook, Inn: June 2019 to August 2019",
    ],
    "no_header.csv": ["Engineer, Acme: January 2019 to now", "Analyst, Beta: June 2015 to December 2018"],
    "null_end.json": ["Dev, Acme: 2019 to now"],
    "only_an_end.txt": ["Cook, Bar: ? to 2019", "Cook, Inn: ? to 2019"],
    "other_field_names.json": ["Dev, Acme: January 2019 to February 2020", "Clerk, Beta: 2015 to 2018"],
    "other_languages.txt": [
        "Cuisinier, Bar: January 2019 to now",
        "Cuisinier, Inn: 2015 to 2018",
        "Cuisinier, Pub: March 2019 to now",
        "Cocinero, Bar: January 2019 to now",
        "Cocinero, Inn: 2019 to now",
        "Koch, Bar: 2010 to 2013",
        "Koch, Inn: 2019 to now",
    ],
    "pasted_from_a_sheet.txt": ["Editor, Acme: 2014 to 2017", "Cook, Bar: January 2018 to March 2019"],
    "quarters.txt": ["Analyst, Acme: 2018 to 2020"],
    "serial_dates.xlsx": ["Cook, Bar: 1 March 2019 to 1 December 2020"],
    "stray_after_quote_semicolon.csv": [
        "Manager, Acme: January 2019 to now",
        "Analyst, Beta: March 2015 to December 2018",
    ],
    "two_dates_by_commas.txt": ["Editor, Acme: 2014 to 2017", "Editor, Beta: January 2014 to March 2017"],
    "two_header_rows.xlsx": ["Cook, Bar: 1 March 2019 to 1 December 2020"],
    "year_numbers.json": ["Dev, Acme: 2019 to 2021"],
    "column_tells_order.csv": [
        "Cook, Bar: 1 March 2019 to 31 December 2020",
        "Clerk, Office: 15 June 2015 to 28 February 2019",
    ],
    "mixed_day_order.csv": ["Cook, Bar: 13 January 2019 to now", "Clerk, Office: 13 January 2015 to 2018"],
    "two_spans.txt": ["Cook, Bar: "],
}
SAID = {
    "mixed_day_order.csv": "write day and month in different orders",
    "only_an_end.txt": "'before 2019' is kept as the end",
    "quarters.txt": "'Q3 2018' is kept as 2018",
    "serial_dates.xlsx": "43525 is read as 2019-03-01",
    "two_dates_by_commas.txt": "2014 and 2017 are read as start and end",
    "two_spans.txt": "2015-2017 and 2019-2021",
    "no_header.csv": "No row of column names",
    "experience_section.json": "“experience” is read as what JSON Resume calls “work”",
}
SILENT = ("dash_kinds.txt", "month_day_year.txt", "months_one_year.txt", "null_end.json", "year_numbers.json")


def jobs(preview: Preview) -> list[str]:
    return [f"{role.name}: {role.span}" for role in preview.roles if role.taken]


def said(preview: Preview) -> str:
    return "\n".join(sentences(preview))


@pytest.mark.parametrize("name", JOBS)
def test_a_case_comes_out_as_its_sentence_says(name: str, catalogue: Catalogue) -> None:
    assert (CASES / f"{name}.expected").is_file()
    preview = read(CASES / name, name, catalogue)
    assert jobs(preview) == JOBS[name]
    assert SAID.get(name, "") in said(preview)
    if name in SILENT:
        assert (preview.notes, preview.skipped) == ((), ())


TEXTS = {
    "Job\tCompany\tFrom\tTo\nCook\tBar\t2014\t2017": ["Cook, Bar: 2014 to 2017"],
    "Stelle;Firma;von;bis\nKoch;Gasthof;03.2014;05.2017": ["Koch, Gasthof: March 2014 to May 2017"],
    "Poste;Entreprise;d\u00e9but;fin\nCuisinier;Bar;mars 2014;ao\u00fbt 2017": [
        "Cuisinier, Bar: March 2014 to August 2017"
    ],
    "| Job | Company | From | To |\n|---|:--|---|---|\n| Cook | Bar | 2014 | now |": [
        "Cook, Bar: 2014 to now"
    ],
    "Puesto | Empresa | desde\n--- | --- | ---\nCocinero | Bar | enero 2014": [
        "Cocinero, Bar: January 2014 to ?"
    ],
    "work:\n  - name: Bar\n    position: Cook\n    startDate: 2019-03\n    endDate: 2020\n": [
        "Cook, Bar: March 2019 to 2020"
    ],
    '[{"title": "Koch", "company": "Gasthof", "from": 2014, "to": "heute"}]': ["Koch, Gasthof: 2014 to now"],
    "Cook\tBar\t2014\t2017\nWaiter\tInn\tJan 2018\tMar 2019": [
        "Cook, Bar: 2014 to 2017",
        "Waiter, Inn: January 2018 to March 2019",
    ],
    'title,employer,started\nCook,"Bar, Leeds",2014': ["Cook, Bar, Leeds: 2014 to ?"],
    "[2009] Nurse, Clinic": ["Nurse, Clinic: 2009"],
}


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.split("\n", 1)[0])
def test_text_is_read_by_what_is_in_it(text: str, catalogue: Catalogue) -> None:
    assert jobs(read_text(text, catalogue)) == TEXTS[text]
    assert jobs(read(text.encode(), "whatever.txt", catalogue)) == TEXTS[text]


def test_the_export_of_a_form_is_read_without_its_own_columns(catalogue: Catalogue) -> None:
    form = (
        "Zeitstempel,Was war deine Stelle?,Bei welcher Firma?,Wann hast du angefangen?\n"
        "2024/03/01 10:00:00,Koch,Gasthof,2014\n"
    )
    preview = read(form.encode(), "Form Responses 1.csv", catalogue)
    assert jobs(preview) == ["Koch, Gasthof: 2014 to ?"]
    assert "Left out, for they tell of the survey and not of a job: Zeitstempel" in said(preview)
    marks = ",".join(f'"{{""ImportId"":""{name}""}}"' for name in ("startDate", "endDate", "QID1", "QID2"))
    survey = "StartDate,EndDate,Q1,Q2\nStart Date,End Date,Job title,Company\n"
    survey += f"{marks}\n2024-01-01,2024-01-01,Cook,Bar\n"
    preview = read(survey.encode(), "q.csv", catalogue)
    assert jobs(preview) == ["Cook, Bar: "]
    assert "StartDate, EndDate" in said(preview)
