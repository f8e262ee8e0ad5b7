"""The lines of a CV, and what each is: a section heading, a bullet, running text, or the head of a job."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.cv_line import CvLine
from good_on_paper.intake.cv_raw import whole_lines
from good_on_paper.intake.head_layout import SHORT, by_full_stops
from good_on_paper.intake.head_line import is_whole
from good_on_paper.intake.head_names import ends_in_legal_form, is_parted
from good_on_paper.intake.job_words import title_score
from good_on_paper.intake.page_buttons import is_button
from good_on_paper.intake.plain_text import plain_line
from good_on_paper.intake.profile_lines import as_a_profile
from good_on_paper.intake.sections import known_section, section_of
from good_on_paper.intake.span_pattern import span_pattern
from good_on_paper.intake.spans import Dated, dates_in
from good_on_paper.language.months import NOW_WORDS, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

BULLET: Final = re.compile(
    r"\s*(?:[-*\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u2013\u2014\u00b7\u2219\uf0b7\u27a2\u25ba\u2713\u2714\u203a]"
    r"\s*(?=\S)"
    r"|o\s+(?=[A-Z\u00c0-\u00de]))(?!(?:19|20)[0-9]{2}|[0-9]{1,2}[./-](?:[0-9]{4}|[0-9]{1,2}[./-]))"
)
_DATED_ITEM: Final = re.compile(r"\s*[-*\u2022\u2013]\s+(?=[0-9])")
"""An item that begins with its dates: "- 2014 - 2017: Editor, Acme"."""
_FURNITURE: Final = re.compile(
    r"(?:page|seite|p\.|p\u00e1gina|pagina)\s*[0-9]+(?:\s*(?:of|von|/|de|sur|di|van)\s*[0-9]+)?"
    r"|[0-9]+\s*/\s*[0-9]+",
    re.IGNORECASE,
)
_LOGO: Final = re.compile(
    r"(?:logo(?:tipo)?|logótipo) (?:d[eaiou]s?|del(?:la|lo)?|von|van|of)\s.*|logo d(?:e l|ell)?['\u2019].*"
    r"|.*\s(?:company )?logo",
    re.IGNORECASE,
)
"""What a copied profile has in place of a picture; each employer begins with one."""
_SKILLS: Final = re.compile(r".*\s(?:and|und|et|y|e|en|och|og)\s\+\s?[0-9]+\s\S+(?:\s\S+)?", re.IGNORECASE)
"""The skills of a job in a copied profile: "Excel, Planning and +3 skills"."""
_SENTENCE: Final = re.compile(
    rf"(?:\S+\s+)+[^\W\d]{{4,}}\.(?i:{SHORT})"
    r"|(?=(?:.*[\s(])?[a-z\u00df-\u00ff]{2})(?:\S+\s+){5,}(?!(?:\w\.)+$|(?i:inc|ltd|co|corp|llc)\.$)\S+[.;!]"
    rf"|(?=(?:.*[\s(])?[a-z\u00df-\u00ff]{{3}}).*\w{{4,}}[.!?](?i:{SHORT})\s+[A-Z\u00c0-\u00de].*\s.*[.;!]?"
    rf"|(?=(?:.*[\s(])?[a-z\u00df-\u00ff]{{3}})(?:\S+\s+){{6,}}\w{{5,}}[.!?](?i:{SHORT})\s+[A-Z\u00c0-\u00de]\w+"
)
"""Running text: several words, some in lower case, and a full stop that is not an abbreviation's."""
_TOLD: Final = re.compile(
    r"(?:.*\b)?(?:schwerpunkte?|aufgaben\w*|t\u00e4tigkeiten|projekte?|erfolge|missions?|t\u00e2ches|r\u00e9alisations"
    r"|responsabilit\u00e9s|environnement|funciones|tareas|logros|responsabilidades|fun\u00e7\u00f5es|atividades"
    r"|mansioni|attivit\u00e0|risultati|responsabilit\u00e0|taken|werkzaamheden|verantwoordelijkheden|resultaten"
    r"|responsibilit(?:y|ies)|duties|achievements?|highlights|accomplishments|clients?|technologies"
    r"|tech stack|stack|tools|projects?|results|includ(?:es|ing)|reason for leaving|report(?:ing|s) to"
    r"|supervisor|salary|skills|kenntnisse|f\u00e4higkeiten|comp\u00e9tences|compet[e\u00ea]ncias"
    r"|aptitudes|competenze|vaardigheden|ferdigheter|f\u00e4rdigheter|taidot|conocimientos|conhecimentos|kompetenzen|kompetenser"
    r"|thesis|promotor|hours|subjects|modules|f\u00e4cher|mati\u00e8res)[^:]{0,40}:.*"
    r"|(?:\S+\s+){3,}\S+:",
    re.IGNORECASE,
)
"""A line that describes a job or introduces a list: "Responsibilities: ...", "Here is what I did:"."""
_SECTOR: Final = re.compile(
    r"(?:business or sector|type of business or sector|t\u00e4tigkeitsbereich oder branche"
    r"|secteur d['\u2019]activit\u00e9|tipo de empresa o sector|empresa ou sector|settore"
    r"|attivit\u00e0 o settore|sector) [^\W\d_].*"
    r"|(?:website|webseite|site web|sitio web|s\u00edtio web|sito web) (?:www\.|https?:).*",
    re.IGNORECASE,
)
"""What Europass tells of an employer below a job: "Business or sector Transport"."""
_PAID: Final = re.compile(
    r"(?:hours|salary|pay|grade|wage|stunden|gehalt|heures|salaire|horas|salario|sal\u00e1rio|ore|stipendio|uren|salaris)"
    r"\b[^:]{0,30}:\s",
    re.IGNORECASE,
)
"""A line on hours and pay, between what a job was and its dates."""
_HEADED: Final = re.compile(r"^\s*(?:#{1,6}|>)\s+")
"""How Markdown begins a heading or a quotation."""
_WHEN: Final = re.compile(
    r"(?:employed|employment|held|worked|in post|period|per\u00edodo|periodo|p\u00e9riode|periode|dates?"
    r"|datas?|fechas?|dauer|zeitraum|duration"
    r"|dur\u00e9e|durata|duur|when|wann|quand|cu\u00e1ndo|quando|wanneer"
    r"|time|years?|jahre?|seasons?|saisons?|temporadas?|stagion[ei]|seizoen(?:en)?|s\u00e4song(?:en)?)"
    r"(?: of employment)?\s*:?",
    re.IGNORECASE,
)
"""A label before dates: "Period: 2014 - 2017"."""
_STOP: Final = re.compile(r"(?<=[^\W\d_]{4})\.$")
_TOLD_BEHIND: Final = re.compile(r"\)?(?:\.\s+([A-Z\u00c0-\u00de].*)|:\s+(\S.*\s\S.*))")
"""A description on the job's own line, after dates and a full stop."""
_LONGEST: Final = 300
"""Most characters of a line that may hold a whole job; a longer one is running text."""
_NUMBERED: Final = re.compile(r"\s*([0-9]{1,2})[.)]\s+(?=[^\W\d_]|(?:19|20)[0-9]{2}\b)")
_ROLE: Final = re.compile(r"([^()]{3,60}\([^()]*[0-9]{4}[^()]*\))(?:\s*:\s*(.+))?")
"""An item that is a role with its dates in brackets, and its description."""
_IN_A_LIST: Final = 2
_IN_A_YEAR: Final = re.compile(
    r".*\b(?:in|by|of|during|since|until|after|im|en|em|nel|anno|a\u00f1o|ann\u00e9e)",
    re.IGNORECASE | re.DOTALL,
)
"""Words before a year in running text: "Promoted to sergeant in 2015"."""
_AND_AGAIN: Final = re.compile(
    r"(?:and|und|et|y|e|en|och|og|i|&|\+)(?: (?:again|wieder|encore))?", re.IGNORECASE
)
"""All that stands beside a further span of the job above."""
_FEW: Final = 60
"""Most characters of a job title."""
_HEAD: Final = 100
"""Most characters of a head; a longer line is running text."""
_LONG_HEAD: Final = 150
"""Most characters of names beside a start and an end."""
_FULL: Final = 0.75
"""How full a line is, compared with the longest, if the next one continues it."""


@dataclass
class CvPart:
    """A section of a CV with the line of its heading; None for the lines before the first heading."""

    kind: str
    name: CvLine | None
    lines: list[CvLine] = field(default_factory=list)


def lines_of(text: str) -> list[CvLine]:
    """Return each line of a CV with what it is."""
    raw = _without_numbers(whole_lines(text))
    width = max((len(line) for _, line in raw), default=0)
    found: list[CvLine] = []
    last: CvLine | None = None
    numbered = ((number, part) for number, line in raw for part in _told_apart(line))
    for number, line in numbered:
        new = _line(number, plain_line(_HEADED.sub("", line)), found[-1] if found else None, width)
        if last and new.kind != "blank" and _is_again(new, last):
            new = CvLine(number, new.text, "furniture")
        elif new.kind != "blank":
            last = new
        found.append(new)
    for at in range(1, len(found)):  # "Hours: 40, salary: $45,120", then the dates
        one, other = found[at - 1 : at + 1]
        if one.kind == "body" and other.dated and not other.dated.rest and _PAID.match(one.text):
            found[at - 1 : at + 1] = [other, one]
        if one.kind == "more" and other.dated and not other.dated.rest and _is_a_title(one.text):
            found[at - 1] = replace(one, kind="head")
        if one.dated and other.dated and _AND_AGAIN.fullmatch(other.dated.rest):
            # "and Dec 2012 - Apr 2013" below the dates of the first season
            again = replace(one.dated, asides=(*one.dated.asides, other.text))
            found[at - 1 : at + 1] = [replace(one, dated=again), replace(other, kind="furniture", dated=None)]
        if other.dated and other.dated.goes_on and not one.dated and plain(one.text) in NOW_WORDS:
            found[at - 1] = replace(one, kind="furniture")  # "Until today" above "5 years, since 2020"
    return as_a_profile(found)


def _is_a_title(text: str) -> bool:
    """Return whether a line right above dates is a job title, not the end of a text that wraps there."""
    return text[:1].isupper() and len(text) < _FEW and title_score(text) > 0 and text[-1].isalnum()


def _without_numbers(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Remove the numbers of a list of jobs that counts from 1: "1. Staff Nurse", "2. Trainee Nurse"."""
    numbers = [int(found[1]) for _, line in lines if (found := _NUMBERED.match(line))]
    if len(numbers) < _IN_A_LIST or numbers != list(range(1, len(numbers) + 1)):
        return lines
    return [(number, _NUMBERED.sub("", line)) for number, line in lines]


def _told_apart(line: str) -> list[str]:
    """Separate a job on one line from its description: "Driver, Acme, 2011-2017. Multi-drop."."""
    if len(line) > _LONGEST or BULLET.match(line):
        return [line]
    label, colon, named = line.partition(": ")
    if colon and known_section(label) == "study" and dates_in(named):  # "Formation : BTS, 2009-2012"
        return [label, named]
    for span in span_pattern().finditer(line):
        behind = _TOLD_BEHIND.match(line, span.end())
        before = line[: span.start()].strip(" ,(")
        if behind and (span["end"] or span["open"]) and _named(before):
            description = behind[1] or behind[2]
            return [line[: behind.end() - len(description)].rstrip(" :"), description]
    return [line]


def _named(before: str) -> bool:
    """Return whether names stand in what comes before some dates, and no sentence."""
    return len(before) < _HEAD and before.count(", ") > 0 and not _is_sentence(before)


def _is_again(line: CvLine, last: CvLine) -> bool:
    """Return whether a line repeats the last one; a copied profile has many lines twice."""
    if line.dated and last.dated and not line.dated.alone:
        both = (line.dated, last.dated)
        return len({(dated.start, dated.end, dated.goes_on, dated.rest) for dated in both}) == 1
    return line.kind in ("head", "part") and line.text == last.text


def _line(number: int, raw: str, above: CvLine | None, width: int) -> CvLine:
    text = raw.strip()
    part = "" if (button := is_button(text)) else section_of(text)
    if part:
        return CvLine(number, text, "part", part=part)
    if not text or button or _LOGO.fullmatch(text) or _FURNITURE.fullmatch(text):
        return CvLine(number, text, "furniture" if button or _FURNITURE.fullmatch(text) else "blank")
    if (at := _item(raw)) and at < len(raw):
        return CvLine(number, raw[at:].strip(), "bullet")
    runs_on = len(text) > _HEAD or any(told.fullmatch(text) for told in (_TOLD, _SKILLS, _SECTOR))
    labelled = runs_on and ":" in text[:_HEAD] and not span_pattern().match(text)
    if dated := None if labelled else _anchor(text):
        return CvLine(number, text, "head", dated)
    if _goes_on(text, above, width):
        return CvLine(number, text, "more")
    return CvLine(number, text, "body" if runs_on or _is_sentence(text) else "head")


def _item(raw: str) -> int:
    """Return where a list item begins after its mark; 0 if the line is not an item."""
    mark = BULLET.match(raw)
    if mark is None and (mark := _DATED_ITEM.match(raw)):
        dated = _anchor(raw[mark.end() :])
        return mark.end() if dated and dated.rest else 0
    return mark.end() if mark else 0


def _anchor(text: str) -> Dated | None:
    """Return the dates of a line that may be a job's; dates in a sentence do not count."""
    dated = dates_in(text)
    if dated is None or dated.several or len(dated.rest) > (_HEAD if dated.alone else _LONG_HEAD):
        return None
    label, colon, _ = text.partition(": ")
    if colon and dated.alone and known_section(label) in ("study", "other"):  # "Tickets: first aid 2023"
        return None
    if _WHEN.fullmatch(dated.rest):
        return replace(dated, rest="")
    first = bool(dated.rest) and text.endswith(dated.rest)
    if dated.alone and not first and _IN_A_YEAR.fullmatch(dated.rest):
        return None
    if first:  # dates, then the job: a full stop ends no sentence
        dated = replace(dated, rest=by_full_stops(_STOP.sub("", dated.rest)))
    elif dated.rest.endswith(".") and not dated.alone:  # "Cook. Harbour Bar, Hull. 2014 - 2017."
        dated = replace(dated, rest=by_full_stops(dated.rest.rstrip(".")))
    whole = first and is_whole(dated.rest)  # "Summer 2012: Waiter at Harbour Bar, Hull."
    return None if _is_sentence(text if dated.alone and dated.rest and not whole else dated.rest) else dated


def _is_sentence(text: str) -> bool:
    """Return whether a line is running text; the full stop of "Critical Bytes, Lda." ends none."""
    return _SENTENCE.fullmatch(text) is not None and not ends_in_legal_form(text)


def _goes_on(text: str, above: CvLine | None, width: int) -> bool:
    """Return whether a line continues a bullet or running text above it."""
    if above is None or above.kind not in ("bullet", "body", "more"):
        return False
    if text[0].islower() or text[0] in "(&,;":
        return True
    if " \u00b7 " in above.text and title_score(text) > 0:  # the skills of a profile, then the next job
        return False
    return len(above.text) > _FULL * width and above.text[-1] not in ".!?:;" and width > _HEAD // 2


def parts_of(lines: Iterable[CvLine]) -> list[CvPart]:
    """Divide the lines into sections at their headings."""
    parts = [CvPart("", None)]
    for line in lines:
        if line.kind == "part":
            parts.append(CvPart(line.part, line))
        elif line.kind != "furniture":
            parts[-1].lines.append(line)
    for part in parts:
        first = next((at for at, line in enumerate(part.lines) if line.dated), len(part.lines))
        part.lines = _items_as_jobs(part.lines[:first]) + _items_as_roles(part.lines[first:])
    return [part for part in parts if part.name or any(line.kind != "blank" for line in part.lines)]


def _items_as_roles(lines: list[CvLine]) -> list[CvLine]:
    """Read the items below an employer with dates as its roles: "- Foreman (since 2020): roads"."""
    made: list[CvLine] = []
    below = False
    for line in lines:
        item = _ROLE.fullmatch(line.text) if below and line.kind == "bullet" else None
        dated = _anchor(item[1]) if item else None
        if item and dated and not dated.alone and title_score(dated.rest) > 0:
            made.append(CvLine(line.number, item[1], "head", dated))
            made += [CvLine(line.number, item[2], "bullet")] if item[2] else []
            continue
        if line.kind not in ("blank", "bullet", "more"):
            below = line.dated is not None and not line.dated.alone and title_score(line.dated.rest) <= 0
        made.append(line)
    return made


def _items_as_jobs(lines: list[CvLine]) -> list[CvLine]:
    """Read the items of a list as heads of jobs if they have dates."""
    dated = [_anchor(line.text) if line.kind == "bullet" else None for line in lines]
    if not any(found and not found.alone for found in dated):
        return lines
    return [
        replace(line, kind="head", dated=found)
        if found and (not found.alone or is_parted(found.rest) or is_whole(found.rest))
        else line
        for line, found in zip(lines, dated, strict=True)
    ]
