"""The record this notebook works on, opened once per kernel."""

from __future__ import annotations

import os
from functools import cache

from good_on_paper.record import Record
from good_on_paper.study.person import Person


@cache
def me() -> Person:
    """Return the record of the person whose notebooks these are."""
    return Person(Record.open())


def is_sample() -> bool:
    """Return whether the notebooks were opened on a throw-away copy of the invented career."""
    return bool(os.environ.get("GOOD_ON_PAPER_SAMPLE"))


def person_name() -> str:
    """Return the person's name, if this computer has several people; else nothing."""
    return os.environ.get("GOOD_ON_PAPER_PERSON", "")
