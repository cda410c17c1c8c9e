//! Who may review what: `locales/reviewers.toml`, which no translator changes alone.

use chrono::NaiveDate;
use faq_content::{LocaleTag, MalformedFile};
use serde::Deserialize;
use toml::{Spanned, value::Datetime};

use super::is_same_person;
use crate::Malformed;

/// Everybody who may review a translation, or once could.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reviewers {
    /// In the order of the file.
    pub reviewers: Vec<Reviewer>,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewer {
    /// The name with which this person signs.
    pub name: String,
    /// As what this person may review: `native speaker`, `caseworker`.
    pub roles: Vec<String>,
    /// In which locales.
    pub locales: Vec<String>,
    /// The last day on which this person reviewed; those who leave stay on the list, and so does what they signed.
    pub until: Option<NaiveDate>,
}

impl Reviewers {
    /// The one version of the format that this code reads.
    const FORMAT: u32 = 1;

    /// Reads the list from `text`, which stands in the file `path`. The first mistake is the error.
    pub fn parse(path: &str, text: &str) -> Result<Self, MalformedFile> {
        let toml: ReviewersToml =
            toml::from_str(text).map_err(|error| MalformedFile::from_toml(path, text, &error))?;
        let at = |span, message: String| MalformedFile::at(path, text, &span, message);
        if *toml.format.get_ref() != Self::FORMAT {
            let message = format!("reviewers format {} is unknown", toml.format.get_ref());
            return Err(at(toml.format.span(), message)
                .help(format!("this version reads format {}", Self::FORMAT)));
        }
        let mut list = Self::default();
        for ReviewerToml { name, roles, locales, until } in toml.reviewers {
            if name.get_ref().trim().is_empty() {
                return Err(at(name.span(), "this reviewer has no name".to_owned())
                    .help("write the name with which this person signs"));
            }
            if list.get(name.get_ref()).is_some() {
                let message = format!("`{}` stands here twice", name.get_ref().escape_debug());
                return Err(at(name.span(), message)
                    .help("put roles and locales together in one `[[reviewer]]`"));
            }
            for tag in &locales {
                if LocaleTag::parse(tag.get_ref()).is_err() {
                    let message = format!("`{}` is no locale", tag.get_ref().escape_debug());
                    return Err(at(tag.span(), message).help("write its tag: `es`, `zh-Hant`"));
                }
            }
            let until = until.as_ref().map(Malformed::day).transpose();
            let until = until.map_err(|it| at(it.span, it.message).help(it.help))?;
            list.reviewers.push(Reviewer {
                name: name.into_inner(),
                roles,
                locales: locales.into_iter().map(Spanned::into_inner).collect(),
                until: until.map(Spanned::into_inner),
            });
        }
        Ok(list)
    }

    /// The person who signs with this name.
    pub fn get(&self, name: &str) -> Option<&Reviewer> {
        self.reviewers.iter().find(|reviewer| is_same_person(&reviewer.name, name))
    }
}

impl Reviewer {
    /// Whether this person may review in this locale.
    pub fn reviews(&self, locale: &LocaleTag) -> bool {
        self.locales.iter().any(|it| it == locale.as_str())
    }

    /// Whether this person may review as this.
    pub fn is(&self, role: &str) -> bool {
        self.roles.iter().any(|it| it == role)
    }

    /// Whether this person still reviewed on that day.
    pub fn was_there(&self, day: NaiveDate) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReviewersToml {
    format: Spanned<u32>,
    #[serde(default, rename = "reviewer")]
    reviewers: Vec<ReviewerToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReviewerToml {
    name: Spanned<String>,
    roles: Vec<String>,
    locales: Vec<Spanned<String>>,
    until: Option<Spanned<Datetime>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "format = 1\n[[reviewer]]\nname = \"María Pérez\"\nroles = [\"native speaker\"]\nlocales = [\"es\"]\nuntil = 2026-06-30\n";

    #[test]
    fn a_reviewer_has_roles_and_locales_and_may_leave() {
        let list = Reviewers::parse("r.toml", LIST).expect("a list");
        let maria = list.get("maría  pérez").expect("she is on it");
        let tag = |tag| LocaleTag::parse(tag).expect("a tag");
        assert!(maria.reviews(&tag("es")) && !maria.reviews(&tag("fr")));
        assert!(maria.is("native speaker") && !maria.is("caseworker"));
        let day = |day| NaiveDate::from_ymd_opt(2026, 6, day).expect("a day");
        assert!(maria.was_there(day(30)));
        assert!(!maria.was_there(day(30).succ_opt().expect("a day")));
        assert!(list.get("Zoé").is_none());
    }

    #[test]
    fn every_mistake_has_a_place() {
        let mistake = |from: &str, to: &str| {
            assert!(LIST.contains(from));
            Reviewers::parse("r.toml", &LIST.replace(from, to)).expect_err(to).to_string()
        };
        let twice = &LIST[LIST.find("[[").unwrap_or_default()..];
        let mistakes = [
            mistake("format = 1", "format = 2"),
            mistake("María Pérez", " "),
            mistake("\"es\"", "\"Spanish\""),
            mistake("2026-06-30", "2026-06-30T10:00:00"),
            mistake("roles", "role"),
            mistake("until = 2026-06-30\n", twice),
        ];
        insta::assert_snapshot!(mistakes.join("\n"));
    }
}
