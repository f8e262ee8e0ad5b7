"""The rows of a table as roles: their facts, rows that are not work, and joined rows of bullets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from good_on_paper.catalogue import keys
from good_on_paper.intake.contract_words import is_contract
from good_on_paper.intake.facts import Findings, says_nothing
from good_on_paper.intake.job_words import why_no_work
from good_on_paper.intake.plain_text import norm
from good_on_paper.intake.preview import RoleFound
from good_on_paper.intake.row_dates import RowDates
from good_on_paper.intake.row_kinds import EDUCATION, VOLUNTEERING, WORK, is_study, kind_of_section
from good_on_paper.language.months import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from good_on_paper.intake.columns import Column
    from good_on_paper.intake.sheet import Row
    from good_on_paper.intake.table_reading import TableReading

_LINE_FACTS: Final = ("title", "employer", "place", keys.BOSS_WORD)
_READ_APART: Final = frozenset({"summary", keys.ROLE_KIND, "section", "current", "period"})
_SUMS_LISTED: Final = (
    "total totals sum average mean summe gesamt durchschnitt mittelwert totale moyenne somme suma "
    "promedio media soma somma totaal gemiddelde"
)
_SUMS: Final = frozenset(_SUMS_LISTED.split())
_SUM_SAID: Final = "This looks like a sum of the rows above, so it isn’t ticked. Tick it if it was a job."
_KIND_OF: Final = {VOLUNTEERING: "volunteer", EDUCATION: "study"}


def read_rows(
    reading: TableReading, facts: Mapping[str, Column], naming: Column | None, *, unless: str
) -> list[RoleFound]:
    """Make a role from each row, or from several rows that are bullets of one job.

    Parameters
    ----------
    reading : TableReading
    facts : mapping
        Columns by fact key.
    naming : Column or None
        The column that names the rows if none is the title.
    unless : str
        Why no row is ticked, if the whole table is not about the person's jobs.
    """
    rows = _Rows(reading, facts, naming, unless)
    rows.read()
    return rows.roles


class _Rows:
    def __init__(
        self, reading: TableReading, facts: Mapping[str, Column], naming: Column | None, unless: str
    ) -> None:
        self._reading = reading
        self._facts = facts
        self._naming = naming
        self._unless = unless
        self._dates = RowDates(reading.sheet, facts, reading.findings)
        self._sections = _sections(reading, facts)
        self.roles: list[RoleFound] = []

    def read(self) -> None:
        sheet, findings = self._reading.sheet, self._reading.findings
        seen: dict[tuple[str, ...], str] = {}
        same: dict[tuple[str, ...], int] = {}
        nameless = self._naming is None and not {"title", "employer"} & set(self._facts)
        for row in sheet.rows:
            where = sheet.place(row)
            if not nameless and row.cells in seen:
                findings.skip(where, "", f"the same as {seen[row.cells]}")
                continue
            seen[row.cells] = where
            if self._is_bullet(row) and self.roles:
                self._add_bullet(len(self.roles) - 1, row)
                continue
            apart = self._but_summary(row)
            if apart in same:
                self._add_bullet(same[apart], row)
                continue
            if not nameless and len(self._facts) > 1 and self._is_sum(row):
                findings.skip(where, next(filter(None, row.cells)), "it looks like a sum of the rows above")
                continue
            role = self._role(row, where, nameless=nameless)
            if role is None:
                text = " | ".join(filter(str.strip, row.cells))
                findings.skip(where, text, "it has neither a title nor an employer")
                continue
            if "summary" in self._facts and not nameless:
                same[apart] = len(self.roles)
            self.roles.append(role)
        self._dates.tell()
        if nameless and self.roles:
            note = "No column names the jobs; they are called Row 2, Row 3 and so on."
            findings.notes.append(note)

    def _role(self, row: Row, where: str, *, nameless: bool) -> RoleFound | None:
        findings = self._reading.findings
        facts = self._facts_of(row)
        if self._naming is not None:
            facts |= {"title": findings.text(where, row.cells[self._naming.number])}
        if nameless:
            facts["title"] = f"Row {row.number}"
        facts = {key: text for key, text in facts.items() if text}
        if "title" not in facts and "employer" not in facts:
            return None
        why = self._unless or self._why_not(row, facts)
        ratings = tuple(self._reading.answers.get(row.number, ()))
        written = " | ".join(
            row.cells[column.number]
            for column in sorted({*self._facts.values(), *filter(None, [self._naming])}, key=_place)
            if row.cells[column.number]
        )
        return RoleFound(where, facts, ratings, taken=not why, written=written, why=why)

    def _facts_of(self, row: Row) -> dict[str, str]:
        findings = self._reading.findings
        facts = {key: findings.text(*self._cell(key, row)) for key in _LINE_FACTS if key in self._facts}
        if "summary" in self._facts:
            facts["summary"] = findings.text(*self._cell("summary", row), lines=True)
        if contract := self._contract(row):
            facts["summary"] = "\n".join(filter(None, (facts.get("summary", ""), contract)))
        elif keys.ROLE_KIND in self._facts:
            facts[keys.ROLE_KIND] = findings.kind(*self._cell(keys.ROLE_KIND, row))
        elif "section" in self._facts:
            kind = self._sections.get(self._cell("section", row)[1]) if self._sections else ""
            if kind in _KIND_OF:
                facts[keys.ROLE_KIND] = _KIND_OF[kind]
            elif not self._sections:
                facts[keys.ROLE_KIND] = findings.kind(*self._cell("section", row))
        more = self._facts.keys() - {*_LINE_FACTS, *_READ_APART, "started", "ended"}
        for key in sorted(more):
            if " " not in key:
                facts[key] = self._other(key, row)
        return facts | self._dates.of(row)

    def _contract(self, row: Row) -> str:
        """Return what a row says of a contract, to be told of the job; empty for a kind of role."""
        key = keys.ROLE_KIND if keys.ROLE_KIND in self._facts else "section"
        column = self._facts.get(key)
        if column is None or (key == "section" and self._sections):
            return ""
        text = self._reading.findings.text(*self._cell(key, row))
        return f"{column.header}: {text}" if is_contract(text, column.header) else ""

    def _other(self, key: str, row: Row) -> str:
        """Return a fact that only this kit has, read as this kit writes it."""
        place, text = self._cell(key, row)
        item = self._reading.catalogue.item(key)
        tidy = self._reading.findings.text(place, text, lines=True)
        if tidy and item.options and tidy not in item.options:
            self._reading.findings.skip(place, text, f"expected one of {', '.join(item.options)}")
            return ""
        return tidy

    def _why_not(self, row: Row, facts: Mapping[str, str]) -> str:
        """Return why a row may not be a job; empty if it is certain."""
        if self._sections:
            name = self._cell("section", row)[1].strip()
            kind = self._sections.get(name, "")
            if kind not in (WORK, VOLUNTEERING):
                looks = f"This stands under {name!r}" if name else "No section is named for this"
                return f"{looks}, so it isn’t ticked. Tick it if it was also a job."
        elif is_study(facts.get("title", ""), facts.get("employer", "")) and not self._reading.ours:
            return "This looks like education, so it isn’t ticked. Tick it if it was also a job."
        named = facts.get("title", "") or (facts.get("employer", "") if "title" in self._facts else "")
        if not self._is_rated(row) and (why := why_no_work(named)):
            return why
        return _SUM_SAID if self._is_sum(row) else ""

    def _is_rated(self, row: Row) -> bool:
        """Return whether somebody rated a row on a line, or this kit wrote it."""
        left = {line.item.key for line in self._reading.lines if not line.taken}
        answers = self._reading.answers.get(row.number, ())
        return self._reading.ours or any(answer.item not in left for answer in answers)

    def _cell(self, key: str, row: Row) -> tuple[str, str]:
        column = self._facts.get(key)
        if column is None:
            return "", ""
        return self._reading.at(column, row), row.cells[column.number]

    def _is_bullet(self, row: Row) -> bool:
        """Return whether a row has only a description and follows another."""
        if "summary" not in self._facts or says_nothing(self._cell("summary", row)[1]):
            return False
        at = self._facts["summary"].number
        return not any(cell.strip() for number, cell in enumerate(row.cells) if number != at)

    def _is_sum(self, row: Row) -> bool:
        """Return whether a row is only a sum: "Total", with no employer and no dates."""
        filled = [cell for cell in row.cells if cell.strip()]
        facts = sum(bool(self._cell(key, row)[1].strip()) for key in self._facts)
        return bool(filled) and facts <= 1 and plain(norm(filled[0])) in _SUMS

    def _but_summary(self, row: Row) -> tuple[str, ...]:
        at = self._facts["summary"].number if "summary" in self._facts else -1
        return tuple(cell for number, cell in enumerate(row.cells) if number != at)

    def _add_bullet(self, place: int, row: Row) -> None:
        role = self.roles[place]
        text = self._reading.findings.text(*self._cell("summary", row), lines=True)
        lines = [line for line in (role.facts.get("summary", ""), text) if line]
        self.roles[place] = replace(role, facts={**role.facts, "summary": "\n".join(lines)})


def _sections(reading: TableReading, facts: Mapping[str, Column]) -> dict[str, str]:
    """Return what each word of the section column means, if the words separate work from other things."""
    column = facts.get("section")
    if column is None:
        return {}
    words = {text.strip() for _, text in reading.cells(column) if text.strip()}
    kinds = {word: kind for word in words if (kind := kind_of_section(word) or _work(word))}
    parts = set(kinds.values()) - {WORK, VOLUNTEERING}
    return kinds if parts and len(kinds) * 2 > len(words) else {}


def _work(word: str) -> str:
    """Return what kind of work a word such as "full-time" means beside the names of sections; else empty."""
    kind = Findings().kind("", word)
    return WORK if kind in ("job", "freelance") else VOLUNTEERING if kind == "volunteer" else ""


def _place(column: Column) -> int:
    return column.number
