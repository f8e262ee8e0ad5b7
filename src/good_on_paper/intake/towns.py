"""Towns and countries that many CVs name: a name alone that stands among them is a place, not an employer."""

from __future__ import annotations

import re
from typing import Final

from good_on_paper.language.months import plain

_TOWNS: Final = (
    "crewe, macclesfield, warrington, wrexham, oldham, rochdale, salford, bury, burnley, blackburn, "
    "lancaster, "
    "kendal, barrow-in-furness, scarborough, barnsley, rotherham, halifax, grimsby, scunthorpe, mansfield, "
    "chesterfield, loughborough, kettering, corby, bedford, stevenage, watford, st albans, harlow, "
    "chelmsford, "
    "southend, basildon, maidstone, dover, folkestone, hastings, eastbourne, worthing, crawley, guildford, "
    "woking, basingstoke, winchester, salisbury, poole, weymouth, taunton, truro, torquay, barnstaple, "
    "hereford, "
    "shrewsbury, telford, stafford, tamworth, solihull, walsall, dudley, kidderminster, rugby, banbury, "
    "aylesbury, high wycombe, maidenhead, gateshead, hexham, darlington, hartlepool, stockton-on-tees, "
    "falkirk, "
    "kilmarnock, ayr, greenock, oban, fort william, llanelli, carmarthen, barry, merthyr tydfil, omagh, "
    "newry, "
    "tralee, ennis, athlone, wexford, cobh, naas, "
    "akron, dayton, toledo, flint, lansing, grand rapids, ann arbor, madison, green bay, rockford, peoria, "
    "springfield, wichita, topeka, lubbock, amarillo, laredo, corpus christi, plano, baton rouge, "
    "shreveport, "
    "montgomery, huntsville, jackson, greenville, asheville, durham, greensboro, winston-salem, "
    "norfolk, "
    "virginia beach, roanoke, scranton, allentown, trenton, jersey city, stamford, worcester, lowell, "
    "burlington, bangor, eugene, salem, tacoma, yakima, billings, fargo, sioux falls, lincoln, boulder, "
    "reno, "
    "bakersfield, stockton, santa barbara, santa cruz, berkeley, mountain view, palo alto, warner robins, "
    "weimar, gotha, eisenach, zwickau, plauen, gorlitz, dessau, stralsund, greifswald, wismar, celle, "
    "hildesheim, goslar, emden, wilhelmshaven, cuxhaven, stade, lingen, minden, gutersloh, hamm, unna, "
    "soest, "
    "iserlohn, solingen, remscheid, leverkusen, neuss, viersen, duren, worms, speyer, landau, "
    "kaiserslautern, "
    "pirmasens, hanau, wetzlar, aschaffenburg, schweinfurt, coburg, landshut, rosenheim, kempten, "
    "memmingen, "
    "ravensburg, friedrichshafen, reutlingen, esslingen, ludwigsburg, aalen, villingen-schwenningen, "
    "baden-baden, "
    "steyr, wels, leoben, biel, thun, chur, fribourg, neuchatel, "
    "valence, bayonne, biarritz, tarbes, rodez, albi, castres, narbonne, beziers, arles, cannes, antibes, "
    "colmar, belfort, troyes, chartres, bourges, blois, chateauroux, niort, angouleme, perigueux, agen, "
    "brive, "
    "saint-malo, saint-brieuc, laval, cholet, evreux, beauvais, arras, dunkerque, calais, "
    "getafe, leganes, mostoles, alcala de henares, fuenlabrada, parla, sabadell, terrassa, badalona, reus, "
    "castellon, gandia, lorca, ceuta, melilla, jerez, algeciras, marbella, ponferrada, lugo, ourense, "
    "pontevedra, ferrol, aviles, torrelavega, huesca, teruel, soria, avila, cuenca, ciudad real, caceres, "
    "merida, matosinhos, barcelos, amadora, almada, sintra, cascais, oeiras, "
    "aosta, alessandria, asti, biella, cuneo, varese, lecco, lodi, monza, rovigo, belluno, gorizia, "
    "pordenone, "
    "imola, faenza, forli, cesena, arezzo, grosseto, viterbo, latina, frosinone, l'aquila, teramo, caserta, "
    "benevento, avellino, potenza, taranto, brindisi, cosenza, catanzaro, reggio calabria, siracusa, ragusa, "
    "trapani, agrigento, nuoro, oristano, "
    "purmerend, hoorn, den helder, lelystad, veenendaal, ede, tiel, oss, uden, veghel, weert, roermond, "
    "sittard, kerkrade, terneuzen, vlissingen, goes, bergen op zoom, schiedam, vlaardingen, spijkenisse, "
    "genk, sint-niklaas, roeselare, turnhout, dendermonde, lier, tournai, verviers, arlon, "
    "london, birmingham, manchester, leeds, liverpool, sheffield, bristol, newcastle, newcastle upon tyne, "
    "nottingham, leicester, coventry, bradford, hull, stoke-on-trent, wolverhampton, plymouth, derby, "
    "southampton, portsmouth, brighton, norwich, ipswich, cambridge, oxford, york, harrogate, exeter, "
    "gloucester, cheltenham, worcester, swindon, milton keynes, northampton, peterborough, lincoln, "
    "middlesbrough, sunderland, durham, carlisle, preston, blackpool, bolton, wigan, stockport, chester, "
    "huddersfield, wakefield, doncaster, bournemouth, canterbury, colchester, luton, slough, croydon, "
    "edinburgh, glasgow, aberdeen, dundee, inverness, stirling, perth, paisley, cardiff, swansea, newport, "
    "wrexham, aberystwyth, bangor, belfast, derry, lisburn, dublin, cork, galway, limerick, waterford, "
    "kilkenny, sligo, drogheda, dundalk, new york, new york city, nyc, brooklyn, los angeles, chicago, "
    "houston, phoenix, philadelphia, san antonio, san diego, dallas, san jose, austin, jacksonville, fort "
    "worth, columbus, charlotte, san francisco, indianapolis, seattle, denver, boston, el paso, nashville, "
    "detroit, oklahoma city, portland, las vegas, memphis, louisville, baltimore, milwaukee, albuquerque, "
    "tucson, fresno, sacramento, kansas city, atlanta, omaha, colorado springs, raleigh, long beach, miami, "
    "oakland, minneapolis, tulsa, tampa, new orleans, cleveland, honolulu, cincinnati, pittsburgh, st. "
    "louis, saint louis, orlando, buffalo, erie, newark, st. paul, richmond, boise, salt lake city, des "
    "moines, "
    "rochester, spokane, macon, savannah, knoxville, chattanooga, albany, syracuse, hartford, providence, "
    "anchorage, tallahassee, little rock, washington, washington dc, washington d.c., toronto, montreal, "
    "vancouver, calgary, edmonton, ottawa, winnipeg, quebec, halifax, victoria, sydney, melbourne, "
    "brisbane, adelaide, canberra, hobart, darwin, auckland, wellington, christchurch, johannesburg, cape "
    "town, durban, pretoria, nairobi, lagos, accra, kampala, cairo, casablanca, tunis, mumbai, delhi, new "
    "delhi, bangalore, bengaluru, hyderabad, chennai, kolkata, pune, ahmedabad, jaipur, gurgaon, gurugram, "
    "noida, kochi, singapore, hong kong, shanghai, beijing, tokyo, osaka, seoul, bangkok, kuala lumpur, "
    "jakarta, manila, dubai, abu dhabi, doha, riyadh, amman, beirut, tel aviv, jerusalem, istanbul, ankara, "
    "karachi, lahore, dhaka, colombo, berlin, hamburg, munchen, muenchen, munich, koln, koeln, cologne, "
    "frankfurt, frankfurt am main, stuttgart, dusseldorf, duesseldorf, leipzig, dortmund, essen, bremen, "
    "dresden, hannover, hanover, nurnberg, nuremberg, duisburg, bochum, wuppertal, bielefeld, bonn, "
    "munster, karlsruhe, mannheim, augsburg, wiesbaden, monchengladbach, gelsenkirchen, aachen, "
    "braunschweig, chemnitz, kiel, halle, magdeburg, freiburg, krefeld, mainz, lubeck, erfurt, rostock, "
    "kassel, hagen, saarbrucken, potsdam, oldenburg, osnabruck, heidelberg, darmstadt, regensburg, "
    "wurzburg, gottingen, heilbronn, ulm, wolfsburg, ingolstadt, pforzheim, offenbach, bremerhaven, jena, "
    "trier, erlangen, konstanz, tubingen, bamberg, bayreuth, passau, flensburg, schwerin, cottbus, gera, "
    "luneburg, husum, giessen, marburg, fulda, koblenz, paderborn, siegen, wien, vienna, graz, linz, "
    "salzburg, innsbruck, klagenfurt, villach, bregenz, zurich, zuerich, geneva, geneve, genf, basel, bern, "
    "lausanne, winterthur, luzern, st. gallen, lugano, zug, paris, marseille, lyon, toulouse, nantes, "
    "montpellier, strasbourg, bordeaux, lille, rennes, reims, saint-etienne, le havre, toulon, grenoble, "
    "dijon, angers, nimes, aix-en-provence, clermont-ferrand, le mans, brest, tours, amiens, limoges, "
    "annecy, perpignan, besancon, orleans, metz, rouen, mulhouse, caen, nancy, avignon, poitiers, "
    "versailles, la rochelle, pau, vannes, quimper, lorient, saint-nazaire, chambery, bruxelles, brussels, "
    "brussel, antwerpen, antwerp, anvers, gent, ghent, gand, charleroi, liege, brugge, bruges, namur, "
    "leuven, louvain, mons, mechelen, aalst, kortrijk, hasselt, oostende, luxembourg, madrid, barcelona, "
    "valencia, sevilla, seville, zaragoza, malaga, murcia, palma, palma de mallorca, las palmas, bilbao, "
    "alicante, cordoba, valladolid, vigo, gijon, vitoria, granada, elche, oviedo, cartagena, pamplona, "
    "almeria, san sebastian, donostia, burgos, salamanca, albacete, santander, logrono, badajoz, huelva, "
    "lleida, tarragona, girona, leon, cadiz, jaen, toledo, segovia, santiago de compostela, a coruna, la "
    "coruna, mexico, ciudad de mexico, mexico city, cdmx, guadalajara, monterrey, puebla, tijuana, bogota, "
    "medellin, cali, barranquilla, lima, arequipa, quito, guayaquil, caracas, santiago, santiago de chile, "
    "valparaiso, buenos aires, rosario, mendoza, montevideo, asuncion, la paz, san juan, panama, lisboa, "
    "lisbon, porto, braga, coimbra, aveiro, faro, setubal, evora, leiria, viseu, guimaraes, funchal, sao "
    "paulo, rio de janeiro, belo horizonte, brasilia, salvador, fortaleza, curitiba, recife, porto alegre, "
    "manaus, belem, goiania, campinas, florianopolis, natal, vitoria, joinville, santos, niteroi, roma, "
    "rome, milano, milan, napoli, naples, torino, turin, palermo, genova, genoa, bologna, firenze, "
    "florence, bari, catania, venezia, venice, verona, messina, padova, padua, trieste, brescia, parma, "
    "prato, modena, reggio emilia, perugia, livorno, ravenna, cagliari, foggia, rimini, salerno, ferrara, "
    "sassari, siena, pisa, lucca, bergamo, trento, bolzano, vicenza, treviso, udine, novara, piacenza, "
    "ancona, pescara, como, pavia, cremona, mantova, lecce, matera, amsterdam, rotterdam, den haag, the "
    "hague, utrecht, eindhoven, groningen, tilburg, almere, breda, nijmegen, arnhem, apeldoorn, haarlem, "
    "enschede, amersfoort, zaandam, den bosch, 's-hertogenbosch, zwolle, leiden, maastricht, dordrecht, "
    "zoetermeer, deventer, delft, alkmaar, venlo, leeuwarden, hilversum, heerlen, gouda, roosendaal, "
    "helmond, waalwijk, wageningen, hengelo, almelo, assen, emmen, middelburg, stockholm, goteborg, "
    "gothenburg, malmo, uppsala, vasteras, orebro, linkoping, helsingborg, jonkoping, norrkoping, lund, "
    "umea, gavle, boras, eskilstuna, sundsvall, karlstad, vaxjo, halmstad, skelleftea, lulea, oslo, bergen, "
    "trondheim, stavanger, kobenhavn, copenhagen, aarhus, odense, aalborg, helsinki, espoo, tampere, turku, "
    "oulu, reykjavik, tallinn, riga, vilnius, warszawa, warsaw, kraków, cracow, łódź, wrocław, poznan, "
    "gdansk, szczecin, bydgoszcz, lublin, białystok, katowice, gdynia, czestochowa, radom, torun, rzeszow, "
    "kielce, gliwice, olsztyn, opole, tarnow, sopot, praha, prague, brno, ostrava, bratislava, kosice, "
    "budapest, debrecen, szeged, bucuresti, bucharest, cluj-napoca, timisoara, iasi, brasov, sofia, "
    "plovdiv, zagreb, ljubljana, beograd, belgrade, sarajevo, athens, athina, thessaloniki, nicosia, "
    "valletta, kyiv, kiev, lviv, odesa, minsk, moscow, saint petersburg"
)
_LANDS: Final = (
    "uk, united kingdom, england, scotland, wales, northern ireland, ireland, usa, us, united states, "
    "canada, australia, new zealand, india, germany, deutschland, austria, osterreich, switzerland, "
    "schweiz, suisse, svizzera, france, frankreich, belgium, belgien, belgique, belgie, spain, spanien, "
    "espana, portugal, brazil, brasil, italy, italien, italia, netherlands, the netherlands, nederland, "
    "sweden, sverige, norway, norge, denmark, danmark, finland, suomi, poland, polska, czech republic, "
    "slovakia, hungary, romania, bulgaria, greece, croatia, turkey, mexico, argentina, chile, colombia, "
    "peru, uae, south africa, kenya, nigeria, japan, china, ontario, quebec, british columbia, new south "
    "wales, queensland, bayern, baden-wurttemberg, hessen, sachsen, nrw, nordrhein-westfalen, california, "
    "texas, florida, georgia, ohio, oregon, illinois, michigan, pennsylvania, virginia, massachusetts, "
    "colorado, arizona, north carolina, tennessee, oklahoma"
)
_KNOWN: Final = frozenset(map(plain, f"{_TOWNS}, {_LANDS}".split(", ")))
_LANDS_ALONE: Final = frozenset(map(plain, _LANDS.split(", ")))
_STATE: Final = re.compile(r"[A-Z]{2}|\([A-Z0-9]{2}\)")
_LONGEST: Final = 60
_APART: Final = re.compile(r"\s*[,|/]\s*|\s+(?=\([A-Z0-9]{2}\)$)|(?<=[a-z])\s+(?=[A-Z]{2}$)")
_IN_BRACKETS: Final = re.compile(r"\s*\(([^()0-9]{3,})\)$")
"""The land of a town in brackets: "Bologna (Italia)"."""


def is_known_place(text: str) -> bool:
    """Return whether a text names a town or a land that is listed here, with what it lies in.

    Examples
    --------
    >>> [is_known_place(text) for text in ("Vienna, Austria", "Columbus, OH", "Acme, Leeds")]
    [True, True, False]
    """
    if len(text) > _LONGEST or text.casefold() == "ma\u00e7on":  # a mason, not from M\u00e2con
        return False
    first, *others = _APART.split(_IN_BRACKETS.sub(r", \1", text.strip()))
    return plain(first) in _KNOWN and all(_STATE.fullmatch(part) or plain(part) in _KNOWN for part in others)


def is_land(text: str) -> bool:
    """Return whether a text names only a land or a region that is listed here: "Wales"."""
    return plain(text.strip()) in _LANDS_ALONE
