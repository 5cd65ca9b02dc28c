use chrono::TimeDelta;
use serde_json::{Value, json};

use super::*;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000, 0).unwrap()
}

fn claims() -> Claims {
    Claims {
        sub: "user-1".to_owned(),
        sid: "session-1".to_owned(),
        role: "lead".to_owned(),
        unit: "qzwfwj".to_owned(),
        iat: now().timestamp(),
        exp: now().timestamp() + 900,
    }
}

/// Signs `body` as this service would, were it to say that.
fn signed(ring: &KeyRing, body: &Value) -> String {
    jsonwebtoken::encode(&Header::new(Algorithm::EdDSA), body, &ring.token.signing).unwrap()
}

fn body() -> Value {
    serde_json::to_value(Issued { iss: ISSUER, claims: &claims() }).unwrap()
}

#[test]
fn a_token_says_who_bears_it_and_which_key_signed_it() {
    let ring = KeyRing::ephemeral();
    let token = ring.sign_token(&claims()).unwrap();
    assert_eq!(ring.read_token(&token, now()), Ok(claims()));

    let header = jsonwebtoken::decode_header(&token).unwrap();
    assert_eq!(header.alg, Algorithm::EdDSA);
    assert_eq!(header.kid.as_deref(), Some(ring.token.id.as_str()));
    assert!(ring.token.id.starts_with("ed25519/"));
}

#[test]
fn a_token_ends_at_its_instant_by_the_given_clock() {
    let ring = KeyRing::ephemeral();
    let token = ring.sign_token(&claims()).unwrap();
    let end = now() + TimeDelta::seconds(900);
    assert!(ring.read_token(&token, end - TimeDelta::milliseconds(1)).is_ok());
    assert_eq!(ring.read_token(&token, end), Err(TokenError::Expired));
    assert_eq!(ring.read_token(&token, end + TimeDelta::days(1)), Err(TokenError::Expired));
}

#[test]
fn a_token_of_another_ring_or_with_other_claims_is_not_taken() {
    let (ring, other) = (KeyRing::ephemeral(), KeyRing::ephemeral());
    let token = ring.sign_token(&claims()).unwrap();
    assert_eq!(other.read_token(&token, now()), Err(TokenError::BadSignature));

    let raised = ring.sign_token(&Claims { role: "admin".to_owned(), ..claims() }).unwrap();
    let signature = token.rsplit('.').next().unwrap();
    let forged = format!("{}.{signature}", raised.rsplit_once('.').unwrap().0);
    assert_eq!(ring.read_token(&forged, now()), Err(TokenError::BadSignature));
    assert_eq!(
        ring.read_token(&format!("{}.", token.rsplit_once('.').unwrap().0), now()),
        Err(TokenError::BadSignature)
    );
}

#[test]
fn no_algorithm_but_eddsa_is_taken() {
    let ring = KeyRing::ephemeral();
    // The classic forgery: the public key taken for an HMAC secret.
    let public = ring.token.verifying.try_get_as_bytes().unwrap();
    for secret in [public, b"secret"] {
        let forged =
            jsonwebtoken::encode(&Header::new(Algorithm::HS256), &body(), &EncodingKey::from_secret(secret)).unwrap();
        assert_eq!(ring.read_token(&forged, now()), Err(TokenError::BadSignature));
    }

    // {"alg":"none","typ":"JWT"}, unsigned and with the signature of a good token
    let token = signed(&ring, &body());
    let parts: Vec<_> = token.split('.').collect();
    for signature in ["", parts[2]] {
        let forged = format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{}.{signature}", parts[1]);
        assert_eq!(ring.read_token(&forged, now()), Err(TokenError::Malformed));
    }
}

#[test]
fn what_is_no_token_of_this_service_is_malformed() {
    let ring = KeyRing::ephemeral();
    for text in ["", "a", "a.b", "a.b.c", "a.b.c.d", "令.牌.！"] {
        assert_eq!(ring.read_token(text, now()), Err(TokenError::Malformed), "{text:?}");
    }
    assert_eq!(ring.read_token(&signed(&ring, &body()), now()), Ok(claims()));
    for (claim, value) in [("iss", json!("other")), ("iss", Value::Null), ("sub", Value::Null), ("exp", json!("late"))]
    {
        let mut body = body();
        body[claim] = value;
        assert_eq!(ring.read_token(&signed(&ring, &body), now()), Err(TokenError::Malformed), "{claim}");
    }
}

#[test]
fn a_key_is_the_same_after_its_file() {
    let pem = TokenKey::seed_to_pem([7; 32]);
    assert!(pem.starts_with("-----BEGIN PRIVATE KEY-----\n"));
    assert_eq!(TokenKey::from_pem(&pem).unwrap().id, TokenKey::from_seed(&[7; 32]).unwrap().id);
    assert!(TokenKey::from_pem("").is_none());
}

#[test]
fn a_key_made_by_another_tool_will_do() {
    // The example of RFC 8410, in the form that `openssl genpkey -algorithm ed25519` writes.
    let pem = "-----BEGIN PRIVATE KEY-----\n\
               MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n\
               -----END PRIVATE KEY-----\n";
    let ring = KeyRing { token: TokenKey::from_pem(pem).unwrap(), ..KeyRing::ephemeral() };
    let token = ring.sign_token(&claims()).unwrap();
    assert_eq!(ring.read_token(&token, now()), Ok(claims()));
}
