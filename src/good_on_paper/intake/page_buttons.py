"""Buttons of a web page that were copied along with its text: "Edit", "Show more", "Mehr anzeigen"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from good_on_paper.language.months import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from good_on_paper.intake.facts import Findings

_LISTED: Final = (
    "edit, edit role, edit job, edit position, edit experience, edit education, edit profile, delete, "
    "add, add role, add job, add position, add experience, add education, add skills, add skill, "
    "add language, add licence, add license, add section, add another, save, cancel, close, "
    "show more, show less, see more, see less, read more, read less, view more, view less, "
    "show all, see all, view all, see all details, move up, move down, reorder, "
    "skip to main content, back to top, copy link, "
    "bearbeiten, löschen, entfernen, hinzufügen, mehr anzeigen, weniger anzeigen, mehr lesen, weniger lesen, "
    "alle anzeigen, details anzeigen, speichern, abbrechen, schließen, position hinzufügen, "
    "modifier, supprimer, ajouter, voir plus, voir moins, afficher plus, afficher moins, lire la suite, "
    "tout afficher, enregistrer, annuler, fermer, ajouter un poste, ajouter une expérience, "
    "editar, eliminar, borrar, añadir, agregar, ver más, ver menos, mostrar más, mostrar menos, leer más, "
    "guardar, cancelar, cerrar, añadir experiencia, ver todo, "
    "excluir, remover, adicionar, ver mais, mostrar mais, mostrar menos, ler mais, salvar, fechar, "
    "adicionar experiência, ver tudo, "
    "modifica, elimina, rimuovi, aggiungi, mostra altro, mostra di più, mostra meno, leggi di più, "
    "vedi altro, salva, annulla, chiudi, aggiungi esperienza, mostra tutto, "
    "bewerken, verwijderen, toevoegen, meer weergeven, minder weergeven, meer tonen, minder tonen, "
    "meer lezen, opslaan, annuleren, sluiten, ervaring toevoegen, alles weergeven"
)
_BUTTONS: Final = frozenset(plain(word.strip()) for word in _LISTED.split(","))
_SIGNS: Final = " .\u2026+\u203a\u00bb>\u2193\u25be\u25bc\u270e\u270f\ufe0f|[]()"
_ADDS: Final = re.compile(
    r"\+\s*(?:(?:add|ajouter|a\u00f1adir|agregar|adicionar|aggiungi)\b.{2,30}"
    r"|.{2,30} (?:hinzuf\u00fcgen|toevoegen))",
    re.IGNORECASE,
)
"""A button to add a part: "+ Add a course"."""
_LONGEST: Final = 40


def is_button(text: str) -> bool:
    """Return whether a line is only a button of a web page.

    Examples
    --------
    >>> is_button("\u2026 see more"), is_button("Edit"), is_button("Editor")
    (True, True, False)
    """
    tidy = text.strip(_SIGNS)
    return (0 < len(tidy) <= _LONGEST and plain(tidy) in _BUTTONS) or _ADDS.fullmatch(
        text.strip()
    ) is not None


def tell_buttons(lines: Iterable[tuple[int, str]], findings: Findings) -> None:
    """Name the buttons among some lines, all at once."""
    found = [(number, text.strip()) for number, text in lines if is_button(text)]
    if found:
        words = ", ".join(dict.fromkeys(text for _, text in found))
        places = "line" if len(found) == 1 else f"{len(found)} lines, the first line"
        findings.skip(f"{places} {found[0][0]}", words, "a button of the page it was copied from")
