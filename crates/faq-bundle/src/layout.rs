//! Where everything is in a published folder or bucket. What is named by its content never changes.

use alloc::{format, string::String};

use crate::{File, Form};

/// The pointer that readers ask for. The only name here, besides the pages', under which something else may stand tomorrow.
pub const CURRENT: &str = "current.json";

/// The manifest in a release as `bundle` writes it.
pub const MANIFEST: &str = "manifest.json";

/// Folder of the pointers.
pub const POINTERS: &str = "pointers";

/// Folder of the manifests.
pub const MANIFESTS: &str = "manifests";

/// Folder of the lists of recalls.
pub const RECALLS: &str = "recalls";

/// Folder of the files of all releases.
pub const OBJECTS: &str = "objects";

/// Where the pointer of this sequence stays for good.
pub fn pointer_path(sequence: u64) -> String {
    format!("{POINTERS}/{sequence}.json")
}

/// The sequence in the path of a pointer, if it is one.
pub fn sequence_in(path: &str) -> Option<u64> {
    let digits = path.strip_prefix(POINTERS)?.strip_prefix('/')?.strip_suffix(".json")?;
    let sequence = digits.parse().ok()?;
    (pointer_path(sequence) == path).then_some(sequence)
}

/// Where the manifest with this SHA-256 is.
pub fn manifest_path(sha256: &str) -> String {
    format!("{MANIFESTS}/{sha256}.json")
}

/// Where the list of recalls with this SHA-256 is.
pub fn recalls_path(sha256: &str) -> String {
    format!("{RECALLS}/{sha256}.json")
}

impl File {
    /// Where the file is, by its content: `objects/<SHA-256>` and the ending of its name.
    pub fn object_path(&self) -> String {
        format!("{OBJECTS}/{}{}", self.sha256, self.ending())
    }

    /// The ending of its name, with the dot.
    fn ending(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.rfind('.').and_then(|dot| name.get(dot..)).unwrap_or_default()
    }
}

impl Form<'_> {
    /// Where this form of a file is, by its own content: for a compressed one `objects/<SHA-256>`, the ending of the file's name, and
    /// `.br` or `.gz`. Another compressor makes another object, so that none is ever overwritten.
    pub fn object_path(&self) -> String {
        match self.encoded {
            None => self.file.object_path(),
            Some((encoding, encoded)) => {
                let endings = (self.file.ending(), encoding.ending());
                format!("{OBJECTS}/{}{}{}", encoded.sha256, endings.0, endings.1)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_what_is_there() {
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let object = |path: &str| File::of(path, b"abc").object_path();
        assert_eq!(object("es/faq.json"), format!("objects/{hash}.json"));
        assert_eq!(object("a.b/LICENCE"), format!("objects/{hash}"));
        assert_eq!(sequence_in(&pointer_path(12)), Some(12));
        for path in ["pointers/012.json", "pointers/+1.json", "pointers/1.json.tmp", "current.json"]
        {
            assert_eq!(sequence_in(path), None, "{path}");
        }
    }
}
