//! Digests, written as they name their algorithm: `sha256:<hex>`.

use std::io::{self, Read};

use sha2::{Digest as _, Sha256};

/// The bare SHA-256 of `bytes` in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// The digest of `bytes`, as events and rows hold it.
pub fn digest(bytes: &[u8]) -> String {
    format!("sha256:{}", sha256_hex(bytes))
}

/// A digest that grows with its content, piece by piece.
#[derive(Clone, Debug, Default)]
pub struct RunningDigest(Sha256);

impl RunningDigest {
    /// Takes the next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of all pieces so far, as [`digest`] writes it.
    pub fn so_far(&self) -> String {
        format!("sha256:{}", hex::encode(self.0.clone().finalize()))
    }
}

/// The digest of all that `reader` gives, at constant memory.
///
/// # Errors
/// Where it can't be read.
pub fn digest_of(reader: &mut impl Read) -> io::Result<String> {
    let (mut running, mut buffer) = (RunningDigest::default(), vec![0; 64 * 1024]);
    loop {
        match reader.read(&mut buffer)? {
            0 => return Ok(running.so_far()),
            read => running.update(&buffer[..read]),
        }
    }
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
    fn pieces_give_the_digest_of_the_whole() {
        let whole = "办成".repeat(50_000).into_bytes();
        let mut running = RunningDigest::default();
        whole.chunks(7_777).for_each(|piece| running.update(piece));
        assert_eq!(running.so_far(), digest(&whole));
        assert_eq!(digest_of(&mut whole.as_slice()).unwrap(), digest(&whole));
    }

    #[test]
    fn a_part_is_digested_after_its_salt() {
        let salt = [7; 32];
        assert_eq!(part_digest(&salt, "办成"), digest(&[&salt[..], "办成".as_bytes()].concat()));
        assert_ne!(part_digest(&salt, "办成"), part_digest(&[8; 32], "办成"));
    }
}
