"""Which notebooks are the kit's own, so that the page may run them by itself.

Running a notebook runs its code. The page does so unasked only if the code is exactly the kit's: in its
notebooks folder, with a fingerprint listed in ``known.json``. Text between code cells may change freely.
After a change to the code of a notebook, update the list: ``python -m good_on_paper.app.known``.
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
    """Return whether a file is a page of the kit, by the same rule as the page itself.

    Parameters
    ----------
    path : Path
        Any file; it need not exist.
    folder : Path
        The folder of the kit's notebooks.
    """
    return path.parent == folder and _fingerprint_of(path) in known().values()


def told_to_the_page(folder: Path, root: Path, person: str = "", people: str = "") -> str:
    """Return, as JSON, what the page needs: the notebooks' folder, their fingerprints, and the person.

    Parameters
    ----------
    folder : Path
        The folder of the kit's notebooks.
    root : Path
        The folder that the server serves, which contains it.
    person : str, optional
        The person's name, if several people use this computer.
    people : str, optional
        The address of the page that lists them.
    """
    settings = {"folder": folder.relative_to(root).as_posix(), "known": list(known().values())}
    return json.dumps(settings | {"person": person, "people": people})


def renamed(folder: Path) -> dict[str, str]:
    """Return which notebooks of the kit are not under their names in a folder, with their present names.

    A notebook is recognised by its code. One that is missing in the folder has the empty name.
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
    ):  # a person's own file, in any case not one of our pages
        return ""


if __name__ == "__main__":
    LIST.write_text(
        json.dumps(fingerprints(shipped_notebooks()), indent=2, ensure_ascii=False) + "\n",
        encoding="utf-8",
    )
