"""Kinds of contract, such as "CDI" or "befristet": no kind of role, but told of a job."""

from __future__ import annotations

import re
from typing import Final

from good_on_paper.intake.column_names import header_words
from good_on_paper.intake.facts import kind_of, says_nothing
from good_on_paper.intake.plain_text import norm
from good_on_paper.language.months import plain

_NAMED: Final = re.compile(
    r"contract|contrat|contrato|contratto|vertrag|vinculo|dienstverband|anstellungsart|beschaftigungsart|"
    r"employment type|type d emploi|tipo de empleo"
)
"""What the name of a column of contracts has in it."""
_CONTRACTS: Final = re.compile(
    r"(?:contrato|contratto|contrat|contract|vertrag) .*|cdi|cdd|(?:un|on)?befrist\w*|"
    r"open ended|fixed term|zero hours?|casual|agency|"
    r"festanstellung|fest|minijob|zeitarbeit|leiharbeit|werkvertrag|saison\w*|aushilfe|"
    r"interim\w*|saisonnier\w*|vacataire|titulaire|"
    r"indefinido|temporal|eventual|fijo|fijo discontinuo|obra y servicio|"
    r"(?:con|sem|a) termo|efetivo|efectivo|temporari[oa]|sazonal|recibos verdes|"
    r"(?:a )?tempo (?:in)?determinato|(?:in)?determinato|stagionale|apprendistato|"
    r"somministrazione|a chiamata|"
    r"(?:on)?bepaalde tijd|vast(?: contract)?|tijdelijk(?: contract)?|uitzendkracht|oproep\w*|seizoen\w*"
)


def is_contract(text: str, header: str) -> bool:
    """Return whether a cell says what kind of contract somebody had, and no kind of role.

    Examples
    --------
    >>> is_contract("Contrato sem termo", "Tipo"), is_contract("freelance", "Contract")
    (True, False)
    """
    if says_nothing(text) or kind_of(text):
        return False
    named = _NAMED.search(header_words(header)) is not None
    return named or _CONTRACTS.fullmatch(plain(norm(text))) is not None
