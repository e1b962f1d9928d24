//! Which findings a timeline lets stand.

use std::collections::HashMap;

use super::diagnostics::{Allowance, Finding, Path, Severity, Spot, Step, said};
use super::rules::UNUSED_ALLOWANCE;
use super::rules::paths::{to_quote, to_source};
use crate::model::Timeline;

/// The allowances of a timeline, and which of them something needed.
pub(super) struct Permit<'a> {
    allowances: &'a [Allowance],
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
        Self { allowances, is_needed: vec![false; allowances.len()], sources: sources.collect() }
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
        let source = (0..=path.len()).rev().find_map(|length| self.sources.get(&path[..length]));
        let mut is_covered = false;
        for (allowance, is_needed) in self.allowances.iter().zip(&mut self.is_needed) {
            let holds =
                path.starts_with(&allowance.scope) || source.is_some_and(|source| *source == allowance.scope);
            if allowance.code == finding.rule.code && holds {
                *is_needed = true;
                is_covered = true;
            }
        }
        is_covered
    }

    /// A finding on each allowance that nothing needed.
    pub(super) fn unused(self) -> Vec<Finding> {
        let unused = self.allowances.iter().zip(self.is_needed).filter(|(_, is_needed)| !is_needed);
        unused
            .map(|(allowance, _)| {
                let code = allowance.code;
                let message = said!(
                    en: "nothing here needs `{code}` to be allowed",
                    fr: "rien ici n’a besoin que `{code}` soit admis",
                );
                Finding::on(&UNUSED_ALLOWANCE, allowance.path.clone(), message)
                    .help(said!(en: "take it out", fr: "retirez-le"))
            })
            .collect()
    }
}
