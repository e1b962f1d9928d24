//! What is wrong with a single value.

use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::Error;

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
};

pub(in crate::load) static BAD_LANGUAGE: Rule = Rule {
    code: "bad-language",
    severity: Error,
    summary: "this is no language tag",
    summary_fr: "ceci n’est pas un code de langue",
    explanation: "\
Languages are named by BCP 47 tags: two or three letters, and perhaps a script or a region after a
hyphen. A text is either one string, or a mapping from such tags to strings; a mapping with other
keys in the place of a text is a mistake.

    title: {french: Le traité}       # wrong
    title: {fr: Le traité, pt-BR: O tratado}",
};

pub(in crate::load) static BAD_DATE: Rule = Rule {
    code: "bad-date",
    severity: Error,
    summary: "this is no date, or it could be several",
    summary_fr: "ceci n’est pas une date, ou peut se lire de plusieurs façons",
    explanation: "\
Dates are written in EDTF (ISO 8601-2) or in one of the plain forms people use in French and English.
A date that could mean several days is refused, for a guess would be wrong half of the time: write the
reading that is meant. The event is kept, and stands at the end until it has a date.

    date: 03/04/2024                 # 3 April or 4 March?
    date: 2024-04-03
    date: 194X                       # some time in the 1940s
    date: 2000-07/2001~              # from July 2000 to about 2001",
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
};

pub(in crate::load) static BAD_DIGEST: Rule = Rule {
    code: "bad-digest",
    severity: Error,
    summary: "this is no SHA-256",
    summary_fr: "ceci n’est pas une empreinte SHA-256",
    explanation: "\
A SHA-256 is 64 hexadecimal digits. It says which state of an article the quotes were taken from; a
part of it says nothing. In the rare case that it looks like a number, put it in quotes.

    sha256sum article.txt
    110a38d7…                        # all 64 digits of it go into the timeline",
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
};
