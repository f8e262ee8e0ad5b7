"""A frame passes exactly where pandera alone would let it pass, whatever was done to it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pandas as pd
import pandera.pandas as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandera.errors import SchemaError, SchemaErrors

import good_on_paper as gop
from tests.frames.test_schema import MADE

if TYPE_CHECKING:
    from collections.abc import Callable

    from good_on_paper.frames.frame_schema import FrameSchema

    Harm = Callable[[pd.DataFrame, str], pd.DataFrame]

DECLARED = {name: schema for name, (_, schema) in MADE.items() if schema is not None}


def put(frame: pd.DataFrame, column: str, value: object) -> pd.DataFrame:
    """Put a value into the last row, whatever becomes of the type."""
    values = frame[column].astype(object)
    if len(values):
        values.iloc[-1] = value
    with contextlib.suppress(ValueError, TypeError):
        values = values.astype(frame[column].dtype)
    return frame.assign(**{column: values})


HARMS: dict[str, Harm] = {
    "nothing": lambda frame, _: frame,
    "no rows": lambda frame, _: frame.iloc[:0],
    "a column is away": lambda frame, column: frame.drop(columns=column),
    "a column is last": lambda frame, column: frame.assign(**{column: frame.pop(column)}),
    "a column comes twice": lambda frame, column: pd.concat([frame, frame[[column]]], axis=1),
    "a column too many": lambda frame, _: frame.assign(more=1),
    "a row comes twice": lambda frame, _: pd.concat([frame, frame.iloc[-1:]]),
    "another name of the rows": lambda frame, _: frame.rename_axis("others"),
    "rows by number": lambda frame, _: frame.reset_index(drop=True),
    "rows by two names": lambda frame, column: frame.set_index(column, append=True, drop=False),
    "objects": lambda frame, column: frame.assign(**{column: frame[column].astype(object)}),
    "texts": lambda frame, column: frame.assign(**{column: frame[column].astype("string")}),
    "a hole": lambda frame, column: put(frame, column, None),
    "a low number": lambda frame, column: put(frame, column, -10),
    "a high number": lambda frame, column: put(frame, column, 10**6),
    "another word": lambda frame, column: put(frame, column, "another"),
    "a list": lambda frame, column: put(frame, column, ["a", "b"]),
}


@pytest.fixture(scope="module")
def made() -> dict[str, pd.DataFrame]:
    """The frames of the sample person."""
    me = gop.sample()
    return {name: MADE[name][0](me) for name in DECLARED}


def verdict(validate: Callable[[], pd.DataFrame]) -> pd.DataFrame | str:
    try:
        return validate()
    except (SchemaError, SchemaErrors) as error:
        return str(error)


@settings(max_examples=50)
@given(name=st.sampled_from(sorted(DECLARED)), harm=st.sampled_from(sorted(HARMS)), data=st.data())
def test_it_passes_or_is_refused_as_pandera_says(made, name, harm, data) -> None:
    schema: FrameSchema = DECLARED[name]
    column = data.draw(st.sampled_from(list(schema.columns)))
    frame = HARMS[harm](made[name].copy(), column)
    said = verdict(lambda: schema.validate(frame.copy()))
    by_pandera = verdict(lambda: pa.DataFrameSchema.validate(schema, frame.copy()))
    if isinstance(by_pandera, str):
        assert said == by_pandera
    else:
        pd.testing.assert_frame_equal(said, by_pandera)


def test_pandera_is_not_asked_about_what_is_in_order(made, monkeypatch) -> None:
    monkeypatch.setattr(pa.DataFrameSchema, "validate", None)
    for name, frame in made.items():
        assert DECLARED[name].validate(frame) is frame
