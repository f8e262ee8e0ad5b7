"""The licence of every package in the environment, by what each says of itself: ``python -m house.licences``.

Run it with the environment's own Python: it lists what `requirements.lock` has put there; with the name of
another lock behind it, that one.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import TYPE_CHECKING

from house.environment import HERE, RUNTIME

if TYPE_CHECKING:
    from collections.abc import Iterator

UNSAID = "not said"
_PINNED = re.compile(r"^([\w.-]+)==([^\s;]+)", re.MULTILINE)
_LONG = 60
"""Some put the whole text where a name is expected."""


def licence_of(package: Distribution) -> str:
    """Return what a package says its licence is, or ``UNSAID``.

    Its expression (PEP 639) comes first, then its classifiers, then the older free field.
    """
    told = package.metadata
    if "License-Expression" in told:
        return told["License-Expression"]
    known = [
        text.rpartition(" :: ")[2]
        for text in told.get_all("Classifier") or []
        if text.startswith("License :: ") and not text.endswith(":: OSI Approved")
    ]
    if known:
        return ", ".join(known)
    field = told["License"].strip() if "License" in told else ""
    first = field.splitlines()[0] if field else ""
    return first if first and len(first) <= _LONG else UNSAID


def licences(lock: str = RUNTIME) -> Iterator[tuple[str, str, str]]:
    """Give name, version and licence of each package of a lock that is installed here.

    Those for other systems and Pythons are not installed, and left out.

    Parameters
    ----------
    lock : str
        The name of the file.
    """
    for name, _ in _PINNED.findall((HERE / lock).read_text(encoding="utf-8")):
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        yield name, package.version, licence_of(package)


if __name__ == "__main__":
    for name, version, licence in licences(*sys.argv[1:2]):
        print(f"{name:32} {version:16} {licence}")
