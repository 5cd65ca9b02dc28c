//! Who someone is: name, telephone, ID number, credit code.
//!
//! Every value is normalised before it is checked and kept in its normal form. `Debug` shows none
//! of it, and there is no `Display`: whoever writes a value out asks for it by `as_str`, or for
//! its masked form in [`crate::domain::masking`].

use unicode_normalization::UnicodeNormalization;

mod credit_code;
mod id_number;
mod person_name;
mod phone;
#[cfg(test)]
mod tests;

pub use credit_code::CreditCode;
pub use id_number::IdNumber;
pub use person_name::PersonName;
pub use phone::Phone;

/// The provincial prefixes of GB/T 2260.
const PROVINCES: [&str; 34] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44",
    "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
];

/// Half-width and without white space, every sort of hyphen as `-`.
fn half_width(value: &str) -> String {
    value.nfkc().filter(|c| !c.is_whitespace()).map(|c| if is_hyphen(c) { '-' } else { c }).collect()
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// A code in its normal form: half-width, upper-case, without white space and hyphens.
fn code_form(value: &str) -> String {
    half_width(value).replace('-', "").to_ascii_uppercase()
}

/// What a checked string needs to be a field of a request: JSON, schema, and a `Debug` that tells
/// nothing.
macro_rules! checked_string {
    ($name:ident, $parse:path, $max:literal, $pattern:expr, $description:literal) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(***)"))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $parse(&String::deserialize(from)?).map_err(serde::de::Error::custom)
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .min_length(Some(1))
                    .max_length(Some($max))
                    .pattern($pattern)
                    .description(Some($description))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}
use checked_string;
