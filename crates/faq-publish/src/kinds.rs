//! What a file is, as a content delivery network is told.

use faq_bundle::Form;
use object_store::{Attribute, Attributes};

/// For what is named by its content.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// For what is compressed and named by its content: nobody on the way is to unpack it.
const AS_IT_IS: &str = "public, max-age=31536000, immutable, no-transform";
/// The same for what the next release may change.
const AS_IT_IS_FOR_A_MINUTE: &str = "public, max-age=60, no-transform";
/// For what says which release is current.
const FOR_A_MINUTE: &str = "public, max-age=60";

/// How long something is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lasting {
    /// Named by its content.
    ForGood,
    /// The next release may change it.
    UntilTheNext,
}

/// What a browser is told about a file of a release.
pub(crate) fn attributes(form: &Form<'_>, lasting: Lasting) -> Attributes {
    let Some((encoding, _)) = form.encoded else {
        return plain_attributes(&form.file.path, lasting);
    };
    let cache = match lasting {
        Lasting::UntilTheNext => AS_IT_IS_FOR_A_MINUTE,
        Lasting::ForGood => AS_IT_IS,
    };
    Attributes::from_iter([
        (Attribute::ContentType, content_type(&form.file.path)),
        (Attribute::ContentEncoding, encoding.token()),
        (Attribute::CacheControl, cache),
    ])
}

/// What a browser is told about the file at `path`, which is not compressed.
pub(crate) fn plain_attributes(path: &str, lasting: Lasting) -> Attributes {
    let cache = match lasting {
        Lasting::UntilTheNext => FOR_A_MINUTE,
        Lasting::ForGood => FOR_GOOD,
    };
    Attributes::from_iter([
        (Attribute::ContentType, content_type(path)),
        (Attribute::CacheControl, cache),
    ])
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "json" => "application/json",
        "jsonld" => "application/ld+json",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "txt" | "ftl" | "ts" | "rs" | "toml" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use faq_bundle::{Encoded, File};

    use super::*;

    /// Type, encoding and time, as they are told.
    fn told(attributes: &Attributes) -> [&str; 3] {
        let names = [Attribute::ContentType, Attribute::ContentEncoding, Attribute::CacheControl];
        names.map(|name| attributes.get(&name).map_or("", AsRef::as_ref))
    }

    #[test]
    fn a_network_is_told_type_encoding_and_how_long_a_file_is_the_same() {
        assert_eq!(
            told(&plain_attributes("current.json", Lasting::UntilTheNext)),
            ["application/json", "", "public, max-age=60"]
        );
        let mut file = File::of("es/index.html", b"<p>");
        file.encodings.insert("br".to_owned(), Encoded::of(b"x"));
        let forms: Vec<Form<'_>> = file.forms().collect();
        for (index, lasting, wanted) in [
            (0, Lasting::ForGood, ["", "public, max-age=31536000, immutable"]),
            (1, Lasting::ForGood, ["br", "public, max-age=31536000, immutable, no-transform"]),
            (1, Lasting::UntilTheNext, ["br", "public, max-age=60, no-transform"]),
        ] {
            let attributes = attributes(&forms[index], lasting);
            let [kind, encoding, cache] = told(&attributes);
            assert_eq!((kind, [encoding, cache]), ("text/html; charset=utf-8", wanted));
        }
    }
}
