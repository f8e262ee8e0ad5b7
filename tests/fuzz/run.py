"""Coverage-guided fuzzing of every importer: ``python tests/fuzz/run.py --seconds 60 [csv json ...]``.

Needs `atheris <https://github.com/google/atheris>`_, no dependency of the kit: ``pip install atheris``.
Each importer runs in a process of its own. Anything but a preview or an `IntakeError` in words is a
finding, and so is a file that takes longer than two seconds or 2 GB. What was found lies in the folder named
at the end.
"""

from __future__ import annotations

import argparse
import functools
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

SLOW, MEGABYTES = 2, 2048
ONE = "--one"


def packed(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, text in files.items():
            parts.writestr(name, text)
    return out.getvalue()


def workbook() -> bytes:
    import openpyxl

    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["title", "started", "pace"])
    book.active.append(["Editor", "2014-03", 5])
    book.save(out)
    return out.getvalue()


CV = "Experience\nEditor, Acme\n2014 - 2017\n- Lists\nStudies\nBA, Leeds, 2010 - 2014"


@functools.cache
def word_file() -> bytes:
    import docx

    file, out = docx.Document(), io.BytesIO()
    for line in CV.splitlines():
        file.add_paragraph(line)
    file.add_table(1, 2).cell(0, 0).text = "2010"
    file.save(out)
    return out.getvalue()


def pdf_file(page: bytes = b"") -> bytes:
    """A PDF of one page; what stands on it is never packed, so that a change to it is seen."""
    shown = "".join(
        f"1 0 0 1 50 {700 - 14 * row} Tm ({line}) Tj " for row, line in enumerate(CV.splitlines())
    )
    content = page or b"BT /F 12 Tf " + shown.encode() + b"ET"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F " + font + b">>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
    ]
    whole = b"".join(b"%d 0 obj\n%s\nendobj\n" % entry for entry in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + whole + b"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n0\n%%EOF"


POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\r\n"
    'Acme,Editor,"Lists,\nand more",Leeds,Apr 2017,\r\nAcme,Reader,,,01 Oct 2014,2016\r\n'
)
RECEIVED = (
    "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\r\n"
    'Nora,Field,Acme,Head,"Calm, exact","05/06/22, 09:12 PM", VISIBLE\r\n'
)
RESUME: dict[str, Any] = {
    "work": [
        {
            "name": "Acme",
            "position": "Editor",
            "startDate": "2014-03",
            "endDate": "2017",
            "highlights": ["One"],
            "x-good-on-paper": {
                "facts": {"ended": None, "role_kind": "freelance"},
                "answers": [{"item": "pace", "revision": 1, "value": 5, "memory": 2}],
            },
        }
    ],
    "x-good-on-paper": {
        "version": 1,
        "lines": [{"key": "mine", "group": "circumstance", "label": "Mine", "scale": {"min": 0, "max": 9}}],
    },
}
WORDS = [
    "title",
    "employer",
    "started",
    "pace",
    "overall",
    "now",
    "present",
    "2014",
    "Mar",
    "na",
    "skip",
    "=1",
    "since",
    "about",
    "?",
    "/15",
    " bis ",
    "\\xe2\\x80\\x93",
    "Experience",
    "Formation",
]
SEEDS: dict[str, tuple[str, list[bytes]]] = {
    "csv": (
        "x.csv",
        [b"title,started,pace\nEditor,2014-03,5\n", b"\xef\xbb\xbfa;b\r\n1,5;2\r\n", POSITIONS.encode()],
    ),
    "json": ("x.json", [json.dumps(RESUME).encode(), b'{"basics":{},"education":[{"institution":"x"}]}']),
    "lines": ("x.txt", ["Editor, Acme, 2014-2017\n- Cook at The Harbour (since März 2019)\n".encode()]),
    "cv": (
        "x.txt",
        [
            "Experience\nEditor\nAcme \u00b7 Full-time\nMar 2014 - Present \u00b7 2 yrs\nLeeds\n".encode(),
            "Berufserfahrung\n2014 \u2013 2017  Koch, Gasthof\n\u2022 Kochen\nSprachen\n".encode(),
            b"Acme\n4 years\nEditor\n2014 - 2017\nReader\n2010 - 2014\n",
        ],
    ),
    "text": (
        "x.txt",
        [
            b"Job\tCompany\tFrom\tTo\nCook\tBar\t2014\t2017\n",
            b"| Job | Company |\n|---|---|\n| Cook | Bar |\n",
            b"work:\n  - name: Bar\n    position: Cook\n    startDate: 2014\n",
            b'[{"title": "Cook", "company": "Bar", "from": 2014}]',
            b'{"title": "Cook", "company": "Bar", "from": 2014}\n{"title": "Chef", "company": "Inn"}\n',
            b"Job: Cook\nFirma: Bar\nFrom: 2014/15\n\nJob: Chef\nFirma: Inn\n",
            b"Stelle\tKoch\tChef\nFirma\tBar\tInn\nVon\t2014\t2016\n",
            "Name,Stelle,Datum von,Rückmeldung\nA,Koch,01.02.2014,Absage\n".encode(),
        ],
    ),
    "spans": (
        "",
        [
            b"Cook, Bar, Jan - Mar 2019",
            b"von 2010 bis 2013",
            b"'97 - 2000",
            b"Q3 2018 - Q1 2020",
            b"Tutor / Ely / 2014/15 - 2017/18",
            b"Hull 2015-18 Nurse; Ely, about 2010 - 2012 (?)",
            b"9/10 - 3/14",
        ],
    ),
    "linkedin": (
        "x.zip",
        [packed(**{"a/Positions.csv": POSITIONS, "Recommendations_Received.csv": RECEIVED})],
    ),
    "xlsx": ("x.xlsx", [workbook()]),
    "pdf": ("x.pdf", [pdf_file(), pdf_file()[:300], b"BT /F 12 Tf (Editor, Acme 2014-2017) Tj ET"]),
    "docx": ("x.docx", [word_file(), CV.encode()]),
    "dates": (
        "",
        [
            b"5 March 2014",
            b"03.2014",
            b"Spring 2014",
            b"2014-03-05",
            b"ca. 2014 (?)",
            b"2014/15",
            b"01/03/2014 10:00 AM",
            b"2014-03-00",
        ],
    ),
}


def target(kind: str) -> Callable[[bytes], None]:
    """Return what is tried on each input."""
    from good_on_paper.catalogue import load
    from good_on_paper.intake import IntakeError, read
    from good_on_paper.intake.cv_shape import is_cv
    from good_on_paper.intake.preview_text import sentences
    from good_on_paper.intake.spans import dates_in
    from good_on_paper.language import DateError, parse_date

    catalogue, name = load(), SEEDS[kind][0]

    def try_date(data: bytes) -> None:
        try:
            said = parse_date(data.decode("utf-8", "replace"), end=bool(len(data) % 2))
            again = parse_date(str(said), end=True)
            assert said == "now" or (again == said and str(again) == str(said))
        except DateError as error:
            in_words(error, "")

    def try_file(data: bytes) -> None:
        try:
            preview = read(INSIDE.get(kind, bytes)(data), name, catalogue)
        except IntakeError as error:
            in_words(error, name)
            return
        "\n".join(sentences(preview)).encode()
        _ = preview.frame
        for role in preview.roles:
            assert role.name, role
            assert role.span is not None

    def try_span(data: bytes) -> None:
        line = data.decode("utf-8", "replace")
        dates_in(line)
        is_cv(line)

    return {"dates": try_date, "spans": try_span}.get(kind, try_file)


def in_words(error: ValueError, begins: str) -> None:
    """Hold an error to what a person can read."""
    if not (str(error).startswith(begins) and 0 < len(str(error)) < 1000):
        raise AssertionError(f"no error in words: {error!r}")


def unlocked(data: bytes) -> bytes:
    """Half of the inputs are the file inside the ZIP: past its checksum few changes would be seen."""
    if data.startswith(b"PK"):
        return data
    return packed(**{"Positions.csv": POSITIONS, "Recommendations_Received.csv": data.decode("latin-1")})


def opened(data: bytes) -> bytes:
    """As `unlocked`: the text of a Word file, as its XML."""
    if data.startswith(b"PK"):
        return data
    out, text = io.BytesIO(), data.decode("latin-1")
    with zipfile.ZipFile(io.BytesIO(word_file())) as sound, zipfile.ZipFile(out, "w") as made:
        for part in sound.namelist():
            whole = sound.read(part)
            made.writestr(part, whole.replace(b"Editor, Acme", text.encode()) if part == TEXT_PART else whole)
    return out.getvalue()


def printed(data: bytes) -> bytes:
    """As `unlocked`: what is drawn on a page of a PDF."""
    return data if b"%PDF" in data else pdf_file(data)


TEXT_PART = "word/document.xml"
INSIDE: dict[str, Callable[[bytes], bytes]] = {"linkedin": unlocked, "docx": opened, "pdf": printed}


def fuzz_one(kind: str, options: list[str]) -> None:
    """Become the fuzzer of one importer; does not return."""
    import atheris

    with atheris.instrument_imports(include=["good_on_paper.intake", "csv", "json", "zipfile"]):
        import good_on_paper.intake.cv_file
        import good_on_paper.intake.linkedin
        import good_on_paper.intake.reading
        import good_on_paper.intake.workbook  # noqa: F401
    atheris.Setup([sys.argv[0], *options], target(kind))
    atheris.Fuzz()


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument(
        "kinds", nargs="*", metavar="importer", help=f"of {', '.join(SEEDS)}; all when none is named"
    )
    asked.add_argument("--seconds", type=int, default=60, help="for all of them together")
    if sys.argv[1:2] == [ONE]:
        fuzz_one(sys.argv[2], sys.argv[3:])
    given = asked.parse_args()
    kinds = given.kinds or [*SEEDS]
    if unknown := set(kinds) - set(SEEDS):
        asked.error(f"no importer {min(unknown)!r}; expected some of {', '.join(SEEDS)}")
    folder = Path(tempfile.mkdtemp(prefix="good-on-paper-fuzz-"))
    bad = 0
    for kind in kinds:
        corpus, found = folder / kind / "corpus", folder / kind / "found"
        corpus.mkdir(parents=True)
        found.mkdir()
        for number, seed in enumerate(SEEDS[kind][1]):
            (corpus / f"seed{number}").write_bytes(seed)
        words = folder / kind / "words"
        words.write_text("".join(f'"{word}"\n' for word in WORDS), "utf-8")
        command = [sys.executable, __file__, ONE, kind, str(corpus), f"-artifact_prefix={found}/"]
        command += [f"-max_total_time={max(1, given.seconds // len(kinds))}", f"-timeout={SLOW}"]
        command += [f"-rss_limit_mb={MEGABYTES}", "-max_len=20000", f"-dict={words}", "-print_final_stats=1"]
        with (folder / kind / "log").open("wb") as log:
            code = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=False).returncode
        lines = (folder / kind / "log").read_text("utf-8", "replace").splitlines()
        runs = next((line.split()[-1] for line in lines if "number_of_executed_units" in line), "?")
        bad += bool(code or any(found.iterdir()))
        kept = len([*corpus.iterdir()])
        print(f"{kind}: {runs} files tried, {kept} kept, {'FOUND SOMETHING' if code else 'nothing found'}")
        if code:
            print("\n".join(f"  | {line[:150]}" for line in lines[-25:]))
    print(f"All is in {folder}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
