"""Jobs of a CV with a label on each line, as in old Europass forms: "Date (da - a)", "Tipo di impiego"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from good_on_paper.intake import limits
from good_on_paper.intake.form_labels import kind_of_label
from good_on_paper.intake.head_names import employer_and_place
from good_on_paper.intake.headed_rows import read_headed
from good_on_paper.intake.headed_tables import HeadedTable
from good_on_paper.intake.page_parts import BREAK, is_date
from good_on_paper.intake.plain_text import norm
from good_on_paper.intake.sections import section_of
from good_on_paper.language.months import NOW_WORDS, plain
from good_on_paper.language.partial_date import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from good_on_paper.catalogue import Catalogue

_LABELLED: Final = re.compile(
    r"\s*(?:[-*\u2022\u25aa\u00b7\u2013]\s*)?(?P<label>[^\W\d_][^\t:]{1,80}?)"
    r"(?:\s*:\s*|\s*\t\s*|\s{2,}|\s+\|\s+|\s*$)(?P<value>.*)"
)
_ITEM: Final = re.compile(r"\s*[-*\u2022\u25aa\u00b7\u2013]\s+")
_BESIDE: Final = re.compile(r"\t|\s\|\s")
_TIMES: Final = frozenset(("started", "ended", "period"))
_WHOLE: Final = frozenset(("title", "employer", *_TIMES))
"""What opens another job if the job has it already."""
_TOLD_LISTED: Final = (
    "reason for leaving, reasons for leaving, reason for wanting to leave, description of duties, "
    "description of your duties, description of your duties and responsibilities, "
    "brief description of duties, your duties, your main duties, duties and responsibilities, key duties, "
    "pay band, period of notice, notice period, salary on leaving, final salary, current salary, salary, "
    "hours per week, type of employment, employment type, job type, contract type, line manager, "
    "name of line manager, grund des ausscheidens, grund für das ausscheiden, austrittsgrund, "
    "kündigungsfrist, motif de départ, raison du départ, préavis, motivo de salida, motivo de la baja, "
    "motivo da saída, motivo de saída, motivo della cessazione, motivo di uscita, reden van vertrek, "
    "opzegtermijn"
)
_TOLD: Final = frozenset(plain(norm(name)) for name in _TOLD_LISTED.split(","))
"""What a form asks for besides the parts of a job."""
_GAP: Final = "Gap in employment"
_OF_A_GAP: Final = re.compile(
    r"(?:reason for (?:the |this )?|details of (?:the |this )?)(?:gap|break)(?: in employment)?",
    re.IGNORECASE,
)
_STILL: Final = re.compile(
    r"(?:i )?(?:(?:am )?(?:currently|still) (?:work(?:ing)?|employed|in post)(?: here| there)?|current(?:ly)?"
    r"|current (?:job|position|role|employer)|still work here|not applicable|this is my current (?:job|role))"
    r"|(?:ich )?arbeite (?:hier )?(?:noch|derzeit|aktuell)(?: hier)?|noch (?:hier )?besch\u00e4ftigt"
    r"|(?:j['\u2019]y|je) travaille (?:encore|actuellement|ici)(?: ici)?|poste actuel"
    r"|trabajo (?:aqu\u00ed )?actualmente(?: aqu\u00ed)?|trabalho aqui atualmente|lavoro attuale"
    r"|ik werk hier nog",
    re.IGNORECASE,
)
"""What people write where a form asks for the end of a job that goes on."""
_IN_SECTIONS: Final = ("", "job", "volunteer", "study")


@dataclass
class _Job:
    """One job: the number of its first line, its facts, and what else is told of it."""

    number: int
    kind: str
    facts: dict[str, str] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)
    _last: tuple[bool, str] = (False, "")

    @property
    def whole(self) -> bool:
        """Whether it says what, where and when; time between jobs is nowhere."""
        named = {"title", "employer"} <= self.facts.keys() or self.facts.get("title", "").startswith(_GAP)
        return named and bool(_TIMES & self.facts.keys())

    def has(self, fact: str, label: str) -> bool:
        """Return whether what a label asks for has been said."""
        return label in self.told if fact == "told" else fact in self.facts

    def add(self, fact: str, label: str, value: str) -> None:
        """Add what stands behind a label."""
        into = self.facts if fact else self.told
        into[fact or label] = NOW if fact == "ended" and _STILL.fullmatch(value) else value
        self._last = (bool(fact), fact or label)

    def go_on(self, text: str) -> None:
        """Add a line that continues the value above it."""
        known, name = self._last
        dated = is_date(text) or plain(text) in NOW_WORDS or not text[:1].isalpha()
        if known and name in _TIMES and self.facts[name] and not dated:  # a question in words nobody knows
            self.add("", text, "")
            return
        if known and name == "ended" and _STILL.fullmatch(text):
            text = NOW
        into = self.facts if known else self.told
        into[name] = f"{into[name]}{BREAK}{text}" if into[name] else text


def jobs_apart(lines: Sequence[str], file: str, catalogue: Catalogue) -> tuple[list[str], list[HeadedTable]]:
    """Take the jobs out of the lines of a form in which a label is before each thing that it asks for.

    Parameters
    ----------
    lines : sequence of str
    file : str
        Its name, for messages.
    catalogue : Catalogue

    Returns
    -------
    lines : list of str
        The others; those taken are empty, so that all keep their numbers. All lines as they are if a job
        does not say what, where and when.
    jobs : list of HeadedTable
    """
    if sum(bool(line.strip()) for line in lines) > limits.ROWS:
        return list(lines), []  # too long, as whoever reads the lines next will say
    jobs = list(_jobs(lines))
    if not jobs or not all(job.whole for job in jobs if job.kind != "study"):
        return list(lines), []
    found: list[HeadedTable] = []
    left = list(lines)
    for kind in dict.fromkeys(job.kind for job in jobs):
        own = [job for job in jobs if job.kind == kind and job.whole]
        preview = read_headed(*_table(own), file, catalogue, row="line") if own else None
        if preview is None:
            continue
        found.append(HeadedTable(kind, preview))
        for job in own:
            for at in job.lines:
                left[at] = ""
    return left, found


def _jobs(lines: Sequence[str]) -> Iterator[_Job]:
    """Yield each job of the form; a label that comes again begins another."""
    job: _Job | None = None
    kind, above = "", ""
    for at, line in enumerate(lines):
        label, value, fact = _asked(line)
        section = "" if fact else section_of(line)
        if section:
            kind = section
        if job and (section or (fact and job.has(fact, label))):
            yield job
            job = None
        if fact and kind in _IN_SECTIONS and (job or fact in _WHOLE):
            job = job or _Job(at + 1, kind)
            job.add("" if fact == "told" else fact, label, value)
            job.lines.append(at)
        elif job and line.strip() and above.strip() and at - 1 in job.lines:
            if value and _BESIDE.search(line):  # a question that is not about the job itself
                job.add("", label, value)
            else:
                job.go_on(_ITEM.sub("", line.strip()))
            job.lines.append(at)
        above = line
    if job:
        yield job


def _asked(line: str) -> tuple[str, str, str]:
    """Return the label of a line, what stands behind it, and the fact that it asks for."""
    found = _LABELLED.fullmatch(line)
    if not found:
        return "", "", ""
    label = found["label"].strip()
    if _OF_A_GAP.fullmatch(label):
        return label, _GAP + (f"{BREAK}{value}" if (value := found["value"].strip()) else ""), "title"
    kind = kind_of_label(label) or ("told" if plain(norm(label)) in _TOLD else "")
    return label, found["value"].strip(), kind


def _table(jobs: Sequence[_Job]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the jobs as rows, each with the number of its first line, below the names of the columns."""
    for job in jobs:
        if "place" not in job.facts and BREAK not in job.facts.get("employer", BREAK):
            job.facts["employer"], job.facts["place"] = employer_and_place(job.facts["employer"])
    facts = list(dict.fromkeys(name for job in jobs for name in job.facts))
    told = list(dict.fromkeys(name for job in jobs for name in job.told))
    rows = []
    for job in jobs:
        own = [job.facts.get(name, "-" if name == "employer" else "") for name in facts]
        rows.append((job.number, own + [job.told.get(name, "") for name in told]))
    return [*facts, *told], rows
