"""A peer's voice in every question of the bank: no pleading, no thanks in advance, no asking for leave."""

from __future__ import annotations

import re

from good_on_paper.catalogue import load_bank

PLEADING = re.compile(
    r"\b(please|sorry|afraid|hope(fully)?|just|kindly|grateful|thank\w*|may i|might i|if i may|"
    r"would you mind|is it (ok|okay|possible|alright)|be able to|i was wondering|i would love|allow\w* me|"
    r"lucky|honou?red|excited|passionate|humbl\w+|good enough|a chance for me|candidate)\b",
    re.IGNORECASE,
)
BOASTING = re.compile(
    r"\b(obviously|of course you|surely|honestly|with all due respect|i demand|i expect)\b", re.IGNORECASE
)
YES_OR_NO = re.compile(
    r"^(do|does|did|is|are|was|were|will|would|can|could|have|has|should)\b", re.IGNORECASE
)


def test_no_question_pleads_and_none_talks_down() -> None:
    bank = load_bank()
    lists = (*bank.lines.values(), *bank.worries.values(), bank.own, bank.own_free, bank.well)
    ways = [way for found in (*lists, bank.not_again, bank.dull, bank.seat) for way in found]
    texts = [way.text for way in ways] + [*bank.follow.values(), *bank.story.values()]
    assert len(texts) > 100
    assert [text for text in texts if PLEADING.search(text) or BOASTING.search(text)] == []
    assert [text for text in texts if YES_OR_NO.search(text) or "!" in text or "?" not in text] == []
