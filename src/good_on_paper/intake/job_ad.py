"""A job ad as it was pasted: plain text, or a job in the JSON Resume format."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from good_on_paper.language.counts import capital

_TITLES: Final = ("title", "position")
_EMPLOYERS: Final = ("company", "name", "hiringOrganization")
_QUIET: Final = ("$schema", "meta")


@dataclass(frozen=True)
class JobAd:
    """What an ad says.

    Attributes
    ----------
    text : str
        The whole ad, to read.
    title, employer : str
        If the ad names them separately; else empty.
    """

    text: str
    title: str = ""
    employer: str = ""


def read_job_ad(pasted: str) -> JobAd:
    r"""Read an ad: turn a JSON Resume job into lines to read; keep anything else as pasted.

    Parameters
    ----------
    pasted : str
        Plain text, or JSON after the job schema of jsonresume.org: ``title``, ``company``, ``description``,
        ``responsibilities`` and so on. A field that the schema does not have is kept too.

    Examples
    --------
    >>> ad = read_job_ad('{"title": "Cook", "company": "Mill", "skills": [{"name": "Fish"}]}')
    >>> ad.title, ad.employer, ad.text
    ('Cook', 'Mill', 'Cook\nMill\nSkills: Fish')
    >>> read_job_ad("Cook wanted").text
    'Cook wanted'
    """
    text = pasted.strip()
    try:
        found = json.loads(text) if text.startswith("{") else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        return JobAd(text)
    title, employer = (_first(found, names) for names in (_TITLES, _EMPLOYERS))
    if not title:
        return JobAd(text)  # other JSON: kept as it is
    rest = {key: value for key, value in found.items() if key not in (*_TITLES, *_EMPLOYERS, *_QUIET)}
    lines = [f"{capital(_spaced(key))}: {words}" for key, value in rest.items() if (words := _said(value))]
    return JobAd("\n".join(filter(None, (title, employer, *lines))), title, employer)


def _first(found: dict[str, Any], names: tuple[str, ...]) -> str:
    texts = (_said(found[name]) for name in names if name in found)
    return next((text for text in texts if text), "")


def _said(value: object) -> str:
    """Return what JSON holds as words, with nothing left out."""
    if isinstance(value, dict):
        return ", ".join(filter(None, map(_said, value.values())))
    if isinstance(value, list):
        return "; ".join(filter(None, map(_said, value)))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value).strip()


def _spaced(key: str) -> str:
    return "".join(f" {char.lower()}" if char.isupper() else char for char in key)
