"""Column names for facts about jobs in English, German, French, Spanish, Portuguese, Italian and Dutch."""

from __future__ import annotations

import re
from typing import Final

from good_on_paper.catalogue import keys
from good_on_paper.intake.plain_text import norm_header
from good_on_paper.language.months import plain

_FACTS: Final = {
    "title": (
        "title, job title, what you were, position, position title, role, role title, role name, "
        "job, job role, "
        "occupation, designation, job profile, business title, "
        "post title, job position, profession, job name, post, what, "
        "stelle, bezeichnung, stellenbezeichnung, "
        "stellentitel, beruf, berufsbezeichnung, jobtitel, funktion, rolle, tätigkeit, poste, "
        "poste occupé, intitulé, intitulé du poste, titre du poste, titre, fonction, métier, "
        "emploi, rôle, puesto, puesto de trabajo, cargo, posición, título, ocupación, profesión, "
        "rol, trabajo, empleo, função, posição, profissão, ocupação, emprego, trabalho, papel, "
        "posto, posto di lavoro, ruolo, posizione, mansione, qualifica, professione, titolo, incarico, "
        "lavoro, impiego, "
        "functie, functietitel, functienaam, baan, beroep, werk, "
        "planstelle, planstellenbezeichnung, planstellentext, stellentext, dienstposten, "
        "dienstpostenbezeichnung, funktionsbezeichnung, tätigkeitsbezeichnung, stellenbez, stellen bez, "
        "funktionsbez, berufsbez, plans txt, plans text, stell txt, stell text, pos txt, pos bez, "
        "rank held, rank on board, dienstgrad, rank, grade held"
    ),
    "employer": "employer, employer name, company entity, legal employer, payroll company, group company, "
    "kunde, auftraggeber, mandant, cliente, committente, donneur d ordre, "
    "gesellschaft, konzerngesellschaft, firmierung, rechtsträger, société juridique, entité juridique, "
    "razón social, razão social, ragione sociale, vennootschap, rechtspersoon, "
    "legal entity, employing company, company, company name, "
    " organization, organisation, org, "
    "organization name, organisation name, firm, firm name, institution, business, client, who for, "
    "worked for, for whom, workplace, where or for whom, "
    "arbeitgeber, firma, firmenname, name des arbeitgebers, name des unternehmens, unternehmen, "
    "betrieb, auftraggeber, einrichtung, "
    "entreprise, nom de l entreprise, nom de l employeur, société, employeur, organisme, "
    "établissement, compagnie, structure, "
    "empresa, nombre de la empresa, nombre de empresa, nombre del empleador, compañía, empleador, "
    "organización, institución, "
    "empregador, companhia, organização, instituição, nome da empresa, entidade, "
    "azienda, nome dell azienda, datore di lavoro, ditta, società, impresa, organizzazione, ente, "
    "nome azienda, "
    "werkgever, bedrijf, bedrijfsnaam, organisatie, instelling, opdrachtgever, "
    "establishment, dienststelle, arbeitsstelle, dienstgeber, arbeitsstätte, établissement employeur, "
    "lieu d emploi, établissement d accueil, "
    "establecimiento, centro, centro de trabajo, entidad, lugar de empleo, "
    "estabelecimento, entidade empregadora, entidade patronal, struttura, stabilimento, "
    "ente di appartenenza, instantie, "
    "employer and address, employer name and address, name and address of employer, employer and location, "
    "employer and town, arbeitgeber und ort, arbeitgeber und anschrift, employeur et adresse, "
    "empresa y dirección, datore di lavoro e indirizzo, werkgever en adres, "
    "gesellschaftsname, arbeitgebername, ag name, bukrs txt, bukrs text, buchungskreis, butxt",
    "started": (
        "started, started on, start, start date, starting date, date started, date from, from, "
        "from date, begin, began, begins, beginning, since, start dates, date of joining, "
        "effective date, effective, effective start date, valid from date, assignment date, "
        "appointment date, date of appointment, wirksam ab, gültig ab, date d effet, "
        "fecha de efecto, data de efeito, data di decorrenza, decorrenza, ingangsdatum, "
        "joined, joining date, date joined, hired, hire date, starting, von, seit, ab, beginn, "
        "anfang, startdatum, anfangsdatum, beginndatum, eintritt, eintrittsdatum, start am, begonnen am, "
        "datum von, von datum, angefangen, angefangen am, seit wann, von wann, ab wann, "
        "commencé le, date de commencement, depuis quand, date du début, empezado el, comenzó el, "
        "fecha de comienzo, desde cuándo, iniciado em, começou em, desde quando, iniziato il, "
        "data inizio rapporto, da quando, begonnen op, datum begin, sinds wanneer, datum van, "
        "début, date de début, depuis, date d entrée, entrée, date début, date d embauche, "
        "desde, inicio, fecha de inicio, fecha inicio, comienzo, fecha desde, fecha de alta, "
        "fecha de ingreso, início, data de início, data início, começo, data de entrada, "
        "data inicial, data de admissão, admissão, inizio, data di inizio, data inizio, dal, "
        "data d inizio, data di assunzione, vanaf, begindatum, aanvang, sinds, in dienst, "
        "datum in dienst, aanvangsdatum, "
        "begda, beginndat, beg datum, beg dat, gueltig von, gueltig ab, gültig von, "
        "gültigkeitsbeginn, eintrittsdat, eintr datum, eintr dat, eintr, "
        "sign on, signed on, sign on date, sign in, joined ship, joined vessel, embarked, date embarked, "
        "embarkation, anmusterung, embarque, embarquement, imbarco, monstering, aanmonstering, "
        "vondatum, von dat, fec alta, f alta, fecha alta, fec inicio, f inicio, dt admissao"
    ),
    "ended": (
        "ended, ended on, finished, finished on, finish, finish date, end, end date, "
        "ending date, date ended, date to, to date, to, until, till, through, left, "
        "leaving date, date left, date of leaving, thru, ending, bis, ende, enddatum, austritt, "
        "austrittsdatum, schluss, ende am, beendet am, datum bis, bis datum, aufgehört, aufgehört am, "
        "geendet, bis wann, terminé le, jusqu à quand, finalizado el, terminó el, hasta cuándo, "
        "finalizado em, concluído em, terminado em, até quando, terminato il, concluso il, "
        "fino a quando, beëindigd op, geëindigd op, datum eind, tot wanneer, datum tot, "
        "termination date, separation date, leave date, last day, last working day, date of termination, "
        "contract end date, austritt am, datum austritt, data di cessazione, cessazione, "
        "data de desligamento, desligamento, fecha de cese, cese, uitdiensttreding, "
        "fin, date de fin, jusqu au, jusque, date de sortie, "
        "sortie, date fin, hasta, fecha de fin, fecha fin, final, término, fecha de término, "
        "fecha hasta, fecha de baja, fecha final, fim, data de fim, data fim, até, "
        "data de término, data final, data de saída, saída, fine, data di fine, data fine, "
        "fino a, data di termine, termine, tot, einde, einddatum, eind, tot en met, t m, "
        "uit dienst, datum uit dienst, "
        "endda, enddat, end datum, end dat, gueltig bis, gültig bis, gültigkeitsende, austrittsdat, "
        "sign off, signed off, sign off date, sign out, left ship, left vessel, disembarked, "
        "disembarkation, abmusterung, desembarque, debarquement, sbarco, afmonstering, "
        "austr datum, austr dat, austr, bisdatum, bis dat, fec baja, f baja, fecha baja, fec fin, f fin"
    ),
    "period": "dates, dates employed, employment dates, dates of employment, period, time period, period of "
    "employment, employment period, when, timeframe, time frame, years active, tenure, duration, years, "
    "time, "
    "year, date range, span, term, "
    "zeitraum, zeit, zeitspanne, daten, dauer, jahre, jahr, wann, beschäftigungszeitraum, datum, "
    "von bis, "
    "période, durée, années, année, quand, periode, période d emploi, dates d emploi, "
    "período, periodo, fechas, años, año, cuándo, duración, "
    "datas, anos, ano, quando, duração, "
    "date, anni, anno, durata, periodo di lavoro, "
    "looptijd, data, jaren, jaar, wanneer, duur",
    keys.ROLE_KIND: (
        "role kind, kind of role, job type, role type, employment type, contract type, contract, "
        "art der beschäftigung, beschäftigungsart, anstellungsart, vertragsart, type de contrat, "
        "contrat, type d emploi, tipo de contrato, tipo de empleo, contrato, vínculo, "
        "tipo di contratto, contratto, soort contract, dienstverband"
    ),
    "section": (
        "section, category, type, kind, entry type, record type, abschnitt, rubrik, bereich, "
        "kategorie, art, typ, rubrique, catégorie, genre, sección, categoría, tipo, clase, "
        "seção, secção, categoria, sezione, sectie, soort, categorie"
    ),
    "place": (
        "place, location, city, town, town or city, city or town, town city, "
        "town county, based in, based at, place of work, place of employment, workplace town, "
        "base, home base, duty station, depot, where, job location, "
        "work location, office, city country, "
        "ort, stadt, standort, arbeitsort, wo, lieu, ville, localisation, lieu de travail, "
        "lugar, ciudad, ubicación, localidad, local, cidade, localidade, localização, luogo, "
        "città, sede, località, luogo di lavoro, plaats, stad, locatie, standplaats, waar, "
        "dónde, onde, dove, où, "
        "dienstort, einsatzort, werks txt, werks text, werksname, werk name, btrtl txt, btrtl text"
    ),
    "summary": (
        "summary, in a line, description, job description, notes, note, what i did, responsibilities, "
        "bullet, bullets, bullet point, bullet points, highlight, highlights, achievement, "
        "achievements, accomplishments, duties, tasks, details, key responsibilities, "
        "beschreibung, aufgaben, tätigkeiten, bemerkung, bemerkungen, notizen, "
        "aufgabenbeschreibung, missions, mission, tâches, responsabilités, réalisations, "
        "remarques, descripción, funciones, tareas, responsabilidades, logros, notas, "
        "observaciones, descrição, atividades, tarefas, responsabilidade, observações, "
        "descrizione, attività, mansioni, compiti, responsabilità, omschrijving, beschrijving, "
        "taken, werkzaamheden, verantwoordelijkheden, opmerkingen"
    ),
    keys.BOSS_WORD: "boss word, word for the boss, your word for the boss",
    "current": (
        "current, is current, currently, current job, currently working here, "
        "i currently work here, present, still there, current position, aktuell, derzeit, "
        "actuel, en cours, actual, atual, attuale, in corso, huidig"
    ),
}
WHERE: Final = frozenset(("where", "wo", "ou", "donde", "onde", "dove", "waar"))
"""Names under which an employer may stand as well as a place."""
HOUSES: Final = (
    "operator, airline, carrier, shipping company, shipping line, vessel, ship, hospital, clinic, theatre, "
    "theater, restaurant, hotel, orchestra, studio, practice, garage, farm, regiment, household, parish, "
    "agency, office, atelier, chambers, betreiber, fluggesellschaft, reederei, schiff, klinik, krankenhaus, "
    "spital, praxis, büro, kanzlei, hof, "
    "orchester, hôpital, clinique, théâtre, compagnie aérienne, armateur, cabinet, clínica, aerolínea, "
    "naviera, teatro, restaurante, companhia aérea, compagnia, compagnia aerea, ospedale, clinica, "
    "presso, chez, bei, bij, at, who, "
    "ristorante, ziekenhuis, rederij, étude, estudio, bufete, escritório, kantoor"
)
"""Names under which an employer stands in the table of one trade, if no other column is the employer."""
_WEAK: Final = {"started": "de, du, da, van, a partir de, à partir de", "ended": "a, à, au, al, às, m"}
"""Words too short to mean anything alone: they count only if the same header has their counterpart."""
_OVERALL: Final = (
    "overall, overall rating, rating, success, how it went, score, overall score, outcome, satisfaction, "
    "overall satisfaction, job satisfaction, "
    "zufriedenheit, gesamtzufriedenheit, gesamt, gesamtbewertung, bewertung, gesamturteil, "
    "satisfaction globale, satisfaction générale, note globale, évaluation, appréciation, "
    "satisfacción, satisfacción general, valoración, valoración general, "
    "satisfação, satisfação geral, avaliação, avaliação geral, "
    "soddisfazione, soddisfazione generale, valutazione, valutazione complessiva, "
    "tevredenheid, algemene tevredenheid, beoordeling, totaaloordeel"
)
_UNITS: Final = {
    "year": "year, yr, yyyy, jahr, année, annee, an, año, ano, anno, jaar",
    "month": "month, mon, mm, monat, mois, mes, mês, mese, maand",
    "day": "day, dd, tag, jour, día, dia, giorno, dag",
}
_OF_A_JOB_LISTED: Final = (
    "effective valid employed worked active contract position job role service employment assignment post "
    "date of the in gultig beschaftigt vertrag anstellung contrat emploi contrato empleo emprego contratto "
    "impiego"
)
_OF_A_JOB: Final = frozenset(_OF_A_JOB_LISTED.split())
"""Words around "from" and "end" that do not change what they mean: "Effective from"."""
_ONES_OWN: Final = re.compile(
    r"^(?:my|our|your|the|mein[er]?|meine|dein[er]?|mon|ma|mes|le|la|mi|mis|el|o|a|meu|minha|il|lo|mio|mia|mijn|de|het)"
    r"(?: (?:mio|mia))? "
)
"""Words before the name of a fact: "My employer"."""
_SAID: Final = {
    "employer": re.compile(
        r"(?:where|whom?)(?: i| you)?(?: have| ve)? (?:work(?:ed)?|was employed)(?: for| at)?"
        r"|(?:who )?(?:i|you)(?: have| ve)? worked (?:for|at)|wo ich (?:gearbeitet habe|war)"
        r"|o\u00f9 j ai travaill\u00e9"
        r"|d\u00f3nde trabaj\u00e9|onde trabalhei|dove ho lavorato|waar ik (?:heb gewerkt|werkte)"
    ),
    "title": re.compile(
        r"(?:what )?(?:i|you) (?:was|were|worked as)|als was(?: ich gearbeitet habe)?|was ich war"
        r"|en tant que|como qu\u00e9|come cosa|wat ik was"
    ),
    "summary": re.compile(
        r"what (?:did )?(?:i|you) (?:do|did)(?: there| here)?|was ich (?:dort )?gemacht habe"
        r"|ce que j (?:y )?ai fait"
        r"|(?:lo )?que hice(?: all\u00ed)?|o que fiz(?: l\u00e1)?|cosa facevo|wat ik (?:er )?deed"
    ),
}
"""Names of columns in a person's own words: "Where I worked"."""
_A_WORD: Final = 3
"""Letters a unit needs to count as the end of a word ("Startjahr"); "an" and "mm" end other words too."""
_FILLERS: Final = frozenset(
    {"of", "the", "de", "di", "do", "da", "del", "d", "la", "le", "l", "des", "du", "van", "in"}
)
_IN_WORDS: Final = re.compile(
    r"(?<=\w) (?:txt|text|ltxt|stext|langtext|klartext|bez|name|nombre|nom|nome|naam)$"
)
"""What stands behind the name of a column that has words beside one that has codes: "Position text"."""
_IN_BRACKETS: Final = re.compile(r"[(\[][^)\]]*[)\]]")


def header_words(header: str) -> str:
    """Return a column's name for comparing, without case, signs, accents or notes in brackets."""
    bare = _IN_BRACKETS.sub(" ", header)
    return plain(norm_header(bare)) or plain(norm_header(header))


def _named(aliases: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, texts in aliases.items():
        for alias in texts.split(","):
            found.setdefault(header_words(alias), key)
    return found


FACT_NAMES: Final = _named(_FACTS)
PRIORITY: Final = {name: place for place, name in enumerate(FACT_NAMES)}
"""Which of two columns for one fact is used, the lower number first: "title" before "post"."""
OVERALL_NAMES: Final = {name: place for place, name in enumerate(_named({"overall": _OVERALL}))}
_WEAK_NAMES: Final = _named(_WEAK)
_UNIT_NAMES: Final = _named(_UNITS)
_ENDS: Final = {name: key for name, key in (_WEAK_NAMES | FACT_NAMES).items() if key in ("started", "ended")}
_SIGNS: Final = re.compile(r"\s*(?:[/&+|,]|\s-\s|\u2013|\u2014)\s*")
_SIGNS_OR_WORDS: Final = re.compile(
    r"\s*[/&+|,]\s*|\s(?:-|\u2013|\u2014|and|at|und|bei|et|chez|y|en|e|presso|em|bij)\s", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"\s+(?:(?:and|to|und|et|y|e|en)\s+)?")


def fact_named(header: str) -> str:
    """Return the fact of a job that a column of this name holds; empty text for any other name.

    Besides the facts, it can be "period" (a start and an end in one cell), "section", "current", or a part of
    a date: "started year", "ended month".
    """
    if part := _part_of_date(plain(norm_header(header))):
        return part
    words = header_words(header)
    words = words if words in FACT_NAMES else _ONES_OWN.sub("", words)
    words = words if words in FACT_NAMES else _IN_WORDS.sub("", words)
    if words in FACT_NAMES:
        return FACT_NAMES[words]
    if said := _said(words):
        return said
    for apart in (_SIGNS, _BETWEEN):
        bits = [header_words(bit) for bit in apart.split(header.strip().casefold())]
        if len(bits) > 1:
            keys = [_ENDS.get(bit) or FACT_NAMES.get(bit, "") for bit in bits]
            if keys == ["started", "ended"]:
                return "period"
            if apart is _SIGNS and len(set(keys)) == 1:
                return keys[0]
    return ""


def is_in_words(header: str) -> bool:
    """Return whether a column is said to have words, where another may have their codes: "STELLE_TXT"."""
    return _IN_WORDS.search(header_words(header)) is not None


def names_both(header: str) -> bool:
    """Return whether a column holds both title and employer: "Position / Company"."""
    bits = [header_words(bit) for bit in _SIGNS_OR_WORDS.split(header.strip())]
    return {FACT_NAMES.get(bit, "") for bit in bits} == {"title", "employer"}


def _said(words: str) -> str:
    """Return the fact that a name in a person's own words means: "Effective from", "Where I worked"."""
    parts = words.split()
    told = [word for word in parts if word not in _OF_A_JOB]
    if len(told) == 1 < len(parts) and told[0] in _ENDS:
        return _ENDS[told[0]]
    return next((fact for fact, said in _SAID.items() if said.fullmatch(words)), "")


def weak_end(header: str) -> str:
    """Return "started" or "ended" for a word that means it only with its counterpart ("de" with "a")."""
    return _WEAK_NAMES.get(header_words(header), "")


def _part_of_date(words: str) -> str:
    """Return the part of a date that words such as "start year", "Startjahr" or "mois de début" name."""
    parts = words.split()
    if len(parts) == 1:
        for unit, key in _UNIT_NAMES.items():
            stem = words.removesuffix(unit)
            if len(unit) >= _A_WORD and stem != words:
                for end in (stem, stem.removesuffix("s")):
                    if end in _ENDS:
                        return f"{_ENDS[end]} {key}"
        return ""
    units = [word for word in parts if word in _UNIT_NAMES]
    if len(units) != 1:
        return ""
    rest = [word for word in parts if word != units[0]]
    ends = [word for word in rest if word in _ENDS and word not in _FILLERS] or [
        word for word in rest if word in _ENDS
    ]
    others = [word for word in rest if word not in _ENDS and word not in _FILLERS and word != "date"]
    keys = {_ENDS[word] for word in ends}
    return f"{keys.pop()} {_UNIT_NAMES[units[0]]}" if len(keys) == 1 and not others else ""
