"""What they will ask: the person's own words by subject, nothing made up, nothing of what hurt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from good_on_paper import kit
from good_on_paper.pages.session import me
from good_on_paper.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    monkeypatch.setenv("GOOD_ON_PAPER_HOME", str(tmp_path / "person"))
    with Record.open(tmp_path / "person") as opened:
        me.cache_clear()
        yield opened
        me().record.close()
    me.cache_clear()


def shown() -> list[dict[str, Any]]:
    panel = kit.they_will_ask()
    total = panel.handle({"type": "ready"})["total"]
    shows = ({"type": "show", "chart": place, "names": "names", "theme": "light"} for place in range(total))
    return [panel.handle(one) for one in shows]


def test_each_subject_is_answered_by_what_they_wrote_and_by_nothing_else(record: Record) -> None:
    sitting = record.sitting("said")
    assert shown() == []
    job = record.add_unit("role", sitting=sitting)
    hurt = record.add_unit("role", sitting=sitting)
    for unit, title in ((job, "Cook"), (hurt, "Clerk")):
        record.answer(unit, "title", title, sitting=sitting)
        record.answer(unit, "ended_how", "left", sitting=sitting)
    record.answer(hurt, "hurt", "yes", sitting=sitting, private=True)
    done = record.add_unit("achievement", parent=job, sitting=sitting)
    record.answer(done, "achieved", "Planned the <b>cold</b> side", sitting=sitting)
    record.answer(done, "done_stayed", "Two of the plates", sitting=sitting)
    record.answer(job, "in_a_line", "My boss had my back", sitting=sitting)
    record.answer(record.person, "went_well", job.id, sitting=sitting)
    record.answer(record.person, "in_five_years", "My own kitchen.", sitting=sitting)
    (told,) = shown()
    assert told["title"] == "They will ask too. You have something for 4 of 5 subjects."
    text = str(told)
    assert "Cook: you left" in text
    assert "Clerk" not in text
    assert "What stays: Two of the plates." in text
    assert "In five years: My own kitchen." in text
    told_of = dict(told["tables"][0]["rows"])
    assert "had my back" in told_of["How you work"]
    assert "had my back" not in told_of["What you are proud of"]  # a good job is no deed of theirs
    assert (
        "sentence about a job you would not do again in 00 Start here." in text
    )  # where to write what is not there
