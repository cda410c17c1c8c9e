//! A Fluent tree of the size and shape of a large public site's: 108 locales, about 9,000 files, 32 MB; several scripts, selectors,
//! terms, attributes, markup. Some of it is missing and some of it is wrong, as in life. The same on every machine.

use faq_check::Plurals;
use faq_content::LocaleTag;
use faq_emit::OutputFile;
use faq_l10n::tag_of_folder;

use super::words::{Dice, Speech, chance};

/// The reference of the tree.
pub(super) const REFERENCE: &str = "en";

/// Files of the reference.
const FILES: u64 = 84;
/// Messages of a file.
const MESSAGES: u64 = 23;

/// The locales, the reference first.
pub(super) const LOCALES: &str = "en ach af am an ar ast az azz be bg bn bo br brx bs ca cak ckb cs cy da de dsb el en-CA en-GB eo es-AR es-CL \
    es-ES es-MX et eu fa ff fi fr fur fy-NL ga-IE gd gl gn gu-IN he hi-IN hr hsb hu hy-AM ia id is it ja ka kab kk km kmr kn ko lij \
    lo lt ltg lv mai mk ml mr ms my nb-NO ne-NP nl nn-NO oc or pa-IN pl pt-BR pt-PT rm ro ru sat sc si sk skr sl son sq sr sv-SE \
    szl ta te tg th tl tr trs uk ur uz vi xh zh-CN zh-TW zu";

/// Every file of the tree.
pub(super) fn generate() -> Vec<OutputFile> {
    let mut files = Vec::new();
    for (number, folder) in LOCALES.split_whitespace().enumerate() {
        let locale = Locale::of(folder, number as u64);
        for file in 0..FILES {
            // Few sites are translated to the last file.
            let is_missing = folder != REFERENCE && chance(file * 131 + locale.seed * 7, 50);
            if !is_missing {
                let path = format!("{folder}/site/part-{file:02}.ftl");
                files.push(OutputFile { path, bytes: locale.file(file).into_bytes() });
            }
        }
    }
    files
}

/// What texts of a locale are made of.
struct Locale {
    seed: u64,
    is_reference: bool,
    speech: Speech,
    categories: Vec<&'static str>,
}

impl Locale {
    fn of(folder: &str, seed: u64) -> Self {
        let tag = tag_of_folder(folder).or_else(|| LocaleTag::parse(REFERENCE).ok());
        let is_reference = folder == REFERENCE;
        Self {
            seed,
            is_reference,
            speech: Speech::of(tag.as_ref(), is_reference),
            categories: tag.map(|tag| Plurals::cardinal(&tag).reachable).unwrap_or_default(),
        }
    }

    fn file(&self, file: u64) -> String {
        let mut text = String::from(
            "# This Source Code Form is subject to the terms of the licence of the site.\n\n### Texts of one part of the site\n\n",
        );
        if file == 0 {
            text.push_str("-brand-name = Wanderer\n");
        }
        for number in 0..MESSAGES {
            let mut dice = Dice(file * 7_919 + number * 104_729 + 1);
            let kind = dice.below(100);
            let words = 5 + dice.below(16);
            let mut own = Dice(dice.0 ^ (self.seed * 0x9E37_79B9));
            if !self.is_reference && chance(own.next(), 100) {
                continue;
            }
            self.message(
                &mut text,
                &format!("part-{file:02}-message-{number:02}"),
                kind,
                words,
                own,
            );
        }
        text
    }

    /// One message. `kind` decides its form, which is the same in every locale.
    fn message(&self, text: &mut String, id: &str, kind: u64, words: u64, mut dice: Dice) {
        if kind.is_multiple_of(5) {
            text.push_str("\n# Shown at the top of the page.\n");
        }
        // Now and then a translator slips.
        let slips = !self.is_reference && chance(dice.next(), 300);
        let mut say = |words| self.speech.words(words, &mut dice);
        match kind {
            0..7 => {
                let variable = if slips { "nmae" } else { "name" };
                text.push_str(&format!("{id} = {} {{ ${variable} }} {}.\n", say(words), say(2)));
            }
            7..13 => {
                text.push_str(&format!("{id} = {{ $count ->\n"));
                let others = self.categories.iter().filter(|category| **category != "other");
                for category in others.skip(usize::from(slips)) {
                    text.push_str(&format!("    [{category}] {} {{ $count }}\n", say(words)));
                }
                text.push_str(&format!("   *[other] {} {{ $count }}\n}}\n", say(words)));
            }
            13..22 => {
                let term = if slips { "brand-nmae" } else { "brand-name" };
                text.push_str(&format!("{id} = {{ -{term} }} {}.\n", say(words)));
            }
            22..28 => {
                text.push_str(&format!(
                    "{id} =\n    .label = {}\n    .title = {}\n",
                    say(2),
                    say(words)
                ));
            }
            28..34 => {
                let end = if slips { "" } else { "</a>" };
                text.push_str(&format!(
                    "{id} = {} <a href=\"#x\">{}{end} {}.\n",
                    say(words),
                    say(2),
                    say(2)
                ));
            }
            34..40 => {
                let number = if slips { 16 } else { 18 };
                text.push_str(&format!("{id} = {} {number} {}.\n", say(words), say(3)));
            }
            40..44 => text.push_str(&format!("{id} =\n    {}\n    {}.\n", say(words), say(words))),
            _ => text.push_str(&format!("{id} = {}.\n", say(words))),
        }
    }
}
