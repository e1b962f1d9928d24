//! The timeline in the program.

/// Its YAML.
pub(in crate::load) const TIMELINE: &str = include_str!("../../../timeline.yaml");
/// The same tree as JSON, made from the YAML while frise is built.
pub(in crate::load) const TREE: &str = include_str!(concat!(env!("OUT_DIR"), "/timeline.json"));

macro_rules! embedded {
    ($name:literal) => {
        (concat!("assets/articles/", $name), include_str!(concat!("../../../assets/articles/", $name)))
    };
}
/// Its articles, by their paths.
const ARTICLES: [(&str, &str); 5] = [
    embedded!("doc1-azertac-yonhap.txt"),
    embedded!("doc2-sans-editeur.txt"),
    embedded!("doc3-sans-editeur.txt"),
    embedded!("doc4-photo-yonhap.txt"),
    embedded!("doc5-cnn-traduit.txt"),
];

/// Its files as they lie beside each other, the timeline last.
pub(crate) fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    ARTICLES.into_iter().chain([("timeline.yaml", TIMELINE)])
}

/// The article at `path`, where the built-in timeline has it.
pub(in crate::load) fn article(path: &str) -> Option<&'static str> {
    ARTICLES.iter().find(|(known, _)| *known == path).map(|(_, text)| *text)
}
