//! What is searched for: what one has typed so far at some keystrokes.

/// As they are typed, with the signs that fzf knows too.
pub(crate) const QUERIES: [&str; 6] =
    ["a", "amb", "ambassade", "lubeck", "'paix seville", "!guilde telegraphe"];
/// The hits that are brought to the screen.
pub(crate) const SHOWN: usize = 80;
