//! Passwords are kept as Argon2id hashes.

use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};

use super::random::random_bytes;
use crate::error::{Error, Result};

/// The hash of a password with a new salt, as a PHC string that names algorithm and parameters.
pub fn hash_password(password: &str) -> Result<String> {
    let salt = random_bytes::<16>();
    let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt).map_err(Error::internal)?;
    Ok(hash.to_string())
}

/// Whether the password is the one that was hashed; what isn't a hash fits no password.
pub fn verify_password(password: &str, phc: &str) -> bool {
    Argon2::default().verify_password(password.as_bytes(), phc).is_ok()
}

/// Costs what [`verify_password`] costs, for names that nobody bears: how long the answer takes
/// must not tell whether a user exists.
pub fn dummy_verify(password: &str) {
    std::hint::black_box(hash_password(password)).ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_hash_only() {
        let hash = hash_password("正确的密码").unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(verify_password("正确的密码", &hash));
        for wrong in ["", "正确的密", "正确的密码 "] {
            assert!(!verify_password(wrong, &hash));
        }
        assert_ne!(hash, hash_password("正确的密码").unwrap());
    }

    #[test]
    fn what_is_no_hash_fits_no_password() {
        for hash in ["", "secret", "$argon2id$v=19$m=19456,t=2,p=1$"] {
            assert!(!verify_password("secret", hash));
        }
    }

    #[test]
    fn a_dummy_costs_as_much_as_a_real_password() {
        let hash = hash_password("secret").unwrap();
        let best = |run: fn(&str)| {
            let timed = |_| {
                let start = std::time::Instant::now();
                run(&hash);
                start.elapsed()
            };
            (0..5).map(timed).min().unwrap()
        };
        let real = best(|hash| assert!(!verify_password("wrong", hash)));
        let dummy = best(|_| dummy_verify("wrong"));
        assert!(dummy < real * 4 && real < dummy * 4, "{real:?} and {dummy:?}");
    }
}
