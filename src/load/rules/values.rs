//! What is wrong with a single value.

use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::{Error, Warning};

pub(in crate::load) static BAD_ID: Rule = Rule {
    code: "bad-id",
    severity: Error,
    summary: "an id has white space or control characters in it",
    summary_fr: "un identifiant contient des espaces ou des caractères de contrôle",
    explanation: "\
An id is a name for the rest of the file and for the command line, so it has no white space and no
control characters in it. What the reader of the timeline sees is the title or the name.

    - id: the treaty                 # wrong
    - id: the-treaty",
    explanation_fr: "\
Un identifiant est un nom pour le reste du fichier et pour la ligne de commande\u{a0}: il ne contient ni
espaces ni caractères de contrôle. Ce que voit le lecteur de la frise est le titre ou le nom.

    - id: the treaty                 # faux
    - id: the-treaty",
};

pub(in crate::load) static BAD_LANGUAGE: Rule = Rule {
    code: "bad-language",
    severity: Error,
    summary: "this is not a language tag",
    summary_fr: "ceci n’est pas un code de langue",
    explanation: "\
Languages are named by BCP 47 tags: two or three letters, and perhaps a script or a region after a
hyphen. A text is either one string, or a mapping from such tags to strings; a mapping with other
keys in the place of a text is a mistake.

    title: {french: Le traité}       # wrong
    title: {fr: Le traité, pt-BR: O tratado}",
    explanation_fr: "\
Les langues se désignent par leur code BCP 47\u{a0}: deux ou trois lettres, et peut-être une écriture ou
une région après un trait d’union. Un texte est soit une seule chaîne, soit une table de tels
codes\u{a0}; une table à d’autres clés est une erreur.

    title: {french: Le traité}       # faux
    title: {fr: Le traité, pt-BR: O tratado}",
};

pub(in crate::load) static BAD_DATE: Rule = Rule {
    code: "bad-date",
    severity: Error,
    summary: "this is not a date, or it could be several",
    summary_fr: "ceci n’est pas une date, ou peut se lire de plusieurs façons",
    explanation: "\
Dates are written in EDTF (ISO 8601-2) or in one of the plain forms people use in French and English.
A date that could mean several days is refused, for a guess would be wrong half of the time: write the
reading that is meant. The event is kept, and stands at the end until it has a date.

    date: 03/04/2024                 # 3 April or 4 March?
    date: 2024-04-03
    date: 194X                       # some time in the 1940s
    date: 2000-07/2001~              # from July 2000 to about 2001",
    explanation_fr: "\
Les dates s’écrivent en EDTF (ISO 8601-2) ou sous l’une des formes courantes en français et en
anglais. Une date qui peut désigner plusieurs jours est refusée, car deviner serait se tromper une
fois sur deux\u{a0}: écrivez celle qui est voulue. L’événement est gardé, à la fin, jusqu’à ce qu’il ait
une date.

    date: 03/04/2024                 # 3 avril ou 4 mars\u{a0}?
    date: 2024-04-03
    date: 194X                       # dans les années 1940
    date: 2000-07/2001~              # de juillet 2000 à 2001 environ",
};

pub(in crate::load) static END_BEFORE_START: Rule = Rule {
    code: "end-before-start",
    severity: Error,
    summary: "a span of time ends before it begins",
    summary_fr: "une période finit avant de commencer",
    explanation: "\
The second half of the date lies before the first. Mostly the halves are swapped, or a digit is. Years
before our era are counted backwards only in words: `-0044/-0042` ends after it begins.

    date: 2001/2000                  # wrong
    date: 2000/2001",
    explanation_fr: "\
La seconde moitié de la date est avant la première. Le plus souvent, les moitiés sont inversées, ou
un chiffre est faux. Les années avant notre ère ne se comptent à rebours qu’en toutes lettres\u{a0}:
`-0044/-0042` finit après avoir commencé.

    date: 2001/2000                  # faux
    date: 2000/2001",
};

pub(in crate::load) static BAD_COORDINATES: Rule = Rule {
    code: "bad-coordinates",
    severity: Error,
    summary: "the coordinates name no place on Earth",
    summary_fr: "ces coordonnées ne désignent aucun lieu sur Terre",
    explanation: "\
A place has both coordinates or neither: `latitude` from -90 to 90 degrees north, `longitude` from
-180 to 180 degrees east, as decimal numbers of WGS 84. A latitude beyond 90 is mostly a longitude.

    - {id: pyongyang, name: Pyongyang, latitude: 39.03, longitude: 125.75}",
    explanation_fr: "\
Un lieu a ses deux coordonnées ou aucune\u{a0}: `latitude` de -90 à 90 degrés nord, `longitude` de -180 à
180 degrés est, en nombres décimaux (WGS 84). Une latitude au-delà de 90 est le plus souvent une
longitude.

    - {id: pyongyang, name: Pyongyang, latitude: 39.03, longitude: 125.75}",
};

pub(in crate::load) static BAD_DIGEST: Rule = Rule {
    code: "bad-digest",
    severity: Error,
    summary: "this is not a SHA-256",
    summary_fr: "ceci n’est pas une empreinte SHA-256",
    explanation: "\
A SHA-256 is 64 hexadecimal digits. It says which state of an article the quotes were taken from; a
part of it says nothing. In the rare case that it looks like a number, put it in quotation marks.

    sha256sum article.txt
    110a38d7…                        # all 64 digits of it go into the timeline",
    explanation_fr: "\
Une empreinte SHA-256 compte 64 chiffres hexadécimaux. Elle dit de quel état de l’article viennent
les citations\u{a0}; une partie ne dit rien. Dans le rare cas où elle ressemble à un nombre, mettez-la
entre guillemets droits.

    sha256sum article.txt
    110a38d7…                        # ses 64 chiffres vont dans la frise",
};

pub(in crate::load) static BAD_STANCE: Rule = Rule {
    code: "bad-stance",
    severity: Error,
    summary: "a quote stands to a claim in no such way",
    summary_fr: "une citation ne peut pas avoir cette position sur une affirmation",
    explanation: "\
A quote under a claim supports it, disputes it, or nuances it; without a `stance` it supports it.
Outside claims there is nothing to dispute, so a quote of the event itself has no stance.

    claims:
      - says: The talks took two hours
        quotes:
          - {source: doc2, exact: \"environ une heure et demie\", stance: disputes}",
    explanation_fr: "\
Une citation sous une affirmation l’appuie (supports), la conteste (disputes) ou la nuance
(nuances)\u{a0}; sans `stance`, elle l’appuie. Hors des affirmations il n’y a rien à contester\u{a0}: une
citation de l’événement lui-même n’a pas de position.

    claims:
      - says: L’entretien a duré deux heures
        quotes:
          - {source: doc2, exact: \"environ une heure et demie\", stance: disputes}",
};

pub(in crate::load) static UNSAFE_URL: Rule = Rule {
    code: "unsafe-url",
    severity: Error,
    summary: "the address is not one that may be opened",
    summary_fr: "cette adresse n’est pas de celles que l’on peut ouvrir",
    explanation: "\
A timeline may come from a stranger, and its addresses are opened by a key. So only whole `http` and
`https` addresses are allowed, without white space, control characters, backslashes, or a user name
before the host, which makes one host look like another. Other addresses are not kept.

    url: https://example.org@evil.example/   # wrong: the host is evil.example
    url: https://example.org/article",
    explanation_fr: "\
Une frise peut venir d’un inconnu, et une touche ouvre ses adresses. Seules sont donc permises les
adresses entières en `http` et `https`, sans espaces, caractères de contrôle ni barres obliques
inverses, et sans nom d’utilisateur devant l’hôte, qui fait passer un hôte pour un autre. Les autres
adresses ne sont pas gardées.

    url: https://example.org@evil.example/   # faux\u{a0}: l’hôte est evil.example
    url: https://example.org/article",
};

pub(in crate::load) static BAD_ALLOWANCE: Rule = Rule {
    code: "bad-allowance",
    severity: Error,
    summary: "what is to be allowed is not a warning",
    summary_fr: "ce qui doit être admis n’est pas un avertissement",
    explanation: "\
`allow` holds the codes of warnings that are meant to stand: of the whole timeline, of a source and
the quotes taken from it, or of an event and what is inside it. Errors cannot be allowed.

    - id: legend
      date: 44 BC
      title: The legend
      allow: [event-unquoted]",
    explanation_fr: "\
`allow` contient les codes d’avertissements admis\u{a0}: pour toute la frise, pour une source et les
citations qui en viennent, ou pour un événement et ce qu’il contient. Les erreurs ne peuvent pas
être admises.

    - id: legend
      date: 44 BC
      title: La légende
      allow: [event-unquoted]",
};

pub(in crate::load) static UNUSED_ALLOWANCE: Rule = Rule {
    code: "unused-allowance",
    severity: Warning,
    summary: "something is allowed that does not occur",
    summary_fr: "quelque chose est admis sans se produire",
    explanation: "\
An allowance stands where no such warning is. Perhaps what it was for has been put right; left
there, it would hide the next one. Take it out.

    - {id: brest, name: Brest}       # and an event names it
    allow: [unused-place]            # not needed any more",
    explanation_fr: "\
Un avertissement est admis là où il ne se produit pas. Peut-être sa cause a-t-elle été corrigée\u{a0};
laissé là, il cacherait le prochain. Retirez-le.

    - {id: brest, name: Brest}       # et un événement le nomme
    allow: [unused-place]            # n’est plus utile",
};
