//! Opaque identifiers, one type for each noun so that they can't be mixed up.

use serde::{Deserialize, Serialize};

use super::invalid::Invalid;

/// No identifier is longer.
const LONGEST: usize = 64;

macro_rules! ids {
    ($($(#[doc = $doc:literal])* $name:ident,)+) => {
        $(
            $(#[doc = $doc])*
            #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
            #[serde(try_from = "String")]
            pub struct $name(String);

            impl $name {
                /// Takes the identifier as it stands.
                pub fn new(id: impl Into<String>) -> Self {
                    Self(id.into())
                }

                /// The identifier as text.
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(&self.0)
                }
            }

            impl From<&str> for $name {
                fn from(id: &str) -> Self {
                    Self(id.to_owned())
                }
            }

            /// What comes from outside: what no identifier can be never gets to the database.
            impl TryFrom<String> for $name {
                type Error = Invalid;

                fn try_from(id: String) -> Result<Self, Invalid> {
                    let fits = (1..=LONGEST).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_graphic());
                    if fits { Ok(Self(id)) } else { Err(Invalid::new("identifier", "不是有效的标识")) }
                }
            }

            impl utoipa::PartialSchema for $name {
                fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                    utoipa::openapi::ObjectBuilder::new()
                        .schema_type(utoipa::openapi::schema::Type::String)
                        .min_length(Some(1))
                        .max_length(Some(LONGEST))
                        .into()
                }
            }

            impl utoipa::ToSchema for $name {}
        )+
    };
}

ids! {
    /// A case (事项).
    CaseId,
    /// A work order (工作单).
    WorkOrderId,
    /// A joint meeting (联席会).
    MeetingId,
    /// A policy issue (政策限制类问题).
    PolicyIssueId,
    /// A cause (成因); its code, such as `many_units`.
    CauseId,
    /// A unit (单位); its code, such as `qzwfwj`.
    UnitId,
    /// A person who signs in, or a machine client.
    UserId,
    /// A notice (通知).
    NoticeId,
}

/// Whether this may be the code of what a district enters, such as a unit: 1 to 40 lower-case letters, digits
/// and `_`.
pub fn is_code(id: &str) -> bool {
    (1..=40).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}
