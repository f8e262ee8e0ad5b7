"""What the words of a tracker mean: how far it went, how it ended, which kind of interview it was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from good_on_paper.catalogue import keys
from good_on_paper.intake.column_names import header_words

SAVED: Final = "saved"
SENT: Final = "sent"
TALKED: Final = "talked"
OFFERED: Final = "offered"


@dataclass(frozen=True)
class State:
    """What a cell says.

    Parameters
    ----------
    reached : str
        `SAVED`, `SENT`, `TALKED`, `OFFERED`, or empty if it does not say.
    ended : str
        The item that says how it ended; empty while it is open.
    stage : str
        The kind of interview it names: "call", "first", "second", "later"; may be empty.
    unsure : str
        Why we cannot tell what it means; empty if we can.
    """

    reached: str = ""
    ended: str = ""
    stage: str = ""
    unsure: str = ""


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})")


_NOT_YET: Final = _pattern(
    r"wishlist|wish list|saved|bookmark|to apply|not applied|draft|interested|researching|evaluated|"
    r"planned to apply|expected|gespeichert|merkliste|a postuler|guardad|salvat|opgeslagen"
)
_SILENT: Final = _pattern(
    r"ghost|no (?:response|reply|answer)|silen|did not hear|never heard|not heard|unanswered|keine "
    r"(?:antwort|ruckmeldung)|"
    r"sans reponse|sin respuesta|sem resposta|nessuna risposta|geen (?:reactie|antwoord)"
)
_WITHDREW: Final = _pattern(
    r"withdr|i (?:declined|said no|pulled)|pulled out|offer declined|declined (?:the )?offer|not interested|"
    r"discard|zuruckgezogen|retire|retirad|ritirat|teruggetrokken"
)
_NO: Final = _pattern(
    r"reject|denied|unsuccessful|not (?:selected|successful|moving|proceed|progress|hired)|no longer|"
    r"turned down|failed|did not pass|"
    r"abgelehnt|absage|refus|rechaz|rejeit|recusad|rifiut|afgewezen|afwijzing|no$"
)
_OFFER: Final = _pattern(
    r"offer|hired|accepted|negotiat|angebot|zusage|offre|oferta|proposta|offerta|aanbod|aangenomen|accepte|"
    r"contratado|assunto"
)
_OPEN: Final = _pattern(
    r"pending|waiting|await|in progress|in process|open|tbd|scheduled|upcoming|on hold|planned|wartet|offen|"
    r"en attente|en proceso|em an|in attesa|wachten|in behandel|in bearbeitung"
)
_YES: Final = _pattern(
    r"advanc|pass(?:ed)?\b|next round|moved (?:on|forward)|progressed|invited|through\b|success|yes|positive|"
    r"eingeladen|weiter|uitgenodigd|accepte"
)
_CALL: Final = _pattern(r"phone|call|screen|telefon|recruiter|hr\b|intro|appel|llamada")
_TALK: Final = _pattern(
    r"interview|onsite|on site|round|final|technical|panel|assessment|case study|take home|trial|gesprach|"
    r"entretien|entrevista|colloquio|gesprek|probearbeit|met\b|visit"
)
_SENT: Final = _pattern(
    r"appl|submit|sent|review|respond|acknowledg|received|beworben|bewerbung|gesendet|abgeschickt|postul|"
    r"envoy|relanc|solicit|aplicad|enviad|candidat|inviat|solliciteerd|follow|yes|si\b|oui|ja\b|true"
)
_UNSURE: Final = {
    "declined": "may mean that they said no, or that you did",
    **dict.fromkeys(("closed", "archived", "done", "completed", "finished"), "does not say how it ended"),
}
_ROUNDS: Final = (
    ("later", _pattern(r"3|4|5|third|fourth|final|last|onsite|on site|dritt|troisieme|tercer")),
    ("second", _pattern(r"2|second|zweit|deuxieme|segund|tweede")),
    ("first", _pattern(r"1|first|erst|premier|primer|eerste")),
    ("offer", _pattern(r"offer|contract")),
)
_CHANNELS: Final = (
    ("phone", _pattern(r"phone|telefon|telephone|tel\b")),
    (
        "screen",
        _pattern(r"video|zoom|teams|google meet|skype|online|remote|on screen|screen$|virtual|visio|webex"),
    ),
    ("in_person", _pattern(r"in person|in_person|on site|onsite|office|face|visit|vor ort|sur place")),
    ("phone", _pattern(r"call")),
)


def state_in(text: str) -> State:
    """Return what a status, a stage or a result means.

    Examples
    --------
    >>> state_in("Rejected after final round").ended
    'came_no'
    >>> state_in("Phone Screen").reached, state_in("Phone Screen").stage
    ('talked', 'call')
    """
    words = header_words(text)
    if not words or words in _UNSURE:
        return State(unsure=f"{text!r} {_UNSURE[words]}" if words else "")
    stage = stage_in(text)
    talked = TALKED if _TALK.search(words) or _CALL.search(words) else ""
    readings = (
        (_NOT_YET, State(SAVED)),
        (_SILENT, State(talked, keys.CAME_NOTHING, stage)),
        (_WITHDREW, State(talked, keys.WITHDREW, stage)),
        (_NO, State(talked, keys.CAME_NO, stage)),
        (_OFFER, State(OFFERED, keys.CAME_YES)),
        (_OPEN, State(talked, "", stage)),
        (_YES, State("", keys.CAME_YES, stage)),
        (_TALK, State(TALKED, "", stage)),
        (_CALL, State(TALKED, "", stage)),
        (_SENT, State(SENT)),
    )
    unknown = State(unsure=f"{text!r} is no state we know")
    return next((state for pattern, state in readings if pattern.search(words)), unknown)


def stage_in(text: str) -> str:
    """Return which kind of interview a text names; empty if it names none.

    Examples
    --------
    >>> [stage_in(text) for text in ("HR call", "2nd interview", "Final round", "Technical interview")]
    ['call', 'second', 'later', '']
    """
    words = header_words(text)
    found = next((stage for stage, pattern in _ROUNDS if pattern.search(words)), "")
    if found:
        return found
    return "call" if _CALL.search(words) else ""


def channel_in(text: str) -> str:
    """Return how people talked: "phone", "screen", "in_person"; empty if a text does not say."""
    words = header_words(text)
    return next((channel for channel, pattern in _CHANNELS if pattern.search(words)), "")
