"""The pattern of one date, or of a start and an end, within a line of text."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from good_on_paper.language import months
from good_on_paper.language.dates import YEARS_AHEAD_END
from good_on_paper.language.months import spellings

if TYPE_CHECKING:
    from collections.abc import Iterable


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first; one space matches several."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in spellings(*words))


def _years() -> str:
    """Return a pattern for the years of a working life."""
    last = dt.datetime.now().astimezone().year + YEARS_AHEAD_END
    decade, rest = divmod(last - 2000, 10)
    earlier = rf"|20[0-{decade - 1}][0-9]" if decade else ""
    return rf"(?<![0-9])(?:19[0-9]{{2}}{earlier}|20{decade}[0-{rest}])(?![0-9])"


_YEAR: Final = _years()
_SHORT: Final = r"'[0-9]{2}(?![0-9])"
_MONTH: Final = rf"(?:(?:{_any(months.MONTH_SPELLINGS)})\b\.?)"
_ORDINAL: Final = r"(?:st|nd|rd|th|er|[.\u00ba\u00aa\u00b0])?"
_DAY: Final = rf"(?:(?:0?[1-9]|[12][0-9]|3[01]){_ORDINAL}(?![0-9]))"
_OF: Final = r"(?:(?:of|de|del|di|do|du|van)\s+|d')"
_ABOUT: Final = (
    rf"(?:(?:(?:{_any((*months.QUALIFIERS.split(), *months.ABOUT_PHRASES))})\b\.?|[~\u2248])"
    rf"\s*(?:{_OF}|(?:al|a|au|dem|el|the)\s+|l')?)"
)
_THE: Final = r"(?:(?:the|la|le|el|dem|den|het|o|a)\s+|l'|dell')"
_SEASON: Final = rf"(?:(?:[1-4]{_ORDINAL}\s*)?(?:{_any(months.SEASONS.split())})\b)"
_WORDED: Final = (
    rf"(?:{_DAY}\s*{_OF}?)?{_MONTH}(?:\s+{_DAY})?(?:(?!\s/\s)[\s/.,]*{_OF}?|-)(?:{_YEAR}|{_SHORT})"
)
_NUMBERED: Final = (
    *(
        rf"[0-9]{{1,2}}{sign}\s?[0-9]{{1,2}}{sign}\s?(?:{_YEAR}|9999|[0-9]{{2}}(?![0-9./]|-(?![0-9]+[./])))"
        for sign in (r"\.", "/", "-")
    ),
    *(rf"{_YEAR}{sign}[0-9]{{1,2}}{sign}[0-9]{{1,2}}(?![0-9])" for sign in (r"\.", "/", "-")),
    rf"{_YEAR}\s?/\s?{_YEAR}",
    rf"{_YEAR}(?:-(?:0[1-9]|1[0-2])|[/.][0-9]{{2}})(?![0-9.])",
    r"9999(?:-12-31)?(?![0-9])",
    rf"(?:[0-9]{{1,2}}\s?[./]\s?|(?:0?[1-9]|1[0-2])-){_YEAR}",
)
_DATE: Final = "|".join(
    (
        *_NUMBERED,
        rf"(?:[0-9]{{1,2}}[-. ])?{_MONTH}-[0-9]{{2}}(?![0-9])",
        rf"{_ABOUT}*{_WORDED}",
        rf"{_ABOUT}*{_THE}?{_SEASON}\s*{_OF}?[/.,-]?\s*(?:{_YEAR}|{_SHORT})",
        rf"{_YEAR}[\s/-]*[qh][1-4]\b",
        rf"{_ABOUT}*{_YEAR}",
        _SHORT,
    )
)
DATE: Final = rf"(?:(?:{_DATE})(?:\?|\s?\(\?\)|-?ish\b|\s+or\s+so\b)?)"
SIGN: Final = (
    r"(?:[-=]+>|--|[-\u2010-\u2015\u2212\ufe63\uff0d~\u223c\u301c\uff5e\u2192\u21d2\u2794\u27a1\u279c\u203a])"
)
_SLASH: Final = r"(?<=[0-9]{4})\s+/\s+(?=[^\W\d_]|[0-9]{4})"
"""Between two dates: "January 2013 / May 2017"."""
_TO: Final = rf"(?:\s*{SIGN}\s*|{_SLASH}|\s+(?:{_any((*months.TO, *months.UNTIL))})(?:\s+|(?<=')))"
_AND: Final = rf"\s+(?:{_any(months.AND)})\s+"
# a month, a quarter or a day whose year is given only with the end: "Jan - Mar 2019", "01.03. - 31.05.2019"
_YEARLESS: Final = (
    rf"(?:(?:{_DAY}\s*{_OF}?)?{_MONTH}(?:\s+{_DAY})?|{_SEASON}|[0-9]{{1,2}}\.[0-9]{{1,2}}\."
    rf"|(?:0?[1-9]|1[0-2])(?=\s*{SIGN}\s*(?:0?[1-9]|1[0-2])[./]{_YEAR}))(?=(?:{_TO}|{_AND}){DATE})"
)
_LEAD: Final = (
    rf"(?:(?P<since>{_any(months.SINCE)})|(?P<from>{_any(months.FROM)})|(?P<until>{_any(months.UNTIL)}))"
    r"(?:\s+|(?<='))"
)
_NOW: Final = rf"(?:{_any(months.NOW_SPELLINGS)})"
_SHOUTED: Final = "|".join(word.upper() for word in months.NOW_SPELLINGS if len(word) >= len("oggi"))
"""Words for now as Europass prints them, before a place: "HUIDIG Groningen"."""
# a capital may begin a title ("2003 - Current Affairs Editor"), unless a sign follows
_END: Final = (
    rf"(?:{DATE}(?!\w|'s|-[^\W\d])|{_NOW}(?=\s*(?:[:;,.|)\](\u00b7\u2022]|[-\u2013\u2014]\s|$))"
    r"|(?:now|present|ongoing|heute|jetzt|aujourd'hui|actualidad|hoy|heden|oggi|hoje|(?-i:today|current)"
    r"|(?<=to\s)date)(?!\w)"
    rf"|(?-i:(?:{_SHOUTED})(?=\s+[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]))"
    r"|(?:(?<=[\d?][-\u2010-\u2015])[0-9]{2}\??(?![\w./-])|[0-9]{2}\??(?=\s*(?:[:;,|)\]]|$))))"
)
# "2019- Nurse" and "(2019 -) Nurse" go on; in "2019 - Nurse" the dash separates the year from the job
_GOES_ON: Final = (
    rf"{SIGN}(?=\s)|\s*{SIGN}\s*(?:\u2026|\.\.\.)|\s*{SIGN}(?=\s*(?:[:;,.|)\]]|$))"
    rf"|\s+(?:{_any(months.ONWARDS)})\b\.?|\s*\(\s*{_NOW}\s*\)|\s*[,|;]\s*{_NOW}(?=\s*$)"
)


@cache
def months_of_a_year() -> re.Pattern[str]:
    """Return the pattern of a year with the months in it behind it: "2015 (June - August)"."""
    return re.compile(
        rf"(?<![\w./-])(?P<year>{_YEAR})\s*(?:(?P<open>[(\[])|[,:])\s*(?P<first>{_MONTH}){_TO}(?P<last>{_MONTH})"
        r"(?!\w)(?!\s*(?:[(\[]?(?:19|20)?[0-9]{2}))(?(open)\s*[)\]])",
        re.IGNORECASE,
    )


@cache
def months_of_two_years() -> re.Pattern[str]:
    """Return the pattern of two months, each with the last two digits of a year: "Feb 21 - Aug 22"."""
    return re.compile(
        rf"(?<![\w./-])(?<![0-9] )(?P<first>{_MONTH})\s+(?P<begun>[0-9]{{2}}){_TO}"
        rf"(?P<last>{_MONTH})\s+(?P<ended>[0-9]{{2}})"
        r"(?![\w./:-])(?![,\s]+(?:19|20)[0-9]{2})",
        re.IGNORECASE,
    )


@cache
def month_since_a_year() -> re.Pattern[str]:
    """Return the pattern of a month and a year of two digits that goes on: "Sept 22 on", "since May 21"."""
    return re.compile(
        rf"(?<![\w./-])(?<![0-9] )(?:(?P<since>{_any(months.SINCE)})\s+)?"
        rf"(?P<first>{_MONTH})\s+(?P<begun>[0-9]{{2}})"
        rf"(?:{_TO}{_NOW}|\s+(?:on|{_any(months.ONWARDS)})\b|(?(since)(?=\s*[,;)]|$)|(?!)))(?=\s*(?:[,;:)|]|$))",
        re.IGNORECASE,
    )


@cache
def span_pattern() -> re.Pattern[str]:
    """Return the pattern of a date or a span, compiled at first use because that takes a while.

    Its groups: the word before it (since, from, until), start, end (last, after "and"), open.
    """
    return re.compile(
        rf"(?<![\w'])(?:{_LEAD})?(?P<start>{DATE}|(?P<yearless>{_YEARLESS}))(?!\w|'s)"
        rf"(?:(?P<to>{_TO}(?:(?!\s*~\s?[0-9]){_TO})?)(?P<end>{_END})|(?P<and>{_AND})(?P<last>{_END})"
        rf"|(?P<open>{_GOES_ON})|(?!-[^\W\d]))",
        re.IGNORECASE,
    )
