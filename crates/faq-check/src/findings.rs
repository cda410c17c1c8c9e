//! Makes findings of hits: gives each a severity, a position, sanitized texts and an identity.

use std::{borrow::Cow, cmp::Ordering, ops::Range, sync::Arc};

use faq_content::{LineStarts, Position};
use faq_l10n::{Content, LocaleRegistry, LocaleTree, Stray, StrayKind};
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use crate::{
    context::LocaleContext,
    finding::{Edit, Finding, Fix, Hit, Hits, Place, Severity},
    policy::Policy,
    report::{clean, sanitize, sanitize_shared},
    rule::{Judge, Rule},
    rules::RULES,
    waivers::Waiving,
};

/// Most findings of one rule in one file. A file with more is broken as a whole, and a report of it has to end.
pub(crate) const MOST_OF_A_KIND: usize = 200;

/// Whether no more than so many findings of the rule are listed of one file.
pub(crate) fn is_bounded(rule: &str) -> bool {
    rule != "missing-message"
}

/// Makes findings of hits, which point into the files of one locale.
pub(crate) struct Findings<'c, 'w, 'a, 's> {
    context: &'c LocaleContext<'a, 's>,
    policy: &'c Policy,
    waiving: &'c mut Waiving<'w>,
    /// What was made so far.
    pub(crate) made: Vec<Finding>,
    /// The locale and the path of the last finding: most have them in common.
    locale: Arc<str>,
    path: Arc<str>,
    /// How often the same was said of the same text, so that each has its own fingerprint.
    seen: FxHashMap<[u8; 8], u64>,
    /// How often each rule spoke of each file.
    of_file: FxHashMap<(&'static str, usize), usize>,
    /// Where the lines of each file start; made for files with findings only.
    lines: FxHashMap<usize, LineStarts>,
}

impl<'c, 'w, 'a, 's> Findings<'c, 'w, 'a, 's> {
    /// For hits of one locale.
    pub(crate) fn new(
        context: &'c LocaleContext<'a, 's>,
        policy: &'c Policy,
        waiving: &'c mut Waiving<'w>,
    ) -> Self {
        Self {
            context,
            policy,
            waiving,
            made: Vec::new(),
            locale: Arc::default(),
            path: Arc::default(),
            seen: FxHashMap::default(),
            of_file: FxHashMap::default(),
            lines: FxHashMap::default(),
        }
    }

    /// Makes findings of all that `rule` found: mostly nothing.
    #[inline]
    pub(crate) fn take(&mut self, rule: &'static Rule, hits: &mut Hits) {
        if !hits.is_empty() {
            self.add_all(rule, hits);
        }
    }

    fn add_all(&mut self, rule: &'static Rule, hits: &mut Hits) {
        for hit in hits.take() {
            self.add(rule, hit);
        }
    }

    fn add(&mut self, rule: &'static Rule, mut hit: Hit) {
        let context = self.context;
        let path = path_of(context, &hit.place);
        let path = path.as_ref();
        let Some(severity) = self.policy.severity(rule, Some(context.locale), path) else { return };
        if self.waiving.takes(rule, &hit) {
            return;
        }
        let mut more = "";
        if let (Place::Span(index, _), true) = (&hit.place, is_bounded(rule.name)) {
            let count = self.of_file.entry((rule.name, *index)).or_insert(0);
            *count += 1;
            match (*count).cmp(&MOST_OF_A_KIND) {
                Ordering::Less => {}
                Ordering::Equal => more = "; there are more of these in this file",
                Ordering::Greater => return,
            }
        }
        let range = self.range(&hit.place);
        // The reference is its owner's; nothing in it is mended.
        let edit = hit.fix.take().filter(|_| !context.is_reference());
        let fix = edit.and_then(|edit| self.located_fix(&hit.place, edit));
        for (last, now) in [(&mut self.locale, context.locale), (&mut self.path, path)] {
            if **last != *now {
                *last = now.into();
            }
        }
        let (locale, path) = (Some(Arc::clone(&self.locale)), Arc::clone(&self.path));
        let located = Located { locale, path, range, fix };
        let mut identity = located.identity(rule, &hit, 0);
        let count = self.seen.entry(identity).or_insert(0);
        *count += 1;
        if *count > 1 {
            identity = located.identity(rule, &hit, *count - 1);
        }
        let mut finding = located.finding(rule, severity, hit, identity);
        // Which finding is the last is nothing that its identity should depend on.
        finding.text.push_str(more);
        self.made.push(finding);
    }

    /// Judges the waivers, after everything that they could be about.
    pub(crate) fn judge_waivers(&mut self, rules: &[&'static Rule]) {
        let mut hits = Hits::default();
        for rule in rules {
            if let Judge::Waiver(judge) = rule.judge {
                for (waiver, standing) in self.waiving.standings() {
                    judge(self.context, waiver, standing, &mut hits);
                }
                self.take(rule, &mut hits);
            }
        }
    }

    /// The edit with its place in lines and columns of the file that the hit is in.
    fn located_fix(&mut self, place: &Place, edit: Edit) -> Option<Fix> {
        let at = match place {
            Place::Path(_) => return None,
            Place::Setting(name, _) => Place::Setting(name, edit.span.clone()),
            Place::Span(index, _) => Place::Span(*index, edit.span.clone()),
        };
        // Of a file that is not UTF-8 only the beginning was read, and nothing is written to it.
        let path = path_of(self.context, &at);
        let mut files = self.context.folder.files.iter().chain(&self.context.folder.settings);
        let is_whole = files.any(|it| it.path == path && matches!(it.content, Content::Text(_)));
        let (start, end, _) = is_whole.then(|| self.range(&at))??;
        Some(Fix { edit, start, end })
    }

    /// Positions and bytes of a place; none where it is a file as a whole.
    fn range(&mut self, place: &Place) -> Option<(Position, Position, Range<usize>)> {
        match place {
            Place::Path(_) => None,
            Place::Setting(name, span) => {
                let text = self.context.folder.setting(name)?.content.text();
                let position = |at| Position::of(text, at);
                Some((position(span.start), position(span.end), span.clone()))
            }
            Place::Span(index, span) => {
                let source = self.context.files.files.get(*index)?.source;
                let lines = self.lines.entry(*index).or_insert_with(|| LineStarts::of(source));
                let position = |at| lines.position(source, at);
                Some((position(span.start), position(span.end), span.clone()))
            }
        }
    }
}

/// The path of a place.
fn path_of<'c>(context: &'c LocaleContext<'_, '_>, place: &Place) -> Cow<'c, str> {
    let folder = context.folder.path.as_str();
    match place {
        Place::Path(path) => Cow::Owned(path.clone()),
        Place::Setting(name, _) => {
            Cow::Borrowed(context.folder.setting(name).map_or(folder, |it| &it.path))
        }
        Place::Span(index, _) => {
            Cow::Borrowed(context.files.files.get(*index).map_or(folder, |it| it.path))
        }
    }
}

/// Where a hit is.
pub(crate) struct Located {
    locale: Option<Arc<str>>,
    path: Arc<str>,
    range: Option<(Position, Position, Range<usize>)>,
    fix: Option<Fix>,
}

impl Located {
    /// A place in a text that no other finding is about.
    pub(crate) fn in_text(
        locale: Option<&str>,
        path: &str,
        source: &str,
        span: Range<usize>,
    ) -> Self {
        let position = |at| Position::of(source, at);
        Self {
            locale: locale.map(Arc::from),
            path: path.into(),
            range: Some((position(span.start), position(span.end), span)),
            fix: None,
        }
    }

    pub(crate) fn finding(
        &self,
        rule: &'static Rule,
        severity: Severity,
        hit: Hit,
        identity: [u8; 8],
    ) -> Finding {
        let whole = (Position::START, Position::START, 0..0);
        let (start, end, span) = self.range.clone().unwrap_or(whole);
        Finding {
            rule: rule.name,
            severity,
            locale: self.locale.clone(),
            start,
            end,
            span,
            path: sanitize_shared(&self.path),
            message: hit.message.map(sanitize),
            text: sanitize(hit.text),
            help: hit.help.map(|help| clean(help, Some('\n'))),
            fix: self.fix.clone(),
            fingerprint: base16ct::lower::encode_string(&identity),
        }
    }

    /// Depends on what is said and of which message, not on lines. `occurrence` is how many of the same came before.
    pub(crate) fn identity(&self, rule: &Rule, hit: &Hit, occurrence: u64) -> [u8; 8] {
        let message = hit.message.as_deref().unwrap_or_default();
        let locale = self.locale.as_deref().unwrap_or_default();
        let parts = [rule.name, locale, &self.path, message, &hit.text];
        let mut identity =
            Vec::with_capacity(parts.iter().map(|it| it.len() + 1).sum::<usize>() + 8);
        for part in parts {
            identity.extend_from_slice(part.as_bytes());
            identity.push(0);
        }
        identity.extend_from_slice(&occurrence.to_le_bytes());
        Sha256::digest(&identity).first_chunk().copied().unwrap_or_default()
    }
}

/// What rules say of files, folders and links that should not be where they are.
pub(crate) fn judge_strays(
    tree: &LocaleTree,
    registry: &LocaleRegistry,
    policy: &Policy,
) -> Vec<Finding> {
    let unregistered =
        tree.folders.iter().filter(|folder| registry.of_folder(&folder.name).is_none()).map(
            |folder| Stray {
                path: folder.path.clone(),
                folder: Some(folder.name.clone()),
                kind: StrayKind::Folder,
            },
        );
    let strays: Vec<Stray> = tree.strays.iter().cloned().chain(unregistered).collect();
    let mut found = Vec::new();
    let mut hits = Hits::default();
    for stray in &strays {
        for rule in RULES {
            if let Judge::Stray(judge) = rule.judge {
                judge(stray, &mut hits);
                let locale =
                    stray.folder.as_deref().filter(|folder| registry.of_folder(folder).is_some());
                let located = Located {
                    locale: locale.map(Arc::from),
                    path: stray.path.as_str().into(),
                    range: None,
                    fix: None,
                };
                for hit in hits.take() {
                    if let Some(severity) = policy.severity(rule, locale, &stray.path) {
                        let identity = located.identity(rule, &hit, 0);
                        found.push(located.finding(rule, severity, hit, identity));
                    }
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Example;

    #[test]
    fn a_file_is_spoken_of_two_hundred_times_by_a_rule_but_every_missing_message_is_named() {
        let messages = |value: &str| -> String {
            (0..250).map(|number| format!("m{number} = {value}\n")).collect()
        };
        let findings = |rule: &str, spanish: &str| -> Vec<String> {
            let tree = format!("--- en-US/a.ftl\n{}--- es/a.ftl\n{spanish}", messages("is it"));
            let findings = Example::parse(&tree).expect("an example").check().findings;
            findings.into_iter().filter(|it| it.rule == rule).map(|it| it.text).collect()
        };
        let doubled = findings("doubled-word", &messages("es es"));
        assert_eq!(doubled.len(), MOST_OF_A_KIND);
        assert!(
            doubled.last().is_some_and(|it| it.ends_with("there are more of these in this file"))
        );
        assert_eq!(findings("missing-message", "# none\n").len(), 250);
    }
}
