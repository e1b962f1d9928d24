//! The words that turn a sentence, one table per language.
//!
//! An entry is words in lower case with spaces between. `*` at the end or the beginning of a word stands for any letters,
//! `_` for any word, `#` for a number. An apostrophe ends a word (`n'`), but for the English `n't`.

/// What turns the sense of a sentence in one language.
pub(super) struct Words {
    /// The primary language subtag (BCP 47).
    pub(super) tag: &'static str,
    /// What negates, or works like a negation, wherever it stands before the words it turns.
    pub(super) turning: &'static [&'static str],
    /// What does so to the words before it.
    pub(super) turning_back: &'static [&'static str],
    /// What holds a word of the lists, and turns nothing.
    pub(super) harmless: &'static [&'static str],
    /// What begins another clause, which a negation before does not reach into.
    pub(super) breaks: &'static [&'static str],
    /// What begins a clause between commas that is left out as a whole.
    pub(super) relatives: &'static [&'static str],
}

pub(super) const ALL: &[Words] =
    &[FRENCH, ENGLISH, GERMAN, SPANISH, ITALIAN, PORTUGUESE, DUTCH, POLISH, RUSSIAN, UKRAINIAN];

#[rustfmt::skip]
const FRENCH: Words = Words {
    tag: "fr",
    turning: &[
        "ne", "n'", "pas", "non", "ni", "aucun", "aucune", "aucuns", "aucunes", "aucunement", "jamais", "sans", "sauf", "nul",
        "nulle", "nuls", "nulles", "nullement", "rien", "guère", "personne ne", "personne n'", "point de", "peu de", "peu d'",
        "peu probable", "peu s'", "trop peu", "à peine", "à moins", "hormis", "faute de", "faute d'", "loin de", "loin d'",
        "au lieu de", "au lieu d'", "incapable*", "impossible", "interdi*", "faux que", "faux qu'", "cesse de", "cesse d'",
        "cessé de", "cessé d'", "cessent de", "refus*", "démen*", "dément*", "nie", "nient", "nié", "nia", "nier", "niait", "niant",
        "niaient", "niera", "exclut", "exclu", "exclure", "exclus", "excluent", "excluait", "rejette*", "rejet", "rejeté", "réfut*", "empêch*", "évit*",
        "renonc*", "échou*", "manqué de", "doute que", "doute qu'", "doutent que", "doutent qu'", "conteste que", "conteste qu'", "prétend*", "prétendu*",
    ],
    turning_back: &[
        "pas", "aucun", "aucune", "aucunement", "jamais", "nul", "nulle", "nullement", "rien", "personne", "guère", "sauf", "hormis", "excepté",
        "à moins", "à condition", "sans que", "sans qu'", "ni", "est faux", "serait faux", "a t il démenti", "dément", "démentent", "a démenti", "ont démenti",
    ],
    harmless: &[
        "sans doute", "sans aucun doute", "sans nul doute", "sans cesse", "sans précédent", "sans précédents", "sans conteste",
        "sans relâche", "sans délai", "sans tarder", "sans abri", "sans papiers", "sans fil", "sans faille", "sans équivoque",
        "sans ambiguïté", "non seulement", "ne _ pas seulement", "n' _ pas seulement", "pas seulement", "ni plus ni moins", "non loin", "un pas", "le pas", "les pas", "des pas", "ce pas", "ces pas", "de pas", "son pas",
        "ses pas", "leurs pas", "nos pas", "au pas", "premier pas", "premiers pas", "nouveau pas", "grand pas", "grands pas",
        "petit pas", "petits pas", "pas à pas", "faux pas", "deux pas", "trois pas", "# pas", "pas de tir", "pas de deux", "pas de calais", "plus que jamais", "à jamais",
        "à tout jamais", "rien que", "n' importe", "n' importe quel", "non _ gouvernementale*", "non gouvernementale*", "non alignés", "non agression", "non prolifération", "une personne", "n' _ rien de moins", "ne _ rien de moins", "rien de moins", "point de vue", "points de vue", "point de départ", "un point de", "le point de", "au point de", "à peine _ mois", "à peine _ ans", "à peine _ jours", "à peine _ heures", "à peine _ semaines", "n' est que", "n' est qu'", "n' étai* que", "n' étai* qu'", "ne sont que", "ne sont qu'", "n' a que", "n' a qu'", "ne fai* que", "ne font que", "sauf conduit", "si jamais",
        "n' est ce pas", "sine qua non", "il n' empêche", "n' empêche que", "évité de justesse",
    ],
    breaks: &["mais", "et", "ou", "or", "car", "donc", "puis", "qui", "dont", "où", "tandis", "alors", "lorsque", "quand", "parce", "puisque", "bien", "toutefois", "cependant"],
    relatives: &["qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "duquel", "bien", "quoique", "comme"],
};

#[rustfmt::skip]
const ENGLISH: Words = Words {
    tag: "en",
    turning: &[
        "not", "*n't", "cannot", "never", "no", "nor", "none", "nobody", "nothing", "nowhere", "neither", "without", "hardly",
        "scarcely", "barely", "seldom", "rarely", "unless", "few", "little", "except", "far from", "instead of", "rather than", "lack*",
        "fail", "fails", "failed", "failing", "failure", "refus*", "deny", "denies", "denied", "denying", "denial*", "reject*", "refut*", "rebut*", "disput*",
        "declin*", "ceas*", "stopped", "prevent*", "avoid*", "prohibit*", "forbid*", "forbade", "forbidden", "ban", "banned", "bans", "barred", "unable", "unwilling",
        "unlikely", "impossible", "false*", "untrue", "no one", "doubt that", "doubts that", "doubted that", "doubtful", "allegedly", "alleged", "supposedly", "so called", "stop short", "stopped short", "short of", "rule out", "ruled out", "rules out", "ruling out",
    ],
    turning_back: &[
        "not", "no", "none", "nothing", "nobody", "never", "neither", "unless", "except", "hardly", "scarcely", "barely", "only if", "provided", "is false", "was false", "is untrue", "no one",
    ],
    harmless: &[
        "no #", "no doubt", "without doubt", "without a doubt", "not only", "not just", "not merely", "nothing but", "no less than", "no fewer than",
        "neither more nor less", "no more no less", "a few", "quite a few", "the few", "last few", "past few", "next few", "first few", "a little", "little by little", "without precedent", "without fail", "no longer than", "non stop",
        "no fly", "no man's", "nothing less than", "whether or not", "never before", "none other than", "few dozen", "few hundred", "few thousand",
    ],
    breaks: &["but", "and", "or", "so", "who", "which", "whose", "where", "while", "whereas", "when", "because", "although", "though", "however", "then", "yet"],
    relatives: &["who", "which", "whom", "whose", "where", "although", "though", "that", "while"],
};

#[rustfmt::skip]
const GERMAN: Words = Words {
    tag: "de",
    turning: &[
        "nicht", "nichts", "nie", "niemals", "niemand*", "nirgend*", "kein*", "ohne", "weder", "noch nie", "kaum", "selten", "wenig", "wenige", "außer",
        "anstatt", "statt", "es sei denn", "keineswegs", "keinesfalls", "unmöglich", "unfähig", "weiger*", "verweiger*", "geweigert", "bestreit*", "bestritt*",
        "dementier*", "leugn*", "verneint*", "verneinen", "abgelehnt", "lehnt*", "ablehn*", "verbot*", "verbiet*", "untersag*", "scheiter*", "gescheitert",
        "verhinder*", "vermeid*", "vermied*", "verzicht*", "angeblich*", "fern davon", "weit davon", "ausgeschlossen", "ausschließ*", "unwahrscheinlich", "falsch dass",
    ],
    turning_back: &["nicht", "nichts", "nie", "niemals", "niemand*", "kein*", "außer", "es sei denn", "kaum", "sofern", "keineswegs"],
    harmless: &[
        "nicht nur", "ohne zweifel", "ohne frage", "ohne weiteres", "nicht weniger als", "nichts anderes als", "nicht zuletzt", "nicht mehr und nicht weniger",
        "ein wenig", "kein geringerer als", "keine geringere als", "einige wenige", "ohne beispiel", "nicht einmal mehr als", "statt finden",
    ],
    breaks: &["aber", "sondern", "und", "oder", "denn", "der", "doch", "jedoch", "während", "weil", "als", "wenn", "obwohl"],
    relatives: &["der", "die", "das", "den", "dem", "deren", "dessen", "welche*", "wo", "obwohl", "was", "wie"],
};

#[rustfmt::skip]
const SPANISH: Words = Words {
    tag: "es",
    turning: &[
        "no", "nunca", "jamás", "nada", "nadie", "ningún", "ninguna", "ninguno", "ni", "sin", "tampoco", "apenas", "salvo", "excepto", "a menos", "poco",
        "pocos", "pocas", "poca", "en lugar de", "en vez de", "lejos de", "incapa*", "imposible", "improbable", "niega*", "negó", "negaron", "negar*", "negado", "niegan", "rechaz*",
        "desmint*", "desmient*", "desmentid*", "rehús*", "rehus*", "se negó", "prohib*", "prohíb*", "evit*", "impid*", "impedi*", "impide*", "dej* de", "fracas*", "descart*", "supuest*", "dud* que", "falso que",
    ],
    turning_back: &["nada", "nadie", "ningún", "ninguna", "ninguno", "nunca", "jamás", "salvo", "excepto", "a menos", "siempre que", "ni", "sin que", "es falso"],
    harmless: &[
        "no #", "sin duda", "sin lugar a dudas", "sin duda alguna", "sin embargo", "no solo", "no sólo", "no solamente", "ni más ni menos", "nada menos que", "nada más que", "sin precedentes", "sin precedente",
        "un poco", "poco a poco", "sin cesar", "dentro de poco", "hace poco", "no obstante", "más que nunca", "no menos de",
    ],
    breaks: &["pero", "sino", "y", "e", "o", "u", "aunque", "porque", "cuando", "mientras", "quien", "cual", "pues"],
    relatives: &["que", "quien", "quienes", "cual", "cuales", "cuyo", "cuya", "donde", "aunque", "como"],
};

#[rustfmt::skip]
const ITALIAN: Words = Words {
    tag: "it",
    turning: &[
        "non", "mai", "nulla", "niente", "nessun", "nessun'", "nessuno", "nessuna", "né", "neanche", "nemmeno", "neppure", "senza", "tranne", "eccetto", "salvo",
        "a meno", "appena", "poco", "pochi", "poche", "invece di", "anziché", "lungi da*", "incapac*", "impossibil*", "improbabil*", "rifiut*", "nega", "negato", "negano", "negare", "negò", "negava", "negando", "smentisc*", "smentit*", "smentì", "respin*",
        "viet*", "proib*", "evit*", "impedi*", "smett* di", "smess* di", "fallit*", "esclud*", "esclus*", "presunt*", "dubita che",
    ],
    turning_back: &["nulla", "niente", "nessun", "nessun'", "nessuno", "nessuna", "mai", "tranne", "eccetto", "a meno", "purché", "né", "senza che", "è falso"],
    harmless: &[
        "non solo", "non soltanto", "non solamente", "senza dubbio", "senz' altro", "né più né meno", "niente meno che", "nientemeno", "senza precedenti", "un poco", "a poco a poco", "fra poco", "tra poco", "da poco",
        "più che mai", "non meno di", "non appena",
    ],
    breaks: &["ma", "e", "ed", "o", "bensì", "però", "perché", "quando", "mentre", "che", "cui", "dove", "poiché"],
    relatives: &["che", "cui", "quale", "quali", "dove", "benché", "sebbene", "come"],
};

#[rustfmt::skip]
const PORTUGUESE: Words = Words {
    tag: "pt",
    turning: &[
        "não", "nunca", "jamais", "nada", "ninguém", "nenhum", "nenhuma", "nenhuns", "nenhumas", "nem", "sem", "tampouco", "mal", "salvo", "exceto", "excepto",
        "a menos", "pouco", "poucos", "poucas", "pouca", "em vez de", "ao invés de", "longe de", "incapa*", "impossíve*", "improváve*", "nega", "negam", "negou", "negaram", "negar*", "negado", "recus*",
        "desment*", "rejeit*", "proib*", "proíb*", "evit*", "imped*", "deix* de", "fracass*", "descart*", "suposto*", "suposta*", "duvid* que", "falso que",
    ],
    turning_back: &["nada", "ninguém", "nenhum", "nenhuma", "nunca", "jamais", "salvo", "exceto", "excepto", "a menos", "desde que", "nem", "sem que", "é falso"],
    harmless: &[
        "não só", "não apenas", "não somente", "sem dúvida", "sem dúvida alguma", "nem mais nem menos", "nada menos que", "nada mais que", "sem precedentes", "um pouco", "pouco a pouco", "há pouco", "mais do que nunca", "não obstante",
        "não menos de", "bem e mal",
    ],
    breaks: &["mas", "e", "ou", "porém", "porque", "quando", "enquanto", "quem", "qual", "pois", "embora", "contudo"],
    relatives: &["que", "quem", "qual", "quais", "cujo", "cuja", "onde", "embora", "como"],
};

#[rustfmt::skip]
const DUTCH: Words = Words {
    tag: "nl",
    turning: &[
        "niet", "niets", "nooit", "niemand", "nergens", "geen", "geenszins", "zonder", "noch", "nauwelijks", "amper", "zelden", "weinig", "tenzij", "behalve",
        "in plaats van", "onmogelijk", "onwaarschijnlijk", "weiger*", "geweigerd", "ontken*", "ontkend*", "betwist*", "verwerp*", "verwierp*", "verworpen", "verbied*", "verbood", "verboden", "voorkom*", "vermijd*", "vermeed", "mislukt*", "faal*", "faalde*",
        "gefaald", "zogenaamd*", "vermeende*", "uitgesloten", "afgewezen",
    ],
    turning_back: &["niet", "niets", "nooit", "niemand", "geen", "tenzij", "behalve", "mits", "nauwelijks"],
    harmless: &[
        "niet alleen", "niet enkel", "niet slechts", "zonder twijfel", "ongetwijfeld", "niet meer en niet minder", "niet minder dan", "niets minder dan", "zonder meer", "een weinig", "zonder precedent", "niet in de laatste plaats",
    ],
    breaks: &["maar", "en", "of", "want", "die", "dat", "terwijl", "omdat", "toen", "hoewel", "echter"],
    relatives: &["die", "dat", "wie", "wat", "waar*", "hoewel", "zoals"],
};

#[rustfmt::skip]
const POLISH: Words = Words {
    tag: "pl",
    turning: &[
        "nie", "nigdy", "nikt", "nikogo", "nikomu", "nic", "niczego", "nigdzie", "żaden", "żadna", "żadne", "żadnego", "żadnej", "żadnych", "ani", "bez", "ledwo", "ledwie", "prawie nie", "chyba że",
        "oprócz", "poza tym że", "zamiast", "mało", "niewiel*", "rzadko", "odmów*", "odmaw*", "odmawia*", "zaprzecz*", "dementuj*", "zdementow*", "odrzuc*", "zakaz*", "zabron*", "zabrani*", "uniemożliw*", "unik*", "niemożliw*",
        "rzekom*", "wątp*", "wyklucz*", "brak",
    ],
    turning_back: &["nic", "nikt", "nikogo", "nigdy", "żaden", "żadna", "żadne", "żadnego", "żadnej", "żadnych", "chyba że", "oprócz", "pod warunkiem", "ani", "o ile"],
    harmless: &["nie tylko", "bez wątpienia", "ni mniej ni więcej", "nie mniej niż", "nic innego jak", "bez precedensu", "bez przerwy", "nie lada", "mało tego", "nie mniej", "tym niemniej"],
    breaks: &["ale", "lecz", "i", "a", "oraz", "lub", "albo", "jednak", "który", "która", "które", "gdy", "kiedy", "ponieważ", "bo", "gdyż"],
    relatives: &["któr*", "co", "gdzie", "choć", "chociaż", "jak"],
};

#[rustfmt::skip]
const RUSSIAN: Words = Words {
    tag: "ru",
    turning: &[
        "не", "нет", "ни", "никогда", "никто", "никого", "никому", "ничто", "ничего", "нигде", "никак*", "никоим", "без", "едва", "вряд ли", "кроме", "вместо", "если не", "мало",
        "редко", "нельзя", "невозможно", "неспособ*", "отказ*", "отриц*", "опроверг*", "опровергн*", "отверг*", "отклонил*", "запрет*", "запрещ*", "помеша*", "избежа*", "якобы", "сомнева*", "исключ*", "перестал*",
    ],
    turning_back: &["ничего", "никто", "никого", "никогда", "никак*", "ни", "кроме", "если не", "при условии", "едва ли"],
    harmless: &["не только", "без сомнения", "вне сомнения", "ни больше ни меньше", "не более и не менее", "не менее", "не иначе как", "без прецедента", "тем не менее", "ничто иное как", "без исключения", "исключительно", "без устали", "как никогда"],
    breaks: &["но", "и", "а", "или", "однако", "который", "которая", "которое", "которые", "когда", "потому", "зато", "хотя", "чтобы"],
    relatives: &["котор*", "что", "где", "хотя", "как", "чей", "чья"],
};

#[rustfmt::skip]
const UKRAINIAN: Words = Words {
    tag: "uk",
    turning: &[
        "не", "немає", "нема", "ні", "ані", "ніколи", "ніхто", "нікого", "нікому", "ніщо", "нічого", "ніде", "жоден", "жодна", "жодне", "жодного", "жодної", "жодних", "без", "ледве", "навряд", "крім", "окрім", "замість",
        "якщо не", "мало", "рідко", "неможливо", "відмов*", "запереч*", "спростув*", "відкин*", "відхил*", "заборон*", "уникн*", "нібито", "сумніва*", "виключ*", "перестав*", "нездат*",
    ],
    turning_back: &["нічого", "ніхто", "нікого", "ніколи", "жоден", "жодна", "жодне", "жодного", "жодної", "жодних", "крім", "окрім", "якщо не", "за умови", "ні"],
    harmless: &["не тільки", "не лише", "без сумніву", "ні більше ні менше", "не менше", "не менш", "тим не менш", "без винятку", "виключно", "без прецеденту", "не інакше як", "як ніколи"],
    breaks: &["але", "і", "й", "та", "а", "або", "проте", "однак", "який", "яка", "яке", "які", "коли", "бо", "хоча", "щоб"],
    relatives: &["як*", "що", "де", "хоча", "котр*", "чий", "чия"],
};
