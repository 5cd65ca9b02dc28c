//! The only place that uses randomness.

use chrono::{DateTime, Utc};

/// `N` random bytes from the operating system, without which nothing here may go on.
#[expect(clippy::expect_used, reason = "without randomness nothing here may go on")]
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// A new identifier: a UUIDv7 of the instant `now`, so that ids sort by time.
pub fn new_id(now: DateTime<Utc>) -> String {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random_bytes()).into_uuid().hyphenated().to_string()
}

/// A secret that can't be guessed: 32 random bytes in hexadecimal.
pub fn token() -> String {
    hex::encode(random_bytes::<32>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(millis).unwrap()
    }

    #[test]
    fn ids_are_version_7_and_sort_by_time() {
        let earlier = new_id(at(1_700_000_000_000));
        let later = new_id(at(1_700_000_000_001));
        assert!(earlier < later);
        assert_eq!(uuid::Uuid::parse_str(&earlier).unwrap().get_version_num(), 7);
        assert_eq!((earlier.len(), earlier.to_lowercase()), (36, earlier.clone()));
    }

    #[test]
    fn ids_of_one_instant_differ() {
        assert_ne!(new_id(at(0)), new_id(at(0)));
        assert_eq!(new_id(at(-1)).len(), 36);
    }

    #[test]
    fn tokens_are_64_digits_and_never_the_same() {
        assert_eq!(token().len(), 64);
        assert_ne!(token(), token());
    }
}
