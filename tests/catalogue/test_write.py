"""Writing own lines: what stands in the file stays, what is written comes back."""

import os
import stat
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.catalogue import (
    CatalogueError,
    Item,
    Scale,
    add_items,
    change_item,
    load,
    places,
    remove_item,
)

DOGS = Item(key="dogs", group="circumstance", label="Dogs", ask="How many dogs?", low="none", high="many")
QUIET = Item(key="quiet", group="success", label='"Quiet" \\ {boss}', kin=("dogs",), keyed=1)
OWN = """\
# My own lines. Do not lose this comment.

[circumstance.peers]  # the crew
label = "My crew"   # and this one
hidden = true
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "catalogue.toml"


def test_new_lines_go_behind_what_stands_there(own: Path) -> None:
    own.parent.mkdir()
    own.write_text(OWN, encoding="utf-8")
    add_items(own, [DOGS, QUIET])
    text = own.read_text(encoding="utf-8")
    assert text.startswith(OWN)
    catalogue = load(own)
    assert catalogue.item("peers").label == "My crew"
    assert catalogue.item("quiet") == QUIET
    assert catalogue.item("dogs") == DOGS.model_copy(update={"kin": ("quiet",)})


def test_a_line_taken_out_leaves_the_rest_as_it_stands(own: Path) -> None:
    own.parent.mkdir()
    own.write_text(OWN, encoding="utf-8")
    before = change_item(own, "peers", {"label": "The crew", "order": 3, "hidden": None})
    assert before == {"label": "My crew", "order": None, "hidden": True}
    assert change_item(own, "peers", before) == {"label": "The crew", "order": 3, "hidden": None}
    assert load(own).item("peers").label == "My crew"
    add_items(own, [DOGS])
    remove_item(own, "dogs")
    text = own.read_text(encoding="utf-8")
    assert "dogs" not in text
    assert text.startswith("# My own lines. Do not lose this comment.")
    for key in ("pace", "no_line"):
        with pytest.raises(CatalogueError, match=key):
            remove_item(own, key)
    assert own.read_text(encoding="utf-8") == text


def test_a_first_line_makes_folder_and_file_for_the_owner_alone(own: Path) -> None:
    add_items(own, [DOGS])
    assert load(own).item("dogs") == DOGS
    assert own.read_text(encoding="utf-8").startswith("# Your own lines")
    if os.name == "posix":
        assert stat.S_IMODE(own.stat().st_mode) == 0o600
        assert stat.S_IMODE(own.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_file_open_to_others_is_closed(own: Path) -> None:
    own.parent.mkdir()
    own.write_text(OWN, encoding="utf-8")
    own.chmod(0o644)
    add_items(own, [DOGS])
    assert stat.S_IMODE(own.stat().st_mode) == 0o600


def test_a_repeat_is_harmless(own: Path) -> None:
    add_items(own, [DOGS, QUIET])
    before = own.read_bytes()
    add_items(own, [DOGS, QUIET, DOGS])
    assert own.read_bytes() == before


def test_nothing_to_add_writes_no_file(own: Path) -> None:
    add_items(own, [])
    add_items(own, [load().item("peers")])
    assert not own.exists()


@pytest.mark.parametrize("taken", ["dogs", "peers"])
def test_a_taken_key_writes_nothing(own: Path, taken: str) -> None:
    add_items(own, [DOGS])
    before = own.read_bytes()
    other = Item(key=taken, group="circumstance", label="Something else")
    with pytest.raises(CatalogueError, match=rf"\[circumstance\.{taken}\].*already taken.*key of its own"):
        add_items(own, [QUIET, other])
    assert own.read_bytes() == before


@pytest.mark.parametrize("faulty", ["[circumstance.peers]\nlabel = 3\n", "not toml", "circumstance = {}\n"])
def test_a_faulty_file_is_left_as_it_is(own: Path, faulty: str) -> None:
    own.parent.mkdir()
    own.write_text(faulty, encoding="utf-8")
    with pytest.raises(CatalogueError):
        add_items(own, [DOGS])
    assert own.read_text(encoding="utf-8") == faulty
    assert sorted(path.name for path in own.parent.iterdir()) == [".catalogue.toml.lock", "catalogue.toml"]


def test_a_line_whose_kin_is_nowhere_is_not_written(own: Path) -> None:
    with pytest.raises(CatalogueError, match="kin: found 'nowhere'"):
        add_items(own, [DOGS.model_copy(update={"kin": ("nowhere",)})])
    assert not own.exists()


def test_line_ends_of_another_system_are_kept(own: Path) -> None:
    own.parent.mkdir()
    own.write_bytes(OWN.replace("\n", "\r\n").encode())
    add_items(own, [DOGS])
    assert b"\n" not in own.read_bytes().replace(b"\r\n", b"")
    assert load(own).item("dogs") == DOGS


@pytest.mark.skipif(os.name != "posix", reason="links need no rights there")
def test_a_link_stays_a_link(own: Path, tmp_path: Path) -> None:
    own.parent.mkdir()
    real = tmp_path / "real.toml"
    real.write_text(OWN, encoding="utf-8")
    own.symlink_to(real)
    add_items(own, [DOGS])
    assert own.is_symlink()
    assert "dogs" in load(real)


def test_a_change_leaves_all_else_as_it_is(own: Path) -> None:
    own.parent.mkdir()
    own.write_text(OWN, encoding="utf-8")
    change_item(own, "peers", {"label": "The crew", "hidden": None, "order": 0.5})
    text = own.read_text(encoding="utf-8")
    assert text.startswith("# My own lines. Do not lose this comment.\n\n[circumstance.peers]  # the crew\n")
    assert "# and this one" in text
    peers = load(own).item("peers")
    assert (peers.label, peers.hidden, load(own).items("circumstance")[0]) == ("The crew", False, peers)
    change_item(own, "clarity", {"hidden": True})
    assert own.read_text(encoding="utf-8").startswith(text.rstrip())
    assert load(own).item("clarity").hidden


@pytest.mark.parametrize(
    ("key", "fields", "said"),
    [
        ("no_such", {"label": "x"}, "no item 'no_such'"),
        ("peers", {"label": ""}, r"\[circumstance\.peers\], label: found ''"),
        ("peers", {"low": "nobody"}, "expected revision = 2"),
    ],
)
def test_a_change_that_cannot_be_read_back_is_not_written(
    own: Path, key: str, fields: dict[str, object], said: str
) -> None:
    own.parent.mkdir()
    own.write_text(OWN, encoding="utf-8")
    with pytest.raises(CatalogueError, match=said):
        change_item(own, key, fields)
    assert own.read_text(encoding="utf-8") == OWN


def test_a_change_of_nothing_writes_nothing(own: Path) -> None:
    own.parent.mkdir()
    own.write_bytes(OWN.replace("\n", "\r\n").encode())
    before = own.read_bytes()
    change_item(own, "peers", {"hidden": True, "order": None})
    assert own.read_bytes() == before
    change_item(own, "clarity", {"label": "Plain words"})
    assert b"\n" not in own.read_bytes().replace(b"\r\n", b"")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["peers", "clarity", "pace", "dogs"]), st.booleans()), max_size=8))
def test_a_line_set_between_two_others_stands_between_them(moves: list[tuple[str, bool]]) -> None:
    with TemporaryDirectory() as folder:
        own = Path(folder) / "catalogue.toml"
        add_items(own, [DOGS])
        for key, down in moves:
            keys = [item.key for item in load(own).items("circumstance")]
            rest = [other for other in keys if other != key]
            at = min(max(keys.index(key) + (1 if down else -1), 1), len(rest) - 1)
            stands = places(own)
            change_item(own, key, {"order": (stands[rest[at - 1]] + stands[rest[at]]) / 2})
            now = [item.key for item in load(own).items("circumstance")]
            assert now == [*rest[:at], key, *rest[at:]]


def _add(job: tuple[Path, int]) -> None:
    own, number = job
    add_items(own, [Item(key=f"line_{number}", group="circumstance", label=f"Line {number}")])


def test_several_processes_lose_nothing(own: Path) -> None:
    own.parent.mkdir()
    with ProcessPoolExecutor(max_workers=3, mp_context=get_context("spawn")) as pool:
        list(pool.map(_add, [(own, number) for number in range(12)]))
    assert all(f"line_{number}" in load(own) for number in range(12))


texts = st.text(max_size=40)
labels = st.text(min_size=1, max_size=40).filter(
    lambda text: "".join(c if c.isprintable() else " " for c in text).split()
)
scales = st.tuples(st.integers(-100, 100), st.integers(1, 200)).map(
    lambda pair: Scale(min=pair[0], max=pair[0] + pair[1])
)
own_items = st.builds(
    Item,
    key=st.from_regex(r"own_[a-z0-9_]{0,50}", fullmatch=True),
    group=st.sampled_from(["circumstance", "outcome", "success", "unsuccess"]),
    label=labels,
    ask=texts,
    said=texts,
    low=texts,
    high=texts,
    scale=scales,
    scope=st.sampled_from([None, "external", "internal"]),
    time=st.sampled_from([None, "career", "day", "moment"]),
    keyed=st.sampled_from([-1, 0, 1]),
    core=st.none() | st.integers(1, 12),
    revision=st.integers(1, 9),
    order=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    hidden=st.booleans(),
    private=st.booleans(),
    middle=st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(own_items, max_size=3, unique_by=lambda item: item.key), st.booleans())
def test_what_is_written_comes_back(items: list[Item], one_by_one: bool) -> None:
    with TemporaryDirectory() as folder:
        own = Path(folder) / "catalogue.toml"
        for portion in [[item] for item in items] if one_by_one else [items]:
            add_items(own, portion)
        catalogue = load(own)
        assert [catalogue.item(item.key) for item in items] == [item.in_sentences() for item in items]
        assert len(catalogue.items(hidden=True)) == len(load().items()) + len(items)
