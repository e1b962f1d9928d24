//! The last slide: the sources.

use crate::app::screen::labels::source_name;
use crate::briefing::Step;
use crate::role::Role;

use super::builder::SlideBuilder;
use super::context::SlideContext;

pub(crate) fn set(material: &SlideContext<'_>, sheet: &mut SlideBuilder) {
    sheet.step(Step::Sources, |sheet| {
        sheet.paragraph(material.words().sources, Role::Heading);
        for source in &material.timeline().sources {
            sheet.blank(1);
            sheet.keep(|sheet| {
                let name = source_name(source, material.lang, material.glyphs);
                sheet.paragraph(&material.covered(&name), Role::Text);
                let lead = [("  ", Role::Dim)];
                if let Some(title) = &source.title {
                    sheet.indented(&lead, &lead, &material.text(title), Role::Quote);
                }
                if let Some(genre) = &source.genre {
                    sheet.indented(&lead, &lead, &material.text(genre), Role::Dim);
                }
                if let Some(url) = source.url.as_deref().and_then(|url| material.open_url(url)) {
                    sheet.address("  ", url);
                }
            });
        }
    });
}
