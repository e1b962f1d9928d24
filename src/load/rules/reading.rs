//! What is wrong with the YAML itself.

use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::Error;

pub(in crate::load) static YAML_SYNTAX: Rule = Rule {
    code: "yaml-syntax",
    severity: Error,
    summary: "the file is not YAML",
    summary_fr: "le fichier n’est pas du YAML",
    explanation: "\
The file cannot be read as YAML from this place on, so nothing after it is looked at. Often the cause
is a line or two above the place that is shown: a quote mark that is never closed, a text with `: `
or ` #` in it that stands without quote marks, a tab where spaces should be, or a line that is
indented less than its neighbours.

    title: Pyongyang: the visit      # wrong: the second colon
    title: \"Pyongyang: the visit\"",
};

pub(in crate::load) static NOT_UTF8: Rule = Rule {
    code: "not-utf8",
    severity: Error,
    summary: "the timeline is not UTF-8",
    summary_fr: "la frise n’est pas en UTF-8",
    explanation: "\
A timeline is text in UTF-8. Editors that save as Latin-1, Windows-1252 or UTF-16 write other bytes
for the same letters. Save the file again as UTF-8; on a command line:

    iconv -f WINDOWS-1252 -t UTF-8 timeline.yaml > fixed.yaml",
};

pub(in crate::load) static EMPTY_FILE: Rule = Rule {
    code: "empty-file",
    severity: Error,
    summary: "the file holds no timeline",
    summary_fr: "le fichier ne contient aucune frise",
    explanation: "\
The file is empty, or holds nothing but comments. A timeline has at least a title and events.

    title: Three treaties
    events:
      - {id: first, date: 1961, title: The first treaty}",
};

pub(in crate::load) static MANY_DOCUMENTS: Rule = Rule {
    code: "many-documents",
    severity: Error,
    summary: "the file holds more than one YAML document",
    summary_fr: "le fichier contient plus d’un document YAML",
    explanation: "\
A line of three dashes ends one YAML document and begins the next. A timeline is one document; only
the first is read. Take the line out, or put what follows it into a file of its own.

    title: Three treaties
    ---                              # what follows is not read
    events: []",
};

pub(in crate::load) static TOO_LARGE: Rule = Rule {
    code: "too-large",
    severity: Error,
    summary: "the file is larger than a timeline can be",
    summary_fr: "le fichier est plus gros qu’une frise ne peut l’être",
    explanation: "\
A timeline may have 64 MiB, four million values and 64 directives. That is room for some 100,000
events; a file beyond it is a mistake or an attack, and is not read at all. Directives are lines that
begin with a percent sign, and a timeline needs none.

    %YAML 1.2
    ---
    title: Three treaties",
};

pub(in crate::load) static TOO_DEEP: Rule = Rule {
    code: "too-deep",
    severity: Error,
    summary: "lists and mappings lie too deep in each other",
    summary_fr: "les listes et les tables sont imbriquées trop profondément",
    explanation: "\
Lists and mappings may lie 64 deep in each other, which is some thirty levels of subevents. A file
beyond that is a mistake or an attack on the program that reads it, and is not read at all.

    title: [[[[[[[[[[ and so on",
};

pub(in crate::load) static ALIAS_BOMB: Rule = Rule {
    code: "alias-bomb",
    severity: Error,
    summary: "aliases stand for too much",
    summary_fr: "les alias prennent trop de place une fois développés",
    explanation: "\
An alias, `*name`, stands for the value marked with `&name`. Aliases of aliases grow with every
level, and a small file can fill any memory. Together they may stand for 100,000 values and 8 MiB of
text, and none may stand inside the value it stands for. Write the values out.

    a: &a [x, x, x, x, x, x, x, x, x, x]
    b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
    c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]   # a thousand already",
};

pub(in crate::load) static UNSUPPORTED_TAG: Rule = Rule {
    code: "unsupported-tag",
    severity: Error,
    summary: "a timeline has no tags of its own",
    summary_fr: "une frise n’a pas d’étiquettes de type YAML",
    explanation: "\
In YAML a word with an exclamation mark before a value says of what type it is. A timeline has no
types of its own; the tag is left out and the value is read without it. Where the exclamation mark is
part of a text, put the text in quotes.

    title: !important The treaty     # wrong
    title: \"!important The treaty\"",
};

pub(in crate::load) static UNKNOWN_KEY: Rule = Rule {
    code: "unknown-key",
    severity: Error,
    summary: "the key means nothing here",
    summary_fr: "cette clé ne veut rien dire ici",
    explanation: "\
The mapping has a key that a timeline does not know in this place, so what stands under it would be
lost without a word. Mostly it is misspelt, indented wrongly, or belongs to the mapping around it.
Merge keys, `<<`, are not known either: write the keys out.

    - source: doc1
      exat: \"signé en 1961\"         # wrong: exact",
};

pub(in crate::load) static MISSING_KEY: Rule = Rule {
    code: "missing-key",
    severity: Error,
    summary: "something that must be there is missing",
    summary_fr: "il manque un élément obligatoire",
    explanation: "\
A timeline needs `title` and `events`; a source `id` and `text`; a place `id` and `name`; an event
`id`, `date` and `title`; a quote `source` and `exact`; a claim `says`. A key with nothing after it,
with `~` or with an empty text counts as missing too.

    - id: treaty
      date:                          # wrong: when?
      title: The treaty",
};

pub(in crate::load) static DUPLICATE_KEY: Rule = Rule {
    code: "duplicate-key",
    severity: Error,
    summary: "the same key stands twice in one mapping",
    summary_fr: "la même clé figure deux fois dans une table",
    explanation: "\
A mapping has the same key twice, and only one value can count: the first one does. Languages that
differ only in capital letters are the same key. Often a dash is missing between two entries of a
list.

    - source: doc1
      exact: \"signé en 1961\"
      source: doc2                   # wrong: a dash is missing
      exact: \"visite d'Etat\"",
};

pub(in crate::load) static WRONG_TYPE: Rule = Rule {
    code: "wrong-type",
    severity: Error,
    summary: "the value is of another kind than is meant here",
    summary_fr: "la valeur n’est pas du genre attendu ici",
    explanation: "\
A list stands where a text is meant, a text where a list is meant, or something that YAML takes for a
number or a truth value where a text is meant. YAML forgets how a number with a point was written,
so put texts that look like numbers, `true`, `false` or `null` in quotes.

    title: 1.50                      # a number to YAML
    title: \"1.50\"
    tags: treaty                     # wrong: a list
    tags: [treaty]",
};

pub(in crate::load) static TOO_MANY: Rule = Rule {
    code: "too-many",
    severity: Error,
    summary: "not all problems are listed",
    summary_fr: "les problèmes ne sont pas tous dans la liste",
    explanation: "\
Ten thousand problems of a timeline are listed, errors before warnings. Correct those, and run the
check again:

    frise check timeline.yaml",
};
