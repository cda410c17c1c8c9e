//! A key that signs pointers. It is given by who publishes and never stored.

use std::io::Cursor;

use faq_bundle::Pointer;
use minisign::{SecretKey, SecretKeyBox, sign};

use crate::Error;

/// A minisign secret key.
#[derive(Debug)]
pub struct Key(SecretKey);

impl Key {
    /// Reads the text of a key's file; `password` opens it where it is locked.
    pub fn parse(text: &str, password: Option<String>) -> Result<Self, Error> {
        let locked = SecretKeyBox::from_string(text).map_err(unusable)?;
        let key = match password {
            Some(password) => locked.into_secret_key(Some(password)),
            None => locked.into_unencrypted_secret_key(),
        };
        key.map(Self).map_err(unusable)
    }

    /// Puts the signature of what the pointer says into it.
    pub(crate) fn sign(&self, pointer: &mut Pointer) -> Result<(), Error> {
        let text = Cursor::new(pointer.signed_text());
        let about = format!("sequence {}", pointer.sequence);
        let signature = sign(None, &self.0, text, Some(&about), Some("plainspoken pointer"));
        pointer.signature = Some(signature.map_err(unusable)?.into_string());
        Ok(())
    }
}

#[expect(clippy::needless_pass_by_value, reason = "a function for `map_err`")]
fn unusable(error: minisign::PError) -> Error {
    Error::Key(error.to_string())
}

#[cfg(test)]
mod tests {
    use faq_bundle::Refusal;
    use minisign::KeyPair;

    use super::*;

    #[test]
    fn who_has_the_other_half_of_the_key_can_tell_a_changed_pointer() {
        let pair = KeyPair::generate_unencrypted_keypair().expect("a key");
        let public = pair.pk.to_base64();
        let secret = pair.sk.to_box(None).expect("a key").into_string();
        let key = Key::parse(&secret, None).expect("a key");
        let mut pointer = Pointer {
            format: faq_bundle::FORMAT,
            sequence: 7,
            publication: "0".repeat(32),
            published: 100,
            expires: 200,
            manifest: "0".repeat(64),
            recalls: None,
            signature: None,
        };
        assert_eq!(pointer.verify_signature(&public), Err(Refusal::Unsigned));
        key.sign(&mut pointer).expect("signed");
        assert_eq!(pointer.verify_signature(&public), Ok(()));
        let file = pair.pk.to_box().expect("a key").into_string();
        assert_eq!(pointer.verify_signature(&file), Ok(()));
        let later = Pointer { expires: 201, ..pointer.clone() };
        assert!(matches!(later.verify_signature(&public), Err(Refusal::Signature(_))));
        let other = KeyPair::generate_unencrypted_keypair().expect("a key").pk.to_base64();
        assert!(matches!(pointer.verify_signature(&other), Err(Refusal::Signature(_))));
    }
}
