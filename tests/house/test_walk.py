"""The walk of one rating, from the click to the paper: what CONTRIBUTING tells, followed on the sample."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from good_on_paper import charts, frames, patterns
from good_on_paper.brief.compose import compose
from good_on_paper.forms import RatingGrid
from good_on_paper.kit.me import sample
from good_on_paper.questions.prepared import prepare
from good_on_paper.questions.question import YOUR_JOBS
from good_on_paper.study import looks
from good_on_paper.study.contrast import all_seen, report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from good_on_paper.kit.me import Me

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "good_on_paper"
LINE, JOB, RATING = "finish", "Lab assistant, Tirenne Soil Laboratory", 5


@pytest.fixture
def me() -> Iterator[Me]:
    mine = sample()
    yield mine
    mine.record.close()


def walk() -> list[tuple[str, str, str]]:
    """The table in CONTRIBUTING: station, file, function."""
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## The walk of one rating")[2]
    return re.findall(r"^\| (\w+) \| `([\w./]+)` \| `([\w.]+)` \|", told.partition("\n## ")[0], re.MULTILINE)


def test_each_station_of_the_walk_is_there_once() -> None:
    stations = walk()
    assert [name for name, _, _ in stations] == [
        *("click", "channel", "form", "record", "frame"),
        *("study", "pattern", "chart", "question", "paper"),
    ]
    files = [file for _, file, _ in stations]
    assert len(set(files)) == len(files)
    for _, file, function in stations:
        owner, _, name = function.rpartition(".")
        text = (PACKAGE / file).read_text(encoding="utf-8")
        if owner:
            text = text.partition(f"class {owner}")[2]
        opening = rf"^ +{name}\(.*\) {{$" if file.endswith(".js") else rf"^ *def {name}\("
        assert re.search(opening, text, re.MULTILINE), f"{file}: {function}"


def test_one_rating_walks_from_the_form_to_the_paper(me: Me) -> None:
    job = next(unit for unit, name in frames.role_names(me).items() if name == JOB)

    # form and record: what the channel sends for a click is acknowledged once it is on the disk
    form = RatingGrid(me.record, me.catalogue, lines=[LINE])
    click = {"type": "answer", "n": 1, "token": "one click", "unit": job, "item": LINE}
    (told,) = form.handle({**click, "state": "value", "value": RATING})
    answer = me.record.current()[job, LINE]
    assert (told["type"], told["seq"], answer.value) == ("ack", answer.seq, RATING)

    # frame
    assert frames.ratings(me).loc[JOB, LINE] == RATING

    # study: a look is dated, and knows the answer behind the line
    looks.take(me)
    seen = report(me)
    assert answer.seq in seen.because(LINE).index
    found = seen.frame.set_index("line").loc[LINE]

    # pattern: the same figures from the plain frame, without a record
    plain = patterns.contrast(me.lines(), outcome=me.primary_outcome)
    assert plain.wide.loc[JOB, LINE] == RATING
    assert plain.frame.set_index("line").loc[LINE, "tau"] == found["tau"]

    # chart
    chart = charts.lineup(seen, LINE, me.words()[LINE])
    assert str(RATING) in chart.table.loc[JOB].astype(str).tolist()

    # question: the line stands out, so it is asked about, with this answer behind it
    assert found["word"] in patterns.FOUND
    page = prepare(me, all_seen(me))
    (asked,) = [one for one in page.questions if one.line == LINE and YOUR_JOBS in one.because.kinds]
    assert (job, LINE) in asked.because.cells

    # paper
    assert asked.text in compose(me).texts()
