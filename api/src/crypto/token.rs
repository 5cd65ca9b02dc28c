//! Access tokens: JWT signed with Ed25519, and with nothing else.

use chrono::{DateTime, Utc};
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _, KeypairBytes};
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

use super::digest::sha256_hex;
use super::keys::KeyRing;
use crate::error::{Error, Result};

const ISSUER: &str = "bancheng";

/// What an access token says of its bearer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// The user's id.
    pub sub: String,
    /// The session's id.
    pub sid: String,
    /// The role the user signed in with.
    pub role: String,
    /// The unit the user acts for.
    pub unit: String,
    /// When it was issued, in seconds since the epoch.
    pub iat: i64,
    /// When it ends, in seconds since the epoch; at that second it is no longer good.
    pub exp: i64,
}

/// Why a token isn't taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenError {
    /// It isn't an access token of this service.
    Malformed,
    /// It isn't signed by this ring's key with EdDSA.
    BadSignature,
    /// Its time is over.
    Expired,
}

/// The claims with what is the same in all tokens.
#[derive(Serialize)]
struct Issued<'a> {
    iss: &'static str,
    #[serde(flatten)]
    claims: &'a Claims,
}

impl KeyRing {
    /// Signs an access token; its header's `kid` names the key.
    pub fn sign_token(&self, claims: &Claims) -> Result<String> {
        let header = Header { kid: Some(self.token.id.clone()), ..Header::new(Algorithm::EdDSA) };
        let issued = Issued { iss: ISSUER, claims };
        jsonwebtoken::encode(&header, &issued, &self.token.signing).map_err(Error::internal)
    }

    /// Reads an access token that is still good at `now`.
    pub fn read_token(&self, token: &str, now: DateTime<Utc>) -> Result<Claims, TokenError> {
        let mut rules = Validation::new(Algorithm::EdDSA);
        rules.validate_exp = false; // jsonwebtoken would ask the system's clock
        rules.set_required_spec_claims(&["iss"]);
        rules.set_issuer(&[ISSUER]);
        let claims: Claims = jsonwebtoken::decode(token, &self.token.verifying, &rules)
            .map_err(|error| match error.kind() {
                ErrorKind::InvalidSignature | ErrorKind::InvalidAlgorithm => TokenError::BadSignature,
                _ => TokenError::Malformed,
            })?
            .claims;
        if now.timestamp() < claims.exp { Ok(claims) } else { Err(TokenError::Expired) }
    }
}

/// The Ed25519 key that signs access tokens.
#[derive(Debug)]
pub(super) struct TokenKey {
    /// The name that tokens know it by: the algorithm and the head of the public key's SHA-256.
    pub(super) id: String,
    signing: EncodingKey,
    verifying: DecodingKey,
}

impl TokenKey {
    /// The key of a seed; none only if it can't be encoded.
    pub(super) fn from_seed(seed: &[u8; 32]) -> Option<Self> {
        let public = SigningKey::from_bytes(seed).verifying_key().to_bytes();
        let fingerprint = sha256_hex(&public);
        Some(Self {
            id: format!("ed25519/{}", &fingerprint[..16]),
            signing: EncodingKey::from_ed_der(pkcs8(*seed).to_pkcs8_der().ok()?.as_bytes()),
            verifying: DecodingKey::from_ed_der(&public),
        })
    }

    /// The key in a PKCS#8 PEM file, if it holds one.
    pub(super) fn from_pem(pem: &str) -> Option<Self> {
        Self::from_seed(&SigningKey::from_pkcs8_pem(pem).ok()?.to_bytes())
    }

    /// The PKCS#8 PEM file of a new key.
    #[expect(clippy::expect_used, reason = "every seed is an Ed25519 key")]
    pub(super) fn seed_to_pem(seed: [u8; 32]) -> String {
        pkcs8(seed).to_pkcs8_pem(LineEnding::LF).expect("every seed is an Ed25519 key").to_string()
    }
}

/// The form of RFC 8410 without the public key, which every tool reads.
fn pkcs8(seed: [u8; 32]) -> KeypairBytes {
    KeypairBytes { secret_key: seed, public_key: None }
}

#[cfg(test)]
#[path = "token_tests.rs"]
mod tests;
