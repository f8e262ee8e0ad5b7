"""The record this notebook works on: opened once a kernel."""

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
    """Say whether the notebooks were opened on a throw-away copy of the invented career."""
    return bool(os.environ.get("GOOD_ON_PAPER_SAMPLE"))


def person_name() -> str:
    """Return what the person is called, where several are kept apart on this computer; else nothing."""
    return os.environ.get("GOOD_ON_PAPER_PERSON", "")
