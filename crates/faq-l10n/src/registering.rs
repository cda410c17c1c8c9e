//! A new locale in the registry and in CODEOWNERS: a few lines more, every other byte as it was.

use faq_content::LocaleTag;

use crate::quoted;

/// The registry with a locale at its end, which does not ship yet.
pub fn register(registry: &str, tag: &LocaleTag, endonym: &str) -> String {
    let newline = newline(registry);
    let mut lines = vec![
        String::new(),
        "[[locale]]".to_owned(),
        format!("tag = {}", quoted(tag.as_str())),
        format!("endonym = {}", quoted(endonym)),
        "tier = \"incubating\"".to_owned(),
        String::new(),
    ];
    if !registry.ends_with('\n') {
        lines.insert(0, String::new());
    }
    format!("{registry}{}", lines.join(newline))
}

/// CODEOWNERS with a line for the folder of a locale, made after the line of another one whose owner has the locale's name at the end. None
/// where there is no such line, or one about this locale already.
pub fn with_owner(owners: &str, tag: &LocaleTag) -> Option<String> {
    let lines: Vec<&str> = owners.split_inclusive('\n').collect();
    let of_locales: Vec<(usize, &str, &str)> = lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| {
            let (folder, owner) = owned(line)?;
            owner
                .ends_with(&format!("-{}", folder.to_lowercase()))
                .then_some((index, folder, *line))
        })
        .collect();
    if lines.iter().any(|line| owned(line).is_some_and(|(folder, _)| folder == tag.as_str())) {
        return None;
    }
    let (last, ..) = of_locales.last()?;
    // Where the lines stand by tag, so does this one.
    let next = of_locales.iter().find(|(_, folder, _)| *folder > tag.as_str());
    let (_, folder, line) = next.or(of_locales.last())?;
    let at = next.map_or(last + 1, |(index, ..)| *index);
    let (path, owner) = line.trim_end().split_once(' ')?;
    let new_path = path.replace(&format!("/{folder}/"), &format!("/{tag}/"));
    let owner_start = path.len() + 1 + owner.len() - owner.trim_start().len();
    let team = owner.trim_start().strip_suffix(&folder.to_lowercase())?;
    let owner = format!("{team}{}", tag.as_str().to_lowercase());
    let gap = " ".repeat(owner_start.saturating_sub(new_path.len()).max(1));
    let mut new: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    let newline = newline(owners);
    if let Some(before) = at.checked_sub(1).and_then(|before| new.get_mut(before))
        && !before.ends_with('\n')
    {
        before.push_str(newline);
    }
    new.insert(at, format!("{new_path}{gap}{owner}{newline}"));
    Some(new.concat())
}

/// The folder of `locales` that a line is about, and its owner.
fn owned(line: &str) -> Option<(&str, &str)> {
    let (path, owner) = line.trim_end().split_once(' ')?;
    let folder = path.strip_prefix("/locales/")?.strip_suffix('/')?;
    (!folder.contains(['/', '*'])).then(|| (folder, owner.trim_start()))
}

fn newline(text: &str) -> &'static str {
    if text.split_inclusive('\n').next().is_some_and(|line| line.ends_with("\r\n")) {
        "\r\n"
    } else {
        "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNERS: &str = "*              @x/all\n/locales/en/   @x/content\n/locales/es/   @x/locale-es\n/locales/pt-BR/ @x/locale-pt-br\n/locales/policy.toml @x/all\n";

    fn tag(text: &str) -> LocaleTag {
        LocaleTag::parse(text).expect("the test names a canonical tag")
    }

    fn new_line(tag_text: &str) -> String {
        let new = with_owner(OWNERS, &tag(tag_text)).expect("a line");
        let at = new.lines().position(|line| line.contains(&format!("/{tag_text}/"))).expect("it");
        let line = new.lines().nth(at).expect("it").to_owned();
        let rest: String = new.split_inclusive('\n').filter(|it| it.trim_end() != line).collect();
        assert_eq!(rest, OWNERS, "every other line stays");
        format!("{at}: {line}")
    }

    #[test]
    fn a_locale_has_an_owner_as_the_others_have() {
        assert_eq!(new_line("de"), "2: /locales/de/   @x/locale-de");
        assert_eq!(new_line("zh-Hant"), "4: /locales/zh-Hant/ @x/locale-zh-hant");
        assert_eq!(with_owner(OWNERS, &tag("es")), None);
        assert_eq!(with_owner("* @x/all", &tag("es")), None);
    }

    #[test]
    fn a_locale_is_registered_at_the_end() {
        assert_eq!(
            register("format = 1", &tag("de"), "D\"e"),
            "format = 1\n\n[[locale]]\ntag = \"de\"\nendonym = 'D\"e'\ntier = \"incubating\"\n"
        );
        assert!(register("a = 1\r\n", &tag("de"), "D").ends_with(
            "\r\n[[locale]]\r\ntag = \"de\"\r\nendonym = \"D\"\r\ntier = \"incubating\"\r\n"
        ));
    }
}
