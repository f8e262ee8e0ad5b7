from __future__ import annotations

from typing import TYPE_CHECKING

from typer.testing import CliRunner

from good_on_paper.app.command import cli
from good_on_paper.record import Record

if TYPE_CHECKING:
    from pathlib import Path


def said(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(cli, list(words))
    assert result.exit_code == code, result.output
    return result.output


def test_a_report_is_written_with_names_or_with_letters(tmp_path: Path) -> None:
    home = ("--home", str(tmp_path / "me"))
    with Record.open(tmp_path / "me") as record:
        assert record.person
    assert "nothing for a report yet" in said("report", str(tmp_path / "none.html"), *home, code=1)
    with Record.open(tmp_path / "me") as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        job = record.add_unit("target", sitting=sitting)
        for unit, title in ((role, "Baker"), (job, "Miller")):
            record.answer(unit, "title", title, sitting=sitting)
            record.answer(unit, "employer", "Quillhaven", sitting=sitting)
        record.answer(record.person, "guesses", ["pace", "hours"], sitting=sitting)
    files = {option: tmp_path / f"{len(option)}.html" for option in ((), ("--letters",))}
    for option, file in files.items():
        said("report", str(file), *home, *option)
    assert "Quillhaven" in files[()].read_text()
    assert "Quillhaven" not in files["--letters",].read_text()
    assert "Employer A" in files["--letters",].read_text()
    assert "expected one of picture" in said("report", "x.pdf", *home, "--without", "gossip", code=2)
    assert "expected one of circumstances" in said("report", "x.pdf", *home, "--chart", "gossip", code=2)
