"""Which notebooks are the kit's own, so that the page may run them by itself.

Running a notebook runs its code. The page does so unasked only where the code is the kit's, word for word: in
its notebooks folder, and with a fingerprint that is listed in ``known.json``. Words in between may be changed
freely. After a change to the code of a notebook make the list anew: ``python -m good_on_paper.app.known``.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from good_on_paper.app.kit_folder import shipped_notebooks

LIST = Path(__file__).with_name("known.json")


def fingerprint(notebook: dict[str, Any]) -> str:
    """Return the SHA-256 of a notebook's code, as ``run.js`` computes it in the page.

    Parameters
    ----------
    notebook : dict
        A notebook in nbformat 4, as read from its file.
    """
    sources = ("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code")
    return hashlib.sha256("".join(f"{source}\0" for source in sources).encode()).hexdigest()


def fingerprints(folder: Path) -> dict[str, str]:
    """Return name and fingerprint of each notebook in a folder."""
    paths = sorted(folder.glob("*.ipynb"))
    return {path.name: fingerprint(json.loads(path.read_text(encoding="utf-8"))) for path in paths}


def known() -> dict[str, str]:
    """Return name and fingerprint of each notebook of the kit, as listed when it was made."""
    listed: dict[str, str] = json.loads(LIST.read_text(encoding="utf-8"))
    return listed


def is_page(path: Path, folder: Path) -> bool:
    """Return whether a file is a page of the kit, by the rule that the page itself goes by.

    Parameters
    ----------
    path : Path
        Any file, there or not.
    folder : Path
        The folder of the kit's notebooks.
    """
    return path.parent == folder and _fingerprint_of(path) in known().values()


def told_to_the_page(folder: Path, root: Path, person: str = "", people: str = "") -> str:
    """Return, as JSON, the folder of the kit's notebooks as the page names it, their fingerprints, and whose.

    Parameters
    ----------
    folder : Path
        The folder of the kit's notebooks.
    root : Path
        The folder the server serves, above it.
    person : str, optional
        What the person is called, where several are kept apart.
    people : str, optional
        The address of the page that lists them.
    """
    told = {"folder": folder.relative_to(root).as_posix(), "known": list(known().values())}
    return json.dumps(told | {"person": person, "people": people})


def renamed(folder: Path) -> dict[str, str]:
    """Return which notebooks of the kit are not under their names in a folder, and the names they have now.

    A notebook is known again by its code. One that is nowhere in the folder has the empty name.
    """
    here = {path.name: path for path in sorted(folder.glob("*.ipynb"))}
    missing = {name: code for name, code in known().items() if name not in here}
    if not missing:
        return {}
    others = {_fingerprint_of(path): name for name, path in here.items() if name not in known()}
    return {name: others.get(code, "") for name, code in missing.items()}


def _fingerprint_of(path: Path) -> str:
    try:
        return fingerprint(json.loads(path.read_text(encoding="utf-8")))
    except (
        OSError,
        ValueError,
        LookupError,
        TypeError,
    ):  # a person's own file: whatever it is, no page of ours
        return ""


if __name__ == "__main__":
    LIST.write_text(
        json.dumps(fingerprints(shipped_notebooks()), indent=2, ensure_ascii=False) + "\n",
        encoding="utf-8",
    )
