"""The names under which the parts of a CV stand, in nine languages and some of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.intake.job_words import title_score
from good_on_paper.intake.plain_text import norm
from good_on_paper.intake.spaced_letters import is_spaced
from good_on_paper.language.months import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES: Final = {
    "job": (
        "experience, work experience, professional experience, employment, employment history, work "
        "history, career history, career, career summary, relevant experience, other experience, "
        "additional experience, work, jobs, positions, positions held, professional background, academic "
        "appointments, appointments, academic positions, teaching experience, research experience, "
        "industry experience, clinical experience, freelance work, selected experience, previous experience, "
        "employment record, roles, posts, postes, postes occupés, ministry, clients, "
        "selected clients, professional history, "
        "career background, akademischer werdegang, "
        "wissenschaftlicher werdegang, beruflicher und akademischer werdegang, "
        "experience and employment, berufserfahrung, berufliche erfahrung, berufliche "
        "erfahrungen, beruflicher werdegang, werdegang, berufspraxis, praktische erfahrung, praktische "
        "erfahrungen, arbeitserfahrung, praktika, beruflicher hintergrund, berufstätigkeit, tätigkeiten, "
        "berufliche stationen, anstellungen, expérience, expériences, expérience professionnelle, "
        "expériences professionnelles, activité professionnelle, activités professionnelles, actividad "
        "profesional, attività professionale, atividade profissional, "
        "parcours professionnel, parcours, emplois, carrière, stages, "
        "experiencia, experiencia laboral, experiencia profesional, trayectoria, trayectoria profesional, "
        "historial laboral, empleos, vida laboral, experiência, experiências, experiência profissional, "
        "experiências profissionais, percurso profissional, histórico profissional, trajetória "
        "profissional, carreira, esperienza, esperienze, esperienza lavorativa, esperienze lavorative, "
        "esperienza professionale, esperienze professionali, percorso professionale, carriera, lavoro, "
        "werkervaring, ervaring, loopbaan, professionele ervaring, arbeidservaring, relevante ervaring, "
        "posizioni accademiche, posizioni ricoperte, incarichi, incarichi ricoperti, "
        "cargos, cargos académicos, puestos, nevenfuncties, werk, assignments, contracts, missions, "
        "einsätze, "
        "arbetslivserfarenhet, erfarenhet, erfarenheter, arbetserfarenhet, yrkeserfarenhet, anställningar, "
        "anställning, tidigare anställningar, doświadczenie zawodowe, doświadczenie, przebieg kariery, "
        "career timeline, erhvervserfaring, arbejdserfaring, joberfaring, ansættelser, arbeidserfaring, "
        "erfaring, arbeidspraksis, yrkeserfaring, "
        "praksis, työkokemus, työhistoria, työura, pracovní zkušenosti, "
        "praxe, zaměstnání, pracovné skúsenosti, experiență profesională, experiență, experiència laboral, "
        "experiència professional, experiència, munkatapasztalat, szakmai tapasztalat, radno iskustvo, "
        "delovne izkušnje, iş deneyimi, опыт работы, досвід роботи, trabajos, trabalhos, "
        "in loondienst, opdrachten, opdrachten als zelfstandige, opdrachten als zzp er, dienstverbanden, "
        "dienstbetrekkingen, festanstellungen, selbständige tätigkeit, aufträge, en tant que salarié, "
        "en tant que salariée, por cuenta ajena, por conta de outrem, lavoro dipendente, "
        "historia zatrudnienia, przebieg pracy zawodowej, praktyki i staże"
    ),
    "volunteer": (
        "volunteer, volunteering, volunteer experience, volunteer work, voluntary work, community, community "
        "service, ehrenamt, ehrenamtliche tätigkeit, ehrenamtliche tätigkeiten, ehrenamtliches "
        "engagement, engagement, bénévolat, expérience bénévole, engagement associatif, voluntariado, "
        "trabalho voluntário, volontariato, vrijwilligerswerk, "
        "frivilligt arbejde, frivillig, frivilligarbeid, vapaaehtoistyö, voluntariat, dobrovolnictví, "
        "ideellt arbete, ideellt engagemang, volontärarbete, wolontariat"
    ),
    "study": (
        "education, education and training, academic background, qualifications, academic qualifications, "
        "learning, academic qualification, educational qualification, educational qualifications, tickets, "
        "educational background, job related training, related training, further training, "
        "professional training, vocational training, "
        "education and professional qualifications, professional and academic qualifications, "
        "academic and professional qualifications, educational qualifications with dates, "
        "training, college, university, universities, school, schools, schooling, study, studies, "
        "studium und promotion, promotion, "
        "akademische bildung, ausbildung, bildung, "
        "bildungsweg, studium, schulbildung, akademische "
        "ausbildung, weiterbildung, ausbildung und studium, schule, formation, formations, études, "
        "diplômes, formation académique, formación, formación académica, educación, estudios, formação, "
        "formação académica, formação acadêmica, educação, escolaridade, istruzione, formazione, "
        "istruzione e formazione, studi, titoli di studio, opleiding, opleidingen, onderwijs, studie, "
        "utbildning, "
        "degree, degrees, uddannelse, uddannelser, utdanning, koulutus, opinnot, vzdělání, vzdelanie, "
        "studii, educație, formació, formació acadèmica, estudis, tanulmányok, obrazovanje, izobrazba, "
        "eğitim, образование, освіта, skole, "
        "utbildningar, studier, wykształcenie, edukacja"
    ),
    "project": (
        "projects, personal projects, side projects, selected projects, projekte, projets, proyectos, "
        "projetos, progetti, projecten"
    ),
    "other": (
        "recognition, recognitions, achievements and awards, designations, professional designations, "
        "professional learning, recent professional learning, "
        "exhibitions, selected exhibitions, shows, performances, credits, filmography, discography, "
        "residencies, ausstellungen, expositions, exposiciones, mostre, "
        "professional development, continuing professional development, cpd, training courses, approbation, "
        "teaching, research interests, grants and awards, funding, lehre, lehrveranstaltungen, drittmittel, "
        "forschungsschwerpunkte, ausgewählte publikationen, vorträge, preise, details, "
        "sonstiges, extracto, contactar, aptitudes principales, principales compétences, "
        "competenze principali, principais competências, contatos, belangrijkste vaardigheden, "
        "otros datos, datos de interés, outros dados, altri dati, logiciels, "
        "skills, technical skills, key skills, core skills, core competencies, top skills, languages, "
        "interests, hobbies, references, referees, publications, selected publications, awards, honours, "
        "honors, prizes, honors awards, awards and honours, certificates, certifications, licenses "
        "certifications, licences and certifications, courses, memberships, patents, summary, profile, "
        "about, about me, objective, personal statement, contact, contact details, personal details, "
        "personal information, talks, grants, conferences, presentations, recommendations, achievements, "
        "highlights, tools, strengths, activities, professional summary, executive summary, volunteer "
        "interests, kenntnisse, fähigkeiten, sprachen, sprachkenntnisse, interessen, hobbys, referenzen, "
        "veröffentlichungen, publikationen, auszeichnungen, zertifikate, profil, über mich, kontakt, "
        "persönliche daten, edv kenntnisse, it kenntnisse, zusammenfassung, kompetenzen, stärken, "
        "mitgliedschaften, compétences, langues, centres d intérêt, loisirs, références, distinctions, "
        "certificats, à propos, coordonnées, informatique, informations personnelles, résumé, "
        "licenças, licencias, licenze, lizenzen, bescheinigungen, licenties, "
        "habilidades, competencias, aptitudes, idiomas, intereses, aficiones, referencias, publicaciones, "
        "premios, certificados, certificaciones, perfil, sobre mí, contacto, datos personales, resumen, "
        "informática, competências, interesses, referências, publicações, prémios, prêmios, "
        "certificações, sobre mim, contato, contactos, dados pessoais, resumo, cursos, competenze, "
        "lingue, interessi, hobby, referenze, pubblicazioni, premi, certificati, certificazioni, profilo, "
        "chi sono, contatti, dati personali, informazioni personali, riepilogo, corsi, capacità e "
        "competenze, vaardigheden, talen, hobby s, referenties, publicaties, prijzen, certificaten, "
        "profiel, over mij, contactgegevens, persoonlijke gegevens, samenvatting, cursussen, "
        "competenties, nevenactiviteiten, gegevens, rijbewijs, rijbewijzen, führerschein, führerscheine, "
        "fahrerlaubnis, permis, permis de conduire, carné de conducir, permiso de conducir, "
        "carta de condução, habilitação, patente, patenti, patente di guida, driving licence, "
        "driving license, driving licences, licenses, licences, licensure, clearances, endorsements, "
        "sprog, sprogkundskaber, kompetencer, fritid, referencer, referanser, ferdigheter, kielitaito, "
        "kielet, taidot, harrastukset, suosittelijat, jazyky, dovednosti, zájmy, limbi străine, competențe, "
        "idiomes, aptituds, interessos, языки, навыки, "
        "språk, språkkunskaper, kompetenser, kunskaper, färdigheter, körkort, referenser, intressen, "
        "fritidsintressen, meriter, kurser, certifikat, om mig, personuppgifter, övrigt, języki, języki "
        "obce, "
        "umiejętności, zainteresowania, kursy, szkolenia, kursy i szkolenia, certyfikaty, referencje, "
        "dane osobowe, profil zawodowy, podsumowanie, o mnie, dodatkowe informacje, publikacje, prawo jazdy"
    ),
}
_KINDS: Final = {
    plain(norm(name)): kind for kind, names in reversed(_NAMES.items()) for name in names.split(",")
}
_SQUEEZED: Final = {name.replace(" ", ""): name.upper() for name in _KINDS if len(name) > 5}  # noqa: PLR2004
"""Listed headings without their spaces."""
_AND: Final = re.compile(r"\s+(?:and|und|et|y|e|ed|en|&)\s+|\s*[/,&]\s*", re.IGNORECASE)
_MORE: Final = re.compile(
    r"^(?:other|additional|previous|further|earlier|recent|current|selected|key|weitere|fr\u00fchere|bisherige"
    r"|autres?|otras?|outras?|altr[ae]|overige|andere)\s+",
    re.IGNORECASE,
)
_CHOSEN: Final = re.compile(
    r"\s*\((?:selected|selection|auswahl|s\u00e9lection|selecci\u00f3n|sele\u00e7\u00e3o|selezione|selectie|urval)\)\s*:?$",
    re.IGNORECASE,
)
"""A word in brackets behind a heading: "Exhibitions (selected)"."""
_LONGEST: Final = 60
_TURNED: Final = 2
"""Most words behind the comma of a heading that is turned round."""
_OWNED: Final = re.compile(
    r"((?!School|College|Universit|Schule|Werk\b|Work\b)[A-Z\u00c0-\u00de][^,;|:]{5,40}?) "
    r"(?:von|for|de|di|van)((?: [A-Z\u00c0-\u00de][^\W\d_]+(?:[-\u2019'][^\W\d_]+)*){2,4})"
)
"""A heading with the person's name behind it, as networks write them."""
_YEARS_BEHIND: Final = re.compile(r"\((?:19|20)[0-9]{2}[^()]*\)$")
_NOT_ITS_NAME: Final = re.compile(
    r"(?:years?|of|in|with|user|brand|digital|[ck]lients?|customer|guest|patient|visitor|employee) experience"
    r"|.*(?:formativ|client|usuari|utent|utilisateur)"
)
_WORK: Final = re.compile(
    r"(?:[\w-]+ ){1,3}(?:experience|employments?|posts|positions|appointments|roles|career"
    r"|(?:career|work|employment|job|professional)"
    r" (?:history|summary|overview|highlights|path|chronology|record|timeline|so far|to date))"
    r"|(?:employment|career|job|professional) (?:summary|overview|record|details|chronology|timeline)"
    r"|(?:present|current|latest|last|previous|past|most recent) (?:appointment|position|post|role|job)s?"
    r"|(?:present|current|latest|last) (?:or|and) (?:most recent|previous|past|last|former)"
    r" (?:employments?|employers?|appointments?|positions?|posts?|roles?|jobs?)"
    r"|(?:un)?paid (?:work|jobs?|roles?)"
    r"|(?:[\w-]+ and )?(?:freelance|salaried|paid|contract|agency|casual|temporary|seasonal|permanent"
    r"|employed|self[- ]employed|staff)(?: (?:and|or) [\w-]+)? (?:work|jobs|assignments|engagements)"
    r"|(?:military|naval|army|public|civil|police|sea) service"
    r"|(?:[\w-]+ ){0,2}(?:career|work|jobs?) (?:so far|to date|history)"
    r"|(?:jobs|places|positions|roles) i (?:ve|have) \w+(?: \w+)?"
    r"|(?:where|what) i(?: ve| have)? (?:worked|done|been doing|did)(?: so far)?"
    r"|work(?:ed)? (?:for|at)|worked for"
    r"|(?:exp\u00e9riences?|experiences|experi[e\u00ea]ncias?|esperienz[ae])(?: [\w-]+){1,3}"
    r"|(?:parcours|carri\u00e8re|trayectoria|percorso|percurso|carriera) [\w-]+"
    r"|(?:[\w-]+ )?[\w-]*(?:laufbahn|loopbaan)"
    r"|(?:[\w-]+ )?[\w-]*(?:erfahrung|erfahrungen|t\u00e4tigkeiten|stationen|ervaring)|[\w-]+ t\u00e4tigkeit"
)
"""Headings of sections with jobs, in lower case: "Military experience"."""
_STUDIED: Final = re.compile(
    r"educational (?:background|attainment|history)"
    r"|(?:[\w-]+ ){0,2}(?:education|qualifications|schooling|degrees|studies)(?: and \w+){0,2}"
    r"|(?:education|training|qualifications|tickets)(?: and (?:\w+ )?\w+){1,2}"
    r"|(?:[\w-]+ ){0,2}[\w-]*abschl\u00fcsse|(?:cursos|corsi|cours|cursussen) (?!(?:of|de|di|d) )[\w-]+"
    r"|(?:[\w-]+ ){0,3}[\w-]*bildung(?:en)?(?: und [\w-]+){0,2}"
    r"|(?:formations?|formaci\u00f3n|forma\u00e7\u00e3o|formazione|opleiding(?:en)?|\u00e9tudes|estudios|estudos|studi"
    r"|dipl\u00f4mes?|cursus|scolarit\u00e9)(?: (?!(?:e[nm]|d[eio]|da|des|du|del|della|dei) )[\w-]+){1,3}"
    r"|opleiding(?:en)? en [\w-]+"
)
_TOLD_ELSEWHERE: Final = re.compile(
    r"(?:(?!of )[\w-]+ ){0,3}(?:memberships?|affiliations?|registrations?|licen[cs]es|certifications?"
    r"|certificates|publications|patents|awards|honou?rs|prizes|medals|decorations|skills|competenc(?:ies|es)|languages"
    r"|interests|hobbies|references|referees|courses|proficiencies)(?: (?:and|of) \w+){0,2}"
    r"|(?:[\w-]+ ){0,2}(?:scholarships|bursaries|grants|exhibitions|residencies"
    r"|screenings|recordings)(?: (?:and|of) \w+){0,2}"
    r"|(?:[\w-]*ausstellungen|[\w-]*stipendien|[\w-]*preise|[\w-]*beteiligungen|vortr\u00e4ge|[\w-]*publikationen"
    r"|expositions|bourses|prix|exposiciones|becas|premios|exposi\u00e7\u00f5es|bolsas|pr\u00e9mios|pr\u00eamios|mostre|borse"
    r"|premi|tentoonstellingen|exposities|beurzen|prijzen|utst\u00e4llningar|stipendier)(?: [\w-]+){0,3}"
    r"|(?:additional|other|further|personal|supporting) information"
    r"|informa(?:tions|ci\u00f3n|\u00e7\u00f5es|zioni) [\w-]+"
    r"|(?:weitere|sonstige) (?:angaben|informationen)|overige (?:informatie|gegevens)"
    r"|(?:mitgliedschaften|zertifikate|auszeichnungen|[\w-]*kenntnisse|adh\u00e9sions|affiliations|distinctions"
    r"|certifications|afiliaciones|colegiaciones|certificaciones|afilia\u00e7\u00f5es|certifica\u00e7\u00f5es|iscrizioni|affiliazioni"
    r"|certificazioni|lidmaatschappen|certificaten)(?: [\w-]+){0,3}"
)
"""Headings of sections without jobs, in lower case: "Professional memberships"."""
_WITH_DATES: Final = re.compile(
    r" (?:with dates|mit daten|avec dates|con fechas|con date|com datas|met data)$"
)
_NUMBER: Final = re.compile(
    r"(?:(?:section|part|teil|abschnitt|partie|section|parte|sezione|se\u00e7\u00e3o|secci\u00f3n|deel)\s+)?"
    r"(?:[0-9]{1,2}|[ivx]{1,4}|[a-h])\s*[.):]\s+(?=[^\W\d_]{3})",
    re.IGNORECASE,
)
_ORDER: Final = re.compile(r"\s*[\[(][^()\[\]0-9]{3,60}[\])]\s*$")
_WORKED_FOR_NOTHING: Final = re.compile(r"volunt|unpaid|charit|ehrenamt|freiwillig|benevol|vrijwillig")


def section_of(line: str) -> str:
    """Return which section of a CV begins with this line, by its heading.

    Returns
    -------
    str
        "job", "volunteer", "study", "project", "other" (skills, languages ...), or empty for a line that is
        not a heading.

    Examples
    --------
    >>> section_of("BERUFSERFAHRUNG:")
    'job'
    >>> section_of("Experience designer")
    ''
    """
    if len(line) <= 2 * _LONGEST:
        line = _ORDER.sub("", without_number(line))
    return (
        known_section(line)
        or _turned(line)
        or _of_somebody(line)
        or _after_a_name(line)
        or (_by_its_words(line) if len(line) <= _LONGEST else "")
    )


def _of_somebody(line: str) -> str:
    """Return the section of a heading that names whose it is: "Ausbildung von Ada Finch"."""
    found = _OWNED.fullmatch(line.strip()) if len(line) <= 2 * _LONGEST else None
    kind = known_section(found[1]) if found else ""
    return "" if found and title_score(found[1]) > 0 else kind


def _turned(line: str) -> str:
    """Return the section of a listed heading whose words an index turned round: "Appointments, academic"."""
    first, comma, rest = line.strip().partition(", ")
    turned = comma and "," not in rest and len(rest.split()) <= _TURNED
    return known_section(f"{rest} {first}") if turned else ""


def without_number(line: str) -> str:
    """Return a heading without the number or letter that a form gives it.

    Examples
    --------
    >>> without_number("3. Previous employment")
    'Previous employment'
    """
    return _NUMBER.sub("", line.strip())


def _after_a_name(line: str) -> str:
    """Return the section of a listed heading of several words behind a person's name and a dash.

    A heading in capitals may have an employer and its years behind it: "MILITARY CAREER - ARMY (2003)".
    """
    first, dash, _ = line.strip().partition(" - ")
    if dash and line.isupper() and _YEARS_BEHIND.search(line) and len(line) <= _LONGEST:
        return known_section(first) or _by_its_words(first)
    name, _, heading = line.strip().rpartition(" \N{EN DASH} ")
    if not name or " " not in heading or len(line) > _LONGEST or any(map(str.isdecimal, line)):
        return ""
    kind = _kind(heading)
    return kind if kind in ("job", "study") else ""


def known_section(name: str) -> str:
    """Return which section of a CV has this heading, as `section_of` does, but only for listed headings."""
    if len(name) > _LONGEST:
        return ""
    tidy = name.strip()
    if is_spaced(" ".join(tidy.split())):  # "E X P E R I E N C E"
        tidy = "".join(tidy.split())
    return _kind(tidy.replace("&", " and ")) or _kind(tidy) or _of_two(tidy)


def squeezed_section(cells: Sequence[str]) -> str:
    """Return a heading that gaps fell into: "CAREER", "HIST", "ORY"; empty text for any other cells."""
    whole = " ".join(cells)
    if len(cells) == 1 or len(whole) > _LONGEST or not (whole.isupper() and whole.replace(" ", "").isalpha()):
        return ""
    if section_of(whole):
        return whole
    turned = " ".join(reversed(cells))
    if len(cells) <= _TURNED and section_of(turned):  # small capitals drawn before their large ones
        return turned
    return _SQUEEZED.get(plain(whole).replace(" ", ""), "")


def _kind(name: str) -> str:
    return _KINDS.get(plain(norm(name)), "")


def _of_two(name: str) -> str:
    """Return the section of "Education and qualifications" or "Other employment", by their parts."""
    whole = _MORE.sub("", name)
    kinds = {_kind(part) for part in _AND.split(whole)}
    return next(iter(kinds)) if len(kinds) == 1 else ""


def _by_its_words(name: str) -> str:
    """Return the section of "Teaching posts" or "Diplômes et formations", by words for its subject."""
    name = _CHOSEN.sub("", name)
    if any(sign in ",;|/.\u00b7\u2022" or sign.isdecimal() for sign in name) or ": " in name.strip():
        return ""  # "Kenntnisse: Logistik"
    if not name.strip()[:1].isalpha():
        return ""
    words = _WITH_DATES.sub("", norm(name))
    if _STUDIED.fullmatch(words) and title_score(name) <= 0:
        return "study"
    if _TOLD_ELSEWHERE.fullmatch(words) and not _WORK.fullmatch(words):
        return "other"
    if not _WORK.fullmatch(words) or _NOT_ITS_NAME.search(words):
        return ""
    return "volunteer" if _WORKED_FOR_NOTHING.search(plain(words)) else "job"
