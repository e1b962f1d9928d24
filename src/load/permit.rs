//! Which findings a timeline lets stand.

use std::collections::HashMap;

use super::diagnostics::{Allowance, Finding, Path, Severity, Spot, Step, said};
use super::rules::UNUSED_ALLOWANCE;
use super::rules::paths::{to_quote, to_source};
use crate::model::Timeline;

/// The allowances of a timeline, and which of them something needed.
pub(super) struct Permit<'a> {
    allowances: &'a [Allowance],
    /// The first allowance of each code and scope, which stands for the others that say the same.
    first: HashMap<&'static str, HashMap<&'a [Step], usize>>,
    /// Whether the first one is needed, for each of them.
    is_needed: Vec<bool>,
    /// From the way to a quote to the way to its source, where an allowance stands on a source.
    sources: HashMap<Path, Path>,
}

impl<'a> Permit<'a> {
    pub(super) fn new(allowances: &'a [Allowance], timeline: &Timeline) -> Self {
        let is_on_source = |allowance: &Allowance| allowance.scope.first() == Some(&Step::Key("sources"));
        let quotes = if allowances.iter().any(is_on_source) { timeline.quotes.len() } else { 0 };
        let sources = (0..quotes).filter_map(|quote| {
            let source = timeline.quotes[quote].source?;
            Some((to_quote(timeline, quote), to_source(timeline, source)))
        });
        let mut first: HashMap<&'static str, HashMap<&[Step], usize>> = HashMap::new();
        for (index, allowance) in allowances.iter().enumerate() {
            first.entry(allowance.code).or_default().entry(&allowance.scope).or_insert(index);
        }
        Self { allowances, first, is_needed: vec![false; allowances.len()], sources: sources.collect() }
    }

    /// Whether `finding` may stand; what covers it is needed.
    pub(super) fn covers(&mut self, finding: &Finding) -> bool {
        if finding.rule.severity != Severity::Warning || self.allowances.is_empty() {
            return false;
        }
        let path = match &finding.spot {
            Spot::Node(path, _) => path.as_slice(),
            Spot::Bytes(_) => &[],
        };
        let Some(first) = self.first.get(finding.rule.code) else { return false };
        let around = || (0..=path.len()).rev().map(|length| &path[..length]);
        let source = around().find_map(|path| self.sources.get(path)).map(Path::as_slice);
        let mut is_covered = false;
        for index in around().chain(source).filter_map(|scope| first.get(scope)) {
            self.is_needed[*index] = true;
            is_covered = true;
        }
        is_covered
    }

    /// A finding on each allowance that nothing needed.
    pub(super) fn unused(self) -> Vec<Finding> {
        let is_needed =
            |allowance: &Allowance| self.is_needed[self.first[allowance.code][allowance.scope.as_slice()]];
        let unused = self.allowances.iter().filter(|allowance| !is_needed(allowance));
        unused
            .map(|allowance| {
                let code = allowance.code;
                let message = said!(
                    en: "no `{code}` occurs here, so it need not be allowed",
                    fr: "rien ici n’a besoin que `{code}` soit admis",
                );
                Finding::on(&UNUSED_ALLOWANCE, allowance.path.clone(), message)
                    .help(said!(en: "take it out", fr: "retirez-le"))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::diagnostics::{Part, to};
    use crate::load::rules::rule;

    #[test]
    fn an_allowance_holds_in_its_scope_and_is_needed_there_only() {
        let [allowed, other] = ["short-quote", "unused-place"].map(|code| rule(code).unwrap());
        let event = |index: usize| vec![Step::Key("events"), Step::Item(index)];
        let allowance = |index: usize| Allowance {
            code: allowed.code,
            scope: event(index),
            path: to(&event(index), Step::Key("allow")),
        };
        let mut allowances: Vec<Allowance> = (0..4_000).map(allowance).collect();
        // Said twice, which no one is told of.
        allowances.push(allowance(0));
        let timeline = Timeline::default();
        let mut permit = Permit::new(&allowances, &timeline);
        let mut covers = |rule, path: Path| permit.covers(&Finding::on(rule, path, said!(en: "x", fr: "y")));
        for index in (0..5_000).step_by(2) {
            assert_eq!(covers(allowed, to(&event(index), Step::Key("date"))), index < 4_000, "{index}");
        }
        assert!(!covers(other, event(1)));
        assert!(!covers(allowed, vec![Step::Key("events")]));
        let unused = permit.unused().into_iter().map(|finding| finding.spot);
        let expected = (0..4_000).filter(|index| index % 2 == 1).map(|index| allowance(index).path);
        assert!(unused.eq(expected.map(|path| Spot::Node(path, Part::Value))));
    }
}
