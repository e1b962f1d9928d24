//! Sources from files: what is written where, and what the curator is shown of it.

use std::fmt::Write;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::output;
use crate::edit::{self, KEYS, Value, WriteError};
use crate::import::{self, Article, Proposal, Refusal, Stated, Text};
use crate::visible;

/// Where files from elsewhere go, in the folder of the timeline.
const FOLDER: &str = "articles";

/// What a timeline has already.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// The ids of its sources.
    pub(super) ids: Vec<String>,
    /// The digests of their texts, with their ids.
    pub(super) digests: Vec<[String; 2]>,
    /// Its language.
    pub(super) language: Option<String>,
}

/// A source that can be made.
pub(super) struct Source {
    pub(super) id: String,
    pub(super) entry: Value,
    pub(super) stated: Stated,
    /// Its text, where it has one.
    pub(super) text: Option<String>,
}

/// Everything that is to be written, but for the timeline.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) sources: Vec<Source>,
    /// New files: where, and what is in them.
    files: Vec<(PathBuf, Vec<u8>)>,
    /// What was taken from where, for the curator to look over.
    report: String,
}

/// Files that were written, and are taken away again unless they are kept.
#[derive(Default)]
pub(super) struct Written {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Plan {
    /// The sources that `files` are, in a timeline in `folder`. What is wrong with a file is said on standard
    /// error, of all of them; then there is no plan.
    pub(super) fn of(
        folder: &Path,
        files: &[PathBuf],
        encoding: Option<&str>,
        mut taken: Taken,
    ) -> Option<Self> {
        let mut plan = Self::default();
        let mut is_whole = true;
        for file in files {
            if let Err(Refusal { message, help }) = plan.add(folder, file, encoding, &mut taken) {
                output::complain(format!("{}: {message}", file.display()), help.as_deref());
                is_whole = false;
            }
        }
        is_whole.then_some(plan)
    }

    /// What was taken from where.
    pub(super) fn show(&self) {
        output::warn(&self.report);
    }

    fn add(
        &mut self,
        folder: &Path,
        file: &Path,
        encoding: Option<&str>,
        taken: &mut Taken,
    ) -> Result<(), Refusal> {
        let refuse = |message: String| Refusal { message, help: None };
        let bytes = edit::read_limited(file, import::LARGEST).map_err(|error| refuse(error.to_string()))?;
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        for proposal in import::import(file, bytes.clone(), encoding)? {
            let name = proposal.stated.id.as_deref().unwrap_or(&stem);
            let id = import::source_id(name, &taken.ids);
            taken.ids.push(id.clone());
            let article = match &proposal.text {
                Some(text) => Some(self.place(folder, file, &bytes, text, &id, taken)?),
                None => None,
            };
            self.report(file, &id, &proposal, article.as_ref());
            let entry =
                import::source(&id, &proposal.stated, article.as_ref(), taken.language.as_deref(), KEYS);
            let text = article.map(|article| article.content);
            self.sources.push(Source { id, entry, stated: proposal.stated, text });
        }
        Ok(())
    }

    /// Where a text and the file that it was taken from lie in the timeline's folder: beside each other, the
    /// file where it is if it lies there already.
    fn place(
        &mut self,
        folder: &Path,
        file: &Path,
        bytes: &[u8],
        text: &Text,
        id: &str,
        taken: &mut Taken,
    ) -> Result<Article, Refusal> {
        let refuse = |message: String| Refusal { message, help: None };
        let content = text.as_str().to_owned();
        let digest = import::digest(&content);
        if let Some([_, id]) = taken.digests.iter().find(|[known, _]| *known == digest) {
            return Err(refuse(format!("its text is that of the source `{id}` already")));
        }
        taken.digests.push([digest, id.to_owned()]);
        let real = fs::canonicalize(file).map_err(|error| refuse(error.to_string()))?;
        let inside =
            fs::canonicalize(folder).ok().and_then(|folder| Some(real.strip_prefix(folder).ok()?.to_owned()));
        let original = if let Some(inside) = inside {
            inside
        } else {
            let name = file.file_name().ok_or_else(|| refuse("it has no name".to_owned()))?;
            self.put(folder, &Path::new(FOLDER).join(name), bytes)
        };
        let written = |path: &Path| written(path).ok_or_else(|| refuse("its name is not UTF-8".to_owned()));
        let article = match text {
            Text::Same(_) => Article { text: written(&original)?, content, original: None },
            Text::Taken(_) => {
                let is_text = original.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
                let wanted = original.with_extension(if is_text { "utf-8.txt" } else { "txt" });
                let text = self.put(folder, &wanted, content.as_bytes());
                Article { text: written(&text)?, content, original: Some(written(&original)?) }
            }
        };
        Ok(article)
    }

    /// Where in `folder` a file with these bytes is to lie: at `wanted`, or the next path with a number that is
    /// free. What lies there already with the same bytes, from an import that was broken off, is taken.
    fn put(&mut self, folder: &Path, wanted: &Path, bytes: &[u8]) -> PathBuf {
        let limit = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let is_it = |path: &Path| {
            fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file())
                && edit::read_limited(path, limit).is_ok_and(|there| there == bytes)
        };
        let may_be = |path: &PathBuf| {
            let whole = folder.join(path);
            let is_planned = self.files.iter().any(|(planned, _)| *planned == whole);
            !is_planned && (fs::symlink_metadata(&whole).is_err() || is_it(&whole))
        };
        let stem = wanted.file_stem().unwrap_or_default().to_owned();
        let ending = wanted.extension().map(ToOwned::to_owned);
        let numbered = (2..).map(|number| {
            let mut name = stem.clone();
            name.push(format!("-{number}"));
            if let Some(ending) = &ending {
                name.push(".");
                name.push(ending);
            }
            wanted.with_file_name(name)
        });
        let path = std::iter::once(wanted.to_owned()).chain(numbered).find(may_be).unwrap_or_default();
        let whole = folder.join(&path);
        if !is_it(&whole) {
            self.files.push((whole, bytes.to_vec()));
        }
        path
    }

    fn report(&mut self, file: &Path, id: &str, proposal: &Proposal, article: Option<&Article>) {
        let stated = &proposal.stated;
        let names = |names: &[import::Name]| {
            let names: Vec<String> = names.iter().map(import::Name::in_order).collect();
            (!names.is_empty()).then(|| names.join("; "))
        };
        let text = article.map(|article| {
            let words: Vec<&str> = article.content.split_whitespace().collect();
            let ends = |words: Option<&[&str]>| words.unwrap_or_default().join(" ");
            let shown = match words.len() {
                0..=16 => ends(Some(&words)),
                count => format!("{} … {}", ends(words.get(..8)), ends(words.get(count - 6..))),
            };
            format!("{}, {} words: {shown}", article.text, words.len())
        });
        let rows = [
            ("title", stated.title.clone()),
            ("author", names(&stated.authors)),
            ("in", stated.container_title.clone()),
            ("publisher", stated.publisher.clone()),
            ("date", stated.issued.clone()),
            ("address", stated.url.clone()),
            ("language", stated.language.clone()),
            ("text", text),
        ];
        // A string can always be written to.
        let _ = writeln!(
            self.report,
            "{}: {}, source `{id}`",
            visible::line(&file.display().to_string()),
            proposal.kind.name()
        );
        for (name, value) in rows {
            if let Some(value) = value {
                let _ = writeln!(self.report, "  {name:9} {}", visible::line(&value));
            }
        }
        for note in &proposal.notes {
            let note = note.to_string();
            let mut lines = note.lines();
            let _ = writeln!(self.report, "  look at   {}", lines.next().unwrap_or_default());
            for line in lines {
                let _ = writeln!(self.report, "            {line}");
            }
        }
    }

    /// Writes the new files, none over another. What was written is taken away again if one cannot be.
    pub(super) fn write(self, folder: &Path) -> Result<Written, WriteError> {
        let mut written = Written::default();
        for (path, bytes) in &self.files {
            let made = written.folders_for(folder, path).and_then(|()| edit::create(path, bytes));
            match made {
                Ok(()) => written.files.push(path.clone()),
                Err(error) => {
                    written.undo();
                    return Err(error);
                }
            }
        }
        Ok(written)
    }
}

impl Written {
    /// The files that were written.
    pub(super) fn files(&self) -> &[PathBuf] {
        &self.files
    }

    /// Makes the folder that `path` lies in, which must be in `folder`, links resolved.
    fn folders_for(&mut self, folder: &Path, path: &Path) -> Result<(), WriteError> {
        let Some(parent) = path.parent().filter(|parent| *parent != folder) else { return Ok(()) };
        let system = |reason| WriteError::System { path: parent.to_owned(), reason };
        match fs::create_dir(parent) {
            Ok(()) => self.folders.push(parent.to_owned()),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(system(error)),
        }
        let inside =
            fs::canonicalize(parent).and_then(|parent| Ok(parent.starts_with(fs::canonicalize(folder)?)));
        if inside.map_err(system)? {
            Ok(())
        } else {
            Err(system(std::io::Error::new(
                std::io::ErrorKind::InvalidInput,
                "it leads out of the timeline's folder",
            )))
        }
    }

    /// Takes away what was written.
    pub(super) fn undo(&self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in &self.folders {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A path as a timeline writes it.
fn written(path: &Path) -> Option<String> {
    let parts = path.components().map(|part| match part {
        Component::Normal(name) => name.to_str(),
        _ => None,
    });
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}

/// A path as one would write it here.
pub(super) fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}
