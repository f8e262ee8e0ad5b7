"""Words that occur in names and in ordinary texts; in lower case they are hardly ever the name.

*Riverside Library* is a name; "the library" in a sentence is not. A rarer word is removed from every text.
The list is our own: frequent words in names of employers, places and people, in English, German, French and
Spanish.
"""

from __future__ import annotations

from typing import Final

from good_on_paper.intake.job_vocabulary import TITLES

NO_NAMES: Final = frozenset(
    """
    the and for from with und der die das von des les del los las limited ltd inc llc plc gmbh group company
    corp corporation university hospital school college bank hotel council city centre center services service
    office clinic laboratory lab shop store house restaurant cafe bakery mrs miss frau herr madame
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words that are never a name by themselves, in any case; whole names with them are."""
CALENDAR: Final = frozenset(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """.split()  # noqa: SIM905 - as above
)
"""Words that have a capital in ordinary sentences too: by themselves they are not a name."""
_COMMON_WORDS: Final = frozenset(
    """
    client one
    academy account accounting administration advice advisers aerospace age agence agencia agency agents
    agriculture aid air airport airways alliance american amt animal anstalt apple arbeit architects
    architecture archive area art associates association atelier authority auto automotive aviation
    ayuntamiento baker baking banco bank banking banque bar basket bath bau bauer bay beach beauty bed bell
    beratung best betrieb better biblioteca bibliotheque bike bill bio bird black blue board boat body book
    bookshop boot bottle boulangerie box brand bread brewery bridge bright british broadcasting brothers
    brown builders building bund bureau bus business butcher cab camp canal cancer capital car care careers
    cargo carpenter carpentry casa castle catering cathedral centers central centre centro century chain
    chamber change charity chemical chemist chest child children church cinema circle ciudad civil classic
    clean cleaners cleaning clear climate clinical clinics close cloud club coach coaching coal coast coffee
    colegio collective college colour comfort commerce commercial commission committee common communication
    community companies computer computing concert connect construction consultancy consultants consulting
    control cook cooking cooper cooperative copper core corner cottage country county courier court craft
    creative credit cross crown culture customer cycle dairy dance data day deep defence dental dentist
    department depot design deutsche development dienst digital direct distribution district doctor door
    drive druck early earth east eastern easy ecole ecology economic economy edge editorial education
    educational electric electrical electronics empresa energy engineering engineers england english
    enterprise entreprise environment environmental equipment escuela estate europe european event exchange
    express eye factory fair faith family farm farmer farming fashion fast federal ferry field film fils
    finance financial fire first fish fishing fitness five flight florist flower food force forest forge
    foundation fountain four fox france frank free freight french fresh friends front fruit fuel fund
    fundacion furniture future gallery game garage garden gas gate gemeinde general german gesellschaft gift
    glass global gold golden good government grace grain grand gray great green grey grocery ground growth
    guard guide gym hair hall hand handel happy harbour hardware harvest haus head health healthcare heart
    heating heim help herald heritage high highway hijos hill history hof holdings holiday home honey hope
    hopital horizon horse hospice hospital hostel hotels housing human hunter ice ideas image imaging
    independent industrial industry info information inn innovation inside insight institut institute
    instituto insurance international internet invest investment iron island jobs joint journal joy judge
    junior justice kids kindergarten king kingdom kirche kitchen klinik knight kreis labor laboratories
    labour labs ladle lake land landes lane language laundry law leader learning leather legal leisure
    library life light lighting line link lion living local lodge logistics long love machine magazine mail
    main maintenance mairie maison management manufacturing marine maritime mark market marketing markt
    mason mass master may meadow meals meat media medical medicine men mental metal metro mill miller mind
    mine mining minister ministere ministerio ministry mobile mobility model modern money moon motor
    mountain musee museum music nacional national nationale nature navy network neue new newspaper next
    night nine nord norte north northern notary nurse nursery nursing oak ocean office oil old olive online
    open opera optical optics orange orchard orchestra organic organisation organization outdoor outlet
    paint palace panaderia paper parcel parish park parking partner party path peace pension people pet
    petrol pharma pharmacy phone photo photography physics pine pizza place planet planning plant plastic
    play plumbing point police polish pool port porter post postal pottery power practice praxis precision
    press price primary prime print printers printing prison private pro product production professional
    project property prosecution protection pub public publishers publishing quality queen quick radio rail
    railway ranch rat real records recruitment red region regional rehabilitation relief removals renewable
    rental repair research residence resources restaurants retail rich ride right ring river road robotics
    rock rose royal safety sail sales salon salt sand saving school schule science scientific sea second
    secondary security seed self senior sense services shade sharp sheet shell shepherd ship shipping
    shipyard shoe shopping shops short silver site sky small smart smith snow social sociedad societe
    society soft software soil solar solicitors solution south southern space special spirit sport spring
    square stable stadt staffing stage standard star state station steel stone stores street strong student
    studio study sud summer sun super supermarket supply support surgery survey surveyors sweet swift
    systems tailor talent taller target tax taxi tea teachers team tech technical technik technology telecom
    telephone television temple test textile theater theatre therapy three tienda tiger timber time
    tischlerei tool top tourism tower town toys trade traders trading train training tram transit
    translation transport travel treasury tree trust two union united universal universidad universities
    urban used valley value vehicle venture verein verlag versicherung veterinary village ville vine
    vineyard vision volunteers wagon warehouse waste watch water way wealth weaver web welfare well wellness
    werk werke west western wheel white wholesale wild will wind window wine winter wirtschaft wolf women
    wood work workers workshop world yacht yard year young youth zentrum zoo
    """.split()  # noqa: SIM905 - as above
)
"""Folded words that are a name only with a capital."""


_BEGINNINGS: Final = tuple(word for word in TITLES.split() if len(word) > len("vet"))
_IN_TITLES: Final = frozenset(
    """
    night day evening morning weekend daily weekly monthly seasonal shift part full time temporary permanent
    team group regional national local area branch project product general first second third
    """.split()  # noqa: SIM905 - as above
)
"""Folded words that say when, or of what, somebody was it."""


def is_title_word(word: str) -> bool:
    """Return whether a word of a job title says what somebody was, and no name.

    Examples
    --------
    >>> is_title_word("Manager"), is_title_word("Night"), is_title_word("Harrowfen")
    (True, True, False)
    """
    plain = word.casefold()
    return plain in _IN_TITLES or plain.startswith(_BEGINNINGS)


def is_common(word: str) -> bool:
    """Return whether a folded word, singular or plural, is hardly ever a name in lower case.

    Examples
    --------
    >>> is_common("ferries"), is_common("harrowfen")
    (True, False)
    """
    alone = (word, word.removesuffix("s"), f"{word.removesuffix('ies')}y")
    return not (_COMMON_WORDS | CALENDAR).isdisjoint(alone)
