//! Seals, opens, digests and signs. Whatever is written down names its algorithm and key, so that
//! another (SM2, SM3, SM4) can take its place beside it.

pub mod digest;
pub mod key_dir;
pub mod keys;
pub mod mac;
pub mod password;
pub mod random;
pub mod seal;
pub mod token;

pub use key_dir::KeyError;
pub use keys::KeyRing;
pub use mac::same_secret;
pub use seal::{Opened, Salted, SealError, Sealed, check_salted, salted};
pub use token::{Claims, TokenError};
