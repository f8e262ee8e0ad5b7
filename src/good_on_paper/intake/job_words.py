"""What a line of a CV looks like: what somebody was, or where; by words in seven languages."""

from __future__ import annotations

import re
from typing import Final

from good_on_paper.intake.asides import is_mode
from good_on_paper.language.months import plain

_TITLES_LISTED: Final = (
    "engineer ingenieur ingegn ingenier engenheir entwickl develop desarroll desenvolv sviluppat "
    "ontwikkel programm manag director direkt direct dirett analyst analist assist asist consult berater "
    "conseil asesor nurse pfleg infirmi enferm verpleeg cook koch cuisin cocin cozinh cuoc kok chef teach "
    "lehrer profess enseign maestr docent insegnant leraar editor redakt redact redatt writer journalist "
    "period giornalist clerk officer secret sekret segret account buchhalt comptab contab contad boekhoud "
    "sales verkauf vendeu vended venditor verkop waiter waitress kellner serveu camarer garcom camerier "
    "ober driver fahrer chauffeu conduct motorist autist design gestalt graphi grafi intern praktik stagi "
    "becari estagi tirocin trainee azubi auszubild apprenti research forsch cherch investig pesquis "
    "ricerc onderzoek scientist wissenschaft leiter leitung leader head chief president praside vice "
    "founder grunder fondat fundad owner inhaber partner associate speciali speziali especiali techni "
    "tecnic mechanic mecanic electric elektrik operator operat worker arbeiter ouvrier obrer operai "
    "operari administrat coordinat koordin coordenad supervis represent agent advis tutor barista "
    "bartender barkeep reception rezeption recepcion recezion porter cleaner guard pharmac apothek farmac "
    "doctor arzt medic physician surgeon lawyer anwalt avocat abogad advogad avvocat advocaat jurist "
    "architect architekt arquitet arquitect translat ubersetz traduct tradut tradutt librarian freelanc "
    "volunteer freiwillig benevol voluntari volontari student lecturer postdoc fellow artist musician "
    "fotograf photograph produc buyer planner recruit contractor builder carpenter gardener gartner baker "
    "backer hairdress carer mitarbeit referent sachbearbeit kaufmann kauffrau meister verantwort "
    "responsabl responsabil encargad jefe jefa gerent gestor capo medewerk hoofd adviseur lead junior "
    "senior executive principal deputy host guide captain pilot steward crew dj ta cto ceo cfo coo vp svp "
    "cio tester auditor inspector controller strateg market commis caissi cajer kassier cashier seller "
    "shop-assistant hostess midwife hebamme therap psycholog biolog chemi statistic econom actuar trader "
    "broker banker dozent hilfskraft werkstudent bsc msc mba phd bachelor master diplom licence licenci "
    "laurea degree abitur baccalaur doctorat geschaftsfuhr vorstand charge dirigent manager foreman "
    "organiser organizer labour plumber welder mason roofer paint nanny au-pair babysit caretaker coach "
    "trainer instruct monitor animat educat erzieh sozialarbeit social-work"
)
_TITLES: Final = _TITLES_LISTED.split()
_SHORT_TITLES: Final = frozenset(word for word in _TITLES if len(word) <= 4)  # noqa: PLR2004 - no stems
_STEMS: Final = tuple(word for word in _TITLES if len(word) > 4)  # noqa: PLR2004 - as above
_ENDINGS_LISTED: Final = (
    "leiter leiterin entwickler entwicklerin berater beraterin pfleger pflegerin lehrer lehrerin fahrer "
    "kaufer kauferin wart disponent disponentin mitarbeiter mitarbeiterin "
    "medewerker medewerkster beheerder kundige "
    "assistent assistentin ingenieur ingenieurin "
    "redakteur redakteurin kaufmann kauffrau meister meisterin koch kochin helfer helferin"
)
_GERMAN_ENDINGS: Final = tuple(_ENDINGS_LISTED.split())
_EMPLOYERS_LISTED: Final = (
    "inc ltd limited llc llp plc gmbh ag kg ohg mbh ug sa sas sarl srl spa bv nv corp corporation company "
    "co group gruppe groupe grupo gruppo groep bank banca banco banque sparkasse university universitat "
    "universite universidad universidade universita universiteit hochschule college school schule "
    "gymnasium ecole escuela escola scuola academy akademie hospital krankenhaus klinik klinikum clinic "
    "clinica clinique hopital ospedale ziekenhuis institute institut instituto istituto instituut "
    "federation union gemeente kantoor advocatenkantoor "
    "foundation stiftung fondation fundacion fundacao fondazione stichting ministry ministerium ministere "
    "ministerio council feuerwehr spedition "
    "verlag press publishing editions editorial hotel restaurant bar cafe pub inn "
    "bakery backerei boulangerie panaderia studio studios labs lab consulting partners holdings "
    "industries systems solutions technologies technology software media museum museo musee theater "
    "kita kindergarten haus praxis kanzlei creche guarderia asilo "
    "theatre teatro church verein association asociacion associazione ngo stores store market supermarket "
    "airlines railways pharma energy insurance versicherung assurance seguros foods services agency "
    "agentur agence agencia agenzia networks international kg-gmbh & und-sohne"
)
_EMPLOYERS: Final = frozenset(_EMPLOYERS_LISTED.split())
_DEGREE: Final = re.compile(
    r"\b(?:B\.?A|B\.?Sc|B\.?Eng|M\.?A|M\.?Sc|M\.?Eng|MBA|MPhil|Ph\.?D|DPhil|LL\.?[BM]|PGCE|GCSEs?|A.levels?"
    r"|Bachelor|Master|Diploma?|Magister|Promotion|Abitur|Licence|Laurea|Licenciatura|Grado|Mestrado|Doctorat)\b"
)
_SCHOOL: Final = re.compile(
    r"univ|hochschule|college|school|schule|gymnas|institut|academ|politec|polytec|ecole"
)
_BRACKETS: Final = re.compile(r"(?<=\S)\s*\([^()]*\)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|&")
_PLACE: Final = re.compile(
    r"(?:greater |gro\u00dfraum )?[A-Z\u00c0-\u00de][\w' .-]+(?:, [A-Z\u00c0-\u00de][\w' .-]+){1,3}"
    r"|.*\b(?:area|region)"
)


def title_score(text: str) -> int:
    """Weigh whether a line says what somebody was (1) or where (-1); 0 where its words do not tell."""
    words = [plain(word) for word in _WORD.findall(_BRACKETS.sub(" ", text))]
    titles = sum(_is_title(word) for word in words)
    employers = sum(word in _EMPLOYERS for word in words)
    if words and words[-1] in _EMPLOYERS and not _is_title(words[-1]):  # "Ingenieurbau GmbH" is a firm
        employers += 1
    if titles and words and _is_title(words[-1]):
        titles += 1
    return (titles > employers) - (employers > titles)


def _is_title(word: str) -> bool:
    return any(
        part in _SHORT_TITLES or part.startswith(_STEMS) or part.endswith(_GERMAN_ENDINGS)
        for part in (word, *word.split("-"))
    )


def is_degree(title: str, employer: str) -> bool:
    """Tell whether somebody studied there rather than worked there: "BSc Biology, University of Leeds"."""
    return _DEGREE.search(title) is not None and _SCHOOL.search(plain(employer)) is not None


def is_place(text: str) -> bool:
    """Tell whether a line has the form of a place: "Berlin, Germany"; "Leeds | Hybrid"."""
    _, *terms = (part.strip() for part in re.split(r"[\u00b7\u2022|(]", text.rstrip(")")))
    if terms and all(map(is_mode, terms)):
        return True
    return is_mode(text) or (_PLACE.fullmatch(text) is not None and title_score(text) == 0)
