//! The level of response: a word that is a number.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::words::UnknownWord;

/// 响应级别: 3 on the spot (当时办), 2 dispatched (派发), 1 one matter one discussion (一事一议).
/// The smaller number is the heavier level (plan §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum ResponseLevel {
    /// 一级响应
    One = 1,
    /// 二级响应
    Two = 2,
    /// 三级响应
    Three = 3,
}

impl From<ResponseLevel> for u8 {
    fn from(level: ResponseLevel) -> u8 {
        level as u8
    }
}

impl TryFrom<u8> for ResponseLevel {
    type Error = UnknownWord;
    fn try_from(n: u8) -> Result<Self, UnknownWord> {
        match n {
            1 => Ok(Self::One),
            2 => Ok(Self::Two),
            3 => Ok(Self::Three),
            _ => Err(UnknownWord(n.to_string())),
        }
    }
}

impl utoipa::PartialSchema for ResponseLevel {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::Integer)
            .minimum(Some(1))
            .maximum(Some(3))
            .description(Some(
                "响应级别: 3 on the spot, 2 dispatched, 1 one matter one discussion; smaller is heavier (plan §4)",
            ))
            .into()
    }
}

impl ToSchema for ResponseLevel {}
