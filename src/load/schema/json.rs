//! The JSON Schema of a timeline, for editors that complete and check what is typed.
//!
//! It says of one file what can be said without reading the articles or comparing one place of the file with
//! another; `frise check` finds the rest. No definition is refined where it is referred to, since some editors
//! take the one for the other.

use serde_json::{Map, Value, json};

use super::keys::{Holds, LANGUAGES, OBJECTS, Object, TIMELINE};
use crate::load::diagnostics::Severity;
use crate::load::rules::rules;
use crate::model::{Depth, Stance};

/// A tag of BCP 47, as the reader takes it.
const TAG: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";
/// An address with a host, which does not lead elsewhere than it seems to.
const ADDRESS: &str = r"^[Hh][Tt][Tt][Pp][Ss]?://[^:/?#@\s\\][^/?#@\s\\]*([/?#][^\s\\]*)?$";

/// The JSON Schema (2020-12) of a timeline, with a description of every key.
pub fn schema() -> Value {
    let mut definitions: Map<String, Value> =
        OBJECTS.iter().skip(1).map(|object| (object.name.to_owned(), mapping(object))).collect();
    definitions.extend(values().map(|(name, value)| (name.to_owned(), value)));
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A timeline of frise",
    });
    if let (Some(schema), Value::Object(root)) = (schema.as_object_mut(), mapping(&TIMELINE)) {
        schema.extend(root);
        schema.insert("$defs".to_owned(), Value::Object(definitions));
    }
    schema
}

fn mapping(object: &Object) -> Value {
    let properties = object.keys.iter().map(|key| {
        let mut property = json!({ "description": key.about });
        if let (Some(property), Value::Object(value)) = (property.as_object_mut(), value(key.holds)) {
            property.extend(value);
        }
        (key.name.to_owned(), property)
    });
    let required: Vec<&str> = object.keys.iter().filter(|key| key.is_required).map(|key| key.name).collect();
    let mut schema = json!({
        "description": object.about,
        "type": "object",
        "properties": properties.collect::<Map<_, _>>(),
        "required": required,
        "additionalProperties": false,
    });
    if !object.together.is_empty() {
        let others = |key: &&str| object.together.iter().filter(|other| *other != key).collect::<Vec<_>>();
        let dependent = object.together.iter().map(|key| ((*key).to_owned(), json!(others(key))));
        schema["dependentRequired"] = dependent.collect();
    }
    schema
}

/// What a value must be.
fn value(holds: Holds) -> Value {
    let named = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    match holds {
        Holds::Id => named("id"),
        Holds::Words | Holds::Name => named("string"),
        Holds::Code => named("code"),
        Holds::Text => named("text"),
        Holds::Said => named("non-empty-text"),
        Holds::Language => named("language"),
        Holds::Date => named("date"),
        Holds::Address => named("address"),
        Holds::Digest => named("digest"),
        Holds::Degrees(limit) => json!({ "type": "number", "minimum": -i16::from(limit), "maximum": limit }),
        Holds::Stance => {
            json!({ "enum": Stance::ALL.map(Stance::name), "default": Stance::default().name() })
        }
        Holds::Depth => json!({ "enum": Depth::ALL.map(Depth::name) }),
        Holds::Count(limit) => json!({ "type": "integer", "minimum": 1, "maximum": limit }),
        Holds::Flag => json!({ "type": "boolean" }),
        Holds::One(object) => named(object.name),
        Holds::Many(item) => json!({ "type": "array", "items": value(*item) }),
    }
}

/// Strings, and the whole numbers of YAML, which are read as the text they were written as.
const ANY: &[&str] = &["string", "integer"];
/// Strings that no number can be.
const STRING: &[&str] = &["string"];

/// The values that are no mappings of keys. They have no examples: editors put those in as if they were true.
fn values() -> [(&'static str, Value); 9] {
    let codes: Vec<&str> =
        rules().filter(|rule| rule.severity == Severity::Warning).map(|rule| rule.code).collect();
    [
        scalar("id", "A name to refer to something by, without white space.", ANY, r"^\S+$"),
        scalar("string", "One string that says something.", ANY, r"\S"),
        ("text", text("One string, or one for each of several languages: {fr: …, en: …}.", r"")),
        (
            "non-empty-text",
            text(
                "What says something, in one string or in one for each of several languages: {fr: …, en: …}.",
                r"\S",
            ),
        ),
        scalar("language", "A BCP 47 tag.", STRING, TAG),
        scalar(
            "date",
            "EDTF (ISO 8601-2), or a form people write. What could mean two things is refused.",
            ANY,
            r"\S",
        ),
        scalar("address", "A whole address that may be opened: http or https.", STRING, ADDRESS),
        scalar("digest", "A SHA-256: 64 hexadecimal digits.", STRING, "^[0-9A-Fa-f]{64}$"),
        (
            "code",
            json!({ "description": "The code of a warning, as `frise check` prints it.", "enum": codes }),
        ),
    ]
}

fn scalar(name: &'static str, about: &str, types: &[&str], pattern: &str) -> (&'static str, Value) {
    let kinds = match types {
        [only] => json!(only),
        several => json!(several),
    };
    (name, json!({ "description": about, "type": kinds, "pattern": pattern }))
}

/// A string, or a mapping of languages to strings.
fn text(about: &str, pattern: &str) -> Value {
    let wording = json!({ "type": ANY, "pattern": pattern });
    let languages = json!({
        "type": "object",
        "propertyNames": { "pattern": TAG },
        "additionalProperties": wording,
        "maxProperties": LANGUAGES,
    });
    json!({ "description": about, "anyOf": [wording, languages] })
}
