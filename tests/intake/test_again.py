"""The same sheet again, as people keep theirs: what is new of it, and how the jobs stand afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from good_on_paper.catalogue import load
from good_on_paper.intake import bring_in, read

if TYPE_CHECKING:
    from pathlib import Path

    from good_on_paper.record import Record


class Again(NamedTuple):
    """A sheet, the same sheet some time later, the jobs that are new then, and all of them as they stand."""

    first: str
    later: str
    added: tuple[str, ...]
    stand: tuple[str, ...]


SHEETS = {
    "a row more": Again(
        "Job,Company,From,To\nCook,Bar,2015,2018\n",
        "Job,Company,From,To\nCook,Bar,2015,2018\nClerk,Office,2018,2020\n",
        ("Clerk, Office",),
        ("Cook 2015-2018", "Clerk 2018-2020"),
    ),
    "a row less": Again(
        "Job,Company,From,To\nCook,Bar,2015,2018\nClerk,Office,2018,2020\n",
        "Job,Company,From,To\nClerk,Office,2018,2020\n",
        (),
        ("Cook 2015-2018", "Clerk 2018-2020"),
    ),
    "the rows turned round, and the columns": Again(
        "Job,Company,From,To\nCook,Bar,2015,2018\nClerk,Office,2018,2020\n",
        "To,From,Company,Job\n2020,2018,Office,Clerk\n2018,2015,Bar,Cook\n",
        (),
        ("Cook 2015-2018", "Clerk 2018-2020"),
    ),
    "the last job ended meanwhile": Again(
        "Job,Company,From,To\nCook,Bar,2015,\n",
        "Job,Company,From,To\nCook,Bar,2015,2024\n",
        (),
        ("Cook 2015-2024",),
    ),
    "saved by another program": Again(
        "Job,Company,From,To\nCook,Bar,2015,2018\n",
        "\ufeffJob;Company;From;To\r\nCook;Bar;2015;2018\r\n",
        (),
        ("Cook 2015-2018",),
    ),
    "de months instead of years": Again(
        "Stelle;Firma;von;bis\nKöchin;Gasthof Löwen;2015;2018\n",
        "Stelle;Firma;von;bis\nKöchin;Gasthof Löwen;03/2015;09/2018\n",
        (),
        ("Köchin 2015-03-2018-09",),
    ),
    "fr the dates in one column": Again(
        "Poste;Entreprise;Début;Fin\nCuisinière;Chez Paul;2015;2018\n",
        "Poste;Entreprise;Période\nCuisinière;Chez Paul;2015 - 2018\n",
        (),
        ("Cuisinière 2015-2018",),
    ),
    "es another hand, other capitals": Again(
        "Puesto,Empresa,Desde,Hasta\nCocinera,Bar Pepe,2015,2018\n",
        "PUESTO,EMPRESA,DESDE,HASTA\nCOCINERA,BAR  PEPE,2015,2018\n",
        (),
        ("Cocinera 2015-2018",),
    ),
    "it a column more": Again(
        "Ruolo,Azienda,Dal,Al\nCuoca,Trattoria Rossi,2015,2018\n",
        "Ruolo,Azienda,Dal,Al,Luogo\nCuoca,Trattoria Rossi,2015,2018,Roma\n",
        (),
        ("Cuoca 2015-2018",),
    ),
    "nl a row more": Again(
        "Functie,Bedrijf,Van,Tot\nKok,De Haven,2015,2018\n",
        "Functie,Bedrijf,Van,Tot\nKok,De Haven,2015,2018\nChef,De Zee,2018,heden\n",
        ("Chef, De Zee",),
        ("Kok 2015-2018", "Chef 2018-now"),
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_that_comes_again_adds_what_is_new(name: str, record: Record, overlay: Path) -> None:
    sheet = SHEETS[name]
    bring_in(read(sheet.first.encode(), "jobs.csv", load(overlay)), record, overlay)
    receipt = bring_in(read(sheet.later.encode(), "jobs.csv", load(overlay)), record, overlay)
    assert receipt.added == sheet.added
    facts = record.current(items=("title", "started", "ended"))
    stand = [
        "{} {}-{}".format(*(facts[unit.id, key].value for key in ("title", "started", "ended")))
        for unit in record.units("role")
    ]
    assert tuple(stand) == sheet.stand
    newest = record.newest
    assert not bring_in(read(sheet.later.encode(), "jobs.csv", load(overlay)), record, overlay).changed
    assert record.newest == newest
