"""Words in an order, as questionnaires use them in seven languages: never to always, no to yes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_APART: Final = re.compile(r"[\W_]+")

# from the least to the most; a slash parts words for one step, in English, German, French, Spanish,
# Portuguese, Italian and Dutch
_AGREE: Final = (
    (
        "strongly disagree/totally disagree/disagree strongly/completely disagree/"
        "stimme überhaupt nicht zu/stimme gar nicht zu/trifft überhaupt nicht zu/"
        "trifft gar nicht zu/pas du tout d accord/tout à fait en désaccord/"
        "totalmente en desacuerdo/muy en desacuerdo/discordo totalmente/totalmente in disaccordo/"
        "fortemente in disaccordo/per niente d accordo/helemaal mee oneens/helemaal oneens/"
        "zeer mee oneens"
    ),
    (
        "disagree/stimme nicht zu/trifft nicht zu/pas d accord/en désaccord"
        "/en desacuerdo/discordo/in disaccordo"
        "/non d accordo/oneens/mee oneens"
    ),
    (
        "somewhat disagree/slightly disagree/rather disagree/stimme eher nicht zu/trifft eher nicht zu"
        "/plutôt pas d accord/plutôt en désaccord/algo en desacuerdo/discordo parcialmente/discordo em parte"
        "/abbastanza in disaccordo/enigszins mee oneens/enigszins oneens"
    ),
    (
        "neutral/neither agree nor disagree/undecided/neither/teils teils/weder noch/neutre"
        "/ni d accord ni pas d accord/ni d accord ni en désaccord/ni de acuerdo ni en desacuerdo"
        "/nem concordo nem discordo/neutro/neutrale"
        "/né d accordo né in disaccordo/neutraal/niet eens niet oneens"
        "/noch eens noch oneens"
    ),
    (
        "somewhat agree/slightly agree/rather agree/stimme eher zu"
        "/trifft eher zu/plutôt d accord/algo de acuerdo"
        "/concordo parcialmente/concordo em parte/abbastanza d accordo/enigszins mee eens/enigszins eens"
    ),
    "agree/stimme zu/trifft zu/d accord/de acuerdo/concordo/d accordo/eens/mee eens",
    (
        "strongly agree/totally agree/agree strongly/completely agree/stimme voll zu/stimme voll und ganz zu"
        "/trifft voll zu/trifft voll und ganz zu/tout à fait d accord/totalmente de acuerdo/muy de acuerdo"
        "/concordo totalmente/totalmente d accordo/fortemente d accordo"
        "/completamente d accordo/helemaal mee eens"
        "/helemaal eens/zeer mee eens"
    ),
)
_OFTEN: Final = (
    "never/nie/niemals/jamais/nunca/mai/nooit",
    "rarely/seldom/hardly ever/selten/rarement/rara vez/raramente/casi nunca/quase nunca/zelden",
    (
        "sometimes/occasionally/manchmal/gelegentlich/parfois/quelquefois/a veces/às vezes/"
        "a volte/qualche volta/soms"
    ),
    (
        "often/frequently/usually/oft/häufig/meistens/souvent/a menudo"
        "/frecuentemente/casi siempre/frequentemente"
        "/muitas vezes/spesso/vaak/meestal"
    ),
    "always/immer/stets/toujours/siempre/sempre/altijd",
)
_MUCH: Final = (
    (
        "very low/sehr niedrig/sehr gering/très faible/très bas/muy bajo/muy baja/muito baixo/"
        "muito baixa/molto basso/molto bassa/zeer laag/heel laag"
    ),
    "low/niedrig/gering/faible/bas/basse/bajo/baja/baixo/baixa/basso/bassa/laag",
    "medium/moderate/middle/average/mid/mittel/moyen/moyenne/medio/media/médio/média/gemiddeld/middel",
    "high/hoch/élevé/élevée/haut/haute/alto/alta/hoog",
    (
        "very high/sehr hoch/très élevé/très élevée/très haut/muy alto/muy alta"
        "/muito alto/muito alta/molto alto"
        "/molto alta/zeer hoog/heel hoog"
    ),
)
_HOW_GOOD: Final = (
    (
        "very poor/very bad/terrible/awful/sehr schlecht/très mauvais/très mal/muy malo/muy mala/"
        "muy mal/muito ruim/muito mau/pessimo/zeer slecht"
    ),
    "poor/bad/schlecht/mauvais/mal/malo/mala/ruim/mau/cattivo/scarso/slecht",
    (
        "fair/average/ok/okay/so so/acceptable/mittelmäßig/befriedigend/moyen/passable/regular/"
        "médio/razoável/discreto/sufficiente/matig/redelijk"
    ),
    "good/gut/bien/bon/bueno/buena/bom/boa/buono/bene/goed",
    (
        "very good/excellent/great/sehr gut/ausgezeichnet/très bien/très bon/muy bueno/muy buena/"
        "muy bien/excelente/muito bom/muito boa/ottimo/eccellente/zeer goed/uitstekend"
    ),
)
_CONTENT: Final = (
    (
        "very dissatisfied/very unsatisfied/sehr unzufrieden/très insatisfait"
        "/très insatisfaite/muy insatisfecho"
        "/muy insatisfecha/muito insatisfeito/muito insatisfeita/molto insoddisfatto/molto insoddisfatta"
        "/zeer ontevreden"
    ),
    (
        "dissatisfied/unsatisfied/unzufrieden/eher unzufrieden/insatisfait/insatisfaite/"
        "plutôt insatisfait/insatisfecho/insatisfecha/insatisfeito/insatisfeita/insoddisfatto/"
        "insoddisfatta/ontevreden"
    ),
    "neutral/neither satisfied nor dissatisfied/neutre/neutro/neutrale/neutraal/teils teils",
    (
        "satisfied/zufrieden/eher zufrieden/satisfait/satisfaite/plutôt satisfait/satisfecho/"
        "satisfecha/satisfeito/satisfeita/soddisfatto/soddisfatta/tevreden"
    ),
    (
        "very satisfied/sehr zufrieden/très satisfait/très satisfaite/muy satisfecho/"
        "muy satisfecha/muito satisfeito/muito satisfeita/molto soddisfatto/molto soddisfatta/"
        "zeer tevreden"
    ),
)
_HOW_FAR: Final = (
    (
        "not at all/gar nicht/überhaupt nicht/pas du tout/nada/en absoluto"
        "/de modo nenhum/per niente/per nulla"
        "/helemaal niet"
    ),
    "a little/slightly/a bit/ein wenig/etwas/kaum/un peu/un poco/poco/um pouco/pouco/un po/een beetje",
    (
        "somewhat/moderately/partly/teilweise/mittelmäßig/moyennement"
        "/moderadamente/algo/mais ou menos/abbastanza"
        "/enigszins/redelijk"
    ),
    (
        "quite a bit/a lot/very/mostly/very much/ziemlich/sehr/weitgehend/beaucoup/bastante/"
        "mucho/muito/molto/veel/erg"
    ),
    (
        "extremely/completely/fully/entirely/vollständig/völlig/voll und ganz/äußerst/énormément/"
        "tout à fait/totalmente/muchísimo/completamente/extremamente/moltissimo/del tutto/"
        "volledig/helemaal"
    ),
)
_AGAIN: Final = (
    (
        "definitely not/certainly not/absolutely not/never again/no way/auf keinen fall/bestimmt nicht/"
        "sicher nicht/nie wieder/certainement pas/surtout pas/plus jamais/de ninguna manera/seguro que no/"
        "nunca más/de jeito nenhum/com certeza não/nunca mais/assolutamente no/mai più/zeker niet/nooit meer"
    ),
    (
        "probably not/unlikely/rather not/wahrscheinlich nicht/eher nicht/eher nein/plutôt non/"
        "probablement pas/probablemente no/más bien no/provavelmente não/probabilmente no/"
        "waarschijnlijk niet/eerder niet"
    ),
    "maybe/perhaps/unsure/not sure/vielleicht/peut être/quizás/tal vez/talvez/forse/misschien",
    (
        "probably/likely/probably yes/wahrscheinlich/eher ja/plutôt oui/probablement/probablemente/"
        "probablemente sí/provavelmente/provavelmente sim/probabilmente/probabilmente sì/waarschijnlijk/"
        "waarschijnlijk wel"
    ),
    (
        "definitely/certainly/absolutely/definitely yes/auf jeden fall/bestimmt/unbedingt/certainement/"
        "sans hésiter/oui tout à fait/seguro/sin duda/com certeza/sem dúvida/sicuramente/assolutamente sì/"
        "zeker/zeker wel"
    ),
)
_YES: Final = (
    "no/nein/non/não/nee/false/falsch/faux/falso",
    (
        "partly/partially/somewhat/maybe/teilweise/teils/jein/en partie/en parte/a medias/"
        "in parte/deels/gedeeltelijk"
    ),
    "yes/ja/oui/sí/sim/sì/true/wahr/vrai/verdadero/verdadeiro/vero",
)


@dataclass(frozen=True)
class WordOrder:
    """Words of one column, each on its step.

    Parameters
    ----------
    steps : mapping
        Each word as it was written, to its step.
    low, high : int
        The first and the last step.

    Examples
    --------
    >>> word_order(["never", "always", "sometimes"])
    WordOrder(steps={'never': 1, 'always': 5, 'sometimes': 3}, low=1, high=5)
    """

    steps: Mapping[str, int]
    low: int
    high: int


def plain(text: str) -> str:
    """Drop case, accents and signs: "Stimme überhaupt nicht zu!" is "stimme uberhaupt nicht zu"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return _APART.sub(" ", "".join(sign for sign in apart if not unicodedata.combining(sign))).strip()


def _order(*steps: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(plain(word) for word in step.split("/")) for step in steps)


def _but(steps: tuple[str, ...], *left: int) -> tuple[str, ...]:
    return tuple(words for place, words in enumerate(steps) if place not in left)


_YES_OR_NO: Final = 2
ORDERS: Final = tuple(
    _order(*steps)
    for steps in (
        _but(_YES, 1),
        _YES,
        _but(_MUCH, 0, 2, 4),
        _but(_MUCH, 0, 4),
        _MUCH,
        _but(_AGREE, 2, 3, 4),  # four steps without a middle
        _but(_AGREE, 2, 4),
        (_AGREE[0], _AGREE[2], _AGREE[3], _AGREE[4], _AGREE[6]),
        (_AGREE[0], _AGREE[2], _AGREE[4], _AGREE[6]),
        _AGREE,
        _OFTEN,
        _but(_HOW_GOOD, 0),
        _HOW_GOOD,
        _CONTENT,
        _HOW_FAR,
        _AGAIN,
        (f"{_AGAIN[0]}/{_YES[0]}", *_AGAIN[1:4], f"{_AGAIN[4]}/{_YES[2]}"),
        (f"{_AGAIN[0]}/{_HOW_FAR[0]}", *_AGAIN[1:4], f"{_AGAIN[4]}/{_HOW_FAR[4]}"),
    )
)
"""Known orders of words, the shorter of a kind first; each step holds the words for it."""
_PREFERRED: Final = {4: 5}


def word_order(words: Collection[str]) -> WordOrder | None:
    """Find an order that has all these words.

    Parameters
    ----------
    words : collection of str
        The different words of one column.

    Returns
    -------
    WordOrder or None
        Steps count from 1; an order of two steps has 0 and 1. None if a word is in no known order, or there
        are fewer than two words: one word tells no order.

    Examples
    --------
    >>> word_order(["high", "low", "medium"]).steps
    {'high': 3, 'low': 1, 'medium': 2}
    >>> word_order(["red", "blue"]) is None
    True
    """
    if len(words) < 2:  # noqa: PLR2004 - one word tells no order
        return None
    fitting = [order for order in ORDERS if all(any(plain(word) in step for step in order) for word in words)]
    if not fitting:
        return None
    order = _chosen(fitting)
    low = 0 if len(order) == _YES_OR_NO else 1
    steps = {
        word: low + next(place for place, step in enumerate(order) if plain(word) in step) for word in words
    }
    if len(set(steps.values())) < 2:  # noqa: PLR2004 - one step tells no order
        return None
    return WordOrder(steps, low, low + len(order) - 1)


def _chosen(fitting: list[tuple[frozenset[str], ...]]) -> tuple[frozenset[str], ...]:
    """Take the shortest order, but five steps before four: a middle that nobody chose was still offered."""
    first = fitting[0]
    longer = _PREFERRED.get(len(first))
    return next((order for order in fitting if len(order) == longer), first)
