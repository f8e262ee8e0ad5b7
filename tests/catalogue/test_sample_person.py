"""The sample person's files: only known lines, only what their scales hold, the same roles everywhere."""

import csv
import json
import re
from pathlib import Path

import pytest

from good_on_paper.catalogue import load

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
BLANKS = {"na", "cant_recall", "skip"}
CATALOGUE = load()


def rows(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def roles(name: str) -> list[tuple[str, str]]:
    return [(row["title"], row["employer"]) for row in rows(name)]


ROLES = roles("ratings.csv")


def test_eight_roles_the_same_in_every_file() -> None:
    resume = json.loads((SAMPLE / "resume.json").read_text(encoding="utf-8"))
    told = [(entry["position"], entry["name"]) for entry in resume["work"]]
    assert len(set(ROLES)) == 8
    assert told == ROLES[::-1]  # a résumé begins with the newest
    for name in ("roles.csv", "memory.csv", "outcomes.csv"):
        assert roles(name) == ROLES
    assert set(roles("episodes.csv")) < set(ROLES)


def test_every_circumstance_has_its_column() -> None:
    columns = [column for column in rows("ratings.csv")[0] if column not in ("title", "employer")]
    lines = CATALOGUE.items("circumstance")
    assert len(set(columns)) == len(columns)
    assert {item.key for item in lines if not item.on_request} < set(columns) < {item.key for item in lines}
    assert list(rows("memory.csv")[0]) == list(rows("ratings.csv")[0])


@pytest.mark.parametrize("name", ["ratings.csv", "outcomes.csv", "episodes.csv"])
def test_every_cell_is_on_its_scale_or_a_known_blank(name: str) -> None:
    for row in rows(name):
        for key, cell in row.items():
            if key not in ("title", "employer", "episode", "started", "story", "how"):
                assert cell in BLANKS or int(cell) in CATALOGUE.item(key).scale, (name, key, cell)


def test_blanks_of_each_kind_and_enough_whole_lines() -> None:
    columns = {key: [row[key] for row in rows("ratings.csv")] for key in rows("ratings.csv")[0]}
    del columns["title"], columns["employer"]
    assert {cell for cells in columns.values() for cell in cells if not cell.isdigit()} == BLANKS
    assert sum(all(cell.isdigit() for cell in cells) for cells in columns.values()) >= 20


def test_memory_marks_stand_beside_ratings_only() -> None:
    for rated, marked in zip(rows("ratings.csv"), rows("memory.csv"), strict=True):
        for key in rated.keys() - {"title", "employer"}:
            assert (marked[key] in ("guess", "fairly", "sure")) == rated[key].isdigit(), key


def test_criteria_of_both_definitions_are_chosen_weighed_and_rated() -> None:
    chosen = {row["criterion"]: int(row["points"]) for row in rows("criteria.csv")}
    assert all(1 <= points <= 5 for points in chosen.values())
    groups = [CATALOGUE.item(key).group for key in chosen]
    assert (groups.count("success"), groups.count("unsuccess"), len(groups)) == (5, 3, 8)
    assert {CATALOGUE.item(row["text"]).group for row in rows("definitions.csv")} == {"definition"}
    assert chosen.keys() < rows("outcomes.csv")[0].keys()


def test_three_circumstances_were_guessed() -> None:
    guessed = [row["line"] for row in rows("guesses.csv")]
    assert len(set(guessed)) == len(guessed) == 3
    assert {CATALOGUE.item(key).group for key in guessed} == {"circumstance"}


def test_episodes_are_rated_on_lines_of_a_day_or_a_moment() -> None:
    episodes = rows("episodes.csv")
    lines = [key for key in episodes[0] if key in CATALOGUE and key != "started"]
    times = {CATALOGUE.item(key).time for key in lines if CATALOGUE.item(key).group == "circumstance"}
    assert times == {"day", "moment"}
    for role in set(roles("episodes.csv")):
        assert 2 <= roles("episodes.csv").count(role) <= 4


def test_facts_beyond_the_resume_are_known() -> None:
    for row in rows("roles.csv"):
        assert row["role_kind"] in CATALOGUE.item("role_kind").options
        assert row["boss_word"].startswith("the ")


def test_every_file_and_the_number_of_lines_are_told_in_the_readme() -> None:
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `([a-z_]+\.[a-z]+)`", readme, flags=re.MULTILINE))
    assert named == {path.name for path in SAMPLE.iterdir() if path.suffix in {".csv", ".json"}}
    everyone = [item for item in CATALOGUE.items("circumstance") if not item.on_request]
    assert f"the {len(everyone)} circumstances" in readme
    assert "invented" in readme


def test_the_job_in_sight_names_known_lines_and_options() -> None:
    (target,) = rows("target.csv")
    assert int(target["in_days"]) > 0
    assert set(target["meets"].split(";")) <= set(CATALOGUE.item("meets").options)
    assert target["talk_round"] in CATALOGUE.item("talk_round").options
    assert {row["knows"] for row in rows("unknowns.csv")} == {"know", "guess", "unknown"}
    assert {CATALOGUE.item(row["line"]).group for row in rows("unknowns.csv")} == {"circumstance"}
    for row in rows("unwanted.csv"):
        line, _, end = row["end"].partition(":")
        assert CATALOGUE.item(line).group == "circumstance"
        assert end in {"low", "high"}


def test_boredom_is_said_of_every_role_in_words_the_form_knows() -> None:
    assert roles("boredom.csv") == ROLES
    instead = CATALOGUE.item("set_in_after").options
    said = [row["set_in_after"] for row in rows("boredom.csv")]
    assert {"not_before_i_left", "still_not"} < set(said)
    for row in rows("boredom.csv"):
        assert row["set_in_after"] in instead or row["set_in_after"][0].isalnum()
        for key in row.keys() - {"title", "employer", "set_in_after", "dull_spell"}:
            item = CATALOGUE.item(key)
            cells = row[key].split(";") if row[key] else []
            known = {str(step) for step in range(1, 8)} if item.kind == "rating" else set(item.options)
            assert set(cells) <= known, (key, row[key])


def test_bearing_and_exposure_are_files_of_their_own() -> None:
    worries = [item.key for item in CATALOGUE.items("worry")]
    assert [row["worry"] for row in rows("bearing.csv")] == worries
    assert {row["bears"] for row in rows("bearing.csv")} == {"fine", "while", "no", ""}
    assert roles("worries.csv") == ROLES
    for row in rows("worries.csv"):
        for key in row.keys() - {"title", "employer"}:
            assert key in worries
            assert int(row[key]) in CATALOGUE.item(key).scale


def test_days_by_the_minute_are_of_known_roles_and_kinds() -> None:
    assert set(roles("days.csv")) < set(ROLES)
    for row in rows("days.csv"):
        assert row["what"]
        for key, cell in (
            ("day_kind", row["day"]),
            ("stretch_dull", row["dull"]),
            ("stretch_margin", row["margin"]),
        ):
            assert cell in CATALOGUE.item(key).options or (not cell and key != "day_kind"), row
        assert not row["absorbed"] or int(row["absorbed"]) in CATALOGUE.item("stretch_absorbed").scale


def test_how_much_helped_only_where_it_did_and_otherwise_only_where_it_was() -> None:
    helped = {(row["title"], row["employer"]): row for row in rows("boredom.csv")}
    for row in rows("helped.csv"):
        assert helped[row["title"], row["employer"]][row["means"]] == "helped"
        assert 1 <= int(row["much"]) <= 7
    general = {row["worry"]: row["bears"] for row in rows("bearing.csv")}
    for row in rows("otherwise.csv"):
        assert (row["title"], row["employer"]) in ROLES
        assert row["bears"] in {"fine", "while", "no"} - {general[row["worry"]]}
