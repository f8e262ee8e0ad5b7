"""What takes long says how far it is, and can be stopped; stopped or not, nothing half-made is left."""

import numpy as np
import pandas as pd
import pytest

from good_on_paper.patterns.minimise import minimise, watch
from good_on_paper.patterns.minimise.watch import watched


def table(conditions: int, rows: int) -> pd.DataFrame:
    random = np.random.default_rng(3)
    frame = pd.DataFrame(
        random.integers(0, 2, (rows, conditions)), columns=list("ABCDEFGHIJKLMNOPQRSTUV")[:conditions]
    )
    frame["Y"] = random.integers(0, 2, rows)
    frame["Y"] = frame.groupby(list(frame.columns[:-1]))["Y"].transform("first")
    return frame


def test_short_work_is_silent(capsys) -> None:
    assert minimise(table(8, 12)).n_models
    assert capsys.readouterr().err == ""


def test_long_work_shows_a_bar_and_wipes_it_away(capsys, monkeypatch) -> None:
    monkeypatch.setattr(watch, "PATIENCE", 0.0)
    assert list(watched(range(4), "Counting")) == [0, 1, 2, 3]
    told = capsys.readouterr().err.split("\r")
    assert told[3] == "Counting [##########..........] 50%, interrupt to stop"
    assert told[-1] == ""
    assert not told[-2].strip()
    quiet = minimise(table(8, 30))
    assert quiet.membership["models"].max() == quiet.n_models
    assert "Counting models" in capsys.readouterr().err


def test_an_interrupt_stops_it_and_the_same_can_be_asked_again(monkeypatch) -> None:
    frame = table(12, 30)
    known = minimise(frame).membership["models"].tolist()
    solution = minimise(frame)

    def interrupted() -> float:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(watch, "monotonic", interrupted)
        with pytest.raises(KeyboardInterrupt):
            _ = solution.membership
    assert solution.membership["models"].tolist() == known
