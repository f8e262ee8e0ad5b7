"""The frame of how jobs looked and how they went."""

from __future__ import annotations

import pandas as pd
import pytest

import good_on_paper as gop
from good_on_paper.catalogue import keys
from good_on_paper.frames import FrameError, paper_against_lived
from good_on_paper.frames.quiet import HURT, YES
from good_on_paper.frames.snapshot import OVERLAY
from good_on_paper.record import Record


def test_a_row_per_job_with_both_ratings():
    told = gop.sample().paper_against_lived()
    assert told.columns.tolist() == ["unit", "title", "employer", "current", "paper", "lived"]
    assert told.loc["Project officer, Wells for Ondera", ["paper", "lived"]].tolist() == [7, 1]
    assert told.index[told["current"]].tolist() == ["Analyst, Kestra Bay Transit"]


def test_an_empty_record_has_the_same_columns(tmp_path):
    with Record.open(tmp_path) as record:
        assert paper_against_lived(gop.Me(record)).shape == (0, 6)


def test_what_is_private_stays_blank_and_a_quiet_job_stays_out():
    me = gop.sample()
    first, second, *_ = me.units("role")
    sitting = me.record.sitting("x")
    me.record.answer(first, keys.ON_PAPER, 3, sitting=sitting, private=True)
    me.record.answer(second, HURT, YES, sitting=sitting)
    told = me.paper_against_lived().set_index("unit")
    assert pd.isna(told.loc[first.id, "paper"])
    assert told.loc[first.id, "lived"] == 5
    assert second.id not in told.index


def test_two_scales_are_refused_by_name(tmp_path):
    with Record.open(tmp_path) as record:
        own = "[outcome.overall]\nrevision = 2\nscale = {min = 0, max = 10}\n"
        (record.folder / OVERLAY).write_text(own, encoding="utf-8")
        with pytest.raises(FrameError, match="'on_paper' runs from 1 to 7 and 'overall' from 0 to 10"):
            paper_against_lived(gop.Me(record))
