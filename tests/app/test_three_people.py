"""Three people and a coach, by the command: no name, note or answer is where it should not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from good_on_paper.app.command import cli
from good_on_paper.app.terminal import PASSPHRASE
from good_on_paper.record import Record, encryption, lock_keys
from good_on_paper.record.lock_keys import forget_keys
from good_on_paper.record.people import find, people

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "four blue geese at noon"
JOBS = """title,employer,place,started,ended,summary
Fettler,Xanthic Mills,Ulmshire,2015-04,2019-03,Quarrelled with Plumtree over the Vermillion ledger.
Teacher,Brimble School,Krakwick,2019-04,2023-03,Nine classes of fettling.
"""
NAMES = ("Xanthic", "Ulmshire", "Brimble", "Krakwick", "Plumtree", "Vermillion", "Søren", "soren")
PRIVATE = "Never again the Obsidian stairwell"
HERS = "title,employer,started,ended\nGlazier,Zephyrine Panes,2018-01,2021-02\n"
"""What another of the three did."""
NOTE = "He lights up at the Yttrium kiln"
AGREED = "Six sessions, and no more"


def said(*words: str, code: int = 0) -> str:
    forget_keys()  # as each start of the command does
    result = CliRunner().invoke(cli, list(words))
    assert result.exit_code == code, f"{words}: {result.output}"
    return result.output


def holding(folder: Path, *words: str) -> list[str]:
    """Return which files below a folder hold one of the words inside, in UTF-8 or UTF-16, in any case."""
    coded = [word.casefold().encode(code) for word in words for code in ("utf-8", "utf-16-le")]
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(each in path.read_bytes().lower() for each in coded)
    ]


@pytest.mark.long
def test_three_people_and_a_coach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sqlcipher3")
    for cost in (lock_keys.COST, encryption.COST):  # at their own a key takes half a second and 128 MB
        monkeypatch.setitem(cost, "n", 2**6)
    theirs, coachs, out = (tmp_path / name for name in ("client", "coach", "out"))
    out.mkdir()
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setenv("XDG_DATA_HOME", str(theirs))
    monkeypatch.setenv(PASSPHRASE, WORDS)

    # make and fill: three people, two of one name
    said("people", "new", "Anna B.")
    second = said("people", "new", "Anna B.")
    said("people", "new", "Søren")
    said("where", "--person", "Anna B.", code=2)
    assert said("where", "--person", second.rsplit('"', 2)[1])  # the line that it told us to type
    hers = fill(tmp_path)

    # lock
    said("lock", "--person", "Søren", "--yes")
    assert holding(theirs, *NAMES[:6], PRIVATE) == []
    assert holding(theirs, AGREED) == ["good-on-paper/søren/record.person"]

    # copy
    there = out / "for-ruth"
    shown = said("copy", str(there), "--for", "Ruth", "--person", "Søren", "--yes")
    assert not [name for name in (*NAMES, PRIVATE) if name in shown]
    assert holding(out, *NAMES, PRIVATE, "Fettler", "Employer") == []

    # the coach opens it, and notes; the client never rated what the coach rates
    monkeypatch.setenv("XDG_DATA_HOME", str(coachs))
    said("people", "new", "S.")
    assert "what came out of it is not" in said("restore", "--from", str(there), "--person", "S.", "--yes")
    assert holding(coachs, *NAMES, PRIVATE) == []
    assert "a copy of Somebody’s record, for Ruth" in said("people")
    [about] = [line for line in shown.splitlines() if line.startswith("Fettler, ")]
    said("note", NOTE, "--by", "Ruth", "--about", about, "--person", "S.")
    said("import", str(_rating(tmp_path, about, 7)), "--scale", "pace=1-7", "--person", "S.", "--yes")
    said("export", str(out / "back"), "--person", "S.", "--encrypt")
    assert holding(out, NOTE, "Employer") == []

    # merge, with one conflict
    monkeypatch.setenv("XDG_DATA_HOME", str(theirs))
    said(
        "import",
        str(_rating(tmp_path, "Fettler, Xanthic Mills", 2)),
        "--scale",
        "pace=1-7",
        "--person",
        "Søren",
        "--yes",
    )
    merge = ("merge", str(out / "back"), "--person", "Søren", "--yes")
    assert "Somebody has to choose" in said(*merge, code=2)
    told = said(*merge, "--keep", "mine")
    assert "not the same: 1\n" in told
    assert "Everything in it is here already" in said(*merge)
    there_and_back(merge)
    assert f"Ruth, on Fettler, Xanthic Mills: {NOTE}" in said("note", "--person", "Søren")
    assert holding(theirs, NOTE, PRIVATE, *NAMES[:6]) == []

    # report
    said("report", str(out / "report.html"), "--letters", "--person", "Søren")
    assert holding(out, NOTE, PRIVATE, "Zephyrine", *NAMES) == []

    # delete, with a receipt
    said("people", "delete", "Søren", "--yes", "--receipt", str(out / "receipt"))
    assert "Nothing is left there." in (out / "receipt").read_text(encoding="utf-8")
    assert holding(theirs, AGREED, NOTE, PRIVATE, "Søren") == []
    assert {name.split("/")[1] for name in holding(theirs, "Zephyrine")} == {hers}
    assert "Søren" not in said("people")
    assert holding(tmp_path / "temporary", NOTE, AGREED, PRIVATE, "Zephyrine", *NAMES) == []


def fill(folder: Path) -> str:
    """Give two of them jobs, and one a private answer and a note; return the folder of the other."""
    (jobs := folder / "jobs.csv").write_text(JOBS, encoding="utf-8")
    said("import", str(jobs), "--person", "Søren", "--yes")
    said("people", "note", "Søren", "--agreed", AGREED, "--until", "March 2027")
    with Record.open(find("Søren").folder) as record:
        record.answer(
            record.units("role")[0], "in_a_line", PRIVATE, sitting=record.sitting("x"), private=True
        )
    hers = next(one.folder.name for one in people() if one.name == "Anna B.")
    (jobs := folder / "hers.csv").write_text(HERS, encoding="utf-8")
    said("import", str(jobs), "--person", hers, "--yes")
    return hers


def there_and_back(merge: tuple[str, ...]) -> None:
    """Take the merge back, and bring it in again."""
    assert "Done" in said("merge", "--undo", "--person", "Søren", "--yes")
    assert "There are no notes" in said("note", "--person", "Søren")
    assert "No merge is left" in said("merge", "--undo", "--person", "Søren", "--yes")
    said(*merge, "--keep", "mine")


def _rating(folder: Path, job: str, pace: int) -> Path:
    title, employer = job.split(", ")
    (file := folder / f"{pace}.csv").write_text(f"title,employer,pace\n{title},{employer},{pace}\n", "utf-8")
    return file
