//! The schema and the reader say the same.

use boon::{Compiler, Schemas};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

use super::*;
use crate::load::{reader, schema, yaml::Node};

/// What the reader says of a file by itself; the schema must say it too.
const SAID_BY_BOTH: [&str; 11] = [
    "unknown-key",
    "missing-key",
    "wrong-type",
    "bad-id",
    "bad-language",
    "bad-coordinates",
    "bad-stance",
    "bad-depth",
    "bad-minutes",
    "unsafe-url",
    "bad-digest",
];

/// What the reader says of several places of a file together, which no schema can.
const OF_SEVERAL_PLACES: [&str; 6] = [
    "unknown-source",
    "unknown-place",
    "unknown-event",
    "listed-twice",
    "subevent-on-main-line",
    "no-events",
];

fn is_valid(timeline: &Value) -> Result<(), String> {
    let mut compiler = Compiler::new();
    compiler.add_resource("timeline.json", schema()).unwrap();
    let mut schemas = Schemas::new();
    let timelines = compiler.compile("timeline.json", &mut schemas).unwrap();
    schemas.validate(timeline, timelines).map_err(|error| format!("{error:#}"))
}

/// The codes of what the reader finds wrong with a tree.
fn codes(timeline: &Value) -> Vec<&'static str> {
    let text = timeline.to_string();
    let root: Node<'_> = serde_json::from_str(&text).unwrap();
    let findings = reader::read(root).findings;
    findings.kept.iter().map(|finding| finding.rule.code).collect()
}

fn tree(yaml: &str) -> Value {
    serde_yaml::from_str(yaml).unwrap()
}

#[test]
fn good_timelines_are_valid() {
    for yaml in [GOOD, crate::load::files::builtin::TIMELINE, "title: t\nevents: []\n"] {
        assert_eq!(is_valid(&tree(yaml)), Ok(()));
    }
}

#[test]
fn bad_timelines_are_not() {
    let mut refused = 0;
    for (old, new, code) in super::bad::CASES {
        let yaml = GOOD.replacen(old, &new.replace('§', ""), 1);
        // What JSON cannot hold, the same key twice and tags, no schema can speak of.
        let Ok(timeline) = serde_yaml::from_str::<Value>(&yaml) else { continue };
        if SAID_BY_BOTH.contains(code) && !new.contains("FR") {
            assert!(is_valid(&timeline).is_err(), "{new}");
            refused += 1;
        }
    }
    assert!(refused > 20, "{refused}");
    for yaml in ["{}", "title: t", "events: []", "[]", "title: t\nevents: {}\n"] {
        assert!(is_valid(&tree(yaml)).is_err(), "{yaml}");
    }
}

#[test]
fn values_are_bounded_alike() {
    let with = |key: &str, value: &Value| {
        let mut timeline = tree(GOOD);
        timeline["sources"][0][key] = value.clone();
        timeline
    };
    let addresses = ["", "http://a", "HTTPS://a.b/c?d=é#f", "https://[::1]:80/", "http://x/@y", "https:///a"];
    let addresses = addresses.into_iter().chain(["ftp://a", "https://a b", "https://a@b", "https://:80/"]);
    let languages = ["fr", "FR", "ceb", "pt-BR", "de-1996", "", "f", "french", "fr_FR", "fr-", "f1", "é"];
    let ids = ["a", "é-1", "", " ", "a b", "a\tb"];
    let all = addresses
        .map(|url| ("url", json!(url)))
        .chain(languages.map(|tag| ("language", json!(tag))))
        .chain(ids.map(|id| ("id", json!(id))))
        .chain([("id", json!(7)), ("id", json!(null)), ("title", json!(7)), ("title", json!(true))])
        .chain([
            ("title", json!({"f": "x"})),
            ("sheet", json!([])),
            ("sheet", json!({})),
            ("text", json!("")),
        ])
        .chain([("sha256", json!("0a".repeat(32))), ("sha256", json!("0g".repeat(32)))]);
    for (key, value) in all {
        let timeline = with(key, &value);
        let found: Vec<&str> =
            codes(&timeline).into_iter().filter(|code| SAID_BY_BOTH.contains(code)).collect();
        assert_eq!(is_valid(&timeline).is_ok(), found.is_empty(), "{key}: {value} {found:?}");
    }
}

#[test]
fn editors_have_nothing_false_to_put_in() {
    let text = schema().to_string();
    assert!(!text.contains("\"examples\""), "{text}");
}

#[test]
fn every_key_and_value_is_explained() {
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    for (name, definition) in definitions.iter().chain([(&"timeline".to_owned(), &schema)]) {
        assert!(definition["description"].as_str().is_some_and(|about| about.ends_with('.')), "{name}");
        for (key, property) in definition["properties"].as_object().into_iter().flatten() {
            assert!(
                property["description"].as_str().is_some_and(|about| about.ends_with('.')),
                "{name} {key}"
            );
        }
    }
}

/// Values of the kinds that are no mappings of keys, as JSON, by how their descriptions begin.
const EXAMPLES: &[(&str, &str)] = &[
    ("A name to refer to", r#"["treaty-1961", 7]"#),
    ("One string that says", r#"["signé en 1961", 1961]"#),
    ("One string, or one", r#"["Le traité", {"fr": "Le traité", "en": "The treaty"}, ""]"#),
    ("What says something", r#"["Le traité", {"fr": "Le traité", "en": "The treaty"}]"#),
    ("A BCP 47 tag", r#"["fr", "en", "pt-BR"]"#),
    (
        "EDTF",
        r#"[1961, "1961-07-06", "194X", "1945~", "2000/2001", "1961/..", "-0043", "juin 2024", "44 BC"]"#,
    ),
    ("A whole address", r#"["https://example.org/article"]"#),
    ("A SHA-256", r#"["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]"#),
];

/// A value of `schema`, made from examples of the values it is made of.
fn made(root: &Value, schema: &Value, depth: usize) -> BoxedStrategy<Value> {
    if let Some(name) = schema["$ref"].as_str() {
        return made(root, root.pointer(name.trim_start_matches('#')).unwrap(), depth);
    }
    if let Some(values) = schema["enum"].as_array() {
        return select(values.clone()).boxed();
    }
    if let Some((_, values)) = EXAMPLES
        .iter()
        .find(|(start, _)| schema["description"].as_str().is_some_and(|about| about.starts_with(start)))
    {
        return select(serde_json::from_str::<Vec<Value>>(values).unwrap()).boxed();
    }
    if schema["type"] == "number" {
        let bound = schema["maximum"].as_f64().unwrap();
        return (-bound..=bound).prop_map(|degrees| json!(degrees)).boxed();
    }
    if schema["type"] == "integer" {
        let bound = schema["maximum"].as_i64().unwrap();
        return (1..=bound).prop_map(|number| json!(number)).boxed();
    }
    if schema["type"] == "boolean" {
        return any::<bool>().prop_map(|flag| json!(flag)).boxed();
    }
    if schema["type"] == "array" {
        let longest = 3usize.saturating_sub(depth);
        let item =
            if longest == 0 { Just(Value::Null).boxed() } else { made(root, &schema["items"], depth + 1) };
        return prop::collection::vec(item, 0..=longest).prop_map(Value::Array).boxed();
    }
    let required = schema["required"].as_array().unwrap();
    let properties = schema["properties"].as_object().unwrap().iter();
    let pairs: Vec<_> = properties
        .map(|(key, property)| {
            let is_required = required.iter().any(|required| required == key);
            let is_there = if is_required { Just(true).boxed() } else { any::<bool>().boxed() };
            (Just(key.clone()), is_there, made(root, property, depth))
        })
        .collect();
    let together = schema["dependentRequired"].clone();
    pairs
        .prop_map(move |pairs| {
            let there = pairs.into_iter().filter(|(_, is_there, _)| *is_there);
            let mut object: Map<String, Value> = there.map(|(key, _, value)| (key, value)).collect();
            for (key, others) in together.as_object().into_iter().flatten() {
                let mut others = others.as_array().unwrap().iter();
                if !others.all(|other| object.contains_key(other.as_str().unwrap())) {
                    object.remove(key);
                }
            }
            Value::Object(object)
        })
        .boxed()
}

/// The mappings of a timeline whose keys are fixed, by their JSON pointers.
fn mappings(at: String, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                mappings(format!("{at}/{index}"), item, found);
            }
        }
        Value::Object(pairs) if !pairs.contains_key("fr") => {
            for (key, value) in pairs {
                mappings(format!("{at}/{key}"), value, found);
            }
            found.push(at);
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_the_schema_allows_the_reader_understands(timeline in made(&schema(), &schema(), 0)) {
        prop_assert_eq!(is_valid(&timeline), Ok(()));
        let unexpected: Vec<&str> = codes(&timeline)
            .into_iter()
            .filter(|code| !OF_SEVERAL_PLACES.contains(code))
            .collect();
        prop_assert_eq!(unexpected, Vec::<&str>::new(), "{}", timeline);
    }

    #[test]
    fn a_key_changed_is_refused_by_both(
        timeline in made(&schema(), &schema(), 0), mapping: Index, key: Index, renames: bool,
    ) {
        let mut timeline = timeline;
        let mut found = Vec::new();
        mappings(String::new(), &timeline, &mut found);
        let object = timeline.pointer_mut(mapping.get::<String>(&found)).unwrap().as_object_mut().unwrap();
        prop_assume!(!object.is_empty());
        let key = object.keys().nth(key.index(object.len())).unwrap().clone();
        let value = object.remove(&key).unwrap();
        if renames {
            object.insert(format!("{key}s-"), value);
        }
        let refused = codes(&timeline);
        let refused = refused.iter().any(|code| SAID_BY_BOTH.contains(code));
        prop_assert_eq!(is_valid(&timeline).is_err(), refused, "{} {}", key, timeline);
        prop_assert!(refused || !renames);
    }
}
