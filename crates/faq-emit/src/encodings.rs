//! Files of a release compressed for all readers, and how the manifest lists them.

use faq_bundle::{Encoded, Encoding, File, Form};

use crate::release::{EmitError, OutputFile};

/// How the manifest lists a file, and its compressed forms, which lie beside it. None that would not be smaller.
pub(crate) fn encoded(
    file: &OutputFile,
    encodings: &[Encoding],
) -> Result<(File, Vec<OutputFile>), EmitError> {
    let mut listed = File::of(&file.path, &file.bytes);
    let mut beside = Vec::new();
    for encoding in encodings {
        let bytes = encoding.compress(&file.bytes).map_err(EmitError::Compression)?;
        if bytes.len() >= file.bytes.len() {
            continue;
        }
        let encoded = Encoded::of(&bytes);
        let path = Form { file: &listed, encoded: Some((*encoding, &encoded)) }.path();
        beside.push(OutputFile { path, bytes });
        listed.encodings.insert(encoding.token().to_owned(), encoded);
    }
    Ok((listed, beside))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, encodings: &[Encoding]) -> (File, Vec<OutputFile>) {
        let file = OutputFile { path: "es/faq.txt".to_owned(), bytes: text.as_bytes().to_vec() };
        encoded(&file, encodings).expect("compressed")
    }

    #[test]
    fn a_compressed_file_lies_beside_the_file_and_the_manifest_proves_it() {
        let (listed, beside) = of(&"Preguntas ".repeat(50), &Encoding::ALL);
        let paths: Vec<&str> = beside.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["es/faq.txt.br", "es/faq.txt.gz"]);
        let forms: Vec<Form<'_>> = listed.forms().skip(1).collect();
        for (form, file) in forms.iter().zip(&beside) {
            assert_eq!(form.path(), file.path);
            assert!(form.wrong(&file.bytes).is_none(), "{}", file.path);
        }
    }

    #[test]
    fn what_would_not_be_smaller_is_not_there() {
        let (listed, beside) = of("x", &Encoding::ALL);
        assert!(listed.encodings.is_empty() && beside.is_empty());
        assert!(of(&"Preguntas ".repeat(50), &[]).1.is_empty(), "nor what nobody asked for");
    }
}
