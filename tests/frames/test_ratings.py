"""The wide frame."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from good_on_paper.catalogue import Catalogue, load
from good_on_paper.frames import FrameError, ratings
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.patterns import contrast
from good_on_paper.record import Record, Sitting, Unit


def test_an_empty_record_is_an_empty_frame(rec: Record, cat: Catalogue) -> None:
    for blanks in ("NA", "reason"):
        frame = ratings(Snapshot(rec, fixed=cat), blanks=blanks)
        assert frame.empty
        assert frame.index.name == "role"
    assert ratings(Snapshot(rec, fixed=cat), kind="episode").columns.tolist() == ["role"]


def test_roles_in_order_columns_in_catalogue_order(
    rec: Record, cat: Catalogue, add: Callable[..., Unit]
) -> None:
    add(title="Cook", overall=5, hours=2)
    add(title="Nurse", decision_freedom=7)
    frame = ratings(Snapshot(rec, fixed=cat))
    expected = [item.key for item in cat.items() if item.key in {"overall", "hours", "decision_freedom"}]
    assert frame.columns.tolist() == expected
    assert frame.index.tolist() == ["Cook", "Nurse"]
    assert set(frame.dtypes.astype(str)) == {"Float64"}
    assert frame.loc["Cook", "hours"] == 2
    assert frame.loc["Nurse", "hours"] is pd.NA


def test_three_kinds_of_blank(
    rec: Record, cat: Catalogue, add: Callable[..., Unit], sitting: Sitting
) -> None:
    for title in ("A", "B", "C", "D", "E"):
        add(title=title)
    units = rec.units("role")
    for unit, state in zip(units, ("na", "cant_recall", "skip"), strict=False):
        rec.answer(unit, "hours", state=state, sitting=sitting)
    rec.answer(units[3], "hours", 6, sitting=sitting)
    assert ratings(Snapshot(rec, fixed=cat))["hours"].isna().tolist() == [True, True, True, False, True]
    reasons = ratings(Snapshot(rec, fixed=cat), blanks="reason")["hours"]
    assert reasons.tolist() == ["na", "cant_recall", "skip", "", ""]
    with pytest.raises(FrameError, match="blanks='text'; expected 'NA' or 'reason'"):
        ratings(Snapshot(rec, fixed=cat), blanks="text")


def test_changed_cleared_undone_and_as_of(
    rec: Record, cat: Catalogue, add: Callable[..., Unit], sitting: Sitting
) -> None:
    unit = add(title="Cook", hours=2, pace=3)
    then = rec.newest
    rec.answer(unit, "hours", 6, sitting=sitting)
    rec.answer(unit, "pace", state="cleared", sitting=sitting)
    assert ratings(Snapshot(rec, fixed=cat)).to_dict("list") == {"hours": [6]}
    assert ratings(Snapshot(rec, then, cat)).loc["Cook"].to_dict() == {"hours": 2, "pace": 3}
    rec.undo(sitting)
    assert ratings(Snapshot(rec, fixed=cat)).loc["Cook"].to_dict() == {"hours": 6, "pace": 3}


def test_an_earlier_revision_is_not_read_in_its_new_meaning(
    rec: Record, add: Callable[..., Unit], sitting: Sitting, tmp_path: Path
) -> None:
    old, new = add(title="Old", hours=2), add(title="New")
    overlay = tmp_path / "catalogue.toml"
    overlay.write_text('[circumstance.hours]\nrevision = 2\nlow = "under 20"\nhigh = "over 60"\n', "utf-8")
    changed = load(overlay)
    assert ratings(Snapshot(rec, fixed=changed)).columns.empty
    rec.answer(new, "hours", 5, revision=2, sitting=sitting)
    assert ratings(Snapshot(rec, fixed=changed))["hours"].tolist() == [pd.NA, 5]
    assert ratings(Snapshot(rec, fixed=load()))["hours"].tolist() == [2, pd.NA]
    assert old.kind == "role"


def test_own_and_hidden_lines_count_and_unknown_ones_do_not(
    rec: Record, add: Callable[..., Unit], tmp_path: Path
) -> None:
    overlay = tmp_path / "catalogue.toml"
    overlay.write_text('[circumstance.dogs]\nlabel = "Dogs"\n[circumstance.hours]\nhidden = true\n', "utf-8")
    add(title="Cook", dogs=7, hours=1, long_gone=3)
    assert set(ratings(Snapshot(rec, fixed=load(overlay))).columns) == {"dogs", "hours"}


@pytest.mark.parametrize("value", [9, 0, "7", True, [3]])
def test_a_value_off_the_scale_is_named(
    rec: Record, cat: Catalogue, add: Callable[..., Unit], value: object
) -> None:
    add(title="Cook", hours=value)
    with pytest.raises(
        FrameError, match=r"'Cook', 'hours': .* is not a rating; we expected a number from 1 to 7"
    ):
        ratings(Snapshot(rec, fixed=cat))


def test_episodes_begin_with_their_role_and_can_be_contrasted(
    rec: Record, cat: Catalogue, add: Callable[..., Unit]
) -> None:
    for title, rated in (("Cook", (7, 6)), ("Nurse", (2, 1))):
        role = add(title=title)
        for overall in rated:
            add(kind="episode", parent=role, overall=overall, hours=8 - overall)
    frame = ratings(Snapshot(rec, fixed=cat), kind="episode")
    assert frame.index.name == "episode"
    assert frame.columns[0] == "role"
    assert frame["role"].tolist() == ["Cook", "Cook", "Nurse", "Nurse"]
    assert contrast(frame, within="role").groups.to_dict() == {"Cook": "best", "Nurse": "worst"}
    rec.remove_unit(rec.units("role")[0], sitting=rec.sitting("roles"))
    assert ratings(Snapshot(rec, fixed=cat), kind="episode")["role"].tolist() == ["Nurse", "Nurse"]
