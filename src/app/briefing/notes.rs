//! The speaker's own screen: notes, what the audience sees, what comes next.

use crate::app::screen::context::Context;
use crate::app::screen::page::Line;
use crate::app::screen::quoting;
use crate::briefing::{Dates, Deck, Slide, SlidePosition, SlideStep, Step};
use crate::i18n::Lang;
use crate::model::{EventIndex, QuoteIndex};
use crate::role::Role;
use crate::standing::{Kind, Telling};
use crate::wrap;

use super::areas::NotesAreas;
use super::slides::builder::SlideBuilder;
use super::slides::letters::{Letters, Level};
use super::slides::scene::Scene;

/// What the speaker's screen is made from.
pub(crate) type NotesKey = (SlidePosition, (u16, u16), Lang, Level, bool);

/// The speaker's screen, laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Notes {
    /// The notes, as a scene of their own.
    pub(crate) scene: Scene,
    /// The lines of it.
    pub(crate) rows: usize,
    /// What comes next: the next step, the next slide.
    pub(crate) next: Vec<Line>,
}

/// Where a briefing is, as far as notes depend on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<'d> {
    pub(crate) place: SlidePosition,
    pub(crate) dates: Dates,
    pub(crate) level: Level,
    pub(crate) deck: &'d Deck,
}

/// Lays out the speaker's screen.
pub(crate) fn make(context: &Context<'_>, at: At<'_>, areas: &NotesAreas) -> Notes {
    let words = context.words();
    let size = (usize::from(areas.notes.width), usize::MAX / 2);
    let mut sheet = SlideBuilder::new(size, at.level, context.glyphs);
    let text = at.place.slide.event().and_then(|event| notes_of(context, event, at.place.step()));
    match text {
        Some(text) => {
            let sizes = [(Letters::Narrow, usize::MAX)];
            // As large as there is room for them whole.
            let rows = match at.level {
                Level::Small => 0,
                Level::Normal => areas.notes_rows().into(),
                Level::Large | Level::Huge => usize::MAX,
            };
            if !sheet.large(&text, Role::Text, &sizes, rows) {
                sheet.page.paragraph(&text, Role::Text);
            }
        }
        None => sheet.page.paragraph(words.no_notes, Role::Dim),
    }
    let scene = sheet.finish();
    let rows = scene.lines.len();
    Notes { scene, rows, next: next(context, at, areas.next.width.into()) }
}

/// What is noted on the quotes of a step, and on its event; on the one around it where that has no notes of its own.
fn notes_of(context: &Context<'_>, event: EventIndex, step: Option<SlideStep>) -> Option<String> {
    let (events, tag) = (&context.timeline().events, context.lang.tag());
    let found = &events[event];
    let quotes = match step.map(|step| step.step) {
        Some(Step::Quote(number)) => {
            let quote = context.timeline().quotes_of(event).start + number;
            quote..quote + 1
        }
        Some(Step::Claim(number)) => found.claims.get(number).map_or(0..0, |claim| claim.quotes.clone()),
        _ => 0..0,
    };
    let quotes = quotes.filter_map(|quote| context.timeline().quotes.get(quote)?.note.as_ref());
    let remarks = quotes.map(|note| format!("{} {}", context.words().note, note.best(tag)));
    let mut around = std::iter::successors(Some(event), |event| events[*event].parent);
    let notes = around.find_map(|event| events[event].notes.as_ref());
    let parts: Vec<String> = remarks.chain(notes.map(|notes| notes.best(tag).to_owned())).collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

/// The next step, and the next slide.
fn next(context: &Context<'_>, at: At<'_>, width: usize) -> Vec<Line> {
    let words = context.words();
    let place = at.place;
    let next = place.next(context.timeline(), at.deck, at.dates);
    let step = next.filter(|next| next.slide == place.slide).and_then(|next| said(context, &next));
    let column = at.deck.column(place.slide).unwrap_or_default();
    let slide = at.deck.slides().nth(column + 1);
    let slide = slide.map_or_else(|| words.end_of_briefing.to_owned(), |slide| title(context, slide));
    let step = step.unwrap_or_default();
    let label = wrap::width(words.next_step).max(wrap::width(words.next_slide));
    [(words.next_step, step), (words.next_slide, slide)]
        .into_iter()
        .map(|(name, text)| {
            let mut line = Line::default();
            let fill = label - wrap::width(name) + 2;
            line.push(name, Role::Heading);
            line.push(&" ".repeat(fill), Role::Dim);
            let room = width.saturating_sub(line.width());
            line.push(&wrap::fit(&text.replace('\n', " "), room, context.glyphs.ellipsis), Role::Text);
            line
        })
        .collect()
}

/// What a slide is called, with its date.
pub(crate) fn title(context: &Context<'_>, slide: Slide) -> String {
    let timeline = context.timeline();
    match slide {
        Slide::Opening => crate::app::screen::labels::title(timeline, context.lang).to_owned(),
        Slide::Ordering => context.words().ordering.to_owned(),
        Slide::Sources => context.words().sources.to_owned(),
        Slide::Event(event) => {
            let event = &timeline.events[event];
            let date = crate::app::screen::labels::date_words(&event.date, context.lang);
            format!("{date} {} {}", context.glyphs.dot, event.title.best(context.lang.tag()))
        }
    }
}

fn said(context: &Context<'_>, place: &SlidePosition) -> Option<String> {
    let event = place.slide.event()?;
    let found = &context.timeline().events[event];
    let text = |text: &crate::model::Text| text.best(context.lang.tag()).to_owned();
    Some(match place.step()?.step {
        Step::Opening | Step::Ordering | Step::Answers | Step::Sources => return None,
        Step::Date => crate::app::screen::labels::date_words(&found.date, context.lang),
        Step::Title => text(&found.title),
        Step::Summary => found.summary.as_ref().map(text)?,
        Step::Quote(number) => quote(context, found.quotes.start + number)?,
        Step::Claim(number) => found.claims.get(number).map(|claim| text(&claim.says))?,
        Step::Question(number) => found.questions.get(number).map(text)?,
    })
}

/// The words of a quote, and what the article has in the place of those that are not its own.
fn quote(context: &Context<'_>, index: QuoteIndex) -> Option<String> {
    let anchor = context.proof.and_then(|proof| proof.anchors.get(index));
    let exact = &context.timeline().quotes.get(index)?.exact;
    let (words, _) = quoting::counted(exact, anchor, context.glyphs, context.lang);
    let standing = quoting::proven(context.draft, context.proof, index);
    let beside = standing
        .map(|standing| quoting::beside(standing, Telling::Counts, context.glyphs, context.lang))
        .unwrap_or_default();
    // What the curator put in comes first: the line may have no room for all.
    let altered = beside.iter().filter(|beside| beside.kind == Kind::Altered);
    let altered = altered.map(|beside| format!("{} {} {} ", beside.sign, beside.text, context.glyphs.dot));
    Some(altered.chain([words]).collect())
}
