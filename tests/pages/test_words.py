"""Every text a person is shown, read: no word that nobody says aloud, no endless sentence, no hard page.

The texts come from the pages as they render, of a full record and of thin ones; from the notebooks, the
README and the command's help; from the catalogue and the question bank. So that no rare message is missed,
the strings in the source of the floors that speak are read too.
"""

from __future__ import annotations

import ast
import re
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
import textstat
from typer.testing import CliRunner

from good_on_paper import kit
from good_on_paper.app.command import cli
from good_on_paper.brief.compose import ON_REQUEST, PARTS, compose
from good_on_paper.brief.errors import BriefError
from good_on_paper.catalogue import load, load_bank
from good_on_paper.charts import Chart, Note
from good_on_paper.pages import titles
from good_on_paper.pages.head import page
from good_on_paper.pages.start.notebook_list import rows
from good_on_paper.pages.whole_picture.choices import choices
from good_on_paper.pages.whole_picture.composed import composed
from good_on_paper.panels import Layout, Panel
from good_on_paper.record import Record
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "good_on_paper"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SPEAKING = (
    *("app", "brief", "charts", "export", "forms", "intake", "language"),
    *("pages", "panels", "questions", "record", "study"),
)
HOOD = ("12", "under_the_hood")
"""For those who know pandas: lines, recipes and shuffles may be called so there."""

UNSAID = {
    r"\btalks?\b": "interview",
    r"\bline-?ups?\b": "chart, comparison",
    r"\bin sight\b": "the job; a job you are considering",
    r"\bwhom\b": "who",
    r"\bof which\b": "name it",
    r"\bbe it\b": "whether",
    r"\bas far as (it|one|possible)\b": "say it plainly",
    r"\b(is|are) told\b": "we tell you",
    r"\b(is|are|was) not taken\b": "we could not read",
    r"\b(is|are) (not )?said\b": "you said",
    r"(?<!each )\bone (does|puts|says|leaves|grows|judges|takes|expects)\b": "you",
    r"\bby (itself|themselves)\b": "automatically",
    r"\bset (it |them |the rest )?aside\b": "skip, leave blank",
    r"\b(least|not) repeat\b": "went least well; would not do again",
    r"\b(bear|borne)\b": "live with, put up with",
    r"\bshuffle looks\b|\bfrom (the )?shuffles\b": "could easily be chance",
    r"\byour guess(es)?\b": "what you said you need",
    r"\bminutes manageable\b": "what got you through the day",
    r"\b(three|portion|it) an evening\b": "at a time",
    r"\bassessment\b|\bnot for selection\b": "This is not a test, once a page",
    r"\bluck(y)?\b|\bworst job\b": "never",
    r"\bthe boss\b": "my manager",
}
ALLOWED = {
    "offer|after an offer|contract|salary talk": "words of a file that we read",
    "boss word, word for the boss, your word for the boss": "names of a column that we read",
    "the boss, the head, the clients, the family ...": "an example of the person's own word",
    "number, whose, whom, made": "columns of a table",
    "what was set aside": "the name of a folder in the receipt of a wipe",
}
_TAGS = re.compile(r"<style>.*?</style>|<[^>]+>", re.DOTALL)
LONGEST = 30
"""Words in a sentence."""
LONG_PAGE, HARDEST = 100, 8.0
"""From so many words on, a page is read for its grade (Flesch-Kincaid), which is at most this."""


def strings(path: Path) -> Iterator[str]:
    """Give the strings of a module, without its docstrings; a value in one is a word."""
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in node.values)
            inside = (part for value in node.values for part in ast.walk(value))
            waiting += [part for part in inside if isinstance(part, ast.JoinedStr)]
        elif isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                yield node.value
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            waiting += ast.iter_child_nodes(node)


def naming_pages() -> Iterator[str]:
    """Give the sentences that name a page of the kit, with the first of them in place of each."""
    for path in SOURCE.rglob("*.py"):
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text)) if "{titles." in text else ():
            if isinstance(node, ast.JoinedStr) and "{titles." in ast.unparse(node):
                yield "".join(
                    part.value
                    if isinstance(part, ast.Constant)
                    else titles.START * ast.unparse(part.value).startswith("titles.")
                    for part in node.values
                )


@cache
def in_source() -> tuple[tuple[str, str], ...]:
    """Return file and string, of all floors that speak: sentences and names, no code, styles or queries."""
    code = re.compile(r"[{}<>=]|--\w+\.|\b(SELECT|CREATE|INSERT|PRAGMA|DELETE|UPDATE)\b|^[\w.:/-]+$")
    return tuple(
        (str(path.relative_to(SOURCE)), text)
        for floor in SPEAKING
        for path in sorted((SOURCE / floor).rglob("*.py"))
        if HOOD[1] not in path.parts
        for text in strings(path)
        if " " in text.strip() and not code.search(text) and not is_word_list(text)
    )


def is_word_list(text: str) -> bool:
    """Tell whether a text is words to read files with, in seven languages: nobody is shown those."""
    parts = re.split(r"[,/|] ?", text)
    small = text == text.lower() and not re.search(r"[.!?]", text)  # no sentence has no capital and no end
    short = small or len(text.split()) <= FEW * len(parts)
    return (len(parts) >= MANY and short) or (
        len(text.split()) > LONGEST and not re.search(r"[.,;:?!]", text)
    )


MANY, FEW = 8, 4
"""So many parts of so few words each, on average, are a list, not a sentence."""


@cache
def in_javascript() -> tuple[tuple[str, str], ...]:
    """Return file and string, of forms and panels: what has a space and is no class, selector or address."""
    literal = re.compile(r"\"([^\"\n]*)\"|`([^`]*)`")
    code = re.compile(r"^gop-|gop-\w+ |[<>=\[\]]|=> |^[.#:]|^\W*$")
    found = []
    for path in sorted(SOURCE.rglob("js/**/*.js")):
        text = re.sub(
            r"^\s*//.*$|(?<=[;,{}]) // .*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        for match in literal.finditer(text):
            said = re.sub(r"\$\{(?:[^{}]|\{[^{}]*\})*\}", "X", match[1] or match[2] or "")
            if " " in said.strip() and not code.search(said):
                found.append((str(path.relative_to(SOURCE)), said))
    return tuple(found)


@cache
def in_data() -> tuple[tuple[str, str], ...]:
    """Return where, and text: what can be asked, and the questions for an interview with their signs."""
    items = [(item.key, text) for group in GROUPS for item in load().items(group) for text in said_of(item)]
    bank = load_bank()
    ways = [
        *(way for ways in (*bank.lines.values(), *bank.worries.values()) for way in ways),
        *(*bank.own, *bank.own_free, *bank.well, *bank.not_again, *bank.dull),
    ]
    return (*items, *((way.text, text) for way in ways for text in (way.text, way.good, way.bad)))


GROUPS = (
    "fact",
    "circumstance",
    "outcome",
    "success",
    "unsuccess",
    "boredom",
    "means",
    "minutes",
    "episode",
    "worry",
    "target",
    "story",
)


def said_of(item: Any) -> tuple[str, ...]:
    worded = item.worded()
    return (worded.label, worded.ask, worded.need, worded.said, worded.low, worded.high, worded.hint)


@cache
def in_files() -> tuple[tuple[str, str], ...]:
    """Return where, and text: the notebooks' own words, the README, what is promised, the command's help."""
    found = [
        (path.name, prose(cell.source))
        for path in NOTEBOOKS
        for cell in nbformat.read(path, as_version=4).cells
        if cell.cell_type == "markdown"
    ]
    docs = [path for path in (ROOT / "docs").rglob("*.md") if not {"made", "built"} & set(path.parts)]
    found += [
        (path.relative_to(ROOT).as_posix(), prose(path.read_text(encoding="utf-8")))
        for path in (ROOT / "README.md", ROOT / "SECURITY.md", *sorted(docs))
    ]
    commands = [[], *([command.name] for command in cli.registered_commands)]
    return (*found, *(("--help", CliRunner().invoke(cli, [*words, "--help"]).output) for words in commands))


def prose(markdown: str) -> str:
    """Take code, pictures, tables and links out of a text, and end a heading with a full stop."""
    taken = r"\A---\n.*?\n---\n|```.*?```|<picture>.*?</picture>|<img .*?>|\{py:\w+\}`[^`]*`"
    text = re.sub(taken, "", markdown, flags=re.DOTALL)
    text = re.sub(r"^(    |\|).*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\]\((<[^>]*>|[^)]*)\)", "]", text)
    text = re.sub(r"^#+ (.*)$", r"\1.", text, flags=re.MULTILINE)
    return re.sub(r"[*`\[\]]|^- ", "", text, flags=re.MULTILINE)


def empty(folder: Path) -> None:
    Record.open(folder).close()


def one_job(folder: Path) -> None:
    with Record.open(folder) as record:
        sitting = record.sitting("roles")
        role = record.add_unit("role", sitting=sitting)
        for item, value in {"title": "Editor", "overall": 6, "decision_freedom": 5}.items():
            record.answer(role, item, value, sitting=sitting)


def sample(folder: Path) -> None:
    throw_away_record(folder).close()


PANELS = (
    *("years", "line_ups", "what_it_cost", "side_by_side", "further", "earlier_day"),
    *("got_dull", "goes_with_dull", "step_curve", "days", "can_bear", "within_jobs", "how_i_work_best"),
    *("barometer", "felt_and_came", "what_to_plan_on", "how_you_did_it", "skills_by_job"),
    "asked_and_learned",
    *("ask_first", "beside_mine", "they_will_ask"),
)


@pytest.fixture(scope="module", params=[empty, one_job, sample], ids=lambda fill: fill.__name__)
def shown(request, tmp_path_factory) -> list[tuple[str, str]]:
    """What the pages of a record show: heads, charts and notes, before a look and after it."""
    home = tmp_path_factory.mktemp(request.param.__name__)
    request.param(home)
    mine = Person(Record.open(home))
    with pytest.MonkeyPatch.context() as patch:
        everywhere(patch, mine)
        found = [(path.name, _TAGS.sub(" ", page(path.name[:2]).data)) for path in NOTEBOOKS]
        found += [("list", row["words"]) for row in rows(mine)]
        with suppress(BriefError):  # of somebody who said nothing there is none
            found += [("paper", text) for text in compose(mine, parts=(*PARTS, *ON_REQUEST)).texts()]
        whole = composed(mine)
        found += [("whole picture", text) for part in whole.parts for text in (part.because, part.needs)]
        found += [("whole picture", f"{one.what} {one.stands}.") for one in choices(mine)]
        if whole.adding:
            found += [("whole picture", whole.adding.what), ("whole picture", whole.adding.why)]
        for name in PANELS:
            made = getattr(kit, name)()
            if isinstance(made, Panel):
                before = made._of("names")  # noqa: SLF001
                found += [(name, text) for text in texts_of(before)]
                if isinstance(before, Layout) and before.ask:
                    made.handle({"type": "reveal"})
                    found += [(name, text) for text in texts_of(made._of("names"))]  # noqa: SLF001
    names = sorted(map(str, mine.roles().index), key=len, reverse=True)
    mine.record.close()
    return [(where, re.sub("|".join(map(re.escape, names)) or "$^", "it", text)) for where, text in found]


def everywhere(patch: pytest.MonkeyPatch, mine: Person) -> None:
    """Give every page this person."""
    for name, module in list(sys.modules.items()):
        if (
            name.startswith("good_on_paper.pages.")
            and hasattr(module, "me")
            and not name.endswith(".session")
        ):
            patch.setattr(module, "me", lambda: mine)


def texts_of(made: Layout | str) -> Iterator[str]:
    """Give all that a panel says, without what is drawn."""
    if isinstance(made, str):
        yield made
        return
    yield from made.notes
    if made.ask:
        yield from (made.ask.heading, *made.ask.said, made.ask.button)
    for section in made.sections:
        yield from (section.heading, section.sentence)
    for part in made:
        if isinstance(part, Chart):
            yield from (part.title, *part.small_print)
        elif isinstance(part, Note):
            yield from (part.title, *part.said)


def unsaid(text: str) -> list[str]:
    """Return the words of a text that the kit does not use, each with what it says instead."""
    plain = "" if text in ALLOWED else re.sub(r"“[^”]*”", "", text)
    found = [
        (match.group(), say)
        for word, say in UNSAID.items()
        for match in re.finditer(word, plain, re.IGNORECASE)
    ]
    return [f"{word!r} (say: {say})" for word, say in found]


def endless(text: str) -> list[str]:
    """Return the sentences of a text that are too long; a quotation is a word, a count in brackets none."""
    plain = re.sub(r"\([^)]*\)", "", re.sub(r"“[^”]*”", "it", text))
    return [
        one
        for one in re.split(r"(?<=[.?!])\s|\n\n|\n- ", plain)
        if len(re.findall(r"[\w\u2019'-]+", one)) > LONGEST
    ]


def assert_plain(texts: Iterable[tuple[str, str]]) -> None:
    """Say all at once what is wrong, where."""
    texts = list(texts)
    wrong = [f"{where}: {word} in {text[:160]!r}" for where, text in texts for word in unsaid(text)]
    wrong += [f"{where}: too long: {one!r}" for where, text in texts for one in endless(text)]
    assert not wrong, "\n".join(wrong)


def test_one_kind_of_apostrophe_is_shown(shown: list[tuple[str, str]]) -> None:
    notebooks = ((where, text) for where, text in in_files() if where.endswith(".ipynb"))
    texts = (*in_source(), *in_javascript(), *in_data(), *notebooks, *shown)
    wrong = [(where, text) for where, text in texts if re.search(r"\w'\w|s' ", text)]
    assert [one for one in wrong if "can't recall" not in one[1]] == []  # a value, as a table has it


def test_the_strings_of_the_floors_that_speak() -> None:
    assert_plain(in_source())


def test_the_strings_of_forms_and_panels_on_the_page() -> None:
    assert len(in_javascript()) > 150
    assert_plain(in_javascript())


def test_what_can_be_asked_and_the_questions() -> None:
    assert_plain(in_data())


def test_notebooks_readme_and_help() -> None:
    assert_plain([(where, text) for where, text in in_files() if not where.startswith(HOOD[0])])


def test_the_pages_as_they_are_shown(shown: list[tuple[str, str]]) -> None:
    assert_plain(shown)


def test_a_page_named_in_a_sentence_ends_where_its_link_would() -> None:
    """As `linked` in panels/js/elements.js finds it: small letters behind the name would be part of it."""
    named = [one for text in naming_pages() for one in re.findall(r"\b[01]\d [A-Z][a-z ]+[a-z]", text)]
    assert set(named) == {titles.START}


def test_a_page_reads_easily() -> None:
    pages: dict[str, str] = {}
    for where, text in in_files():
        if not where.startswith((HOOD[0], "--", "README", "SECURITY", "docs")):
            pages[where] = f"{pages.get(where, '')}\n\n{text}"
    grades = {
        where: textstat.flesch_kincaid_grade(text)
        for where, text in pages.items()
        if len(text.split()) >= LONG_PAGE
    }
    assert grades
    assert {where: grade for where, grade in grades.items() if grade > HARDEST} == {}
