//! Text that people type: of bounded length, without invisible tricks, otherwise as typed.
//!
//! Lengths count Unicode scalar values, as `minLength` and `maxLength` of JSON Schema do, so that
//! a rare character such as 𠮷 counts as one. Nothing is normalised but the line ends.
//!
//! utoipa writes a field of these types as a `$ref`, whatever the type says of itself. Each pair
//! of limits is therefore a component of its own (`Text1To200`). `#[schema(inline)]` is best
//! left away: with a doc comment, utoipa 6.0 turns it into an `allOf` of a string and an object.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

use crate::domain::invalid::Invalid;

#[cfg(test)]
mod tests;

/// A text of `MIN` to `MAX` characters that may have several lines.
///
/// White space around it is cut off, `\r\n` becomes `\n`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text<const MIN: usize, const MAX: usize>(String);

/// A text of `MIN` to `MAX` characters (1 to 200 unless told) on a single line: as [`Text`], but
/// without line breaks and tabs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line<const MIN: usize = 1, const MAX: usize = 200>(String);

impl<const MIN: usize, const MAX: usize> Text<MIN, MAX> {
    /// Takes the text.
    ///
    /// # Errors
    /// `empty`, `too_short`, `too_long`, `control` (a control character), `bidi` (a character
    /// that turns the writing direction) or `noncharacter`.
    pub fn new(value: impl Into<String>) -> Result<Self, Invalid> {
        let text = tidied(&value.into());
        check_characters(&text)?;
        check_length(&text, MIN, MAX)?;
        Ok(Self(text))
    }
}

impl<const MIN: usize, const MAX: usize> Line<MIN, MAX> {
    /// Takes the line.
    ///
    /// # Errors
    /// As [`Text::new`], and `multi_line` for a line break or a tab.
    pub fn new(value: impl Into<String>) -> Result<Self, Invalid> {
        let text = Text::<MIN, MAX>::new(value)?.into_string();
        if text.contains(is_break) {
            return Err(Invalid::new("multi_line", "只能填写一行，不能换行或含制表符"));
        }
        Ok(Self(text))
    }
}

fn tidied(value: &str) -> String {
    value.replace("\r\n", "\n").trim().to_owned()
}

fn check_characters(text: &str) -> Result<(), Invalid> {
    text.chars().try_for_each(|c| {
        if c.is_control() && c != '\n' && c != '\t' {
            Err(Invalid::new("control", "含有不可见的控制字符，请删除后重新填写"))
        } else if is_bidi_control(c) {
            Err(Invalid::new("bidi", "含有改变文字方向的控制字符，请删除后重新填写"))
        } else if is_noncharacter(c) {
            Err(Invalid::new("noncharacter", "含有无效字符，请删除后重新填写"))
        } else {
            Ok(())
        }
    })
}

fn check_length(text: &str, min: usize, max: usize) -> Result<(), Invalid> {
    let length = text.chars().count();
    if length == 0 && min > 0 {
        Err(Invalid::new("empty", "不能为空"))
    } else if length < min {
        Err(Invalid::new("too_short", format!("至少{min}个字，现有{length}个字")))
    } else if length > max {
        Err(Invalid::new("too_long", format!("最多{max}个字，现有{length}个字")))
    } else {
        Ok(())
    }
}

/// Embeddings, overrides and isolates: they make a text read otherwise than it is stored.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// U+FDD0 to U+FDEF and the last two code points of every plane.
fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\t' | '\u{2028}' | '\u{2029}')
}

macro_rules! bounded_text {
    ($name:ident) => {
        impl<const MIN: usize, const MAX: usize> $name<MIN, MAX> {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text, taken out.
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl<const MIN: usize, const MAX: usize> std::ops::Deref for $name<MIN, MAX> {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl<const MIN: usize, const MAX: usize> Serialize for $name<MIN, MAX> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de, const MIN: usize, const MAX: usize> Deserialize<'de> for $name<MIN, MAX> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::new(String::deserialize(deserializer)?).map_err(D::Error::custom)
            }
        }

        impl<const MIN: usize, const MAX: usize> utoipa::PartialSchema for $name<MIN, MAX> {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new().schema_type(Type::String).min_length(Some(MIN)).max_length(Some(MAX)).into()
            }
        }

        impl<const MIN: usize, const MAX: usize> utoipa::ToSchema for $name<MIN, MAX> {
            fn name() -> Cow<'static, str> {
                format!(concat!(stringify!($name), "{}To{}"), MIN, MAX).into()
            }
        }
    };
}

bounded_text!(Text);
bounded_text!(Line);
