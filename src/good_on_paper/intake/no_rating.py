"""Columns of numbers that are not ratings: years, serial numbers, prices, amounts. They are not ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.intake.column_names import header_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_A_RATING: Final = 100
_SMALL: Final = 10
_ROWS: Final = 4
"""From this many rows on, numbers that only count up are an index."""


def _words(text: str) -> frozenset[str]:
    return frozenset(header_words(word) for word in text.split(","))


_TIMES: Final = _words(
    "year, years, yr, yrs, month, months, week, weeks, day, days, date, age, tenure, "
    "duration, length, jahr, jahre, monat, monate, woche, wochen, tage, dauer, alter, année, "
    "années, an, ans, mois, semaines, jours, durée, âge, año, años, mes, meses, semanas, "
    "días, duración, edad, ano, anos, mês, dias, duração, idade, anno, anni, mese, mesi, "
    "settimane, giorni, durata, età, jaar, jaren, maand, maanden, weken, dagen, duur, "
    "leeftijd, fte, bsgrd, beschäftigungsgrad, pensum, stellenumfang"
)
_NUMBERS: Final = _words(
    "id, no, nr, number, serial, code, phone, telephone, tel, mobile, fax, zip, zipcode, "
    "postcode, postal, plz, index, "
    "rank, position, ref, reference, key, nummer, telefon, postleitzahl, handy, "
    "numéro, téléphone, code postal, número, "
    "teléfono, código, telefone, numero, telefono, cap, telefoon, postcode nr, "
    "pernr, persnr, personalnummer, personalnr, kst, kostenstelle, cost center, matricule, matrícula, "
    "matricola, personeelsnummer, personnel, payroll, badge, plans, stell, orgeh, bukrs, werks, kostl, massn"
)
_MONEY: Final = _words(
    "pay, salary, wage, wages, income, price, cost, rate, bonus, compensation, earnings, "
    "usd, eur, gbp, chf, gehalt, lohn, verdienst, einkommen, preis, brutto, netto, salaire, "
    "revenu, prix, sueldo, salario, ingresos, precio, salário, renda, preço, stipendio, "
    "reddito, prezzo, salaris, loon, inkomen, prijs"
)
_AMOUNTS: Final = _words(
    "size, headcount, count, employees, people, staff, hours, km, miles, minutes, commute, "
    "distance, budget, revenue, team, größe, mitarbeiter, stunden, entfernung, personen, "
    "taille, effectif, heures, trajet, personnes, tamaño, empleados, horas, personas, "
    "tamanho, pessoas, dimensione, dipendenti, ore, persone, grootte, medewerkers, uren, "
    "personen"
)
_SIGNS: Final = "\u20ac$\u00a3\u00a5#"


def is_money(header: str, numbers: Sequence[float]) -> bool:
    """Return whether a column is what somebody earned, which no scale holds; "pay" can be rated too."""
    words = set(header_words(header).split()) - {"pay"}
    return bool(words & _MONEY) and max(numbers, default=0) > _A_RATING


def why_no_rating(header: str, numbers: Sequence[float], *, scaled: bool) -> str:
    """Return why a column of numbers is not a rating, by name and numbers; empty if it may be one.

    Parameters
    ----------
    header : str
    numbers : sequence of float
        In row order.
    scaled : bool
        Whether both ends of a scale are known, which makes it a rating.
    """
    if scaled:
        return ""
    words = set(header_words(header).split())
    high, whole = max(numbers), all(isinstance(number, int) for number in numbers)
    counted = [numbers[0] + place for place in range(len(numbers))]
    reasons = (
        (whole and all(_FIRST_YEAR <= number <= _LAST_YEAR for number in numbers), "these look like years"),
        (bool(words & _NUMBERS), "these look like numbers that name something"),
        (bool(words & _TIMES), "these look like times or dates"),
        (bool(words & _MONEY or set(header) & set(_SIGNS)) and high > _SMALL, "these look like money"),
        (bool(words & _AMOUNTS) and high > _SMALL, "these look like amounts"),
        (whole and len(numbers) >= _ROWS and list(numbers) == counted, "these only count the rows"),
        (high > _A_RATING, f"these go up to {high:g}"),
    )
    return next((f"{reason}, not like ratings" for fits, reason in reasons if fits), "")
