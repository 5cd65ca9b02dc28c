//! The query of a request, strict, with an error that names the parameter.

use std::collections::BTreeMap;
use std::future::{Ready, ready};
use std::ops::Deref;

use actix_web::{FromRequest, HttpRequest, dev, web};
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error as _, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::violation::violation;
use crate::error::{Code, Error, Result};

type Unreadable = serde::de::value::Error;

/// Query parameters. Its name is what makes utoipa document `T` (an `IntoParams`) as the query.
///
/// A `Vec` takes a parameter that is given several times; everything else is given once. `T` is one
/// flat struct: serde's `flatten` can't read numbers here.
#[derive(Debug)]
pub struct Query<T>(T);

impl<T> Query<T> {
    /// The parameters.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Query<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        ready(parse(request.query_string()).map(Self))
    }
}

fn parse<T: DeserializeOwned>(query: &str) -> Result<T> {
    let pairs = web::Query::<Vec<(String, String)>>::from_query(query).map_err(|error| Error {
        context: Some(error.to_string()),
        ..Error::new(Code::BadRequest, "查询参数无法理解")
    })?;
    let mut parameters = BTreeMap::<String, Values>::new();
    for (name, value) in pairs.into_inner() {
        parameters.entry(name).or_default().0.push(value);
    }
    serde_path_to_error::deserialize(MapDeserializer::<_, Unreadable>::new(parameters.into_iter()))
        .map_err(|error| violation(error.path(), &error.inner().to_string()))
}

/// What was given for one parameter.
#[derive(Default)]
struct Values(Vec<String>);

impl Values {
    fn only(mut self) -> Result<String, Unreadable> {
        match self.0.pop() {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(Unreadable::custom("只能给出一次")),
        }
    }
}

impl IntoDeserializer<'_, Unreadable> for Values {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! parsed {
    ($($deserialize:ident $visit:ident,)+) => {$(
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            match self.only()?.parse() {
                Ok(value) => visitor.$visit(value),
                Err(_) => Err(Unreadable::invalid_type(Unexpected::Other("text"), &visitor)),
            }
        }
    )+};
}

impl<'de> Deserializer<'de> for Values {
    type Error = Unreadable;

    parsed! {
        deserialize_bool visit_bool,
        deserialize_i8 visit_i8,
        deserialize_i16 visit_i16,
        deserialize_i32 visit_i32,
        deserialize_i64 visit_i64,
        deserialize_u8 visit_u8,
        deserialize_u16 visit_u16,
        deserialize_u32 visit_u32,
        deserialize_u64 visit_u64,
        deserialize_f32 visit_f32,
        deserialize_f64 visit_f64,
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_string(self.only()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_seq(SeqDeserializer::new(self.0.into_iter().map(|value| Self(vec![value]))))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_enum(self.only()?.into_deserializer())
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct tuple tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::domain::ids::UnitId;
    use crate::domain::text::Line;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Filter {
        q: Option<Line<1, 5>>,
        unit: Option<UnitId>,
        #[serde(default)]
        state: Vec<State>,
        #[serde(default)]
        count: bool,
        limit: Option<u32>,
        due: Option<chrono::NaiveDate>,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "snake_case")]
    enum State {
        Open,
        Closed,
    }

    fn refused(query: &str) -> (&'static str, String, String) {
        let error = parse::<Filter>(query).unwrap_err();
        let field = error.fields.into_iter().next().unwrap();
        (error.code.as_str(), field.path, field.message)
    }

    #[test]
    fn good_parameters_are_read() {
        let nothing = Filter { q: None, unit: None, state: vec![], count: false, limit: None, due: None };
        assert_eq!(parse::<Filter>("").unwrap(), nothing);
        let query = "q=%E5%8A%9E+%E8%AF%81&unit=u1&state=open&state=closed&count=true&limit=20&due=2021-03-25";
        let filter = Filter {
            q: Some(Line::new("办 证").unwrap()),
            unit: Some("u1".into()),
            state: vec![State::Open, State::Closed],
            count: true,
            limit: Some(20),
            due: chrono::NaiveDate::from_ymd_opt(2021, 3, 25),
        };
        assert_eq!(parse::<Filter>(query).unwrap(), filter);
    }

    #[test]
    fn a_wrong_parameter_is_named() {
        let cases = [
            ("lmit=2", "unknown_field", "lmit", "未知字段；可用的字段：q、unit、state、count、limit、due"),
            ("limit=two", "invalid_value", "limit", "应为不小于 0 的整数"),
            ("limit=-1", "invalid_value", "limit", "应为不小于 0 的整数"),
            ("limit=", "invalid_value", "limit", "应为不小于 0 的整数"),
            ("limit=1&limit=2", "invalid_value", "limit", "只能给出一次"),
            ("count=yes", "invalid_value", "count", "应为布尔值（true 或 false）"),
            ("state=open&state=SECRET", "invalid_value", "state[1]", "应为以下之一：open、closed"),
            ("q=%E4%B8%80%E4%BA%8C%E4%B8%89%E5%9B%9B%E4%BA%94%E5%85%AD", "invalid_value", "q", "最多5个字，现有6个字"),
            ("due=tomorrow", "invalid_value", "due", "日期或时间的格式不正确"),
        ];
        for (query, code, path, message) in cases {
            assert_eq!(refused(query), (code, path.to_owned(), message.to_owned()), "{query}");
        }
    }
}
