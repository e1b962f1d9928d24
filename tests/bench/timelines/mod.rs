//! Made-up timelines of any size: believable, the same for the same number, and with nothing wrong in them.
//!
//! Each source has its article, told sentence by sentence in French or English; each quote is taken from one of
//! them, mostly to the letter, now and then with another apostrophe or a marked cut.

mod words;

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use words::{ACTORS, ACTS, Act, FILLERS, MONTHS, PAPERS, TOWNS, Words};

/// A timeline and its articles.
pub(crate) struct Made {
    /// The YAML.
    pub(crate) yaml: String,
    /// The articles, by their paths.
    pub(crate) articles: Vec<(String, String)>,
}

/// How many events one article tells of.
const EVENTS_OF_A_SOURCE: usize = 40;
/// The years of the first and the last event.
const YEARS: (i64, i64) = (1000, 2020);

/// A timeline of so many events, those inside others included.
pub(crate) fn made(events: usize) -> Made {
    let mut maker = Maker { count: events, ..Maker::default() };
    while maker.told < events {
        maker.event();
    }
    maker.end()
}

impl Made {
    /// Writes `timeline.yaml` and the articles into `folder`, which is made where it is not there.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder.join("articles"))?;
        fs::write(folder.join("timeline.yaml"), &self.yaml)?;
        self.articles.iter().try_for_each(|(path, text)| fs::write(folder.join(path), text))
    }
}

/// Numbers that look like chance (`SplitMix64`), the same in every run.
#[derive(Default)]
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap_or_default()
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }
}

#[derive(Default)]
struct Maker {
    count: usize,
    /// How many events have been told.
    told: usize,
    dice: Dice,
    events: String,
    /// The articles, each with the year of the first event it tells of.
    articles: Vec<(i64, String)>,
    /// The towns that events have named.
    towns: [bool; TOWNS.len()],
}

/// What happened, before it is told.
struct Story {
    actor: &'static Words,
    act: &'static Act,
    home: usize,
    there: usize,
}

impl Maker {
    /// An event, with one in eight having events inside it.
    fn event(&mut self) {
        let year = YEARS.0 + (YEARS.1 - YEARS.0) * number(self.told) / number(self.count.max(1));
        let left = self.count - self.told;
        if self.dice.roll(8) == 0 && left > 3 {
            let inside = 1 + self.dice.roll(3);
            self.tell("  ", year, &year.to_string());
            self.events.push_str("    subevents:\n");
            for month in 1..=inside {
                let day = 2 + self.dice.roll(26);
                self.tell("      ", year, &format!("{year}-{:02}-{day:02}", 3 * month));
            }
            return;
        }
        let date = self.date(year);
        self.tell("  ", year, &date);
    }

    /// A date in one of the forms it may have.
    fn date(&mut self, year: i64) -> String {
        let month = self.dice.roll(12);
        let day = 2 + self.dice.roll(26);
        let decade = year / 10;
        let Words { fr, en } = &MONTHS[month];
        let iso = format!("{year}-{:02}", month + 1);
        match self.dice.roll(20) {
            0 => year.to_string(),
            1 => iso,
            2 => format!("{decade}X"),
            3 => format!("{year}~"),
            4 => format!("{year}?"),
            5 => format!("{year}/{}", year + 1),
            6 => format!("{iso}-{day:02}/{iso}-28"),
            7 => format!("{fr} {year}"),
            8 => format!("{day} {fr} {year}"),
            9 => format!("{en} {year}"),
            10 => format!("c. {year}"),
            11 => format!("vers {year}"),
            12 => format!("printemps {year}"),
            13 => format!("{iso}-{day:02}T14:30"),
            _ => format!("{iso}-{day:02}"),
        }
    }

    /// Tells an event of a year in the timeline, at this indent, and in its article.
    fn tell(&mut self, indent: &str, year: i64, date: &str) {
        let story = self.story();
        let at = self.told;
        self.told += 1;
        let Story { actor, act, home, there } = &story;
        let (home_name, there_name) = (&TOWNS[*home].name, &TOWNS[*there].name);
        let fr = format!("{} {} {} {}", capital(actor.fr), of(home_name.fr), act.title.fr, there_name.fr);
        let en = format!("{} of {} {} {}", capital(actor.en), home_name.en, act.title.en, there_name.en);
        let quote = self.report(&story, at, year);
        let own = self.dice.roll(4) > 0;
        let out = &mut self.events;
        // A string can always be written to.
        let _ = write!(
            out,
            "{indent}- id: e{at}\n{indent}  date: {date}\n{indent}  title: {{fr: \"{fr}\", en: \"{en}\"}}\n"
        );
        if own {
            let _ = writeln!(out, "{indent}  places: [{}, {}]", TOWNS[*home].id, TOWNS[*there].id);
            self.towns[*home] = true;
            self.towns[*there] = true;
            let _ = writeln!(out, "{indent}  tags: [{{fr: {}, en: {}}}]", act.tag.fr, act.tag.en);
        }
        if at.is_multiple_of(3) {
            let _ = writeln!(out, "{indent}  summary: {{fr: \"{fr}.\", en: \"{en}.\"}}");
        }
        if at % 25 == 7 {
            let _ = writeln!(out, "{indent}  questions: [{{fr: \"Qui le dit ?\", en: \"Who says so?\"}}]");
            let says = format!("{{fr: \"{fr} le même jour\", en: \"{en} on the same day\"}}");
            let _ = writeln!(out, "{indent}  claims:\n{indent}    - says: {says}\n{indent}      quotes:");
            let _ = writeln!(out, "{indent}        - {{{quote}, stance: nuances}}");
        } else {
            let _ = writeln!(out, "{indent}  quotes:\n{indent}    - {{{quote}}}");
        }
    }

    fn story(&mut self) -> Story {
        let home = self.dice.roll(TOWNS.len());
        let there = (home + 1 + self.dice.roll(TOWNS.len() - 1)) % TOWNS.len();
        Story { actor: self.dice.pick(&ACTORS), act: self.dice.pick(&ACTS), home, there }
    }

    /// Tells what happened in the article of the event, and quotes it.
    fn report(&mut self, story: &Story, at: usize, year: i64) -> String {
        let source = at / EVENTS_OF_A_SOURCE;
        if self.articles.len() <= source {
            self.articles.push((year, format!("{}\n\n", PAPERS[source % PAPERS.len()])));
        }
        let Story { actor, act, home, there } = story;
        let (home, there) = (&TOWNS[*home].name, &TOWNS[*there].name);
        // No two articles share it, or they would look like one report.
        let folio = at + 1;
        let witnesses = 3 + self.dice.roll(90);
        let filler = self.dice.pick(&FILLERS);
        let told = if is_english(source) {
            let head = format!("{} of {} {} {}:", capital(actor.en), home.en, act.told.en, there.en);
            let tail =
                format!("{witnesses} witnesses signed the register, folio {folio} of the year {year}.");
            (head, tail, filler.en)
        } else {
            let head = format!("{} {} {} {}\u{a0}:", capital(actor.fr), of(home.fr), act.told.fr, there.fr);
            let tail = format!("{witnesses} témoins ont signé le registre, folio {folio} de l’année {year}.");
            (head, tail, filler.fr)
        };
        let (head, tail, filler) = told;
        let _ = write!(self.articles[source].1, "{folio}. {head} {tail} {filler}\n\n");
        let exact = match at % 10 {
            3 => format!("{head} {tail}").replace('’', "'"),
            6 => {
                let folio = tail.find("folio").map_or("", |folio| &tail[folio..]);
                format!("{head} […] {folio}")
            }
            _ => format!("{head} {tail}"),
        };
        format!("source: doc{}, exact: \"{exact}\"", source + 1)
    }

    fn end(self) -> Made {
        let mut yaml = String::from(
            "title: {fr: \"Une frise inventée\", en: \"A made-up timeline\"}\nlanguage: fr\nsources:\n",
        );
        for (index, (year, _)) in self.articles.iter().enumerate() {
            let language = if is_english(index) { "en" } else { "fr" };
            let doc = index + 1;
            let _ = writeln!(
                yaml,
                "  - id: doc{doc}\n    container-title: {}\n    issued: {year}\n    language: {language}\n    \
                 origin: agency-{}\n    text: articles/doc{doc}.txt",
                PAPERS[index % PAPERS.len()],
                index / 2 + 1,
            );
        }
        yaml.push_str("places:\n");
        for (town, _) in TOWNS.iter().zip(self.towns).filter(|(_, is_named)| *is_named) {
            let Words { fr, en } = town.name;
            let degrees = |hundredths: i32| f64::from(hundredths) / 100.0;
            let (north, east) = (degrees(town.at.0), degrees(town.at.1));
            let name = format!("{{fr: {fr}, en: {en}}}");
            let _ = writeln!(
                yaml,
                "  - {{id: {}, name: {name}, latitude: {north:.2}, longitude: {east:.2}}}",
                town.id
            );
        }
        yaml.push_str("events:\n");
        yaml.push_str(&self.events);
        let articles = self.articles.into_iter().enumerate();
        let articles = articles.map(|(index, (_, text))| (format!("articles/doc{}.txt", index + 1), text));
        Made { yaml, articles: articles.collect() }
    }
}

/// One source in three is in English.
fn is_english(source: usize) -> bool {
    source % 3 == 2
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect()
}

/// The French `de`: none of the towns begins with a vowel.
fn of(town: &str) -> String {
    format!("de {town}")
}
