"""Counts in the own texts of the two pages of looks agree with the record, before a look and after it."""

from __future__ import annotations

import re
import tempfile

from hypothesis import HealthCheck, given, settings

from good_on_paper import kit
from good_on_paper.charts import Chart
from good_on_paper.panels import Layout
from good_on_paper.record import Record
from good_on_paper.study.person import Person
from tests.pages.test_tally import CATALOGUE, CORE, SAID, counted, numbers, write

LABELS = {CATALOGUE.item(key).worded().label: place for place, key in enumerate(CORE)}
ENDS = re.compile(
    r"^In (?P<high>\d+|none) of my (?:(?P<best>\d+) )?(?:rated )?best jobs? .*; "
    r"in (?P<low>\d+) of the (?P<worst>\d+|one) "
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=SAID)
def test_the_pages_of_looks_count_what_the_record_holds(said, open_on):
    with tempfile.TemporaryDirectory() as folder, Record.open(folder) as record:
        write(record, said)
        open_on(Person(record))
        there = counted(said)
        went(kit.line_ups(), there, said)
        dull(kit.goes_with_dull(), there)


def layout(panel):
    made = panel._of("names")  # noqa: SLF001 - what the page would be told
    return made if isinstance(made, Layout) else None


def went(panel, there, said):
    before = layout(panel)
    if before is None or before.ask is None:
        assert 0 in looked_at(said)
        return
    told = " ".join(before.ask.said)
    rated = re.search(r"Rated so far: (\d+) jobs?, (\d+) circumstances?", told)
    assert [int(number) for number in rated.groups()] == looked_at(said)
    begun = re.search(r"circumstances?, (\d+|all) of them only begun", told)
    assert bool(begun) == (0 < there.begun <= looked_at(said)[1])
    if begun:
        assert (looked_at(said)[1] if begun[1] == "all" else int(begun[1])) == there.begun
    blank = re.search(r"(\d+) jobs? ha(?:s|ve) no overall rating", told)
    assert (int(blank[1]) if blank else 0) == there.asked - there.went
    panel.handle({"type": "reveal"})
    after = layout(panel)
    assert after.ask is None
    look = re.search(r"Look 1, .*: (\d+) jobs?, (\d+) circumstances?", after.notes[0])
    assert [int(number) for number in look.groups()] == looked_at(said)
    charts = [one for one in after if isinstance(one, Chart) and "Group" in one.table]
    drawn = [one for one in charts if one.table.columns[0] in LABELS]
    assert looked_at(said)[1] <= len({one.table.columns[0] for one in drawn}) <= there.rated
    asked = {f"Job {'ABCD'[at]}": job for at, job in enumerate(said["jobs"]) if not job["hurt"]}
    for chart in drawn:
        of_jobs(chart, asked)


def looked_at(said):
    """Count by hand the jobs that are rated overall and otherwise, and on how many lines."""
    lines = [job["lines"] for job in said["jobs"] if not job["hurt"] and isinstance(job["overall"], int)]
    rated = [[isinstance(value, int) for value in one] for one in lines]
    return [sum(map(any, rated)), sum(map(any, zip(*rated, strict=True)))]


def of_jobs(chart, asked):
    """The table holds what was said, and the title counts what is in the table."""
    table = chart.table
    assert set(table.index) == set(asked)
    line = LABELS[table.columns[0]]
    for name, row in table.iterrows():
        given = asked[name]["lines"][line]
        assert row.iloc[0] == str(given) if isinstance(given, int) else not row.iloc[0].isdigit()
        overall = asked[name]["overall"]
        assert row.iloc[1] == (str(overall) if isinstance(overall, int) else "not said")
    rated = sum(isinstance(job["lines"][line], int) for job in asked.values())
    of, *some = numbers(next(text for text in chart.small_print if re.match(r"\d+ jobs?,", text)))
    assert [of, *some] in ([len(asked)], [len(asked), rated])
    assert some or rated == len(asked)
    if found := ENDS.match(chart.title):
        ends = [table[table["Group"] == name].iloc[:, 0] for name in ("best", "went least well")]
        given = [[int(text) for text in end if text.isdigit()] for end in ends]
        middle = sum((CATALOGUE.item(CORE[line]).scale.min, CATALOGUE.item(CORE[line]).scale.max)) / 2
        high = [sum(value > middle for value in end) for end in given]
        told = [int(found["high"]), int(found["best"] or 1), int(found["low"])]
        assert told == [high[0], len(given[0]), high[1]], chart.title
        assert (1 if found["worst"] == "one" else int(found["worst"])) == len(given[1]), chart.title


def dull(panel, there):
    before = layout(panel)
    if before is None or before.ask is None:
        return
    told = " ".join(before.ask.said)
    assert numbers(re.search(r"You told us about .*? jobs?", told)[0]) == [there.dull]
    panel.handle({"type": "reveal"})
    after = layout(panel)
    for section in after.sections:
        for found in re.finditer(r"You answered this for (\d+) jobs?", section.sentence):
            assert int(found[1]) <= there.dull
