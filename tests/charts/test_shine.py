"""Shine against what is known to be good: counted, never summed up, and every name can be read."""

from __future__ import annotations

import itertools
import random

import pandas as pd
import pytest

from good_on_paper.charts import shine


def jobs(shines: list[int | None], good: list[int]) -> pd.DataFrame:
    names = [
        f"Somebody with a long title {place}, Somewhere with a long name" for place in range(len(shines))
    ]
    told = {"shine": pd.array(shines, dtype="Float64"), "good": good, "known": good, "of": 4}
    return pd.DataFrame(told, index=names)


def test_one_job_is_compared_with_none_and_where_nothing_counts_nothing_is_drawn() -> None:
    assert shine(jobs([7, None], [1, 2])) is None
    assert shine(jobs([7, 3], [0, 0]).assign(of=0)) is None


def test_the_table_has_every_job_that_was_rated_and_letters_hide_the_names() -> None:
    chart = shine(jobs([7, 3, None], [0, 2, 4]), names="letters")
    assert chart is not None
    assert chart.table.index.tolist() == ["Job A", "Job B"]
    assert chart.table["Known to be good"].tolist() == ["0 of 4", "2 of 4"]
    assert "Somebody" not in chart.title
    assert chart.small_print[0].startswith("2 of the 3 jobs I am considering: those whose name I rated.")


@pytest.mark.parametrize("seed", range(4))
def test_no_name_lies_on_another(seed: int) -> None:
    by = random.Random(seed)  # noqa: S311 - a picture, no secret
    places = by.sample(list(itertools.product(range(1, 8), range(0, 5, 2))), 8)
    chart = shine(jobs([x for x, _ in places], [y for _, y in places]))
    assert chart is not None
    figure = chart.figure()
    figure.canvas.draw()
    boxes = [text.get_window_extent() for text in figure.axes[-1].texts]
    assert len(boxes) == 8
    assert not [pair for pair in itertools.combinations(boxes, 2) if pair[0].overlaps(pair[1])]


def test_on_a_phone_nothing_runs_off_the_picture() -> None:
    chart = shine(jobs([7, 4, 1, 6], [0, 2, 2, 4]))
    assert chart is not None
    assert chart.narrow is not None
    figure = chart.narrow().figure()
    figure.canvas.draw()
    axes = figure.axes[-1]
    boxes = [text.get_window_extent() for text in (*axes.texts, axes.xaxis.label, axes._left_title)]  # noqa: SLF001
    assert min(box.x0 for box in boxes) >= 0
    assert max(box.x1 for box in boxes) <= figure.bbox.x1
    assert not [pair for pair in itertools.combinations(boxes, 2) if pair[0].overlaps(pair[1])]
