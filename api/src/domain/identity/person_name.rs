//! 姓名.

use super::checked_string;
use crate::domain::{invalid::Invalid, masking::looks_masked, text::Line};

/// A person's name as written: 1 to 50 characters on one line, rare characters kept.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PersonName(String);

checked_string!(
    PersonName,
    PersonName::parse,
    50,
    Some("^[^*]+$"),
    "姓名，1至50个字，单行；不能是脱敏后的姓名（含*），也不能只有数字。"
);

impl PersonName {
    /// Takes a name; white space around it is cut off.
    ///
    /// # Errors
    /// As [`Line::new`], then `masked` (a masked name must not be stored), `digits` (nothing but
    /// digits).
    pub fn parse(value: &str) -> Result<Self, Invalid> {
        let name =
            Line::<1, 50>::new(value).map_err(|e| Invalid::new(e.code, format!("姓名{}", e.message)))?.into_string();
        if looks_masked(&name) {
            return Err(Invalid::new("masked", "姓名含有星号，请填写完整姓名"));
        }
        if name.chars().all(|c| is_digit(c) || c.is_whitespace()) {
            return Err(Invalid::new("digits", "姓名不能只有数字"));
        }
        Ok(Self(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}
