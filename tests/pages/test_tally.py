"""Every count that a page tells agrees with the record, whatever somebody has said and left out."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from good_on_paper import kit
from good_on_paper.catalogue import load
from good_on_paper.charts import Chart
from good_on_paper.forms import HowItWent
from good_on_paper.language.day_names import days_left
from good_on_paper.pages.head import page
from good_on_paper.pages.start.notebook_list import rows
from good_on_paper.panels import Layout
from good_on_paper.record import Record
from good_on_paper.study.next_lines import next_lines
from good_on_paper.study.person import Person
from good_on_paper.study.portion import WORTH

CATALOGUE = load()
CORE = [item.key for item in CATALOGUE.core[:6]]
WORRIES = [item.key for item in CATALOGUE.items("worry")]
RATING = st.none() | st.sampled_from([1, 4, 7, "na"])
JOB = st.fixed_dictionaries(
    {
        "dated": st.booleans(),
        "hurt": st.booleans(),
        "overall": RATING,
        "dull": st.sampled_from([None, "first_day", "still_not"]),
        "lines": st.lists(RATING, min_size=6, max_size=6) | st.just([4] * 6),
    }
)
SAID = st.fixed_dictionaries(
    {
        "jobs": st.lists(JOB, max_size=4),
        "needs": st.integers(0, 4),
        "talks": st.lists(st.integers(-3, 20), max_size=2),
        "borne": st.integers(0, 3),
    }
)


def write(record, said):
    with record.batch():
        sitting = record.sitting("roles")
        person = record.person

        def answer(unit, item, value, revision=1):
            state = {"state": "na", "value": None} if value == "na" else {"value": value}
            if value is not None:
                record.answer(unit, item, sitting=sitting, revision=revision, **state)

        if said["needs"]:
            answer(person, "guesses", CORE[: said["needs"]])
        for number, job in enumerate(said["jobs"]):
            role = record.add_unit("role", sitting=sitting)
            answer(role, "title", f"Job {'ABCD'[number]}")
            answer(role, "started", f"{2001 + number}" if job["dated"] else None)
            answer(role, "ended", f"{2003 + number}" if job["dated"] else None)
            answer(role, "hurt", "yes" if job["hurt"] else None)
            answer(role, "set_in_after", job["dull"], CATALOGUE.item("set_in_after").revision)
            for key, value in zip(["overall", *CORE], [job["overall"], *job["lines"]], strict=True):
                answer(role, key, value, CATALOGUE.item(key).revision)
        for days in said["talks"]:
            target = record.add_unit("target", sitting=sitting)
            answer(target, "talk_on", (today() + dt.timedelta(days=days)).isoformat())
        for worry in WORRIES[: said["borne"]]:
            answer(person, f"bears:{worry}", "fine", CATALOGUE.item(worry).revision)


def today():
    return dt.datetime.now().astimezone().date()


def counted(said):
    """Count by hand, from what was said."""
    jobs = said["jobs"]
    asked = [job for job in jobs if not job["hurt"]]
    lines = list(zip(*(job["lines"] for job in asked), strict=True))
    number = [any(isinstance(value, int) for value in line) for line in lines]
    return SimpleNamespace(
        jobs=len(jobs),
        undated=sum(not job["dated"] for job in jobs),
        asked=len(asked),
        went=sum(isinstance(job["overall"], int) for job in asked),
        judged=sum(job["overall"] is not None for job in asked),
        rated=sum(number),
        whole=sum(None not in line for line in lines),
        begun=sum(some and None in line for some, line in zip(number, lines, strict=True)),
        open=[sum(value is None for value in line) for line in lines] or [0] * 6,
        dull=sum(job["dull"] is not None for job in asked),
    )


def numbers(text):
    return [int(number) for number in re.findall(r"\d+", re.sub(r"<[^>]+>|\bgop-\S+", " ", text))]


def standing(name):
    """Return the sentences at the head of a page on where one stands."""
    found = re.search(r'aria-label="Where you stand">(.*?)<p class="soft"', page(name).data, re.DOTALL)
    return found[1]


def drawn(panel):
    made = panel._of("names")  # noqa: SLF001 - what the page would be told
    return [one for one in made if isinstance(one, Chart)] if isinstance(made, Layout) else []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=SAID)
def test_every_count_on_every_page_is_that_of_the_record(said, open_on):
    with tempfile.TemporaryDirectory() as folder, Record.open(folder) as record:
        write(record, said)
        mine, there = Person(record), counted(said)
        open_on(mine)
        heads(there, said)
        listed({row["name"][:2]: row for row in rows(mine)}, there, said)
        still_open(mine, there)
        charted(there, said)


def heads(there, said):
    for name in ("01", "02", "05"):
        told = numbers(standing(name))
        of_lines = {there.whole, there.begun}
        assert set(told) <= {there.jobs, there.went} | of_lines, standing(name)
        assert ("begun" in standing(name)) == (there.begun > 0)
        assert all(lines in told for lines in of_lines if lines)
        assert (there.jobs in told) == (there.jobs > 0)
    told = numbers(standing("03"))
    day = talk(said)
    of_day = numbers(days_left(day[0], today())) if day else []
    of_day += [abs((one - today()).days) for one in day]
    of_day += [-days for days in said["talks"] if days < 0]  # any that is over is asked about
    assert set(told) <= {said["needs"], *of_day, *(n for one in day for n in (one.day,))}, standing("03")


def talk(said):
    """Return the day of the talk that is meant, and of the one that comes when that is over."""
    days = [today() + dt.timedelta(days=one) for one in said["talks"]]
    meant = days[-1:]
    if today() in days and meant[0] < today():  # we ask about the latest, and not before its evening
        return [today()]
    if meant and meant[0] < today():
        meant += [min(day for day in days if day >= today())] if any(day >= today() for day in days) else []
    return meant


def listed(row, there, said):
    words = {name: one["words"] for name, one in row.items()}
    assert set(numbers(words["01"])) <= {there.jobs, there.undated}, words["01"]
    like = numbers(words["02"])
    assert set(like) <= {there.whole, WORTH, there.went, there.asked}, words["02"]
    if there.whole or there.went:
        assert there.whole in like
    assert (there.asked in like) >= (there.went > 0)
    assert (f"all {there.asked} jobs" in words["02"]) == (there.went == there.asked > 1)
    day = talk(said)
    if day and day[0] < today():
        assert "how did it go?" in words["03"]
        assert "ready" not in words["03"]
        assert ("next" in words["03"]) == (len(day) > 1)
    elif found := re.search(r"(\d) questions? ready(?:, (\d) of them)?", words["03"]):
        asked, first = int(found[1]), int(found[2] or 0)
        assert asked <= 5
        assert first < asked
    ready = there.judged == there.asked > 0 and there.whole == 6 and there.went
    assert ("ready when you are" in words["05"]) == bool(ready)
    assert (row["06"]["stands"] == "done") == (0 < there.asked == there.dull)
    assert (row["07"]["stands"] == "done") == (said["borne"] == len(WORRIES))


def still_open(mine, there):
    """What waits before how it went is named as the grid names it."""
    form = HowItWent(mine.record, mine.catalogue, shown=lambda: next_lines(mine))
    state = form.page_state()
    if state["open"] or not there.asked:
        return
    shown = next_lines(mine)
    left = {key: jobs for key, jobs in zip(CORE, there.open, strict=True) if jobs and key in shown}
    assert {one["key"]: one["jobs"] for one in state["missing"] if one["key"] in CORE} == left
    assert {one["key"] for one in state["missing"]} <= set(shown)


def charted(there, said):
    for chart in drawn(kit.years()):
        dated = there.jobs - there.undated
        with_year = "all" if dated == there.jobs > 1 else str(dated)
        assert f"{there.jobs} job" in chart.small_print[-1]
        assert f"{with_year} with a year" in chart.small_print[-1]
        if dated > 1:  # each from a year to the year in which the next but one began: nothing is settled
            assert "never two" not in chart.title
    for chart in drawn(kit.can_bear()):
        if said["borne"] and "answered" in chart.small_print[0]:
            assert set(numbers(chart.small_print[0])) & {said["borne"]}
    for chart in drawn(kit.got_dull()):
        if there.asked and chart.name.startswith("When"):
            assert there.asked in numbers(" ".join(chart.small_print))


@pytest.mark.parametrize(("days", "ago"), [(-1, "yesterday"), (-2, "2 days ago")])
def test_a_talk_that_is_over_is_asked_about_and_the_next_one_named(tmp_path, open_on, days, ago):
    with Record.open(tmp_path) as record:
        write(record, {"jobs": [], "needs": 2, "talks": [9, days], "borne": 0})
        mine = Person(record)
        open_on(mine)
        coming = days_left(today() + dt.timedelta(days=9), today())
        for text in (standing("00"), standing("03"), rows(mine)[2]["words"]):
            assert f"{ago}: how did it go?" in text
            assert coming in text


def test_a_job_that_hurt_keeps_no_page_from_being_done(tmp_path, open_on):
    """And neither does one whose end cannot be told: that is an answer too."""
    whole = {"dated": True, "hurt": False, "overall": 5, "dull": "first_day", "lines": [4] * 6}
    jobs = [whole, {**whole, "overall": "na"}, {**whole, "hurt": True, "overall": None, "dull": None}]
    with Record.open(tmp_path) as record:
        write(record, {"jobs": jobs, "needs": 0, "talks": [], "borne": len(WORRIES)})
        mine = Person(record)
        open_on(mine)
        row = {one["name"][:2]: one for one in rows(mine)}
        assert "1 of 2" in row["02"]["words"]
        assert [row[number]["stands"] for number in ("01", "05", "06", "07")] == [
            "more any time",
            "next",
            "done",
            "done",
        ]
        rate_the_rest(record, mine)
        assert {one["name"][:2]: one["stands"] for one in rows(mine)}["02"] == "done"


def rate_the_rest(record, mine):
    sitting = record.sitting("lines")
    with record.batch():
        for item in mine.catalogue.items("circumstance")[:WORTH]:
            for role in record.units("role")[:2]:
                record.answer(role, item.key, 4, sitting=sitting, revision=item.revision)
        for key in CORE:
            for role in record.units("role")[:2]:
                record.answer(role, key, 4, sitting=sitting, revision=CATALOGUE.item(key).revision)
