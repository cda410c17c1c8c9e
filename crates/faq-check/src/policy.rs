//! How bad a finding is, by kind of content, locale and path.

use chrono::NaiveDate;
use faq_content::{MalformedFile, Tier};
use faq_l10n::{LocaleRegistry, Reviewers, TierToml};
use globset::{Glob, GlobMatcher};
use serde::Deserialize;
use toml::Spanned;

use crate::{
    finding::Severity,
    gate::requirements::{Gates, GatesToml, TierGate},
    rule::Rule,
    rules::{did_you_mean, rule, rule_names},
};

/// A set of rule severities for a kind of content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// Texts that people read from beginning to end, as this project's.
    #[default]
    Prose,
    /// The interface of a program.
    Software,
}

/// How bad each rule's findings are in one kind of content; none where the rule is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Severities {
    /// In prose.
    pub prose: Option<Severity>,
    /// In the interface of a program.
    pub software: Option<Severity>,
}

/// What is decided of a project: how bad findings are, what the gate asks for, who may review; and the day of the run.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// The profile.
    pub profile: Profile,
    /// The day on which the run takes place, by which waivers end and reviews age; none does where it is not known.
    pub today: Option<NaiveDate>,
    /// Who may review translations.
    pub reviewers: Reviewers,
    gates: Gates,
    exceptions: Vec<Exception>,
}

/// A rule's severity in some locales and paths.
#[derive(Clone, Debug)]
struct Exception {
    rule: &'static str,
    severity: Option<Severity>,
    /// All where empty and no tier is named.
    locales: Vec<String>,
    /// The locales of these tiers too, which [`Policy::of_locales`] puts among the others.
    tiers: Vec<Tier>,
    paths: Vec<GlobMatcher>,
}

impl Severities {
    /// Errors everywhere.
    pub const ERROR: Self = Self { prose: Some(Severity::Error), software: Some(Severity::Error) };
    /// Warnings everywhere.
    pub const WARNING: Self =
        Self { prose: Some(Severity::Warning), software: Some(Severity::Warning) };
    /// Errors in prose, warnings in software.
    pub const STRICT_IN_PROSE: Self =
        Self { prose: Some(Severity::Error), software: Some(Severity::Warning) };
    /// Errors in prose, off in software.
    pub const ERROR_IN_PROSE: Self = Self { prose: Some(Severity::Error), software: None };
    /// Warnings in prose, off in software.
    pub const WARNING_IN_PROSE: Self = Self { prose: Some(Severity::Warning), software: None };
}

impl Policy {
    /// The one version of the format that this code reads.
    const FORMAT: u32 = 1;

    /// The severities of a profile.
    pub fn of(profile: Profile) -> Self {
        Self { profile, ..Self::default() }
    }

    /// Reads a policy from `text`, which stands in the file `path`; `profile` holds where the file names none.
    pub fn parse(path: &str, text: &str, profile: Profile) -> Result<Self, MalformedFile> {
        let toml: PolicyToml =
            toml::from_str(text).map_err(|error| MalformedFile::from_toml(path, text, &error))?;
        let at = |span, message: String| MalformedFile::at(path, text, &span, message);
        if *toml.format.get_ref() != Self::FORMAT {
            let message = format!("policy format {} is unknown", toml.format.get_ref());
            return Err(at(toml.format.span(), message)
                .help(format!("this version reads format {}", Self::FORMAT)));
        }
        let gates =
            toml.gate.gates(&|span, message| MalformedFile::at(path, text, &span, message))?;
        let profile = match toml.profile {
            Some(ProfileToml::Prose) => Profile::Prose,
            Some(ProfileToml::Software) => Profile::Software,
            None => profile,
        };
        let mut exceptions = Vec::new();
        for exception in toml.rules {
            let name = exception.name.get_ref();
            let Some(rule) = rule(name) else {
                let error = at(exception.name.span(), format!("there is no rule `{name}`"));
                return Err(match did_you_mean(name, rule_names()) {
                    Some(close) => error.help(format!("did you mean `{close}`?")),
                    None => error.help("`cargo xtask explain x` lists all rules"),
                });
            };
            let mut paths = Vec::new();
            for pattern in &exception.paths {
                let glob = Glob::new(pattern.get_ref())
                    .map_err(|error| at(pattern.span(), format!("not a path pattern: {error}")))?;
                paths.push(glob.compile_matcher());
            }
            exceptions.push(Exception {
                rule: rule.name,
                severity: exception.severity.severity(),
                locales: exception.locales,
                tiers: exception.tiers.into_iter().map(TierToml::tier).collect(),
                paths,
            });
        }
        Ok(Self { profile, gates, exceptions, ..Self::default() })
    }

    /// The same policy on that day.
    #[must_use]
    pub fn on(self, today: NaiveDate) -> Self {
        Self { today: Some(today), ..self }
    }

    /// The same policy with these reviewers.
    #[must_use]
    pub fn reviewed_by(self, reviewers: Reviewers) -> Self {
        Self { reviewers, ..self }
    }

    /// The same policy, which knows the tier of each locale.
    #[must_use]
    pub fn of_locales(mut self, registry: &LocaleRegistry) -> Self {
        for exception in &mut self.exceptions {
            let of_tiers =
                registry.locales().iter().filter(|it| exception.tiers.contains(&it.tier));
            let names: Vec<String> = of_tiers.map(|it| it.folder.clone()).collect();
            exception.locales.extend(names);
        }
        self
    }

    /// What the gate asks of locales of this tier.
    pub fn gate(&self, tier: Tier) -> &TierGate {
        self.gates.of(tier)
    }

    /// Makes errors of what `rule` finds, where nothing else is said of it.
    #[must_use]
    pub fn with(mut self, rule: &Rule) -> Self {
        let severity = Some(Severity::Error);
        let exception =
            Exception { rule: rule.name, severity, locales: vec![], tiers: vec![], paths: vec![] };
        self.exceptions.insert(0, exception);
        self
    }

    /// How bad a finding of `rule` in `locale` and `path` is; none where the rule is off there. Later exceptions win.
    pub fn severity(&self, rule: &Rule, locale: Option<&str>, path: &str) -> Option<Severity> {
        let applies = |exception: &&Exception| {
            exception.rule == rule.name
                && exception.concerns(locale)
                && (exception.paths.is_empty()
                    || exception.paths.iter().any(|glob| glob.is_match(path)))
        };
        let exception = self.exceptions.iter().rev().find(applies);
        exception.map_or_else(|| self.default_severity(rule), |exception| exception.severity)
    }

    /// Whether `rule` can find anything in `locale`, in whichever file.
    pub(crate) fn is_on(&self, rule: &Rule, locale: &str) -> bool {
        let of_rule = |it: &&Exception| it.rule == rule.name && it.concerns(Some(locale));
        let mut is_on = self.default_severity(rule).is_some();
        for exception in self.exceptions.iter().filter(of_rule) {
            // What holds for some paths leaves the others as they were.
            is_on = exception.severity.is_some() || (is_on && !exception.paths.is_empty());
        }
        is_on
    }

    fn default_severity(&self, rule: &Rule) -> Option<Severity> {
        match self.profile {
            Profile::Prose => rule.severities.prose,
            Profile::Software => rule.severities.software,
        }
    }
}

impl Exception {
    fn concerns(&self, locale: Option<&str>) -> bool {
        (self.locales.is_empty() && self.tiers.is_empty())
            || locale.is_some_and(|locale| self.locales.iter().any(|it| it == locale))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyToml {
    format: Spanned<u32>,
    profile: Option<ProfileToml>,
    #[serde(default)]
    gate: GatesToml,
    #[serde(default, rename = "rule")]
    rules: Vec<ExceptionToml>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ProfileToml {
    Prose,
    Software,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExceptionToml {
    name: Spanned<String>,
    severity: SeverityToml,
    #[serde(default)]
    locales: Vec<String>,
    #[serde(default)]
    tiers: Vec<TierToml>,
    #[serde(default)]
    paths: Vec<Spanned<String>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SeverityToml {
    Off,
    Warning,
    Error,
}

impl SeverityToml {
    fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "format = 1\nprofile = \"software\"\n[[rule]]\nname = \"empty-text\"\nseverity = \"error\"\nlocales = [\"de\"]\n[[rule]]\nname = \"empty-text\"\nseverity = \"off\"\npaths = [\"*/legacy/**\"]\n";

    #[test]
    fn a_rule_has_its_severity_by_locale_and_path() {
        let policy = Policy::parse("policy.toml", POLICY, Profile::Prose).expect("a policy");
        let rule = rule("empty-text").expect("the rule exists");
        assert_eq!(policy.severity(rule, Some("fr"), "fr/a.ftl"), Some(Severity::Warning));
        assert_eq!(policy.severity(rule, Some("de"), "de/a.ftl"), Some(Severity::Error));
        assert_eq!(policy.severity(rule, Some("de"), "de/legacy/a.ftl"), None);
    }

    #[test]
    fn a_rule_has_its_severity_by_tier() {
        let text = "format = 1\n[[rule]]\nname = \"missing-message\"\nseverity = \"warning\"\ntiers = [\"incubating\"]\n";
        let registry = "format = 1\ncatalog = \"catalog\"\nreference = \"en\"\n[[locale]]\ntag = \"en\"\nendonym = \"English\"\ntier = \"released\"\n[[locale]]\ntag = \"uk\"\nendonym = \"Українська\"\ntier = \"incubating\"\n";
        let registry = LocaleRegistry::parse("locales.toml", registry).expect("a registry");
        let policy = Policy::parse("policy.toml", text, Profile::Prose).expect("a policy");
        let policy = policy.of_locales(&registry);
        let rule = rule("missing-message").expect("the rule exists");
        assert_eq!(policy.severity(rule, Some("uk"), "uk/a.ftl"), Some(Severity::Warning));
        assert_eq!(policy.severity(rule, Some("en"), "en/a.ftl"), Some(Severity::Error));
    }

    #[test]
    fn a_rule_is_asked_only_where_it_can_find_something() {
        let on = |exceptions: &str| {
            let text = format!("format = 1\n{exceptions}");
            let policy = Policy::parse("policy.toml", &text, Profile::Prose).expect("a policy");
            policy.is_on(rule("empty-text").expect("the rule exists"), "de")
        };
        let exception = |rest: &str| format!("[[rule]]\nname = \"empty-text\"\n{rest}\n");
        assert!(on("") && on(&exception("severity = \"off\"\nlocales = [\"fr\"]")));
        assert!(on(&exception("severity = \"off\"\npaths = [\"de/x/**\"]")));
        assert!(!on(&exception("severity = \"off\"")));
        let again = exception("severity = \"off\"")
            + &exception("severity = \"error\"\npaths = [\"de/**\"]");
        assert!(on(&again));
    }

    #[test]
    fn a_mistyped_rule_is_an_error_with_a_place_and_a_guess() {
        let error = Policy::parse(
            "policy.toml",
            &POLICY.replace("empty-text", "empty-texts"),
            Profile::Prose,
        );
        assert_eq!(
            error.expect_err("a mistyped rule was taken").to_string(),
            "policy.toml:4:8: there is no rule `empty-texts`\n  help: did you mean `empty-text`?"
        );
    }

    #[test]
    fn a_day_and_a_stricter_rule_leave_the_rest_as_it_was() {
        let policy = Policy::parse("policy.toml", POLICY, Profile::Prose).expect("a policy");
        let (empty, doubled) =
            (rule("empty-text").expect("a rule"), rule("doubled-word").expect("a rule"));
        let day = NaiveDate::from_ymd_opt(2026, 1, 2).expect("a day");
        let policy = policy.with(doubled).on(day);
        assert_eq!(policy.today, Some(day));
        assert_eq!(policy.severity(doubled, Some("de"), "de/a.ftl"), Some(Severity::Error));
        assert_eq!(policy.severity(empty, Some("de"), "de/legacy/a.ftl"), None);
    }
}
