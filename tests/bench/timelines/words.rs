//! What made-up events are told with, in French and in English.

/// Words in both languages.
pub(super) struct Words {
    pub(super) fr: &'static str,
    pub(super) en: &'static str,
}

const fn both(fr: &'static str, en: &'static str) -> Words {
    Words { fr, en }
}

/// What somebody does with a town: in a title, and in an article.
pub(super) struct Act {
    pub(super) title: Words,
    pub(super) told: Words,
    pub(super) tag: Words,
}

const fn act(title: Words, told: Words, tag: Words) -> Act {
    Act { title, told, tag }
}

/// A town, with degrees north and east in hundredths.
pub(super) struct Town {
    pub(super) id: &'static str,
    pub(super) name: Words,
    pub(super) at: (i32, i32),
}

const fn town(id: &'static str, fr: &'static str, en: &'static str, at: (i32, i32)) -> Town {
    Town { id, name: both(fr, en), at }
}

/// Who acts. In French their names take `de` and a town.
pub(super) const ACTORS: [Words; 16] = [
    both("le conseil de la ville", "the city council"),
    both("la guilde des drapiers", "the drapers’ guild"),
    both("l’évêque", "the bishop"),
    both("la compagnie des arbalétriers", "the company of crossbowmen"),
    both("le chapitre de la cathédrale", "the cathedral chapter"),
    both("l’université", "the university"),
    both("la chambre de commerce", "the chamber of commerce"),
    both("le gouverneur", "the governor"),
    both("la société de géographie", "the geographical society"),
    both("l’hôpital général", "the general hospital"),
    both("le parlement", "the parliament"),
    both("la confrérie des orfèvres", "the goldsmiths’ brotherhood"),
    both("l’observatoire", "the observatory"),
    both("le syndicat des dockers", "the dockers’ union"),
    both("la régie des tramways", "the tramway board"),
    both("l’imprimerie royale", "the royal press"),
];

/// What they do.
pub(super) const ACTS: [Act; 14] = [
    act(
        both("signe un traité de commerce avec", "signs a treaty of commerce with"),
        both("a signé un traité de commerce avec", "signed a treaty of commerce with"),
        both("commerce", "trade"),
    ),
    act(
        both("envoie une ambassade à", "sends an embassy to"),
        both("a envoyé une ambassade à", "sent an embassy to"),
        both("diplomatie", "diplomacy"),
    ),
    act(
        both("reçoit les réfugiés de", "takes in the refugees from"),
        both("a reçu les réfugiés de", "took in the refugees from"),
        both("exil", "exile"),
    ),
    act(
        both("achète du blé à", "buys grain from"),
        both("a acheté du blé à", "bought grain from"),
        both("disette", "dearth"),
    ),
    act(
        both("rompt son alliance avec", "breaks its alliance with"),
        both("a rompu son alliance avec", "broke its alliance with"),
        both("guerre", "war"),
    ),
    act(
        both("ouvre une route vers", "opens a road to"),
        both("a ouvert une route vers", "opened a road to"),
        both("transports", "transport"),
    ),
    act(
        both("prête de l’or à", "lends gold to"),
        both("a prêté de l’or à", "lent gold to"),
        both("finances", "finance"),
    ),
    act(
        both("publie une carte de", "publishes a map of"),
        both("a publié une carte de", "published a map of"),
        both("sciences", "science"),
    ),
    act(
        both("ferme ses portes aux voyageurs de", "closes its gates to travellers from"),
        both("a fermé ses portes aux voyageurs de", "closed its gates to travellers from"),
        both("épidémie", "epidemic"),
    ),
    act(
        both("élève un monument aux morts de", "raises a monument to the dead of"),
        both("a élevé un monument aux morts de", "raised a monument to the dead of"),
        both("mémoire", "remembrance"),
    ),
    act(
        both("accueille une exposition venue de", "hosts an exhibition from"),
        both("a accueilli une exposition venue de", "hosted an exhibition from"),
        both("œuvres d’art", "works of art"),
    ),
    act(
        both("négocie la paix avec", "negotiates peace with"),
        both("a négocié la paix avec", "negotiated peace with"),
        both("paix", "peace"),
    ),
    act(
        both("relie son télégraphe à celui de", "joins its telegraph to that of"),
        both("a relié son télégraphe à celui de", "joined its telegraph to that of"),
        both("télégraphe", "telegraph"),
    ),
    act(
        both("fonde un comptoir près de", "founds a trading post near"),
        both("a fondé un comptoir près de", "founded a trading post near"),
        both("comptoirs", "trading posts"),
    ),
];

/// Where.
pub(super) const TOWNS: [Town; 24] = [
    town("brest", "Brest", "Brest", (4839, -449)),
    town("turin", "Turin", "Turin", (4507, 769)),
    town("seville", "Séville", "Seville", (3739, -599)),
    town("lubeck", "Lübeck", "Lübeck", (5387, 1069)),
    town("geneve", "Genève", "Geneva", (4620, 614)),
    town("vienne", "Vienne", "Vienna", (4821, 1637)),
    town("cracovie", "Cracovie", "Cracow", (5006, 1994)),
    town("lisbonne", "Lisbonne", "Lisbon", (3872, -914)),
    town("bruges", "Bruges", "Bruges", (5121, 323)),
    town("venise", "Venise", "Venice", (4544, 1232)),
    town("raguse", "Raguse", "Ragusa", (4265, 1809)),
    town("novgorod", "Novgorod", "Novgorod", (5852, 3128)),
    town("damas", "Damas", "Damascus", (3351, 3629)),
    town("tunis", "Tunis", "Tunis", (3681, 1018)),
    town("boukhara", "Boukhara", "Bukhara", (3977, 6443)),
    town("malacca", "Malacca", "Malacca", (219, 10225)),
    town("canton", "Canton", "Canton", (2313, 11326)),
    town("nagasaki", "Nagasaki", "Nagasaki", (3275, 12988)),
    town("seoul", "Séoul", "Seoul", (3757, 12698)),
    town("vladivostok", "Vladivostok", "Vladivostok", (4312, 13189)),
    town("quebec", "Québec", "Quebec", (4681, -7121)),
    town("boston", "Boston", "Boston", (4236, -7106)),
    town("carthagene", "Carthagène", "Cartagena", (1039, -7551)),
    town("valparaiso", "Valparaiso", "Valparaíso", (-3305, -7162)),
];

/// What stands between two reports in an article.
pub(super) const FILLERS: [Words; 8] = [
    both("La pluie n’a cessé qu’au soir.", "The rain stopped only in the evening."),
    both("On ne compte aucun blessé.", "Nobody was hurt."),
    both("Les cloches ont sonné à midi.", "The bells rang at noon."),
    both("Le prix du pain n’a pas changé.", "The price of bread has not changed."),
    both("Plusieurs voyageurs confirment la nouvelle.", "Several travellers confirm the news."),
    both("Le courrier du nord a du retard.", "The mail from the north is late."),
    both("L’assemblée s’est séparée sans vote.", "The assembly parted without a vote."),
    both("Une foule nombreuse a suivi le cortège.", "A large crowd followed the procession."),
];

/// The publications.
pub(super) const PAPERS: [&str; 6] =
    ["La Gazette", "Le Courrier des ports", "Mercure", "The Chronicle", "L’Écho", "The Evening Post"];

/// The months in French and English.
pub(super) const MONTHS: [Words; 12] = [
    both("janvier", "January"),
    both("février", "February"),
    both("mars", "March"),
    both("avril", "April"),
    both("mai", "May"),
    both("juin", "June"),
    both("juillet", "July"),
    both("août", "August"),
    both("septembre", "September"),
    both("octobre", "October"),
    both("novembre", "November"),
    both("décembre", "December"),
];
