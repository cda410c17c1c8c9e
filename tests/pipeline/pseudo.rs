//! Made-up languages show what a page can bear, and never ship.

use faq_l10n::{FtlFile, Pseudo, TextKind, pseudo};

use crate::project::{Sandbox, repository};

/// The files of the reference.
fn reference() -> Vec<(String, String)> {
    let folder = repository().join("locales/en-US");
    let files = std::fs::read_dir(folder).expect("the folder can be read");
    let paths = files.map(|file| file.expect("the file can be read").path());
    let texts = paths.filter(|path| path.extension().is_some_and(|it| it == "ftl")).map(|path| {
        let text = std::fs::read_to_string(&path).expect("the file can be read");
        (path.display().to_string(), text)
    });
    texts.collect()
}

#[test]
fn a_release_has_no_made_up_language_and_the_registry_takes_none() {
    let project = Sandbox::copy();
    project.xtask(&["bundle", "--out", "dist"]).result.expect("a release");
    for (path, bytes) in project.files("dist") {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for made_up in Pseudo::ALL {
            assert!(!path.contains(made_up.tag()) && !text.contains(made_up.tag()), "{path}");
        }
    }
    for made_up in Pseudo::ALL {
        let project = Sandbox::copy();
        let registry = project.read("locales/locales.toml");
        let tag = made_up.tag();
        let locale =
            format!("\n[[locale]]\ntag = \"{tag}\"\nendonym = \"x\"\ntier = \"incubating\"\n");
        project.write("locales/locales.toml", registry + &locale);
        let error = project.xtask(&["bundle"]).result.expect_err("the registry is refused");
        assert!(error.to_string().contains("never ships"), "{error}");
    }
}

#[test]
fn every_text_of_the_reference_says_the_same_in_a_made_up_language_with_other_letters() {
    for (path, source) in reference() {
        for made_up in Pseudo::ALL {
            let disguised = pseudo(&source, made_up);
            let (before, after) =
                (FtlFile::parse("", "", &source), FtlFile::parse("", "", &disguised));
            assert!(after.syntax_errors.is_empty(), "{path}");
            assert_eq!(before.outlines.len(), after.outlines.len(), "{path}");
            for (before, after) in before.outlines.iter().zip(after.outlines.iter()) {
                assert_eq!(before.id(), after.id());
                assert_eq!(before.references(), after.references(), "{}", before.id());
                let digits =
                    |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                let all = |outline: faq_l10n::Outline<'_, '_>| -> String {
                    outline.texts().iter().map(|text| text.raw).collect()
                };
                assert_eq!(digits(&all(before)), digits(&all(after)), "{}", before.id());
                assert_ne!(all(before), all(after));
            }
        }
    }
}

#[test]
fn texts_with_accents_are_about_a_third_longer() {
    let length = |source: &str| -> usize {
        let file = FtlFile::parse("", "", source);
        let texts = file.outlines.iter().flat_map(|it| it.texts().iter());
        texts.filter(|it| it.kind == TextKind::Element).map(|it| it.raw.chars().count()).sum()
    };
    for (path, source) in reference() {
        let (before, after) = (length(&source), length(&pseudo(&source, Pseudo::Accented)));
        let percent = after * 100 / before;
        assert!((130..=138).contains(&percent), "{path}: {percent} %");
    }
}
