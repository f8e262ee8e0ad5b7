"""Clusters for real: two workers of dask and two of ipyparallel on this computer, and Parquet by DuckDB."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest
from typer.testing import CliRunner

from good_on_paper.app.command import cli
from good_on_paper.many import contrast_each
from good_on_paper.patterns import PatternError
from tests.late import Late
from tests.many.dying import Dying, by_value
from tests.many.tables import invented

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

    import ipyparallel
    from distributed import Client

pytestmark = pytest.mark.long

duckdb, parallel, distributed = Late("duckdb"), Late("ipyparallel"), Late("distributed")

BAD = "p007"


@pytest.fixture(scope="module")
def long() -> pd.DataFrame:
    """Twelve people, one with a bad row."""
    long = invented(12, most=9).astype({"value": object})
    long.loc[long["person"].eq(BAD).idxmax(), "value"] = "seven"
    return long


@pytest.fixture(scope="module")
def alone(long: pd.DataFrame) -> dict:
    """What one process gives."""
    return dict(contrast_each(long, lean=True))


@pytest.fixture(scope="module")
def dask() -> Iterator[Client]:
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster, set_as_default=False) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ipyparallel.Client]:
    """Two engines, whose loss is noticed soon."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPYTHONDIR", str(tmp_path_factory.mktemp("ipython")))
        soon = ["--HeartMonitor.period=200", "--HeartMonitor.max_heartmonitor_misses=3"]
        with parallel.Cluster(n=2, controller_args=soon, log_level=40) as client:
            client.wait_for_engines(2, timeout=60)
            yield client


def same(found: dict, alone: dict) -> bool:
    return list(found) == list(alone) and all(
        str(found[who]) == str(one) if isinstance(one, PatternError) else found[who].equals(one)
        for who, one in alone.items()
    )


def test_dask_gives_the_same_though_a_worker_dies(long, alone, dask, tmp_path) -> None:
    def workers() -> Executor:
        return Dying(dask.get_executor(), "p004", tmp_path / "died", by_value())

    assert same(dict(contrast_each(long, lean=True, executor=workers, chunk=1)), alone)
    assert (tmp_path / "died").exists()
    assert "'seven' is no number" in str(alone[BAD])


def test_a_run_on_dask_that_was_interrupted_goes_on(long, alone, dask, tmp_path) -> None:
    asked = {"lean": True, "executor": dask.get_executor, "chunk": 1, "folder": tmp_path}
    each = contrast_each(long, **asked)
    next(each)
    each.close()
    there = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert there
    assert same(dict(contrast_each(long, **asked)), alone)
    assert {path: path.stat().st_mtime_ns for path in there} == there, "what was there was not done again"
    assert len(list(tmp_path.iterdir())) == len(alone)


def test_the_command_works_on_a_scheduler(long, alone, dask, tmp_path) -> None:
    long.to_csv(tmp_path / "table.csv", index=False)
    words = ["many", str(tmp_path / "table.csv"), "--to", str(tmp_path / "out")]
    ran = CliRunner().invoke(cli, [*words, "--scheduler", dask.scheduler.address])
    assert ran.exit_code == 0, ran.output
    people = pd.read_csv(tmp_path / "out" / "people.csv").set_index("person")
    assert list(people.index) == list(alone)
    assert "'seven' is no number" in people.loc[BAD, "problem"]


def test_ipyparallel_gives_the_same_though_an_engine_dies(long, alone, engines, tmp_path) -> None:
    def workers() -> Executor:
        return Dying(engines.load_balanced_view().executor, "p004", tmp_path / "died", by_value())

    assert same(dict(contrast_each(long, lean=True, executor=workers, chunk=1)), alone)
    assert (tmp_path / "died").exists()


def test_parquet_gives_what_the_frame_gives(long, alone, tmp_path) -> None:
    path = tmp_path / "ta[b]le.parquet"
    with duckdb.connect() as connection:
        connection.from_df(long.astype({"value": str})).write_parquet(str(path))
    found = dict(contrast_each(path, lean=True))
    row = int(long["person"].eq(BAD).idxmax()) + 1
    assert (
        str(found.pop(BAD)) == f"row {row}: 'seven' is no number; expected a number, or nothing if not known"
    )
    assert same(found, {who: one for who, one in alone.items() if who != BAD})


def test_parquet_may_hold_numbers(long, tmp_path) -> None:
    good = long[long["person"] != BAD].astype({"value": float})
    good["person"] = good["person"].str[1:].astype(int)
    path = tmp_path / "table.parquet"
    with duckdb.connect() as connection:
        connection.from_df(good).write_parquet(str(path))
    assert same(
        dict(contrast_each(path, lean=True)), dict(contrast_each(good.astype({"person": str}), lean=True))
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("SELECT 1 AS person", "has no column 'role'"),
        ("SELECT 'a' AS person, 'r' AS role, 'l' AS line, 7 AS value LIMIT 0", "has no row"),
        ("SELECT 'a' AS person, 'r' AS role, 'l' AS line, DATE '2019-01-02' AS value", "no line 'overall'"),
        (None, "is no Parquet file"),
    ],
)
def test_a_parquet_file_that_is_no_such_table_says_so(tmp_path, content, told) -> None:
    path = tmp_path / "table.parquet"
    path.write_bytes(b"no")
    if content:
        duckdb.sql(content).write_parquet(str(path))
    with pytest.raises(PatternError, match=told):
        contrast_each(path)
