from __future__ import annotations

import datetime as dt

import pytest

import good_on_paper as gop
from good_on_paper.catalogue import load
from good_on_paper.frames.snapshot import OVERLAY
from good_on_paper.patterns import PatternError
from good_on_paper.record import FIRST_SIGHT, Record, RecordError, rows
from good_on_paper.record.forget import forget_answer


def test_the_record_as_pandas_sees_it(tmp_path):
    with Record.open(tmp_path) as record:
        sitting = record.sitting("roles")
        for title, freedom, overall in [("Editor", 6, 7), ("Cook", 2, 1), ("Tutor", 4, 4)]:
            role = record.add_unit("role", sitting=sitting)
            for item, value in {"title": title, "decision_freedom": freedom, "overall": overall}.items():
                record.answer(role, item, value, sitting=sitting)
    me = gop.open(tmp_path)
    assert me.roles().index.tolist() == ["Editor", "Cook", "Tutor"]
    assert me.lines().columns.tolist() == ["decision_freedom", "overall"]
    assert me.take_a_look().frame["difference"].tolist() == [1.0]
    told = me.take_a_look().frame
    assert gop.contrast(me.lines()).frame.equals(told.drop(columns="look"))
    assert len(me.answers()) == len(me.record.answers())


def test_opening_where_no_record_is_asks_whether_to_make_one(tmp_path):
    nobody = tmp_path / "nobody"
    with pytest.raises(RecordError, match=r"nobody.*create=True.*gop\.sample\(\)"):
        gop.open(nobody)
    assert not nobody.exists()  # a slip of the finger leaves nothing behind
    me = gop.open(nobody, create=True)
    me.record.close()
    gop.open(nobody).record.close()


def test_the_record_as_of_an_earlier_answer(tmp_path):
    with Record.open(tmp_path) as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        first = record.answer(role, "overall", 2, sitting=sitting)
        record.answer(role, "overall", 6, sitting=sitting)
    me = gop.open(tmp_path)
    assert me.ratings()["overall"].tolist() == [6]
    assert me.as_of(first.seq).ratings()["overall"].tolist() == [2]


def test_what_is_kept_for_a_page_goes_with_each_answer_and_with_what_is_erased_elsewhere(tmp_path):
    with Record.open(tmp_path) as record:
        sitting = record.sitting("roles")
        roles = [record.add_unit("role", sitting=sitting) for _ in range(3)]
        for role, freedom, overall in zip(roles, (6, 4, 2), (7, 4, 1), strict=True):
            record.answer(role, "decision_freedom", freedom, sitting=sitting)
            rated = record.answer(role, "overall", overall, sitting=sitting)
    me = gop.open(tmp_path)
    kept = me.kept("kept", object, looks=False)
    assert me.ratings()["overall"].tolist() == [7, 4, 1]
    me.take_a_look()  # a look
    assert me.kept("kept", object, looks=False) is kept
    assert me.looks()["roles"].tolist() == [3]
    me.record.answer(roles[0], "overall", 6, sitting=me.record.sitting("roles"))
    assert me.ratings()["overall"].tolist() == [6, 4, 1]
    assert me.boredom()["said"].tolist() == ["", "", ""]
    forget_answer(tmp_path, rated.seq)  # as the command does, while the page is open
    assert me.ratings()["overall"].isna().tolist() == [False, False, True]
    assert me.lines()["overall"].isna().tolist() == [False, False, True]


def test_another_outcome_can_be_declared(tmp_path):
    with Record.open(tmp_path) as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        record.answer(role, "cost", 2, sitting=sitting)
        record.answer(record.person, "primary_outcome", "cost", sitting=sitting)
    me = gop.open(tmp_path)
    assert me.primary_outcome == "cost"
    assert me.lines().columns.tolist() == ["cost"]


def test_the_sample_is_a_copy_to_throw_away():
    one, other = gop.sample(), gop.sample()
    assert one.record.path != other.record.path
    assert len(one.roles()) == 8
    assert one.ratings().shape == other.ratings().shape
    assert one.ratings(kind="episode").shape[0] == 13
    assert one.lines()["overall"].notna().all()


def test_what_is_private_stays_out_of_charts_unless_asked_for(tmp_path):
    private = next(item for item in load().items("circumstance") if item.private)
    with Record.open(tmp_path) as record:
        sitting = record.sitting("lines")
        for overall in (2, 6):
            role = record.add_unit("role", sitting=sitting)
            for item in ("overall", "decision_freedom", "pace", private.key):
                record.answer(role, item, overall, sitting=sitting, revision=load().item(item).revision)
        record.answer(role, "pace", 5, sitting=sitting, private=True, revision=load().item("pace").revision)
    me = gop.open(tmp_path)
    assert me.lines().columns.tolist() == ["decision_freedom", "overall"]
    assert me.take_a_look().frame["line"].tolist() == ["decision_freedom"]
    everything = {"decision_freedom", "pace", private.key, "overall"}
    assert set(me.lines(include_private=True).columns) == everything
    assert set(me.ratings().columns) == everything, "one's own frames hold all"


def test_the_answers_behind_a_line():
    me = gop.sample()
    found = me.take_a_look().because("decision_freedom")
    assert set(found["item"]) == {"decision_freedom", "overall"}
    assert found["kind"].eq("role").all()
    assert found.groupby("item").size().to_dict() == {"decision_freedom": 8, "overall": 8}
    assert set(found["name"]) == set(me.roles().index)
    role = me.record.units("role")[0]
    newest = me.record.answer(role, "decision_freedom", 2, sitting=me.record.sitting("lines"))
    again = me.take_a_look().because("decision_freedom")
    assert len(again) == len(found)
    assert newest.seq in again.index, "what was changed stands in place of what was"
    with pytest.raises(PatternError, match="decision_freedom"):
        me.take_a_look().because("decision_freedon")
    assert me.take_a_look().chart("decision_freedom").title.startswith("In ")


def test_steadiness_is_of_one_kind_of_pairs_and_one_scale_and_leaves_quiet_jobs_out(tmp_path, monkeypatch):
    with Record.open(tmp_path) as record:
        own = "[circumstance.pace]\nrevision = 9\nscale = {min = 0, max = 10}\n"
        (record.folder / OVERLAY).write_text(own, encoding="utf-8")
        me, roles = gop.Me(record), record.sitting("roles")
        of_seven = [item.key for item in me.catalogue.items("circumstance") if item.scale.max == 7][:8]
        lines = [me.catalogue.item(line) for line in (*of_seven, "pace")]
        jobs = [record.add_unit("role", sitting=roles) for _ in range(2)]
        monkeypatch.setattr(rows, "now", lambda: rows.stamp(dt.datetime(2026, 1, 5, tzinfo=dt.UTC)))
        for form, value in ((FIRST_SIGHT, 7), ("lines", 3)):
            for job in jobs:
                for line in lines:
                    sitting = record.sitting(form)
                    record.answer(job, line.key, value, sitting=sitting, revision=line.revision)
        monkeypatch.undo()
        record.answer(jobs[1], "hurt", "yes", sitting=roles)
        for job in jobs:
            for line in lines:
                sitting = record.sitting("asked_again")
                record.answer(job, line.key, 4, sitting=sitting, revision=line.revision)
        assert len(me.asked_again()) == 18  # of nine lines, two kinds of pairs
        found = me.steadiness()
        assert (found.within_one, len(found.frame), found.shift) == (8, 8, 1)
        assert me.steadiness("start here").shift == -4
        assert me.steadiness("in sight").frame.empty
        with pytest.raises(PatternError, match="of='again'; expected 'hidden', 'in sight' or 'start here'"):
            me.steadiness("again")
