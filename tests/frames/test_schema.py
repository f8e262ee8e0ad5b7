"""Every frame has a declared schema, also of somebody who said nothing, and keeps the ids of its units."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest

import good_on_paper as gop
from good_on_paper import frames
from good_on_paper.frames import (
    bearing,
    boredom,
    days,
    definitions,
    offers,
    pay,
    predictions,
    processes_had,
    schema,
    take_home,
    then_and_now,
    there,
)
from good_on_paper.frames.snapshot import Snapshot
from good_on_paper.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MADE: dict[str, tuple[Callable[[Snapshot], pd.DataFrame], object]] = {
    "answers": (frames.answers, schema.ANSWERS),
    "roles": (frames.roles, schema.ROLES),
    "ratings": (frames.ratings, None),  # the catalogue says which columns it has
    "paper_against_lived": (frames.paper_against_lived, schema.PAPER_AGAINST_LIVED),
    "bearing": (bearing.bearing, schema.BEARING),
    "bears_in_roles": (bearing.bears_in_roles, schema.BEARS_IN_ROLES),
    "boredom": (boredom.boredom, schema.BOREDOM),
    "means": (lambda of: boredom.means(of, boredom.boredom(of)), schema.MEANS),
    "definition": (lambda of: definitions.definition(of, "by_success"), schema.DEFINITION),
    "take_home": (take_home.take_home, schema.TAKE_HOME),
    "there": (there.there, schema.THERE),
    "offers": (lambda of: offers.offers(of, take_home.take_home(of)), schema.OFFERS),
    "noes": (lambda of: offers.noes(of, take_home.take_home(of)), schema.NOES),
    "terms": (pay.terms, schema.TERMS),
    "predictions": (predictions.predictions, schema.PREDICTIONS),
    "interviews": (frames.interviews, schema.INTERVIEWS),
    "processes": (frames.processes, schema.PROCESSES),
    "promises": (frames.promises, schema.PROMISES),
    "met": (frames.met, schema.MET),
    "gaps": (frames.gaps, schema.GAPS),
    "events": (frames.events, schema.EVENTS),
    "episodes": (frames.episodes, schema.EPISODES),
    "achievements": (frames.achievements, schema.ACHIEVEMENTS),
    "stories": (frames.stories, schema.STORIES),
    "asked_again": (frames.asked_again, schema.ASKED_AGAIN),
    "processes_had": (processes_had.processes_had, schema.PROCESSES_HAD),
    "then_and_now": (lambda now: then_and_now.then_and_now(now, now), schema.THEN_AND_NOW),
    "asked_and_learned": (frames.asked_and_learned, schema.ASKED_AND_LEARNED),
    "words_said": (frames.words_said, schema.WORDS_SAID),
    "stretches": (days.stretches, schema.STRETCHES),
    "day_shares": (lambda of: days.day_shares(days.stretches(of)), schema.DAY_SHARES),
}
"""Each function of the floor that makes a frame, with the schema of what it makes."""
COUNTS = {"search_months", "skills", "state_of_writing"}
"""Those that count, so that no row is about a unit."""
PARTS = {"standing_as"}
"""Those that give some rows of a frame that is looked at here."""


@pytest.fixture(scope="module", params=["sample", "nothing said"])
def person(request, tmp_path_factory) -> Iterator[Snapshot]:
    if request.param == "sample":
        yield gop.sample()
    else:
        with Record.open(tmp_path_factory.mktemp("nobody")) as record:
            yield Snapshot(record)


def test_every_function_that_makes_a_frame_is_looked_at_here() -> None:
    makers = set()
    for path in Path(inspect.getfile(frames)).parent.glob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and node.returns:
                makers |= {node.name} if ast.unparse(node.returns) == "pd.DataFrame" else set()
    assert makers == set(MADE) | COUNTS | PARTS


@pytest.mark.parametrize("name", MADE)
def test_a_frame_is_as_its_schema_says_and_keeps_the_ids_of_its_units(person: Snapshot, name: str) -> None:
    make, declared = MADE[name]
    made = make(person)
    if declared is not None:
        pd.testing.assert_frame_equal(declared.validate(made), made)
    ids = made["unit"].tolist() if "unit" in made else [made.attrs["unit"][row] for row in made.index]
    known = {unit.id for unit in person.units()} | {person.unit.id}
    assert len(ids) == len(made)
    if name != "answers":  # these tell of units that are off the list too
        assert set(ids) <= known


def test_the_ids_of_ratings_outlive_what_is_done_to_them() -> None:
    me = gop.sample()
    rated = me.ratings()
    ids = {name: unit for unit, name in frames.role_names(me).items()}
    assert rated.attrs["unit"] == me.lines().attrs["unit"] == me.ratings(blanks="reason").attrs["unit"] == ids
    assert me.take_a_look().ids == ids
