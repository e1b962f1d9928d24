//! Where searches lead on the built-in timeline, and what no search may do.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;
use crate::evidence::Article;
use crate::i18n::Lang;
use crate::load::{Draft, Input, read};
use crate::model::{Dating, Event, EventIndex, LanguageTag, Source, Text, Timeline};

/// A timeline, its articles, and where its quotes stand.
struct Shelf {
    draft: Draft,
    anchors: Vec<crate::evidence::Anchor>,
}

impl Shelf {
    fn builtin() -> Self {
        let draft = read(&Input::Builtin).unwrap();
        Self { anchors: draft.anchors(), draft }
    }

    fn corpus(&self) -> Corpus<'_> {
        Corpus { timeline: &self.draft.timeline, articles: &self.draft.articles, anchors: &self.anchors }
    }

    fn find(&self, typed: &str) -> Found {
        find(self.corpus(), typed, 1_000)
    }

    fn id(&self, event: EventIndex) -> &str {
        &self.draft.timeline.events[event].id
    }

    /// The ids of the events found, the best first.
    fn events(&self, typed: &str) -> Vec<&str> {
        let found = self.find(typed);
        found
            .event_hits()
            .filter_map(|hit| hit.event(&self.draft.timeline))
            .map(|event| self.id(event))
            .collect()
    }
}

fn find(corpus: Corpus<'_>, typed: &str, limit: usize) -> Found {
    let query = Query::parse(typed);
    let request = Request { query: &query, lang: Lang::Fr, limit };
    Index::new(corpus).search(corpus, request, &|| false).unwrap()
}

/// What is marked in a text.
fn marked(reason: &Reason) -> Vec<&str> {
    reason.highlights.iter().map(|range| &reason.text[range.clone()]).collect()
}

fn event(id: &str, title: &str, summary: &str) -> Event {
    let text = |text: &str| Text::single(LanguageTag::new("fr"), text);
    Event {
        id: id.to_owned(),
        parent: None,
        depth: 0,
        position: 0,
        end: 0,
        date: Dating::Undated { written: String::new() },
        title: text(title),
        summary: Some(text(summary)),
        places: Vec::new(),
        tags: Vec::new(),
        quotes: 0..0,
        claims: Vec::new(),
        notes: None,
        questions: Vec::new(),
    }
}

#[test]
fn searches_lead_where_a_person_expects() {
    let shelf = Shelf::builtin();
    for (typed, first, field, words) in [
        ("vostotchny", "vostotchny-2023", Field::Title, "Vostotchny"),
        ("vostochny", "vostotchny-2023", Field::Title, "Vostochny"),
        ("VOSTOTCHNI", "vostotchny-2023", Field::Title, "Vostotchny"),
        ("vstotchny", "vostotchny-2023", Field::Title, "V"),
        ("2019", "voyage-2019", Field::Date, "2019"),
        ("1940s", "annees-1940", Field::Date, "1940s"),
        ("juin 2024", "traite-2024", Field::Date, "juin"),
        ("'traité", "traite-1961", Field::Title, "traité"),
        ("traite", "traite-1961", Field::Title, "traité"),
        ("pacte | traité", "traite-1961", Field::Title, "traité"),
        ("intervention automatique", "traite-2000", Field::Title, "intervention"),
        ("^le", "traite-1961", Field::Title, "Le"),
        ("annulé$", "annulation-1996", Field::Title, "annulé"),
        ("tag:traité 2000", "traite-2000", Field::Date, "2000"),
        ("katmandou", "", Field::Title, ""),
    ] {
        let found = shelf.find(typed);
        let Some(hit) = found.hits.first() else {
            assert_eq!(first, "", "{typed}");
            continue;
        };
        assert_eq!(hit.event(&shelf.draft.timeline).map(|event| shelf.id(event)), Some(first), "{typed}");
        let best = &hit.reasons[0];
        assert_eq!((best.field, marked(best)[0]), (field, words), "{typed}");
    }
    assert_eq!(
        like(&shelf.draft.timeline, "vostochny").first().map(|event| shelf.id(*event)),
        Some("vostotchny-2023")
    );
    assert_eq!(like(&shelf.draft.timeline, "katmandou"), [0; 0]);
}

#[test]
fn what_has_a_word_and_what_has_not_are_all_there_is() {
    let shelf = Shelf::builtin();
    let [with, without] = ["'traité", "!traité"].map(|typed| shelf.find(typed));
    assert_eq!(with.events + without.events, shelf.draft.timeline.events.len());
    assert!(without.hits.iter().all(|hit| hit.reasons.is_empty() && hit.score == 0));
    assert_eq!(without.passages, 0, "passages do not answer a query of negations");
    assert!(shelf.events("!traité").contains(&"voyage-2019"));
    assert_eq!(shelf.find("").events, shelf.draft.timeline.events.len());
    assert_eq!(shelf.find("traité !traité").hits, []);
    assert_eq!(shelf.find("a | !a").events, shelf.draft.timeline.events.len());
}

#[test]
fn filters_look_at_tags_places_and_sources_alone() {
    let shelf = Shelf::builtin();
    let timeline = &shelf.draft.timeline;
    let filtered = |typed: &str| {
        let index = Index::new(shelf.corpus());
        index.events(&Query::parse(typed), &|| false).unwrap()
    };
    let tagged = filtered("étiquette:\"union sov\"");
    let is_tagged = |event: &EventIndex| {
        let tags = &timeline.events[*event].tags;
        tags.iter().any(|tag| tag.entries().any(|(_, wording)| fold(wording).contains("union sov")))
    };
    assert!(!tagged.is_empty() && tagged.iter().all(is_tagged));
    assert!(tagged.is_sorted());
    assert_eq!(tagged.len() + filtered("!tag:\"union sov\"").len(), timeline.events.len());
    assert_eq!(filtered("lieu:pyongyang"), filtered("place:Pyongyang"));
    assert!(!filtered("place:pyongyang").is_empty());
    assert!(filtered("tag:pyongyang").is_empty());
    let cites = |event: &EventIndex| {
        timeline.quotes_of(*event).any(|quote| timeline.quotes[quote].source_id == "doc3")
    };
    let all = 0..timeline.events.len();
    assert_eq!(filtered("doc:doc3"), all.filter(cites).collect::<Vec<_>>());
    assert_eq!(filtered("source:s’entraideront"), filtered("source:doc5"), "by its title");
    assert!(filtered("s’entraideront").len() < filtered("source:doc5").len());
    let passages = shelf.find("source:doc1 traité");
    assert!(passages.passages > 0);
    let is_doc1 = |hit: &Hit| !matches!(hit.target, Target::Passage { source, .. } if source != 0);
    assert!(passages.hits.iter().all(is_doc1));
}

#[test]
fn articles_do_not_drown_events() {
    let shelf = Shelf::builtin();
    let found = shelf.find("coree");
    let first_passage =
        found.hits.iter().position(|hit| matches!(hit.target, Target::Passage { .. })).unwrap();
    assert_eq!(found.event_hits().count(), first_passage, "events come first");
    assert!(found.passages > 15);
    let mut shown = [0; 5];
    let mut more = 0;
    for hit in &found.hits[first_passage..] {
        let Target::Passage { source, bytes, .. } = &hit.target else { panic!("an event after a passage") };
        shown[*source] += 1;
        more += hit.more;
        let article = shelf.draft.articles[*source].as_ref().unwrap().text();
        assert_eq!(fold(&article[bytes.clone()]), "coree");
        let reason = &hit.reasons[0];
        assert!(article[reason.offset..].starts_with(&reason.text));
    }
    assert!(shown.iter().all(|shown| *shown <= 3));
    assert_eq!(found.passages, shown.iter().sum::<usize>() + more);
    let few = find(shelf.corpus(), "coree", 2);
    assert_eq!((few.hits.len(), few.events, few.passages), (2, found.events, found.passages));
    assert_eq!(few.hits[..], found.hits[..2]);
    assert_eq!(find(shelf.corpus(), "coree", 0).hits, []);
}

#[test]
fn a_passage_knows_the_quote_that_rests_on_it() {
    let shelf = Shelf::builtin();
    let found = shelf.find("\"avait été annulé\"");
    let passage = found.hits.last().unwrap();
    assert!(matches!(passage.target, Target::Passage { source: 0, quote: Some(_), .. }), "{passage:?}");
    assert_eq!(passage.event(&shelf.draft.timeline).map(|event| shelf.id(event)), Some("annulation-1996"));
    assert!(matches!(found.hits[0].target, Target::Quote(_)));
}

#[test]
fn better_matches_come_first() {
    let titles = ["La retraite", "Un traiteur", "Le traité", "Rien", "Traités", "Traité", "Un taité"];
    let mut events: Vec<_> = titles.iter().map(|title| event("", title, "")).collect();
    events[3].summary = Some(Text::single(LanguageTag::new("fr"), "un traité"));
    let timeline = Timeline { events, ..Timeline::default() };
    let corpus = Corpus { timeline: &timeline, articles: &[], anchors: &[] };
    let order = |typed| {
        let found = find(corpus, typed, 10);
        found
            .event_hits()
            .filter_map(|hit| hit.event(&timeline))
            .map(|event| titles[event])
            .collect::<Vec<_>>()
    };
    assert_eq!(
        order("traite"),
        ["Traité", "Le traité", "Traités", "Un traiteur", "La retraite", "Rien", "Un taité"]
    );
    assert_eq!(order("'traite'"), ["Traité", "Le traité", "Rien"]);
    assert_eq!(order("taite")[0], "Un taité");
    assert_eq!(order("trite"), ["Un traiteur", "Le traité", "Traités", "Traité", "Un taité", "Rien"]);
    assert_eq!(order("aiteur"), ["Un traiteur"]);
    for noise in ["lrt", "uri", "rt", "teia", "tdc"] {
        assert_eq!(order(noise), [""; 0], "{noise}");
    }
}

#[test]
fn one_wrong_letter_in_a_name_is_forgiven_below_the_name_itself() {
    let titles = ["Kim Jong-un", "La route", "Pyongyang et Séoul", "Kim Jong Il"];
    let mut events: Vec<_> = titles.iter().map(|title| event("", title, "")).collect();
    events[1].summary = Some(Text::single(LanguageTag::new("fr"), "de Pyongiang, dit un journal"));
    let timeline = Timeline { events, sources: vec![Source::stating_nothing("doc1")], ..Timeline::default() };
    let articles = [Some(Article::new("Loukachenko est à Minsk.".to_owned()))];
    let corpus = Corpus { timeline: &timeline, articles: &articles, anchors: &[] };
    let order = |typed| {
        let found = find(corpus, typed, 10);
        found
            .event_hits()
            .filter_map(|hit| hit.event(&timeline))
            .map(|event| titles[event])
            .collect::<Vec<_>>()
    };
    assert_eq!(order("Pyongiang"), ["La route", "Pyongyang et Séoul"]);
    assert_eq!(order("pyongaynG seoul"), ["Pyongyang et Séoul"]);
    assert_eq!(order("Kim Jung Un"), ["Kim Jong-un"]);
    assert_eq!(order("Kym Jong"), ["Kim Jong-un", "Kim Jong Il"]);
    for nothing in ["'Pyongiang", "!Pyongyang pyongiang", "Kim Jang Om", "Pyangiang", "jung", "route2"] {
        assert!(
            !order(nothing).contains(&"Pyongyang et Séoul") && !order(nothing).contains(&"Kim Jong-un"),
            "{nothing}"
        );
    }
    let found = find(corpus, "Lukachenko", 10);
    assert_eq!((found.events, found.passages), (0, 1));
    assert_eq!(marked(&found.hits[0].reasons[0]), ["Loukachenko"]);
    let found = find(corpus, "Kim Jung Un", 10);
    assert_eq!(marked(&found.hits[0].reasons[0]), ["Kim", "Jong", "un"]);
}

#[test]
fn names_as_people_misspell_them_lead_to_the_built_in_events() {
    let shelf = Shelf::builtin();
    for (typed, right) in
        [("Pyongiang", "'pyongyang'"), ("vostochni", "vostochny"), ("Kim Jung Un", "'kim\\ jong\\ un'")]
    {
        let (found, expected) = (shelf.events(typed), shelf.events(right));
        assert!(
            !expected.is_empty() && expected.iter().all(|event| found.contains(event)),
            "{typed}: {found:?}"
        );
    }
}

#[test]
fn a_tag_is_found_as_it_stands_on_the_screen() {
    let shelf = Shelf::builtin();
    let mut tagged = shelf.events("tag:visit");
    let mut found = shelf.events("#visit");
    tagged.sort_unstable();
    found.sort_unstable();
    assert!(found.len() > 5, "{found:?}");
    assert_eq!(found, tagged);
}

#[test]
fn a_date_finds_the_events_around_it() {
    let shelf = Shelf::builtin();
    for (typed, expected) in [
        ("1950", &["annees-1940", "traite-1961"][..]),
        ("1943-05", &["annees-1940"]),
        ("mai 1943", &["annees-1940"]),
        ("5 May 1943", &["annees-1940"]),
        ("05/13/1943", &["annees-1940"]),
        ("1938 1950", &[]),
    ] {
        assert_eq!(shelf.events(typed), expected, "{typed}");
    }
    let june = shelf.events("19/06/2024");
    assert!(june.len() > 3 && june.contains(&"traite-2024"), "{june:?}");
    let found = shelf.find("19/06/2024");
    assert!(
        found
            .hits
            .iter()
            .all(|hit| hit.reasons[0].field == Field::Date && !hit.reasons[0].highlights.is_empty())
    );
    assert_eq!(shelf.events("!1950").len(), shelf.draft.timeline.events.len());
}

#[test]
fn a_speaker_is_a_filter() {
    let shelf = Shelf::builtin();
    let timeline = &shelf.draft.timeline;
    let mut found = shelf.events("speaker:poutine");
    found.sort_unstable();
    let speaks = |event: &EventIndex| {
        timeline.quotes_of(*event).any(|quote| {
            let speaker = timeline.quotes[quote].speaker.as_ref();
            speaker.is_some_and(|speaker| speaker.entries().any(|(_, name)| fold(name).contains("poutine")))
        })
    };
    let mut expected: Vec<_> =
        (0..timeline.events.len()).filter(speaks).map(|event| shelf.id(event)).collect();
    expected.sort_unstable();
    assert!(!expected.is_empty());
    assert_eq!(found, expected);
}

#[test]
fn where_nothing_answers_the_nearest_word_is_named() {
    let shelf = Shelf::builtin();
    let nearest = |typed| shelf.find(typed).nearest;
    assert_eq!(nearest("Pyongianng").as_deref(), Some("Pyongyang"));
    assert_eq!(nearest("'vostochni").as_deref(), Some("Vostochny"));
    assert_eq!(nearest("place:piongiang").as_deref(), Some("Pyongyang"));
    assert_eq!(nearest("traité Pyongianng").as_deref(), Some("Pyongyang"));
    assert_eq!(nearest("zzzz"), None);
    assert_eq!(nearest("katmandou"), None);
    assert_eq!(nearest("Pyongyang"), None);
}

#[test]
fn ligatures_are_letters() {
    let timeline = Timeline { events: vec![event("", "La ﬁnance oﬃcielle", "")], ..Timeline::default() };
    let corpus = Corpus { timeline: &timeline, articles: &[], anchors: &[] };
    for (typed, words) in
        [("finance", "ﬁnance"), ("officielle", "oﬃcielle"), ("nance", "nance"), ("ﬁn", "ﬁn")]
    {
        let found = find(corpus, typed, 10);
        assert_eq!(marked(&found.hits[0].reasons[0]), [words], "{typed}");
    }
    assert_eq!(in_article("La ﬁnance", "finance").first(), Some(&(3..11)));
}

#[test]
fn many_events_are_searched_on_several_threads_and_stay_in_order() {
    let events = (0..10_000).map(|number| event(&number.to_string(), "Œuvre", "")).collect();
    let timeline = Timeline { events, ..Timeline::default() };
    let index = Index::new(Corpus { timeline: &timeline, articles: &[], anchors: &[] });
    let query = Query::parse("oeuvre");
    assert_eq!(index.events(&query, &|| false).unwrap(), (0..10_000).collect::<Vec<_>>());
    assert_eq!(index.events(&query, &|| true), None);
}

/// Texts of what is hard to fold and to cut.
fn text() -> impl Strategy<Value = String> {
    let parts = [
        "a",
        "b",
        "te",
        " ",
        "  ",
        "\r\n",
        "\n\n",
        "é",
        "e\u{301}",
        "œ",
        "Œ",
        "ß",
        "İ",
        "’",
        "«\u{a0}",
        ".",
        "한",
        "👨‍👩‍👧",
        "🇫🇷",
        "\u{200d}",
        "\u{301}",
        "\u{ad}",
        "Σς",
        "Ⅲ",
        "…",
        "\u{600}",
        "क्ष",
        "\u{0}",
        "-",
    ];
    let typical =
        prop::collection::vec(prop::sample::select(parts.to_vec()), 0..40).prop_map(|parts| parts.concat());
    prop_oneof![4 => typical, 1 => any::<String>()]
}

fn typed() -> impl Strategy<Value = String> {
    let parts =
        ["!", "'", "^", "$", "|", " ", "\\", "\"", "tag:", "doc:", "a", "te", "é", "œ", "’", "b", "한", "🇫🇷"];
    let typical =
        prop::collection::vec(prop::sample::select(parts.to_vec()), 0..12).prop_map(|parts| parts.concat());
    prop_oneof![4 => typical, 1 => any::<String>()]
}

fn check(whole: &str, reason: &Reason) {
    assert!(whole[reason.offset..].starts_with(&reason.text));
    assert!(!reason.highlights.is_empty());
    let mut edges: Vec<usize> = whole.grapheme_indices(true).map(|(at, _)| at).collect();
    edges.push(whole.len());
    let mut end = 0;
    for range in &reason.highlights {
        assert!(end <= range.start && range.start < range.end && range.end <= reason.text.len());
        end = range.end;
        for edge in [range.start, range.end] {
            assert!(edges.contains(&(reason.offset + edge)), "{range:?} splits a grapheme of {whole:?}");
        }
    }
}

proptest! {
    #[test]
    fn any_query_on_any_text(typed in typed(), title in text(), summary in text(), article in text()) {
        let events = vec![event("id", &title, &summary), event("te", "a", &title)];
        let timeline = Timeline { events, sources: vec![Source::stating_nothing("doc1")], ..Timeline::default() };
        let articles = [Some(Article::new(article.clone()))];
        let corpus = Corpus { timeline: &timeline, articles: &articles, anchors: &[] };
        let found = find(corpus, &typed, 10);
        for hit in &found.hits {
            for reason in &hit.reasons {
                let texts = hit.event(&timeline).map(|event| &timeline.events[event]);
                let whole = match (reason.field, texts) {
                    (Field::Title, Some(event)) => event.title.best("fr"),
                    (Field::Summary, Some(event)) => event.summary.as_ref().map_or("", |text| text.best("fr")),
                    (Field::Article(_), _) => &article,
                    (_, Some(event)) => &event.id,
                    (field, None) => panic!("{field:?}"),
                };
                check(whole, reason);
            }
            prop_assert!(hit.reasons.len() + hit.more > 0 || Query::parse(&typed).is_empty() || typed.contains('!'));
        }
    }

    #[test]
    fn what_stands_in_a_text_is_found_there(text in text(), from in 0..60_usize, length in 1..20_usize) {
        let part: String = text.chars().skip(from).take(length).collect();
        let words = fold(&part).trim().to_owned();
        let found = in_article(&text, &part);
        prop_assert_eq!(found.is_empty(), words.is_empty());
        for range in found {
            prop_assert!(fold(&text[range.clone()]).contains(&words), "{:?} is not {:?}", &text[range], words);
        }
        let timeline = Timeline { events: vec![event("", &text, "")], ..Timeline::default() };
        let corpus = Corpus { timeline: &timeline, articles: &[], anchors: &[] };
        if !words.is_empty() && !words.contains(['\\', '"', '\'', '$', '^']) {
            let found = find(corpus, &format!("'{}", words.replace(' ', "\\ ")), 1);
            prop_assert_eq!(found.events, 1);
            let reason = found.hits[0].reason(Field::Title).unwrap();
            prop_assert!(reason.highlights.iter().all(|range| fold(&reason.text[range.clone()]).contains(&words)));
        }
    }

    #[test]
    fn folding_knows_the_way_back_from_everywhere(text in text()) {
        let folded = super::fold::Folded::new(&text);
        prop_assert_eq!(folded.text(), fold(&text));
        for (at, c) in folded.text().char_indices() {
            let back = folded.original(&(at..at + c.len_utf8()));
            prop_assert!(fold(&text[back]).contains(c));
        }
    }
}
