"""Make a temporary record of the invented career that comes with the kit."""

from __future__ import annotations

import csv
import datetime as dt
import json
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from good_on_paper import catalogue
from good_on_paper.catalogue import keys
from good_on_paper.frames import role_names
from good_on_paper.frames.asked_again import SITTING, changed_mind
from good_on_paper.frames.bearing import SPANS, bears, bears_for, no_more
from good_on_paper.frames.boredom import helped_much
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.frames.there import LEVELS, SAID_OF
from good_on_paper.language import parse_duration
from good_on_paper.record import Record, rows
from good_on_paper.record.days import ABSORBED, DULL, LENGTH, MARGIN, WHAT, add_day
from good_on_paper.record.folder import make_private, person_folder
from good_on_paper.record.rows import told_at
from good_on_paper.record.soundness import seal
from good_on_paper.study.declare import declare
from good_on_paper.study.declared import GUESSES
from good_on_paper.study.sample_offers import fill_offers
from good_on_paper.study.sample_search import fill_search
from good_on_paper.study.sample_stories import StoryWriter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from good_on_paper.record import Sitting, Unit

_PACKED: Final = Path(__file__).resolve().parents[1] / "data" / "sample"
FOLDER: Final = _PACKED if _PACKED.is_dir() else Path(__file__).resolve().parents[3] / "data" / "sample"
"""In an installed package, or in the kit as it was downloaded; its README says what each file holds."""

_AN_EVENING: Final = 4
_TOLD, _AGAIN = 120, 20
"""How many days ago Robin rated the jobs, and gave some ratings again."""
_MEMORY = {"guess": 1, "fairly": 2, "sure": 3}
_BLANKS = ("na", "cant_recall", "skip")
_NAMES = ("title", "employer", "episode")
_RESUME = {
    "title": "position",
    "employer": "name",
    "started": "startDate",
    "place": "location",
    "summary": "summary",
}


def throw_away_record(folder: Path | str) -> Record:
    """Make a record of the invented career.

    It is written once a day in each process; every further record is a copy of that file.

    Parameters
    ----------
    folder : Path or str
        Where; empty or not there yet.

    Raises
    ------
    FileExistsError
        When a record is in the folder; it stays as it is.
    FileNotFoundError
        When the kit is without its ``data`` folder.
    """
    path = make_private(person_folder(folder))
    if path.stat().st_size:
        raise FileExistsError(f"{path}: a record is there. Expected an empty folder for the invented career.")
    path.write_bytes(_career(dt.datetime.now().astimezone().date(), rows.now()[:10]))
    seal(path)
    return Record.open(folder)


@lru_cache(maxsize=1)
def _career(_today: dt.date, _said_on: str) -> bytes:
    """Write the career, whose days are counted back from today, into a file, and return its bytes.

    The second day is the one that its answers bear, which `told_at` can set.
    """
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "record") as record:
        with record.batch():
            with told_at(_days_ago(_TOLD)):
                writer = _Writer(record)
                roles = _fill_jobs(writer)
            with told_at(_days_ago(_AGAIN)):
                _ask_again(writer, roles)
            _fill(writer, roles)
        record.close()
        return record.path.read_bytes()


def _days_ago(days: int) -> dt.datetime:
    return dt.datetime.now(dt.UTC) - dt.timedelta(days=days)


class _Writer:
    """Writes answers with the catalogue's present revisions and private marks."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.sitting: Sitting = record.sitting("sample")
        self.catalogue = catalogue.load()

    def add(self, kind: str, parent: Unit | str | None = None) -> Unit:
        return self.record.add_unit(kind, parent=parent, sitting=self.sitting)

    def text(self, unit: Unit | str, key: str, words: str) -> None:
        if words:
            private = key in self.catalogue and self.catalogue.item(key).private
            self.record.answer(unit, key, words, sitting=self.sitting, private=private)

    def rating(
        self, unit: Unit, key: str, cell: str, memory: str = "", *, sitting: Sitting | None = None
    ) -> None:
        if not cell:
            return
        item = self.catalogue.item(key)
        blank = cell in _BLANKS
        self.record.answer(
            unit,
            key,
            None if blank else int(cell),
            state=cell if blank else "value",
            sitting=sitting or self.sitting,
            revision=item.revision,
            private=item.private,
            memory=_MEMORY.get(memory),
        )


def _fill_jobs(writer: _Writer) -> dict[tuple[str, str], Unit]:
    """Add the jobs with their ratings, and what Robin is after, as Robin first said it."""
    guessed = [row["line"] for row in _rows("guesses.csv")]
    declare(Snapshot(writer.record), GUESSES, guessed, sitting=writer.sitting)
    roles: dict[tuple[str, str], Unit] = {}
    for job in reversed(json.loads((FOLDER / "resume.json").read_text("utf-8"))["work"]):
        role = roles[job["position"], job["name"]] = writer.add("role")
        for key, field in _RESUME.items():
            writer.text(role, key, job.get(field, ""))
        writer.text(role, "ended", job.get("endDate", "now"))
    for row in _rows("roles.csv"):
        for key in (keys.ROLE_KIND, keys.BOSS_WORD):
            writer.text(roles[row["title"], row["employer"]], key, row[key])
    remembered = _by_job("memory.csv")
    before = {(row["title"], row["employer"], row["item"]): row["said"] for row in _rows("said_before.csv")}
    _fill_definitions(writer, before)
    rated, went = _by_job("ratings.csv"), _by_job("outcomes.csv")
    for evening, (told, keys_then) in enumerate(_evenings(rated, went)):
        with told_at(_days_ago(_TOLD - evening)):
            sitting = writer.record.sitting("outcome" if told is went else "lines")
            for name, row in told.items():
                for key in keys_then:
                    said = before.get((*name, key), row[key])
                    writer.rating(roles[name], key, said, remembered[name].get(key, ""), sitting=sitting)
    for (title, _, item), said in before.items():
        if not title and not said.isdecimal():
            writer.text(writer.record.person, item, said)
    return roles


def _evenings(
    rated: Mapping[tuple[str, str], dict[str, str]], went: Mapping[tuple[str, str], dict[str, str]]
) -> Iterator[tuple[Mapping[tuple[str, str], dict[str, str]], list[str]]]:
    """Yield which table was filled in on each evening, and which of its lines: verdicts come last."""
    lines = [key for key in next(iter(rated.values())) if key not in _NAMES]
    for start in range(0, len(lines), _AN_EVENING):
        yield rated, lines[start : start + _AN_EVENING]
    yield went, [key for key in next(iter(went.values())) if key not in _NAMES]


def _ask_again(writer: _Writer, roles: Mapping[tuple[str, str], Unit]) -> None:
    """Give some answers again, changed or the same: ratings out of sight, points by hand."""
    again = writer.record.sitting(SITTING)
    rated, went, remembered = map(_by_job, ("ratings.csv", "outcomes.csv", "memory.csv"))
    for row in _rows("said_before.csv"):
        name, item = (row["title"], row["employer"]), row["item"]
        if name in roles:
            said = (rated[name] | went[name])[item]
            writer.rating(roles[name], item, said, remembered[name].get(item, ""), sitting=again)
            if row["changed"]:
                writer.record.answer(roles[name], changed_mind(item), row["changed"], sitting=again)
    _fill_definitions(writer, {})


def _fill(writer: _Writer, roles: Mapping[tuple[str, str], Unit]) -> None:
    fill_search(writer.record, writer.sitting, _rows("search.csv"))
    tables = {name: _rows(f"{name}.csv") for name in ("list", "amounts", "offers", "known")}
    fill_offers(writer.record, writer.sitting, writer.catalogue, tables)
    for row in _rows("long_game.csv"):
        writer.text(writer.record.person, row["year"], row["says"])
    _fill_target(writer)
    _fill_considered(writer)
    _fill_boredom(writer, roles)
    _fill_bearing(writer, roles)
    _fill_days(writer, roles)
    _fill_episodes(writer, roles)


def _fill_episodes(writer: _Writer, roles: Mapping[tuple[str, str], Unit]) -> None:
    """Add what was smaller than a job, and what happened outside."""
    for row in _rows("between.csv"):
        role = roles[row["title"], row["employer"]]
        writer.text(role, keys.GAP_WHAT, row["what"])
        writer.text(role, keys.GAP_MARGIN, row["margin"])
    for key, row in zip(keys.THROUGH, _rows("through.csv"), strict=False):
        writer.text(writer.record.person, key, row["line"])
    for row in _rows("events.csv"):
        event = writer.add("event")
        for key, column in (("title", "event"), ("started", "started"), ("ended", "ended")):
            writer.text(event, key, row[column])
    episodes: dict[tuple[str, ...], Unit] = {}
    for row in _rows("episodes.csv"):
        episode = writer.add("episode", roles[row["title"], row["employer"]])
        writer.text(episode, "title", row["episode"])
        writer.text(episode, "started", row["started"])
        writer.text(episode, keys.EPISODE_STORY, row["story"])
        writer.text(episode, keys.EPISODE_HOW, row["how"])
        for key in row.keys() - {*_NAMES, "started", "story", "how"}:
            writer.rating(episode, key, row[key])
        episodes[row["title"], row["employer"], row["episode"]] = episode
    stories = StoryWriter(writer.record, writer.sitting, writer.catalogue)
    stories.achievements(_rows("achievements.csv"), roles, episodes)
    stories.looking_back(_rows("lookback.csv"), roles)
    stories.words(_rows("words.csv"), roles)
    for row in _rows("writing.csv"):
        with told_at(_days_ago(int(row["days_ago"]))):
            stories.writing(row)


def _fill_definitions(writer: _Writer, before: Mapping[tuple[str, str, str], str]) -> None:
    """Add what success and a job going wrong mean, in points and sentences; or as it was `before`."""
    record = writer.record
    for row in _rows("criteria.csv"):
        points = before.get(("", "", row["criterion"]), row["points"])
        record.answer(record.person, row["criterion"], int(points), sitting=writer.sitting)
    for row in _rows("definitions.csv"):
        writer.text(record.person, row["text"], before.get(("", "", row["text"]), row["words"]))


def _fill_target(writer: _Writer) -> None:
    """Add the target; its interview is always some days ahead."""
    record, person = writer.record, writer.record.person
    for row in _rows("target.csv"):
        target = writer.add("target")
        for key in ("title", "employer", keys.MEETS_NAME, keys.TALK_ROUND):
            writer.text(target, key, row[key])
        day = dt.datetime.now().astimezone().date() + dt.timedelta(days=int(row["in_days"]))
        writer.text(target, keys.TALK_ON, day.isoformat())
        record.answer(target, "meets", row["meets"].split(";"), sitting=writer.sitting)
        for said in _rows("unknowns.csv"):
            _fill_there(writer, target, said)
    ends = [row["end"] for row in _rows("unwanted.csv")]
    record.answer(person, keys.NOT_AGAIN, ends, sitting=writer.sitting)


def _fill_considered(writer: _Writer) -> None:
    """Add how good jobs in sight look, how their firms' names are thought of, what is known of some."""
    names = {name: unit for unit, name in role_names(Snapshot(writer.record), kind="target").items()}
    for row in _rows("considered.csv"):
        target = names[f"{row['title']}, {row['employer']}"]
        for key in (keys.ON_PAPER, keys.FIRM_SHINE):
            revision = writer.catalogue.item(key).revision
            writer.record.answer(target, key, int(row[key]), sitting=writer.sitting, revision=revision)
        for known in filter(None, row["known"].split(";")):
            line, _, level = known.partition("=")
            _fill_there(writer, target, {"line": line, keys.KNOWS: "know", keys.THERE_LEVEL: level})


def _fill_there(writer: _Writer, target: Unit | str, said: Mapping[str, str]) -> None:
    """Add what is said of one line at the target."""
    line = writer.catalogue.item(said["line"])
    for kind in SAID_OF:
        cell = said.get(kind, "")
        if cell:
            value: str | int = int(cell) if kind in LEVELS else cell
            if kind == keys.KNOWN_ON:
                value = (dt.datetime.now().astimezone().date() - dt.timedelta(days=int(cell))).isoformat()
            item = f"{kind}:{line.key}"
            revision = line.revision if kind in LEVELS else 1
            writer.record.answer(target, item, value, sitting=writer.sitting, revision=revision)


def _fill_boredom(writer: _Writer, roles: Mapping[tuple[str, str], Unit]) -> None:
    """Add when each role got dull, and what made the minutes manageable."""
    items = {item.key: item for group in ("boredom", "means") for item in writer.catalogue.items(group)}
    for row in _rows("boredom.csv"):
        role = roles[row["title"], row["employer"]]
        for key in items.keys() & row.keys():
            cell, item = row[key], items[key]
            if item.kind == "rating":
                writer.rating(role, key, cell)
            elif key in (keys.DULL_BECAUSE, keys.RENEWED_BY):
                if cell:
                    writer.record.answer(role, key, cell.split(";"), sitting=writer.sitting)
            elif cell and item.kind == "duration" and cell not in item.options:
                writer.text(role, key, str(parse_duration(cell)))
            else:
                writer.text(role, key, cell)
    for row in _rows("helped.csv"):
        key = helped_much(row["means"])
        writer.record.answer(
            roles[row["title"], row["employer"]], key, int(row["much"]), sitting=writer.sitting
        )


def _fill_days(writer: _Writer, roles: Mapping[tuple[str, str], Unit]) -> None:
    """Add some days by the minute: an episode per day, and within it one per stretch."""
    for row in _rows("days.csv"):
        role = roles[row["title"], row["employer"]]
        day = add_day(writer.record, role.id, row["day"], sitting=lambda: writer.sitting)
        stretch = writer.add("episode", day)
        writer.text(stretch, WHAT, row["what"])
        writer.text(stretch, LENGTH, str(parse_duration(row["length"])))
        writer.rating(stretch, ABSORBED, row["absorbed"])
        writer.text(stretch, DULL, row["dull"])
        writer.text(stretch, MARGIN, row["margin"])


def _fill_bearing(writer: _Writer, roles: Mapping[tuple[str, str], Unit]) -> None:
    """Add what the person can bear, and how often it was there in each role."""
    record, person = writer.record, writer.record.person
    for row in _rows("bearing.csv"):
        worry = writer.catalogue.item(row["worry"])
        said: dict[str, object] = {bears(worry.key): row["bears"]}
        said |= {bears_for(worry.key, span): int(row[span]) for span in SPANS if row[span]}
        said |= {no_more(worry.key): True} if row[keys.NOT_AGAIN] else {}
        for key, value in said.items():
            if value:
                record.answer(
                    person, key, value, sitting=writer.sitting, revision=worry.revision, private=worry.private
                )
    for row in _rows("otherwise.csv"):
        worry, role = writer.catalogue.item(row["worry"]), roles[row["title"], row["employer"]]
        record.answer(
            role,
            bears(worry.key),
            row["bears"],
            sitting=writer.sitting,
            revision=worry.revision,
            private=worry.private,
        )
    for row in _rows("worries.csv"):
        for key in row.keys() - set(_NAMES):
            writer.rating(roles[row["title"], row["employer"]], key, row[key])


def _by_job(name: str) -> dict[tuple[str, str], dict[str, str]]:
    return {(row["title"], row["employer"]): row for row in _rows(name)}


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
