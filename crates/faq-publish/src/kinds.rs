//! What a file is, as a content delivery network is told.

use object_store::{Attribute, Attributes};

/// For what is named by its content.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// For what is compressed and named by its content: nobody on the way is to unpack it.
const AS_IT_IS: &str = "public, max-age=31536000, immutable, no-transform";
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

/// How a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    pub(crate) const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// What stands after the name of the file.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    fn token(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }
}

/// What a browser is told about the file at `path`, which may be compressed.
pub(crate) fn attributes(path: &str, encoding: Option<Encoding>, lasting: Lasting) -> Attributes {
    let cache = match (lasting, encoding) {
        (Lasting::UntilTheNext, _) => FOR_A_MINUTE,
        (Lasting::ForGood, None) => FOR_GOOD,
        (Lasting::ForGood, Some(_)) => AS_IT_IS,
    };
    let mut attributes = Attributes::from_iter([
        (Attribute::ContentType, content_type(path)),
        (Attribute::CacheControl, cache),
    ]);
    if let Some(encoding) = encoding {
        attributes.insert(Attribute::ContentEncoding, encoding.token().into());
    }
    attributes
}

/// Whether the file is worth compressing.
pub(crate) fn is_text(path: &str) -> bool {
    content_type(path) != BYTES
}

const BYTES: &str = "application/octet-stream";

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
        _ => BYTES,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_told_type_encoding_and_how_long_a_file_is_the_same() {
        let told = |path, encoding, lasting| {
            let attributes = attributes(path, encoding, lasting);
            let names =
                [Attribute::ContentType, Attribute::ContentEncoding, Attribute::CacheControl];
            names.map(|name| {
                attributes.get(&name).map(|it| it.as_ref().to_owned()).unwrap_or_default()
            })
        };
        assert_eq!(
            told("current.json", None, Lasting::UntilTheNext),
            ["application/json", "", "public, max-age=60"]
        );
        assert_eq!(
            told("objects/0.html", Some(Encoding::Brotli), Lasting::ForGood),
            ["text/html; charset=utf-8", "br", "public, max-age=31536000, immutable, no-transform"]
        );
        assert!(is_text("es/faq.ftl") && !is_text("npm.tgz") && !is_text("LICENCE"));
    }
}
