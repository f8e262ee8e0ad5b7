"""A job search on paper, for those who ask for proof: dates, employers, stages, one month per page."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from good_on_paper.frames.interviews import OUTCOMES
from good_on_paper.frames.names import STAGES
from good_on_paper.language.counts import count

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

PARTS: Final = {"job": "Job", "found": "How I found it", "how": "How we talked", "stands": "How it stands"}
"""Columns that can be added to date, employer and stage."""
PAPERS: Final = {"a4": "A4", "letter": "letter"}
"""Sizes of paper, as a style sheet names them."""
_CHANNELS: Final = {"phone": "by phone", "screen": "on a screen", "in_person": "in person"}
_STYLE: Final = """
@page { size: %s; margin: 18mm 16mm; }
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff;
  font: 11pt/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  overflow-wrap: anywhere; }
section + section { margin-block-start: 3rem; break-before: page; }
h1 { margin: 0 0 0.8rem; font-size: 1.25rem; }
table { inline-size: 100%%; border-collapse: collapse; }
th, td { padding: 0.35rem 0.6rem 0.35rem 0; border-block-end: 1px solid #bbb;
  text-align: start; vertical-align: top; }
th { border-block-end-color: #111; font-size: 0.9rem; }
td:first-child { white-space: nowrap; }
tr { break-inside: avoid; }
p { color: #444; font-size: 0.95rem; }
.sign { display: flex; flex-wrap: wrap; gap: 0.6rem 2rem; margin-block-start: 2rem; }
@media print { body { max-width: none; margin: 0; padding: 0; } section + section { margin: 0; } }
"""
_LINE: Final = "_" * 24


@dataclass(frozen=True)
class SearchStep:
    """One step of a search.

    Attributes
    ----------
    day : datetime.date
    employer, what : str
        The employer, and the step: "application", "first round".
    more : mapping
        Texts about this step, by key of `PARTS`.
    """

    day: dt.date
    employer: str
    what: str
    more: Mapping[str, str]


def search_steps(applications: pd.DataFrame, interviews: pd.DataFrame) -> list[SearchStep]:
    """Return the steps of a search, oldest first: applications, interviews, offers, each with its day.

    Parameters
    ----------
    applications, interviews : pandas.DataFrame
        As `good_on_paper.frames.processes` and `good_on_paper.frames.interviews` return them. Rows without a
        day are left out.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> search_steps(me.processes(), me.interviews())[0].what
    'application'
    """
    found = []
    jobs = applications.to_dict("records")
    names = {row["unit"]: row for row in jobs}
    for row in jobs:
        stands = OUTCOMES[row["outcome"]] if isinstance(row["outcome"], str) else ""
        more = {"job": _text(row["job"]), "found": _text(row["found"]), "how": ""}
        for column, what in (("applied", "application"), ("offered", "offer")):
            if pd.notna(row[column]):
                says = "" if column == "offered" else stands
                found.append(SearchStep(row[column].date(), _where(row), what, more | {"stands": says}))
    for row in interviews.to_dict("records"):
        if pd.isna(row["day"]):
            continue
        of = names.get(row["process"], {})
        more = {
            "job": _text(row["job"]),
            "found": _text(of.get("found")),
            "how": _CHANNELS.get(_text(row["channel"]), ""),
            "stands": OUTCOMES[row["outcome"]],
        }
        stage = STAGES.get(_text(row["stage"]), "")
        what = stage if _text(row["stage"]) == "call" else ", ".join(filter(None, ("interview", stage)))
        found.append(SearchStep(row["day"].date(), _where(row), what, more))
    return sorted(found, key=lambda step: step.day)


def months_of(steps: Sequence[SearchStep]) -> dict[str, str]:
    """Return the months with a step, the newest first: "2026-03" to "March 2026"."""
    days = sorted({step.day.replace(day=1) for step in steps}, reverse=True)
    return {f"{day:%Y-%m}": f"{day:%B %Y}" for day in days}


def proof_as_html(
    steps: Sequence[SearchStep], *, months: Sequence[str], parts: Sequence[str], paper: str = "a4"
) -> str:
    """Return the page to print: one month per page, with room for a name and a signature.

    Parameters
    ----------
    steps : sequence of SearchStep
    months : sequence of str
        Which months, as `months_of` names them.
    parts : sequence of str
        Which of `PARTS` to add to date, employer and stage.
    paper : str
        Which of `PAPERS`.
    """
    named = months_of(steps)
    shown = [part for part in PARTS if part in parts]
    pages = [
        _page(named[month], [step for step in steps if f"{step.day:%Y-%m}" == month], shown)
        for month in sorted(set(months) & set(named))
    ]
    style = _STYLE % PAPERS[paper]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>My job search</title>'
        f"<style>{style}</style></head><body>{''.join(pages)}</body></html>\n"
    )


def _page(month: str, steps: Sequence[SearchStep], parts: Sequence[str]) -> str:
    heads = "".join(
        f'<th scope="col">{escape(text)}</th>'
        for text in ("Date", "Employer", "What I did", *(PARTS[part] for part in parts))
    )
    rows = "".join(_row(step, parts) for step in steps)
    sent = sum(step.what == "application" for step in steps)
    talked = sum(step.what not in ("application", "offer") for step in steps)
    counts = [
        count(number, noun) for number, noun in ((sent, "application"), (talked, "interview")) if number
    ]
    sign = "".join(f"<span>{text}: {_LINE}</span>" for text in ("Name", "Date", "Signature"))
    return (
        f"<section><h1>My job search, {escape(month)}</h1><table><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table><p>{escape(' and '.join(counts))}</p>"
        f'<p class="sign">{sign}</p></section>'
    )


def _row(step: SearchStep, parts: Sequence[str]) -> str:
    day = f"{step.day.day} {step.day:%B}"
    cells = [
        day,
        step.employer,
        step.what[:1].upper() + step.what[1:],
        *(step.more.get(part, "") for part in parts),
    ]
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _where(row: Mapping[Any, Any]) -> str:
    return _text(row["employer"]) or _text(row["job"]) or "not named"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
