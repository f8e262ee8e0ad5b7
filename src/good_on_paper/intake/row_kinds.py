"""Work or something else: what a row of a CV table is, by the word in its section, or by its title."""

from __future__ import annotations

import re
from typing import Final

from good_on_paper.intake.plain_text import norm
from good_on_paper.language.months import plain

WORK, VOLUNTEERING, EDUCATION, OTHER = "work", "volunteering", "education", "other"
_SECTIONS: Final = {
    WORK: (
        "work, work experience, works, experience, exp, paid work, professional experience, employment, "
        "employment history, job, jobs, career, positions, position, work history, beruf, "
        "arbeit, berufserfahrung, berufliche erfahrung, berufspraxis, beschäftigung, praxis, "
        "anstellung, travail, emploi, expérience, expérience professionnelle, expériences, "
        "expériences professionnelles, trabajo, empleo, experiencia, experiencia laboral, "
        "experiencia profesional, trabalho, emprego, experiência, experiência profissional, "
        "lavoro, impiego, esperienza, esperienze, esperienza lavorativa, "
        "esperienza professionale, esperienze professionali, esperienze lavorative, werk, "
        "werkervaring, ervaring, baan"
    ),
    VOLUNTEERING: (
        "volunteer, volunteering, voluntary, volunteer experience, volunteer work, ehrenamt, "
        "ehrenamtlich, freiwilligenarbeit, bénévolat, volontariat, voluntariado, voluntario, "
        "trabalho voluntário, volontariato, vrijwilligerswerk"
    ),
    EDUCATION: (
        "education, educational background, academic, academics, school, schooling, studies, "
        "degree, degrees, qualification, qualifications, training, course, courses, university, "
        "certification, certifications, certificate, certificates, ausbildung, bildung, schule, "
        "schulbildung, studium, weiterbildung, fortbildung, zertifikate, formation, formations, "
        "études, éducation, diplôme, diplômes, scolarité, educación, formación, "
        "formación académica, estudios, cursos, títulos, educação, formação, formação académica, "
        "formação acadêmica, estudos, istruzione, formazione, studi, istruzione e formazione, "
        "corsi, opleiding, opleidingen, onderwijs, studie, scholing, cursussen, cursus"
    ),
    OTHER: (
        "career break, break, gap, leave, parental leave, maternity leave, sabbatical, unemployed, "
        "unemployment, elternzeit, auszeit, arbeitslos, arbeitssuchend, congé parental, chômage, "
        "pausa, paro, desemprego, disoccupazione, werkloos, "
        "publication, publications, paper, papers, article, articles, book, books, talk, talks, "
        "presentation, presentations, conference, conferences, award, awards, honor, honors, "
        "honour, honours, prize, prizes, grant, grants, scholarship, scholarships, skill, "
        "skills, language, languages, interest, interests, hobby, hobbies, reference, "
        "references, patent, patents, membership, memberships, project, projects, license, "
        "licenses, licence, achievement, achievements, personal, contact, profile, summary, "
        "teaching materials, software, veröffentlichung, veröffentlichungen, publikation, "
        "publikationen, vortrag, vorträge, preis, preise, auszeichnung, auszeichnungen, "
        "stipendium, sprachen, kenntnisse, fähigkeiten, interessen, hobbys, projekt, projekte, "
        "mitgliedschaft, prix, distinctions, bourse, langues, compétences, loisirs, "
        "centres d intérêt, projets, projet, conférences, publicación, publicaciones, premio, "
        "premios, beca, idiomas, habilidades, aptitudes, intereses, proyecto, proyectos, "
        "conferencias, publicação, publicações, prémio, prémios, prêmio, prêmios, bolsa, "
        "competências, interesses, projeto, projetos, pubblicazione, pubblicazioni, premi, "
        "lingue, competenze, interessi, progetto, progetti, riconoscimenti, publicatie, "
        "publicaties, prijs, prijzen, talen, vaardigheden, projecten"
    ),
}
_KINDS: Final = {plain(norm(word)): kind for kind, words in _SECTIONS.items() for word in words.split(",")}
_DEGREE: Final = re.compile(
    r"(?:b\.?\s?sc|m\.?\s?sc|ph\.?\s?d|b\.?a\.?|m\.?a\.?|b\.?eng|m\.?eng|mba|llb|llm|d\.?phil|m\.?phil|bachelor|master|"
    r"bachelor's|master's|diploma in|diplom|diplôme|licence|"
    r"licenciatura|laurea|magister|abitur|baccalaur[eé]at|bac\b|"
    r"a-?levels?|gcse|high school|maîtrise|doctorat|doctorate|mestrado|máster|"
    r"maestría|grado en|graduação|hbo|"
    r"degree in)(?![\w-])[.,:]?(?:\s|$)",
    re.IGNORECASE,
)
_SCHOOL: Final = re.compile(
    r"universit|college|hochschule|\bschool\b|gymnasium|lyc[eé]e|[eé]cole|\binstitut|instituto|facult|polytechni|"
    r"politecnico|akademie|academy|liceo|escola|escuela|\bMIT\b|\bETH\b",
    re.IGNORECASE,
)
_WORKS_THERE: Final = re.compile(
    r"teach|lectur|professor|tutor|assistant|fellow|research|librar|officer|manager|instructor|lehrer|dozent|"
    r"mitarbeiter|enseign|chercheu|profesor|docente|investig|ricercator|docent|onderzoeker|thesis supervisor",
    re.IGNORECASE,
)


def kind_of_section(text: str) -> str:
    """Return what a section's name means: "work", "volunteering", "education", "other"; else empty."""
    name = plain(norm(text))
    first, _, rest = name.partition(" ")
    return _KINDS.get(name, "") or (_KINDS.get(first, "") if rest else "")


def is_study(title: str, employer: str) -> bool:
    """Return whether a title is a degree and not a job at a school: "BSc Earth Sciences, University ..."."""
    if not _DEGREE.match(title.strip()) or _WORKS_THERE.search(title):
        return False
    return not employer or bool(_SCHOOL.search(employer)) or bool(_SCHOOL.search(title))
