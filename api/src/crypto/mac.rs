//! Keyed hashes: what can be made again with the key, but neither guessed nor searched without it.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::keys::KeyRing;

/// Upper-case letters and digits that nobody takes for another one: no 0 O, 1 I L.
const CODE_ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const CODE_LENGTH: usize = 8;

impl KeyRing {
    /// The HMAC-SHA-256 of `data` in hexadecimal. Different purposes never give the same hash.
    pub fn mac(&self, purpose: &str, data: &[u8]) -> String {
        hex::encode(self.mac_bytes(purpose, data))
    }

    /// The code by which a reporter asks for progress, always the same for a case and kept nowhere.
    pub fn enquiry_code(&self, case_id: &str) -> String {
        let hash = self.mac_bytes("enquiry_code", case_id.as_bytes());
        let mut rest = hash.iter().take(16).fold(0, |number, byte| number << 8 | u128::from(*byte));
        let letters = CODE_ALPHABET.len() as u128;
        let next = |_| {
            let letter = CODE_ALPHABET[(rest % letters) as usize];
            rest /= letters;
            char::from(letter)
        };
        (0..CODE_LENGTH).map(next).collect()
    }

    /// The hash of a request's body by which an idempotency key knows it again.
    pub fn body_hash(&self, body: &[u8]) -> String {
        self.mac("body", body)
    }

    /// The hash by which a whole value of this kind is found. `bancheng rebuild` makes all of them
    /// again, so that another algorithm can take this one's place; half of it tells them apart.
    pub fn blind(&self, kind: &str, value: &str) -> String {
        hex::encode(&self.mac_bytes(&format!("blind_index/{kind}"), value.as_bytes())[..16])
    }

    /// The hash under which a refresh token is kept.
    pub fn refresh_hash(&self, token: &str) -> String {
        self.mac("refresh", token.as_bytes())
    }

    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    fn mac_bytes(&self, purpose: &str, data: &[u8]) -> [u8; 32] {
        // The length keeps the border between purpose and data.
        Hmac::<Sha256>::new_from_slice(&self.mac.0)
            .expect("HMAC takes a key of any length")
            .chain_update((purpose.len() as u64).to_be_bytes())
            .chain_update(purpose)
            .chain_update(data)
            .finalize()
            .into_bytes()
            .into()
    }
}

/// Whether both are equal, in a time that tells nothing of where they differ.
pub fn same_secret(one: &[u8], other: &[u8]) -> bool {
    let difference = one.iter().zip(other).fold(0, |all, (a, b)| std::hint::black_box(all | (a ^ b)));
    one.len() == other.len() && difference == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::keys::Secret;

    #[test]
    fn a_keyed_hash_depends_on_key_purpose_and_data() {
        let (ring, other) = (KeyRing::ephemeral(), KeyRing::ephemeral());
        let hash = ring.mac("phone", b"13800000000");
        assert_eq!(hash, ring.mac("phone", b"13800000000"));
        assert_eq!(hash.len(), 64);
        assert_ne!(hash, ring.mac("phone", b"13800000001"));
        assert_ne!(hash, ring.mac("phon", b"e13800000000"));
        assert_ne!(hash, other.mac("phone", b"13800000000"));
        assert_ne!(ring.body_hash(b"x"), ring.refresh_hash("x"));
    }

    #[test]
    fn codes_and_hashes_stay_what_they_are() {
        // Codes were handed out and hashes stored: a change here breaks every installation.
        let ring = KeyRing { mac: Secret([7; 32]), ..KeyRing::ephemeral() };
        assert_eq!(ring.enquiry_code("0190"), "QXACW29Z");
        assert_eq!(
            ring.mac("phone", b"13800000000"),
            "aa236afe77640672683983489b42250d4f2e9c79e4cff982ce240164617ebbaf"
        );
    }

    #[test]
    fn an_enquiry_code_is_read_aloud_without_doubt() {
        let ring = KeyRing::ephemeral();
        let mut seen = std::collections::BTreeSet::new();
        for id in 0..2000 {
            let code = ring.enquiry_code(&id.to_string());
            assert_eq!(code.len(), 8);
            assert!(!code.contains(['0', 'O', '1', 'I', 'L']), "{code}");
            assert!(code.bytes().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()), "{code}");
            assert_eq!(code, ring.enquiry_code(&id.to_string()));
            seen.insert(code);
        }
        assert_eq!(seen.len(), 2000);
        let letters: std::collections::BTreeSet<_> = seen.iter().flat_map(|code| code.bytes()).collect();
        assert_eq!(letters.into_iter().collect::<Vec<_>>(), CODE_ALPHABET);
    }

    #[test]
    fn secrets_are_the_same_only_whole() {
        assert!(same_secret(b"abc", b"abc") && same_secret(b"", b""));
        for other in [&b"abd"[..], b"ab", b"abcd", b"", b"xbc"] {
            assert!(!same_secret(b"abc", other) && !same_secret(other, b"abc"));
        }
    }
}
