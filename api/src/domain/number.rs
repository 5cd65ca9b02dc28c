//! Numbers of cases and work orders: per year, from 1, without gap.

use serde::{Deserialize, Serialize};

/// A number such as `2021-0001`: the year of registration and a serial from 1 without gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// The year, by the date in Asia/Shanghai.
    pub year: i32,
    /// The serial, at least four digits when written.
    pub serial: i64,
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:04}", self.year, self.serial)
    }
}

impl std::str::FromStr for Number {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, String> {
        let parse = || {
            let (year, serial) = s.split_once('-')?;
            Some(Self { year: year.parse().ok()?, serial: serial.parse().ok()? })
        };
        parse().filter(|n: &Self| n.serial > 0 && n.to_string() == s).ok_or_else(|| format!("不是编号：{s}"))
    }
}

impl Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl utoipa::PartialSchema for Number {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^[0-9]{4}-[0-9]{4,}$"))
            .examples([serde_json::json!("2021-0001")])
            .into()
    }
}

impl utoipa::ToSchema for Number {}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn a_number_has_at_least_four_digits_and_grows() {
        assert_eq!(Number { year: 2021, serial: 1 }.to_string(), "2021-0001");
        assert_eq!(Number { year: 2021, serial: 12345 }.to_string(), "2021-12345");
        assert_eq!("2021-12345".parse(), Ok(Number { year: 2021, serial: 12345 }));
        for wrong in ["2021-1", "2021-00001", "2021-0000", "2021", "x-0001"] {
            assert!(wrong.parse::<Number>().is_err(), "{wrong}");
        }
    }
}
