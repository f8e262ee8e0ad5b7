from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.charts.note import Note

if TYPE_CHECKING:
    from pathlib import Path


def of(*pace: int) -> Note:
    return Note("Pace is rated.", csv=(("My pace", pd.DataFrame({"pace": pace})),))


def test_a_table_is_saved_beside_a_file_of_the_person_and_never_over_it(tmp_path: Path) -> None:
    theirs = tmp_path / "my-pace.csv"
    theirs.write_text("typed by hand")
    assert [path.name for path in of(2, 6).save_new(tmp_path)] == ["my-pace 2.csv"]
    assert [path.name for path in of(2, 6).save_new(tmp_path)] == ["my-pace 2.csv"]  # the same once
    assert [path.name for path in of(1, 7).save_new(tmp_path)] == ["my-pace 3.csv"]
    assert theirs.read_text() == "typed by hand"


def test_a_folder_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "my-pace.csv").mkdir()
    assert [path.name for path in of(4).save_new(tmp_path)] == ["my-pace 2.csv"]
