//! Digests, written as they name their algorithm: `sha256:<hex>`.

use sha2::{Digest as _, Sha256};

/// The bare SHA-256 of `bytes` in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// The digest of `bytes`, as events and rows hold it.
pub fn digest(bytes: &[u8]) -> String {
    format!("sha256:{}", sha256_hex(bytes))
}

/// The digest of a part's content. The salt keeps it from being guessed once the part is erased.
pub fn part_digest(salt: &[u8; 32], content: &str) -> String {
    let hash = Sha256::new().chain_update(salt).chain_update(content).finalize();
    format!("sha256:{}", hex::encode(hash))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_names_its_algorithm() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256_hex(b"abc"), abc);
        assert_eq!(digest(b"abc"), format!("sha256:{abc}"));
    }

    #[test]
    fn a_part_is_digested_after_its_salt() {
        let salt = [7; 32];
        assert_eq!(part_digest(&salt, "办成"), digest(&[&salt[..], "办成".as_bytes()].concat()));
        assert_ne!(part_digest(&salt, "办成"), part_digest(&[8; 32], "办成"));
    }
}
