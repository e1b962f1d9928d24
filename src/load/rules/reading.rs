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
    explanation_fr: "\
Le fichier ne peut pas être lu comme du YAML à partir d’ici, et rien de ce qui suit n’est examiné.
La cause est souvent une ligne ou deux plus haut\u{a0}: un guillemet jamais refermé, un texte qui
contient `: ` ou ` #` sans guillemets droits, une tabulation à la place d’espaces, ou une ligne
moins indentée que ses voisines.

    title: Pyongyang: la visite      # faux\u{a0}: le second deux-points
    title: \"Pyongyang: la visite\"",
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
    explanation_fr: "\
Une frise est du texte en UTF-8. Les éditeurs qui enregistrent en Latin-1, en Windows-1252 ou en
UTF-16 écrivent d’autres octets pour les mêmes lettres. Enregistrez de nouveau le fichier en UTF-8\u{a0};
en ligne de commande\u{a0}:

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
    explanation_fr: "\
Le fichier est vide, ou ne contient que des commentaires. Une frise a au moins un titre et des
événements\u{a0}:

    title: Trois traités
    events:
      - {id: first, date: 1961, title: Le premier traité}",
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
    explanation_fr: "\
Une ligne de trois tirets finit un document YAML et en commence un autre. Une frise est un seul
document\u{a0}; seul le premier est lu. Retirez la ligne, ou mettez ce qui suit dans un autre fichier.

    title: Trois traités
    ---                              # ce qui suit n’est pas lu
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
    explanation_fr: "\
Une frise peut faire 64 Mio, avec quatre millions de valeurs et 64 directives. C’est assez pour
quelque 100\u{a0}000 événements\u{a0}; un fichier plus gros est une erreur ou une attaque, et n’est pas lu.
Les directives sont des lignes qui commencent par un pour-cent, et une frise n’en a pas besoin.

    %YAML 1.2
    ---
    title: Trois traités",
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
    explanation_fr: "\
Listes et tables peuvent être imbriquées sur 64 niveaux, soit une trentaine de niveaux de
sous-événements. Au-delà, un fichier est une erreur ou une attaque contre le programme qui le lit\u{a0}:
il n’est pas lu.

    title: [[[[[[[[[[ et ainsi de suite",
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
    explanation_fr: "\
Un alias, `*nom`, remplace la valeur marquée par `&nom`. Des alias d’alias grossissent à chaque
niveau, et un petit fichier peut remplir n’importe quelle mémoire. Ensemble, ils peuvent remplacer
100\u{a0}000 valeurs et 8 Mio de texte, et aucun ne peut être dans la valeur qu’il remplace. Écrivez les
valeurs.

    a: &a [x, x, x, x, x, x, x, x, x, x]
    b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
    c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]   # déjà mille",
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
    explanation_fr: "\
En YAML, un mot précédé d’un point d’exclamation dit de quel type est la valeur qui suit. Une frise
n’a pas de types à elle\u{a0}; l’étiquette est laissée de côté et la valeur est lue sans elle. Si le
point d’exclamation fait partie d’un texte, mettez le texte entre guillemets droits.

    title: !important Le traité      # faux
    title: \"!important Le traité\"",
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
    explanation_fr: "\
La table a une clé que l’on n’attend pas à cet endroit, et ce qui est dessous serait perdu sans un
mot. Le plus souvent, la clé est mal écrite, mal indentée, ou appartient à la table d’au-dessus. Les
clés de fusion, `<<`, n’existent pas non plus. Écrivez les clés elles-mêmes.

    - source: doc1
      exat: \"signé en 1961\"          # faux\u{a0}: exact",
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
    explanation_fr: "\
Il faut à une frise `title` et `events`\u{a0}; à une source `id` et `text`\u{a0}; à un lieu `id` et `name`\u{a0}; à
un événement `id`, `date` et `title`\u{a0}; à une citation `source` et `exact`\u{a0}; à une affirmation
`says`. Une clé que rien ne suit, ou que suit `~` ou un texte vide, compte comme absente.

    - id: treaty
      date:                          # faux\u{a0}: quand\u{a0}?
      title: Le traité",
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
    explanation_fr: "\
Une table a deux fois la même clé, et une seule valeur peut compter\u{a0}: la première. Deux langues qui
ne diffèrent que par les majuscules sont la même clé. Souvent, il manque un tiret entre deux
éléments d’une liste.

    - source: doc1
      exact: \"signé en 1961\"
      source: doc2                   # faux\u{a0}: il manque un tiret
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
    explanation_fr: "\
Une liste est à la place d’un texte, un texte à la place d’une liste, ou ce que YAML prend pour un
nombre ou une valeur logique à la place d’un texte. YAML oublie comment un nombre à virgule était
écrit\u{a0}: mettez entre guillemets droits les textes qui ressemblent à des nombres, à `true`, à `false`
ou à `null`.

    title: 1.50                      # un nombre, pour YAML
    title: \"1.50\"
    tags: treaty                     # faux\u{a0}: une liste
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
    explanation_fr: "\
Dix mille problèmes d’une frise sont listés, les erreurs avant les avertissements. Corrigez-les,
puis recommencez\u{a0}:

    frise check timeline.yaml",
};

pub(in crate::load) static CUT_BY_COMMENT: Rule = Rule {
    code: "cut-by-comment",
    severity: Error,
    summary: "a comment cuts a text short",
    summary_fr: "un commentaire coupe un texte",
    explanation: "\
In YAML ` #` begins a comment, also in the middle of a text that stands without quotation marks.
What follows is not part of the text, and of a quote only the rest is checked. Put the text in
quotation marks, or the comment on a line of its own.

    exact: Il a dit # et il s'est tu         # wrong
    exact: 'Il a dit # et il s''est tu'",
    explanation_fr: "\
En YAML, ` #` commence un commentaire, même au milieu d’un texte sans guillemets droits. Ce qui suit
ne fait pas partie du texte, et d’une citation seul le reste est vérifié. Mettez le texte entre
guillemets droits, ou le commentaire sur une ligne à part.

    exact: Il a dit # et il s'est tu         # faux
    exact: 'Il a dit # et il s''est tu'",
};

pub(in crate::load) static UNUSED_ANCHOR: Rule = Rule {
    code: "unused-anchor",
    severity: Error,
    summary: "nothing refers to an anchor",
    summary_fr: "rien ne renvoie à une ancre",
    explanation: "\
In YAML a word that begins with `&` marks the value after it, so that an alias, `*`, can stand for
it. The word is not part of the value. Where nothing refers to it, it was probably meant as text:
put the text in quotation marks.

    title: &Co and others            # wrong: read as “and others”
    title: '&Co and others'",
    explanation_fr: "\
En YAML, un mot qui commence par `&` marque la valeur qui suit, pour qu’un alias, `*`, puisse la
remplacer. Le mot ne fait pas partie de la valeur. Si rien n’y renvoie, c’était sans doute du
texte\u{a0}: mettez le texte entre guillemets droits.

    title: &Co et autres             # faux\u{a0}: se lit «\u{a0}et autres\u{a0}»
    title: '&Co et autres'",
};

pub(in crate::load) static NO_EVENTS: Rule = Rule {
    code: "no-events",
    severity: Error,
    summary: "the timeline has no events",
    summary_fr: "la frise n’a aucun événement",
    explanation: "\
The list of events is empty, so there is nothing to show and nothing to check: a check that finds no
mistake in it would say nothing. Add an event.

    events:
      - {id: treaty, date: 1961, title: The treaty}",
    explanation_fr: "\
La liste des événements est vide\u{a0}: il n’y a rien à montrer et rien à vérifier, et une vérification
sans erreur ne dirait rien. Ajoutez un événement.

    events:
      - {id: treaty, date: 1961, title: Le traité}",
};
