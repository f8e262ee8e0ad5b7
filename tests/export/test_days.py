"""Days told by the minute, out as a table and back in."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import load
from good_on_paper.export import contents, days_table, workbook
from good_on_paper.intake import bring_in, read
from good_on_paper.record.days import DAY, OF_A_STRETCH, add_day, stretches_of_days
from tests.export.jobs import JOBS, TEXTS, a_record, brought_back, write_jobs

FORMATS = {"days.csv": days_table, "all.xlsx": workbook}
SAID = {
    "stretch_what": TEXTS,
    "stretch_length": st.sampled_from(["20 min", "90 min", "2 d", "3m", "a while"]),
    "stretch_absorbed": st.integers(1, 7),
    "stretch_dull": st.sampled_from(["dull", "not_dull"]),
    "stretch_margin": st.sampled_from(["spent", "wasted"]),
}
ANSWER = st.one_of([st.tuples(st.just(item), values) for item, values in SAID.items()])
STRETCH = st.lists(ANSWER, min_size=1, max_size=len(SAID), unique_by=lambda answer: answer[0]).map(dict)
DAYS = st.dictionaries(
    st.sampled_from(["ordinary", "best", "worst", "dull"]),
    st.lists(STRETCH, min_size=1, max_size=4),
    max_size=3,
)


def tell(record, role, days):
    sitting = record.sitting("minutes")
    with record.batch():
        for kind, stretches in days.items():
            day = add_day(record, role.id, kind, sitting=lambda: sitting)
            for said in stretches:
                one = record.add_unit("episode", parent=day, sitting=sitting)
                for item, value in said.items():
                    record.answer(one, item, value, sitting=sitting)


def told(record):
    """What stands of each stretch, in order, by the job's own words and the day."""
    cells = record.current(items=(*OF_A_STRETCH, "title", "employer"))

    def said(unit, items):
        return tuple((item, cells[unit, item].value) for item in items if (unit, item) in cells)

    found = {
        (said(role, ("title", "employer")), kind): [
            words for unit in stretches if (words := said(unit, OF_A_STRETCH))
        ]
        for (role, kind), stretches in stretches_of_days(record).items()
    }
    return {day: stretches for day, stretches in found.items() if stretches}


def exported(record, name, **settings):
    return FORMATS[name](contents(record, load(), **settings), load())


def there_and_back_twice(name, jobs, days):
    with a_record(jobs) as record:
        for role, of in zip(record.units("role"), days, strict=False):
            tell(record, role, of)
        data = exported(record, name)
        if not told(record):
            return
        with brought_back(data, name) as other:
            assert told(other) == told(record)
            newest, overlay = other.newest, Path(other.folder) / "catalogue.toml"
            again = bring_in(read(data, name, load()), other, overlay)
            assert (other.newest, again.changed, again.kept) == (newest, False, ())


@settings(deadline=None, max_examples=30)
@given(jobs=JOBS, days=st.lists(DAYS, min_size=5, max_size=5))
def test_what_goes_out_comes_back_in_and_twice_changes_nothing(jobs, days):
    there_and_back_twice("days.csv", jobs, days)


@settings(deadline=None, max_examples=12)  # a fifth of a second each; the rows are those of the table
@given(jobs=JOBS, days=st.lists(DAYS, min_size=5, max_size=5))
def test_what_goes_out_in_a_workbook_comes_back_in_and_twice_changes_nothing(jobs, days):
    there_and_back_twice("all.xlsx", jobs, days)


def test_the_rows_are_as_the_page_tells_them(record):
    write_jobs(record, [{"title": "Editor", "employer": "Acme", "started": "2014-03"}])
    (role,) = record.units("role")
    tell(record, role, {"dull": [{"stretch_what": "=1+1", "stretch_length": "90 min"}, {}]})
    tell(record, role, {"ordinary": [{"stretch_absorbed": 3, "stretch_margin": "spent"}]})
    rows = list(csv.reader(io.StringIO(exported(record, "days.csv").decode("utf-8-sig"), newline="")))
    assert rows == [
        ["title", "employer", "started", "day", "what", "length", "absorbed", "dull", "margin"],
        ["Editor", "Acme", "2014-03", "ordinary", "", "", "3", "", "spent"],
        ["Editor", "Acme", "2014-03", "dull", "'=1+1", "90 min", "", "", ""],
    ]


def test_what_is_private_stays_unless_asked_for(record):
    write_jobs(record, [{"title": "Editor", "employer": "Acme"}])
    (role,) = record.units("role")
    tell(record, role, {"ordinary": [{"stretch_what": "Mail"}, {"stretch_what": "SECRET"}]})
    sitting, hidden = record.sitting("minutes"), stretches_of_days(record)[role.id, "ordinary"][1]
    record.answer(hidden, "stretch_what", "SECRET", sitting=sitting, private=True)
    assert b"SECRET" not in exported(record, "days.csv")
    assert b"SECRET" in exported(record, "days.csv", include_private=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "all.xlsx"
        path.write_bytes(exported(record, "all.xlsx"))
        assert "SECRET" not in str(read(path, path.name, load()))
    assert (hidden, DAY) not in record.current(items=(DAY,))
