"""Words that names are made of and texts too: in small letters they are hardly ever the name.

*Riverside Library* is a name; "the library" in a sentence is not. A rarer word is left in no text. The list
is our own: what employers, places and people are often called by, in English, German, French and Spanish.
"""

from __future__ import annotations

from typing import Final

NO_NAMES: Final = frozenset(
    """
    the and for from with und der die das von des les del los las limited ltd inc llc plc gmbh group company
    corp corporation university hospital school college bank hotel council city centre center services service
    office clinic laboratory lab shop store house restaurant cafe bakery mrs miss frau herr madame
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words that are no name by themselves, however they are written; whole names with them are."""
COMMON_WORDS: Final = frozenset(
    """
    academy account accounting administration advice advisers aerospace age agence agencia agency agents
    agriculture aid air airport airways alliance american amt animal anstalt apple arbeit architects
    architecture archive area art arts associates association atelier authority auto automotive aviation
    ayuntamiento baker baking banco bank banking banque bar basket bath bau bauer bay beach beauty bed bell
    beratung best betrieb better biblioteca bibliotheque bike bikes bill bio bird black blue board boat body
    book books bookshop bottle boulangerie box brand brands bread brewery bridge bright british broadcasting
    brothers brown builders building buildings bund bureau bus business butcher butchers cab camp canal
    cancer capital car care careers cargo carpenter carpentry cars casa castle catering cathedral centers
    central centre centres centro century chain chamber change charity chemical chemicals chemist chest
    child children church cinema circle ciudad civil classic clean cleaners cleaning clear climate clinical
    clinics close cloud club coach coaching coal coast coffee colegio collective college colour comfort
    commerce commercial commission committee common communication communications community companies
    computer computers computing concert connect construction consultancy consultants consulting control
    cook cooking cooper cooperative copper core corner cottage country county courier court craft crafts
    creative credit cross crown culture customer cycle dairy dance data day deep defence dental dentist
    department depot design designs deutsche development dienst digital direct distribution district doctor
    doctors door drive druck early earth east eastern easy ecole ecology economic economy edge editorial
    education educational electric electrical electronics empresa energy engineering engineers england
    english enterprise enterprises entreprise environment environmental equipment escuela estate estates
    europe european event events exchange express eye factory fair faith family farm farmer farmers farming
    farms fashion fast federal field fields film fils finance financial fire first fish fishing fitness five
    flight florist flower flowers food foods force forest forge foundation fountain four fox france frank
    free freight french fresh friends front fruit fuel fund fundacion funds furniture future gallery game
    games garage garden gardens gas gate gemeinde general german gesellschaft gift glass global gold golden
    good goods government grace grain grand gray great green grey grocery ground growth guard guide gym hair
    hall hand handel hands happy harbour hardware harvest haus head health healthcare heart heating heim
    help herald heritage high highway hijos hill hills history hof holdings holiday holidays home homes
    honey hope hopital horizon horse hospice hospital hostel hotels housing human hunter ice ideas image
    imaging independent industrial industries industry info information inn innovation inside insight
    institut institute instituto insurance international internet invest investment investments iron island
    jobs joint journal joy judge junior justice kids kindergarten king kingdom kirche kitchen kitchens
    klinik knight kreis labor laboratories labour labs ladle lake land landes lane language laundry law
    leader learning leather legal leisure library life light lighting line link lion living local lodge
    logistics long love machine machines magazine mail main maintenance mairie maison management
    manufacturing marine maritime mark market marketing markets markt mason mass master may meadow meals
    meat media medical medicine men mental metal metals metro mill miller mills mind mine mining minister
    ministere ministerio ministry mobile mobility model modern money moon motor motors mountain musee museum
    music nacional national nationale nature navy network networks neue new news newspaper next night nine
    nord norte north northern notary nurse nursery nursing oak ocean office offices oil old olive online
    open opera optical optics orange orchard orchestra organic organisation organization outdoor outlet
    paint palace panaderia paper parcel parish park parking partner partners party path peace pension people
    pet petrol pets pharma pharmacy phone photo photography physics pine pizza place planet planning plant
    plants plastic plastics play plumbing point police polish pool port porter post postal pottery power
    practice praxis precision press price primary prime print printers printing prison private pro product
    production productions products professional project projects property prosecution protection pub public
    publishers publishing quality queen quick radio rail railway ranch rat real records recruitment red
    region regional rehabilitation relief removals renewable rental repair repairs research residence
    resources restaurants retail rich ride right ring river road robotics rock rose royal safety sail sales
    salon salt sand saving savings school schools schule science sciences scientific sea second secondary
    security seed self senior sense services shade sharp sheet shell shepherd ship shipping shipyard shoe
    shoes shopping shops short silver site sky small smart smith snow social sociedad societe society soft
    software soil solar solicitors solution solutions south southern space special spirit sport sports
    spring square stable stadt staffing stage standard star state station steel stone stores street strong
    student studio studios study sud summer sun super supermarket supplies supply support surgery survey
    surveyors sweet swift systems tailor talent taller target tax taxi tea teachers team tech technical
    technik technologies technology telecom telephone television temple test textile textiles theater
    theatre therapy three tienda tiger timber time times tischlerei tool tools top tourism tower town toys
    trade traders trading train training transit translation transport travel treasury tree trees trust two
    union united universal universidad universities urban used valley value vehicle venture ventures verein
    verlag versicherung veterinary village ville vine vineyard vision volunteers wagon warehouse waste watch
    water way wealth weaver web welfare well wellness wells werk werke west western wheel white wholesale
    wild will wind window windows wine winter wirtschaft wolf women wood woods work workers works workshop
    world yacht yard year young youth zentrum zoo
    """.split()  # noqa: SIM905 - as above
)
"""Words, folded, that stand for a name only with a capital."""
