"""Your stories: no word of evidence, nothing private beyond the page, and nothing owed."""

from __future__ import annotations

import io
import json
import time
import zipfile
from typing import TYPE_CHECKING, Any

import nbformat
import pytest

import good_on_paper as gop
from good_on_paper import export, frames, kit
from good_on_paper.catalogue import keys, load
from good_on_paper.export import contents
from good_on_paper.forms.story_sheets import LISTS
from good_on_paper.frames.quiet import HURT
from good_on_paper.frames.skills import meant
from good_on_paper.frames.stories import AFTER_JOB, SKILL, STAYS, WORDS, YARDSTICK
from good_on_paper.pages import titles
from good_on_paper.pages.head import page
from good_on_paper.pages.start.notebook_list import rows
from good_on_paper.record import Record
from good_on_paper.record.stories import begin, unit_for
from good_on_paper.study.person import Person
from tests.pages.test_words import NOTEBOOKS, texts_of

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.panels import Layout

SECRET = "Zwiebelfisch"
FORMS = (
    *("achievements", "keep_or_leave", "lineage", "postmortem", "three_words"),
    *("what_stays", "about_me", "prewriting", "yardsticks", "skills_shown"),
)
NO_WORD = ("stands out", "worth asking", "could easily be chance", "too few jobs", "shuffl", "1 in 100")


def panel_of(name: str) -> Layout | str:
    return getattr(kit, name)()._of("names")  # noqa: SLF001


def write_everything(me: Person) -> int:
    """A secret in everything that can be typed on this page."""
    record, role = me.record, me.units("role")[3].id
    sitting, own = record.sitting("secret"), unit_for(role, "secret")
    begin(record, "achievement", own, parent=role, facts={})
    units = [own]
    for kind in (AFTER_JOB, STAYS, WORDS, YARDSTICK):
        units.append(unit_for(role, kind))
        begin(record, "story", units[-1], parent=role, facts={keys.STORY_KIND: kind})
    texts = [item for item in load().items("story", hidden=True) if item.kind == "text"]
    for item in texts:
        for unit in units:
            value: Any = [SECRET] if item.key in LISTS else SECRET
            record.answer(unit, item.key, value, sitting=sitting, private=item.private)
    record.answer(own, keys.DONE_HOW, ["teach_it"], sitting=sitting)
    return len(texts)


def test_what_is_typed_here_is_in_no_chart_export_print_or_brief(open_on) -> None:
    me = gop.sample()
    open_on(me)
    assert write_everything(me) > 30
    assert SECRET in json.dumps(kit.achievements().page_state(), default=str)  # the page itself has it
    told, catalogue = contents(me.record, me.catalogue), me.catalogue
    book = zipfile.ZipFile(io.BytesIO(export.workbook(told, catalogue)))
    files = [export.csv_table(told, catalogue), export.json_resume(told, catalogue)]
    files += [export.interviews_table(told, catalogue), *(book.read(name) for name in book.namelist())]
    files += [str(me.brief()).encode(), me.brief()._repr_html_().encode(), page("09").data.encode()]
    drawn = [chart for name in ("how_you_did_it", "skills_by_job") for chart in panel_of(name)]
    assert len(drawn) == len(("ways", "why", "skills"))
    for chart in drawn:
        files += [chart.svg().encode(), repr(chart).encode(), chart.table.to_csv().encode()]
    assert [file[:80] for file in files if SECRET.encode() in file] == []


def test_no_word_of_evidence_is_on_this_page(open_on) -> None:
    me = gop.sample()
    open_on(me)
    (notebook,) = (path for path in NOTEBOOKS if path.stem == titles.STORIES)
    said = [cell.source for cell in nbformat.read(notebook, as_version=4).cells]
    said += [page("09").data, *texts_of(panel_of("how_you_did_it"))]
    for name in FORMS:
        form = getattr(kit, name)()
        said += [json.dumps(form.page_state(), default=str), form._esm]  # noqa: SLF001
    found = [(word, text[:60]) for text in said for word in NO_WORD if word in text.lower()]
    assert found == []


@pytest.mark.parametrize("jobs", [0, 1])
def test_with_one_job_and_nothing_written_nothing_is_owed(open_on, tmp_path: Path, jobs: int) -> None:
    with Record.open(tmp_path / "person") as record:
        mine = Person(record)
        open_on(mine)
        for _ in range(jobs):
            role = record.add_unit("role", sitting=record.sitting("roles"))
            record.answer(role, "title", "Editor", sitting=record.sitting("roles"))
        before = record.newest
        assert str(panel_of("how_you_did_it")).startswith(
            "Your ways of working will show here. Write down one thing"
        )
        states = {name: getattr(kit, name)().page_state() for name in FORMS}
        assert [len(states[name]["sheets"]) for name in ("achievements", "postmortem")] == [0, jobs]
        assert record.newest == before
        assert next(row for row in rows(mine) if row["name"] == titles.STORIES)["stands"] != "next"


def test_what_is_written_without_its_way_is_not_asked_for_again(open_on, tmp_path: Path) -> None:
    with Record.open(tmp_path / "person") as record:
        open_on(Person(record))
        sitting = record.sitting("stories")
        role = record.add_unit("role", sitting=sitting)
        record.answer(role, "title", "Editor", sitting=sitting)
        done = record.add_unit("achievement", parent=role.id, sitting=sitting)
        record.answer(done, "listed", value=True, sitting=sitting)
        record.answer(done, "achieved", "Rewrote the form with the nurses", sitting=sitting)
        assert str(panel_of("how_you_did_it")).startswith(
            "Your ways of working will show here. Open what you wrote, and say how you went about it."
        )


def test_a_long_life_opens_in_less_than_two_seconds(open_on, tmp_path: Path) -> None:
    jobs, episodes, every = 40, 6, 4  # in every fourth episode something that was done: 60 of them
    with Record.open(tmp_path / "person") as record:
        sitting = record.sitting("roles")
        with record.batch():
            for place in range(jobs * episodes):
                if place % episodes == 0:
                    role = record.add_unit("role", sitting=sitting)
                    record.answer(role, "title", f"Job {place}", sitting=sitting)
                    record.answer(role, "started", str(1980 + place // episodes), sitting=sitting)
                episode = record.add_unit("episode", parent=role, sitting=sitting)
                record.answer(episode, "title", f"Episode {place}", sitting=sitting)
                if place % every == 0:
                    unit = unit_for(episode.id, "done")
                    begin(
                        record, "achievement", unit, parent=episode.id, facts={keys.ACHIEVED: f"Done {place}"}
                    )
                    for item, said in ((keys.DONE_HOW, ["map_first"]), (keys.SKILLS_SHOWN, ["detail"])):
                        record.answer(unit, item, said, sitting=sitting)
        open_on(Person(record))
        begun = time.process_time()
        states = {name: getattr(kit, name)().page_state() for name in FORMS}
        drawn = [*panel_of("how_you_did_it"), *panel_of("skills_by_job")]
        assert time.process_time() - begun < 2
        assert len(states["achievements"]["sheets"]) == jobs * episodes // every
        assert len(drawn) == len(("ways", "skills"))


def test_what_hurt_is_nowhere_on_this_page(open_on) -> None:
    me = gop.sample()
    open_on(me)
    field = me.units("role")[3]
    name = me.roles().index[3]
    assert name in json.dumps([getattr(kit, one)().page_state() for one in FORMS], default=str)
    me.record.answer(field, HURT, "yes", sitting=me.record.sitting("roles"), private=True)
    assert name not in json.dumps([getattr(kit, one)().page_state() for one in FORMS], default=str)
    assert set(me.achievements()["role"]).isdisjoint({name})
    assert set(me.stories()["about"]).isdisjoint({name})
    assert set(me.words_said()["about"]).isdisjoint({name})


def test_what_was_forgotten_last_time_comes_with_the_stories_that_show_it(open_on) -> None:
    me = gop.sample()
    open_on(me)
    last = me.interviews().sort_values("day")["unit"].iloc[-1]
    said = ["calm", "detail"]
    me.record.answer(last, keys.SKILLS_FORGOTTEN, said, sitting=me.record.sitting("after"))
    told = dict(kit.skills_shown().page_state()["forgotten"])
    assert told["calm"] == ["Served ninety people without an oven"]
    assert len(told["detail"]) == len(set(told["detail"])) == 3
    me.record.answer(last, f"{keys.HEARD}:pace:1", "Twice a year.", sitting=me.record.sitting("after"))
    frame = frames.asked_and_learned(me)
    assert frame[frame["unit"] == last][["asked", "learned"]].to_numpy().tolist() == [[1, 1]]
    assert "learned" in " ".join(texts_of(panel_of("asked_and_learned")))


def test_the_words_of_a_recommendation_line_up_with_ones_own(open_on) -> None:
    me = gop.sample()
    open_on(me)
    lined = {head: dict(words) for head, words in kit.three_words().page_state()["lined"]}
    echoed, unechoed, unclaimed = lined.values()
    assert "steady" in echoed and "clear" in echoed  # noqa: PT018 - one picture
    assert "Tam Orrel" in echoed["clear"]
    assert {"curious", "brave"} <= set(unechoed)
    assert {"calm", "generous", "Meticulous", "reliable"} <= set(unclaimed)


def test_the_words_of_each_job_and_those_that_landed_in_an_interview(open_on) -> None:
    me = gop.sample()
    open_on(me)
    told = kit.three_words().page_state()
    years = [year for year, _, _ in told["places"]]
    assert years == [*sorted(years[:-1]), "today"]
    assert dict(told["returns"])["steady"] == "2015, today"
    assert told["meant"] == "2 of 6 words landed, in 3 interviews."
    assert [said for _, said in told["landed"]][:2] == [
        "wanted: clear, steady; landed: steady",
        "wanted: clear, curious; landed: clear",
    ]
    last = me.interviews().sort_values("day")["unit"].iloc[-1]
    me.record.answer(last, keys.CAME_NO, me.today.isoformat(), sitting=me.record.sitting("after"))
    told = kit.three_words().page_state()
    assert (told["meant"], told["landed"]) == ("", [])  # not on the day after a no
    assert kit.skills_shown().page_state()["brought"] == []


def test_what_is_shown_at_work_and_never_in_an_interview_is_named_and_who_would_say_so(open_on) -> None:
    me = gop.sample()
    open_on(me)
    unit, role = unit_for(me.units("role")[0].id, SKILL), me.units("role")[0].id
    begin(me.record, "story", unit, parent=role, facts={keys.STORY_KIND: SKILL})
    sitting = me.record.sitting("skills")
    me.record.answer(unit, keys.SKILLS_OWN, ["reading maps"], sitting=sitting, private=True)
    me.record.answer(unit, keys.SKILL_WITNESS, SECRET, sitting=sitting, private=True)
    told = kit.skills_shown().page_state()
    never, also = (dict(rows) for _, rows in told["brought"])
    assert never["Caring for others"] == "in 3 jobs"
    assert never["reading maps"] == "in 1 job"
    assert also["Working together"] == "in 3 jobs, in 3 of 3 interviews"
    assert dict(told["witnesses"])["reading maps"].startswith(f"{SECRET} (Lab assistant")
    (chart,) = panel_of("skills_by_job")
    assert "A dot: somebody would say so." in " ".join(chart.small_print)
    assert chart.table.loc["Leading"].tolist().count("3, somebody would say so") == 1
    assert SECRET not in chart.svg() + chart.table.to_csv() + chart.alt


@pytest.mark.parametrize(
    ("typed", "skills"),
    [
        ("Calmness", {"self_control"}),
        ("working together", {"working_together"}),
        ("being on time", set()),
        ("Being reliable", {"reliable"}),
    ],
)
def test_a_skill_by_a_name_of_ones_own_means_what_it_says_and_no_more(typed: str, skills: set[str]) -> None:
    assert meant(typed) == skills


@pytest.mark.parametrize(
    "said", [{"done_how_told": "I asked each of them."}, {"done_how_own": ["I ask around"]}]
)
def test_a_way_in_own_words_is_not_asked_for_and_what_to_tick_is_said(
    open_on, tmp_path: Path, said: dict[str, object]
) -> None:
    with Record.open(tmp_path / "person") as record:
        open_on(Person(record))
        sitting = record.sitting("stories")
        role = record.add_unit("role", sitting=sitting)
        done = record.add_unit("achievement", parent=role.id, sitting=sitting)
        told = {"listed": True, "achieved": "Rewrote the form with the nurses", **said}
        for item, value in told.items():
            record.answer(done, item, value, sitting=sitting)
        assert str(panel_of("how_you_did_it")).startswith(
            "You said in your own words how you went about it. To see your ways over the years here, "
            "tick the ones that fit, too."
        )
