"""What holds for the files of the repository as a whole."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import nbformat
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from good_on_paper.catalogue import keys
from good_on_paper.pages import titles

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "good_on_paper"
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-docs.lock")

# top to bottom; a floor imports only floors that stand further down, and of its own row only itself
STREET: tuple[tuple[str, ...], ...] = (
    ("app",),
    ("kit",),
    ("pages",),
    ("forms", "panels"),
    ("brief",),
    ("questions",),
    ("charts",),
    ("study",),
    ("export",),
    ("intake",),
    ("frames",),
    ("many",),
    ("patterns",),
    ("record",),
    ("language",),
    ("catalogue",),
)
HEIGHT = {floor: -row for row, floors in enumerate(STREET) for floor in floors}


def tracked() -> list[Path]:
    """The files git knows; in a download without git, all that do not lie in a hidden folder."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]
    return [
        path
        for path in ROOT.rglob("*")
        if path.is_file() and not any(p.startswith(".v") or p == "__pycache__" for p in path.parts)
    ]


def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@cache
def parsed(path: Path) -> ast.Module:
    """Read a file of Python, once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> list[ast.AST]:
    """Return all that `parsed` has in it."""
    return list(ast.walk(parsed(path)))


def imports(path: Path) -> list[tuple[int, str]]:
    """Line and full name of every module that a file of the package imports, wherever in it."""
    package = path.relative_to(PACKAGE.parent).with_suffix("").parts
    found = []
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(package[: -node.level]) if node.level else ""
            module = ".".join(part for part in (above, node.module) if part)
            found += [(node.lineno, f"{module}.{alias.name}") for alias in node.names]
    return found


# --- the street -------------------------------------------------------------------------------------------


def test_every_folder_of_the_package_is_a_floor_of_the_street() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders <= set(HEIGHT)


def test_contributing_draws_the_street_as_it_is_and_names_only_files_that_are_there() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    drawn = re.findall(r"^ {8}(\w+(?: \| \w+)*) {2,}", told.partition("## The map")[2], re.MULTILINE)
    assert tuple(tuple(row.split(" | ")) for row in drawn) == STREET
    named = {name for name in re.findall(r"`([\w./-]+/[\w.-]*)`", told) if "/" in name.strip("/")}
    assert [name for name in sorted(named) if not any((at / name).exists() for at in (ROOT, PACKAGE))] == []


def test_what_reads_the_past_reads_it_through_a_snapshot() -> None:
    """Whoever reads the record itself has to think of the moment; above it only the snapshot does."""
    wrong = []
    for floor in ("frames", "study", "questions", "brief", "pages"):
        for path in (PACKAGE / floor).rglob("*.py"):
            if path.name == "snapshot.py":
                continue
            wrong += [
                f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node.func)}"
                for node in nodes(path)
                if isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"current", "units", "answers", "history"}
                and ast.unparse(node.func.value).rpartition(".")[2] == "record"
            ]
    assert wrong == []


SUBJECTS = {
    "achievements",
    "answers",
    "asked_again",
    "barometer",
    "bearing",
    "boredom",
    "bring_in",
    "bring_log",
    "by_hand",
    "chance",
    "contrast",
    "days",
    "definitions",
    "episodes",
    "errors",
    "events",
    "how_far",
    "interviews",
    "json_resume",
    "lean",
    "levels",
    "lines",
    "mirrored",
    "names",
    "noise",
    "offers",
    "own_lines",
    "paper_against_lived",
    "pay",
    "pictures",
    "progress",
    "ratings",
    "recipes",
    "recurring",
    "role_map",
    "roles",
    "same_today",
    "search_months",
    "search_proof",
    "state_of_writing",
    "stated",
    "steadiness",
    "stories",
    "take_along",
    "take_home",
    "targets",
    "then_and_now",
    "two_axes",
    "under_definitions",
    "wanted",
    "why_table",
    "within_jobs",
}
"""Names that several files have because they are about one thing: its frame, pattern, chart and form."""


def test_files_of_one_name_are_about_one_thing() -> None:
    places: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        if path.name != "__init__.py":
            places.setdefault(path.stem, set()).add(str(path.parent.relative_to(PACKAGE)))
    shared = {name for name, folders in places.items() if len(folders) > 1}
    assert shared - SUBJECTS == set(), "two files of one name: give one of them the name of what it holds"
    assert SUBJECTS - shared == set(), "no longer shared"


def test_a_key_that_code_knows_by_name_is_typed_once() -> None:
    """Words of everyday language (title, ended) are names of columns and fields too, so they are left out."""
    typed = set(keys.named().values())
    assert len(typed) == len(keys.named())
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        if path.name != "keys.py":
            wrong += [
                f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"
                for node in nodes(path)
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in typed
            ]
    quoted = re.compile(rf"[\"'`]({'|'.join(sorted(typed))})(?=[\"'`])")
    for path in PACKAGE.rglob("*.js"):
        found = quoted.finditer(path.read_text(encoding="utf-8"))
        wrong += [f"{path.relative_to(ROOT)}: {key[1]}" for key in found]
    assert wrong == []


def test_a_colour_stands_in_the_table_and_nowhere_else() -> None:
    """What is printed has ink and paper of its own: `brief`, and the print rules of `app`."""
    typed = re.compile(r"(?<![&\w])#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\b(?:rgb|hsl)a?\(")
    wrong = []
    for floor in ("forms", "panels", "charts", "pages"):
        for path in (PACKAGE / floor).rglob("*"):
            if path.suffix in {".py", ".js", ".css"}:
                text = path.read_text(encoding="utf-8")
                wrong += [f"{path.relative_to(ROOT)}: {found[0]}" for found in typed.finditer(text)]
    assert wrong == []


def test_the_titles_of_all_pages_are_listed_once_and_a_link_has_one_of_them() -> None:
    named = [name for name in vars(titles).values() if isinstance(name, str) and name[:2].isdigit()]
    assert list(titles.EVERY) == named
    scripts = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.js")}
    listed = [path.name for path, text in scripts.items() if sum(title in text for title in named) > 1]
    assert listed == []  # a panel is told them
    linked = [name for text in scripts.values() for name in re.findall(r'notebookLink\("(.+?)"\)', text)]
    assert linked
    assert set(linked) <= set(named)


def test_no_two_classes_have_one_name() -> None:
    homes: dict[str, list[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        for node in parsed(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(str(path.relative_to(PACKAGE)))
    assert {name: files for name, files in homes.items() if len(files) > 1} == {}


def test_files_do_not_import_one_another_in_a_circle() -> None:
    """Counting what is imported for types too: a circle of names is a circle in the head."""
    modules = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
        for path in PACKAGE.rglob("*.py")
    }
    needs = {
        module: {
            found
            for _, name in imports(path)
            if (found := name if name in modules else name.rpartition(".")[0]) in modules
            and path.name != "__init__.py"
            and modules[found].name != "__init__.py"
        }
        for module, path in modules.items()
    }
    while free := [module for module, others in needs.items() if not others & needs.keys()]:
        for module in free:
            del needs[module]
    while used := [m for m in needs if not any(m in others for others in needs.values())]:
        for module in used:
            del needs[module]
    assert sorted(needs) == []


def test_declarations_are_written_by_their_door_alone() -> None:
    """Else another path could forget that they are frozen at the first look."""
    names = {"GUESSES", "SECOND", "WANTED", "LOOK", "DULL_LOOK"}
    texts = {"guesses", "second_outcome", "wanted:", "look", "look:dull"}
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        for node in nodes(path):
            if not (isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".answer")):
                continue
            inside = {
                getattr(one, "id", getattr(one, "value", None))
                for one in ast.walk(node)
                if isinstance(one, ast.Name) or isinstance(getattr(one, "value", None), str)
            }
            if inside & (names | texts):
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert wrong == []


def test_floors_import_only_downwards() -> None:
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).parts
        if len(parts) == 1:
            continue  # the package's own front stands above all floors
        floor = parts[0]
        for line, name in imports(path):
            if name.split(".")[0] != "good_on_paper" or name == "good_on_paper.__version__":
                continue
            other = name.split(".")[1]
            allowed = other == floor or (floor != "patterns" and HEIGHT.get(other, 1) < HEIGHT[floor])
            if not allowed:
                wrong.append(f"{path.relative_to(ROOT)}:{line}: {floor} imports {name}")
    assert wrong == []


def test_nothing_uses_pyplot() -> None:
    """Lint bans it too, with the figure-level functions of seaborn; this holds where a line silences lint."""
    pyplot = re.compile(r"(matplotlib\.pyplot|pylab)\b")
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in PACKAGE.rglob("*.py")
        for line, name in imports(path)
        if pyplot.match(name)
    ]
    assert wrong == []


# --- locks and dependencies -------------------------------------------------------------------------------


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {
        canonicalize_name(name): version
        for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE)
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_host_and_a_hash_for_every_package(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-", text.replace("    --hash=", "    "), re.MULTILINE), (
        "an option of the compiling machine"
    )
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert entries
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    data = project()
    groups = data["dependency-groups"]
    for lock, wanted in (
        (LOCKS[0], [*data["project"]["dependencies"], *groups["lock"]]),
        (LOCKS[1], groups["dev"]),
        (LOCKS[2], groups["docs"]),
    ):
        held = pins(lock)
        for requirement in map(Requirement, wanted):
            version = held.get(canonicalize_name(requirement.name))
            assert version is not None, (
                f"{lock} lacks {requirement.name}: make the locks anew (CONTRIBUTING.md)"
            )
            assert requirement.specifier.contains(version), (
                f"{lock}: {requirement.name} {version}, not {requirement}"
            )


def test_what_the_kit_imports_is_installed_with_it() -> None:
    """The tests' environment holds more than a person's; what only it holds would not be missed there."""
    held, named, extra = pins(LOCKS[0]), packages_distributions(), set(extras())
    lacking = set()
    for path in PACKAGE.rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        for line, module in imports(path):
            if (top := module.partition(".")[0]) in sys.stdlib_module_names | {"good_on_paper"}:
                continue
            distributions = {canonicalize_name(name) for name in named.get(top, ())}
            on_request = lines[line - 1].startswith(" ")  # within a function: an extra may be missing
            if not distributions & (held.keys() | (extra if on_request else set())):
                lacking.add(f"{path.relative_to(ROOT)}:{line}: {module}")
    assert not lacking


def extras() -> dict[str, str]:
    """What the extras ask for: package to version."""
    asked = project()["project"]["optional-dependencies"].values()
    return {
        canonicalize_name(one.name): str(one.specifier) for group in asked for one in map(Requirement, group)
    }


def test_an_extra_is_tested_and_installed_for_nobody_else() -> None:
    asked = {
        canonicalize_name(one.name): str(one.specifier)
        for one in map(Requirement, project()["dependency-groups"]["dev"])
    }
    assert extras().items() <= asked.items()
    assert not extras().keys() & pins(LOCKS[0]).keys()


def test_the_locks_agree() -> None:
    """All three are laid into one environment."""
    held = [pins(lock).items() for lock in LOCKS]
    versions: dict[str, set[str]] = {}
    for name, version in set().union(*held):
        versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_the_conda_door_asks_for_the_same_as_the_project() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    *named, pip = environment["dependencies"]
    assert environment["channels"] == ["conda-forge"]
    assert pip == {"pip": ["-e ."]}
    data = project()["project"]
    bounds = {(r := Requirement(line)).name: str(r.specifier) for line in data["dependencies"]}
    bounds["python"] = data["requires-python"]
    found = {(r := Requirement(line)).name: str(r.specifier) for line in named if line != "pip"}
    asked_for = {"pandas", "matplotlib", "seaborn", "jupyterlab", "ipywidgets"}
    encrypt = {"ipykernel", "jupyter_client"}
    assert set(found) == {"python"} | asked_for | encrypt
    assert found == {name: bounds[name] for name in found}


# --- what no tracked file holds ---------------------------------------------------------------------------


def test_tracked_notebooks_hold_nothing_they_showed() -> None:
    for path in tracked():
        if path.suffix != ".ipynb":
            continue
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        assert "widgets" not in notebook.metadata, path
        for cell in notebook.cells:
            if cell.cell_type == "code":
                assert cell.outputs == [], path
                assert cell.execution_count is None, path


def test_tracked_notebooks_are_written_as_jupyter_writes_them() -> None:
    """Else opening and saving one changes its file, and a download of the kit looks changed by mere use."""
    for path in tracked():
        if path.suffix == ".ipynb":
            text = path.read_text(encoding="utf-8")
            assert text == nbformat.writes(nbformat.reads(text, as_version=4)) + "\n", path


def test_no_tracked_file_names_a_path_of_a_computer() -> None:
    home = r"(?:/home|/Users|[A-Z]:\\+Users)[/\\]+(?!\w\b|you\b|me\b|name\b)\w+"
    own = "|".join(re.escape(str(path)) for path in {ROOT, Path.home()} if len(path.parts) > 1)
    path_of_a_computer = re.compile(rf"{home}|(?:{own})(?![\w-])")
    wrong = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        wrong += [f"{path.relative_to(ROOT)}: {found.group()}" for found in path_of_a_computer.finditer(text)]
    assert wrong == []


def test_no_tracked_file_is_a_blob() -> None:
    assert [str(path) for path in tracked() if path.stat().st_size > 2_000_000] == []


def test_continuous_integration_runs_what_everybody_runs() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        'cd "$(dirname "$0")/.." && python3 run.py test "$@" && exec python3 run.py docs'
    ]


def test_no_value_is_left_that_nothing_reads():
    idle = []
    for path in PACKAGE.rglob("*.py"):
        named = [
            target.id
            for node in parsed(path).body
            if isinstance(node, ast.Assign | ast.AnnAssign)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name) and target.id.startswith("_") and not target.id.startswith("__")
        ]
        read = {
            node.id for node in nodes(path) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        }
        idle += [f"{path.relative_to(ROOT)}: {name}" for name in named if name not in read]
    assert idle == []
