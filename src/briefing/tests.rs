use crate::model::{Claim, Date, Dating, Depth, Event, Index, LanguageTag, Quote, Stance, Text, Timeline};

use super::*;

fn text(words: &str) -> Text {
    Text::single(LanguageTag::new("en"), words)
}

/// Three events: 1961 with two quotes and two claims, the second disputed; 19 June 2024 with an event of that day and
/// one of the day before inside; 1996 with nothing. In the order of time.
fn timeline() -> Timeline {
    let quote = |event, claim, stance, is_key| Quote {
        event,
        claim,
        position: 0,
        source_id: String::new(),
        source: None,
        exact: "words".into(),
        prefix: None,
        suffix: None,
        speaker: None,
        translation: Text::default(),
        note: None,
        stance,
        is_key,
        language: LanguageTag::new("en"),
    };
    let quotes = vec![
        quote(0, None, Stance::Supports, false),
        quote(0, None, Stance::Supports, true),
        quote(0, Some(0), Stance::Supports, false),
        quote(0, Some(1), Stance::Supports, false),
        quote(0, Some(1), Stance::Disputes, false),
        quote(2, None, Stance::Supports, false),
        quote(3, None, Stance::Supports, false),
        quote(4, None, Stance::Supports, false),
    ];
    let event = |id: &str, date: &str, parent, end, quotes, claims, questions| Event {
        id: id.into(),
        parent,
        depth: usize::from(parent.is_some()),
        position: 0,
        end,
        date: Dating::Dated(Date::parse(date).unwrap()),
        title: text(id),
        summary: Some(text("summary")),
        places: Vec::new(),
        tags: Vec::new(),
        quotes,
        claims,
        notes: None,
        questions: vec![text("?"); questions],
    };
    let claims = vec![Claim { says: text("one"), quotes: 2..3 }, Claim { says: text("two"), quotes: 3..5 }];
    let events = vec![
        event("treaty", "1961", None, 1, 0..2, claims, 2),
        event("end", "1996", None, 2, 5..5, Vec::new(), 0),
        event("visit", "2024-06-19", None, 5, 5..6, Vec::new(), 1),
        event("arrival", "2024-06-18", Some(2), 4, 6..7, Vec::new(), 0),
        event("talks", "2024-06-19", Some(2), 5, 7..8, Vec::new(), 0),
    ];
    let index = Index::new(&[], &events, &quotes);
    Timeline { title: text("T"), events, quotes, index, ..Timeline::default() }
}

fn stops(deck: &Deck) -> String {
    let slide = |slide: Slide| match slide {
        Slide::Event(event) => event.to_string(),
        other => format!("{other:?}"),
    };
    let shown: Vec<String> =
        deck.main_line().iter().map(|stop| format!("{}:{:?}", slide(stop.slide), stop.step)).collect();
    shown.join(" ")
}

fn deck(timeline: &Timeline, depth: Depth, dates: Dates) -> Deck {
    Deck::new(timeline, &Selection::of(&Choice::default(), depth), DeckOptions { dates, is_roomy: false })
}

#[test]
fn the_main_line_has_a_key_quote_and_the_disputed_claim_of_each_event() {
    let timeline = timeline();
    assert_eq!(
        stops(&deck(&timeline, Depth::Main, Dates::Shown)),
        "Opening:Opening 0:Title 0:Summary 0:Quote(1) 0:Claim(1) 0:Question(1) 1:Title 1:Summary 2:Title 2:Summary \
         2:Quote(0) 2:Question(0)"
    );
    assert_eq!(
        stops(&deck(&timeline, Depth::Main, Dates::Guessed)),
        "Opening:Opening 0:Title 0:Quote(1) 0:Claim(1) 0:Question(1) 0:Date 0:Summary 1:Title 1:Date 1:Summary 2:Title \
         2:Quote(0) 2:Question(0) 2:Date 2:Summary"
    );
    let roomy = Deck::new(
        &timeline,
        &Selection::of(
            &Choice { events: Some(vec![0]), has_ordering: true, ..Choice::default() },
            Depth::Main,
        ),
        DeckOptions { dates: Dates::Shown, is_roomy: true },
    );
    assert_eq!(
        stops(&roomy),
        "Opening:Opening 0:Summary 0:Quote(1) 0:Claim(1) 0:Question(1) Ordering:Ordering Ordering:Answers"
    );
}

#[test]
fn deeper_decks_have_the_subevents_and_every_step() {
    let timeline = timeline();
    let slides = |depth| -> Vec<Slide> { deck(&timeline, depth, Dates::Shown).slides().collect() };
    assert_eq!(slides(Depth::Main).len(), 4);
    assert_eq!(slides(Depth::Events).len(), 6);
    let all = deck(&timeline, Depth::All, Dates::Shown);
    for event in 0..timeline.events.len() {
        for step in steps(&timeline, Slide::Event(event), Dates::Shown) {
            assert!(
                all.position(SlideStep { slide: Slide::Event(event), step }).is_some(),
                "{event} {step:?}"
            );
        }
    }
}

#[test]
fn what_is_not_on_the_main_line_lies_below_it() {
    let timeline = timeline();
    let deck = deck(&timeline, Depth::Main, Dates::Shown);
    let quote = SlidePosition::at(SlideStep { slide: Slide::Event(0), step: Step::Quote(1) });
    let position = |place: &SlidePosition| deck.position(place.step().unwrap()).unwrap();
    assert_eq!(deck.below(position(&quote)), Below { quotes: 1, claims: 1, ..Below::default() });
    let down = quote.down(&deck).unwrap();
    assert_eq!(down.step().unwrap().step, Step::Quote(0));
    let further = down.down(&deck).unwrap();
    assert_eq!(further.step().unwrap().step, Step::Claim(0));
    assert_eq!(further.down(&deck), None);
    // Space goes on where the main line was left, ↑ and a clicker's key go back to it.
    assert_eq!(further.next(&timeline, &deck, Dates::Shown).unwrap().step().unwrap().step, Step::Claim(1));
    assert_eq!(further.previous(&timeline, &deck, Dates::Shown).unwrap().step(), quote.step());
    assert_eq!(further.up(&deck).unwrap().up(&deck).unwrap(), SlidePosition::at_end(quote.step().unwrap()));
    assert_eq!(quote.up(&deck), None);

    let visit = SlidePosition::at(SlideStep { slide: Slide::Event(2), step: Step::Title });
    assert_eq!(deck.below(position(&visit)), Below { events: 2, ..Below::default() });
    let mut below = Vec::new();
    let mut place = visit;
    while let Some(next) = place.down(&deck) {
        below.push(next.slide);
        place = next;
    }
    assert_eq!(below.iter().filter(|slide| **slide == Slide::Event(3)).count(), 3);
    assert!(below.ends_with(&[Slide::Event(4)]));
}

#[test]
fn going_on_and_back_visits_every_stop_once() {
    let timeline = timeline();
    for depth in Depth::ALL {
        for dates in [Dates::Shown, Dates::Guessed] {
            let deck = deck(&timeline, depth, dates);
            let mut place = SlidePosition::default();
            let mut visited = vec![place.step().unwrap()];
            while let Some(next) = place.next(&timeline, &deck, dates) {
                place = next;
                visited.push(place.step().unwrap());
            }
            assert_eq!(visited, deck.main_line());
            while let Some(previous) = place.previous(&timeline, &deck, dates) {
                assert_eq!(visited.pop(), place.step());
                place = previous;
            }
            assert_eq!(visited.len(), 1);
        }
    }
}

#[test]
fn a_day_is_guessed_once() {
    let timeline = timeline();
    let deck = deck(&timeline, Depth::Events, Dates::Guessed);
    let asks = |event| deck.position(SlideStep { slide: Slide::Event(event), step: Step::Date }).is_some();
    assert!(asks(2) && asks(3) && !asks(4), "{}", stops(&deck));
    let shows = |event, step| {
        let place = SlidePosition::at(SlideStep { slide: Slide::Event(event), step });
        Covered::shows_date(&timeline, &deck, place, Dates::Guessed)
    };
    assert!(!shows(2, Step::Title) && !shows(2, Step::Question(0)) && shows(2, Step::Date));
    assert!(shows(4, Step::Title) && !shows(3, Step::Title));
}

#[test]
fn what_fits_into_the_time_is_chosen() {
    let timeline = timeline();
    let fit = |minutes, depth| {
        let choice = Choice { minutes: Some(minutes), depth, ..Choice::default() };
        let selection = Selection::fit(&timeline, &choice, Dates::Shown, StepTime::default(), |_, _| 1);
        let deck = Deck::new(&timeline, &selection, DeckOptions::default());
        (selection.depth, deck.pressed().len())
    };
    let all = deck(&timeline, Depth::All, Dates::Shown).pressed().len();
    assert_eq!(fit(60, None), (Depth::All, all));
    assert_eq!(fit(6, None), (Depth::Main, 11));
    // Three titles, two quotes, the claim, two questions.
    assert_eq!(fit(4, None), (Depth::Main, 8));
    assert_eq!(fit(1, None), (Depth::Main, 3), "titles stay");
    assert_eq!(fit(1, Some(Depth::All)).0, Depth::All, "what is asked for stays");
    let untimed = Selection::fit(&timeline, &Choice::default(), Dates::Shown, StepTime::default(), |_, _| 1);
    assert_eq!(untimed, Selection::of(&Choice::default(), Depth::Main));
}

#[test]
fn as_few_events_as_possible_are_out_of_order() {
    let timeline = timeline();
    // Shuffled, never in order, and always the same for one seed.
    for seed in 0..50 {
        let ordering = Ordering::new(&timeline, [0, 1, 2], seed);
        assert_ne!(ordering.arranged(), [0, 1, 2]);
        assert_eq!(ordering, Ordering::new(&timeline, [0, 1, 2], seed));
    }
    let out_of_order = |events: &[usize]| -> Vec<usize> {
        let mut ordering = Ordering::new(&timeline, events.iter().copied(), 0);
        for event in events.iter().rev() {
            ordering.shift(*event, 0);
        }
        assert_eq!(ordering.arranged(), events);
        let verdicts = ordering.verdicts(&timeline, |_| true);
        let wrong = verdicts.iter().filter(|verdict| !verdict.is_in_order);
        wrong.map(|verdict| verdict.event).collect()
    };
    assert!(out_of_order(&[0, 1, 2]).is_empty());
    assert_eq!(out_of_order(&[2, 0, 1]), [2]);
    assert_eq!(out_of_order(&[0, 2, 1]), [1]);
    assert!(out_of_order(&[4, 2]).is_empty(), "two events of one day stand in any order");
}

#[test]
fn a_class_calls_out_letters() {
    let timeline = timeline();
    let mut ordering = Ordering::new(&timeline, [0, 1, 2], 7);
    let letters: Vec<char> = [0, 1, 2].iter().filter_map(|event| ordering.letter(*event)).collect();
    for letter in letters {
        let event = ordering.of_letter(letter.to_ascii_lowercase()).unwrap();
        ordering.put(event);
        assert_eq!(ordering.letter(event), Some(letter), "it keeps its letter");
    }
    assert_eq!((ordering.arranged(), ordering.row()), (&[0, 1, 2][..], 2));
    ordering.choose(0);
    ordering.put(2);
    assert_eq!((ordering.arranged(), ordering.row()), (&[2, 0, 1][..], 1));
    assert_eq!(ordering.of_letter('D'), None);

    // After a save that took one event and brought another.
    let fresh = Ordering::new(&timeline, [0, 2, 4], 7);
    let kept = ordering.moved(|event| (event != 1).then_some(event)).kept(&fresh);
    assert_eq!(kept.arranged(), [2, 0, 4]);
}

#[test]
fn an_event_is_dated_by_the_quote_that_names_its_date() {
    let mut timeline = timeline();
    timeline.quotes[5].exact = "reçu le 19 juin à midi".into();
    timeline.quotes[7].exact = "reçu le 19 juin 2024 à midi".into();
    let ordering = Ordering::new(&timeline, [0, 2], 0);
    let dated = |unsound: &[usize]| -> Vec<_> {
        let verdicts = ordering.verdicts(&timeline, |quote| !unsound.contains(&quote));
        verdicts.iter().map(|verdict| verdict.dated_by).collect()
    };
    assert_eq!(dated(&[]), [None, Some(7)]);
    assert_eq!(dated(&[7]), [None, Some(5)]);
    assert_eq!(dated(&[5, 7]), [None, None]);
}
