//! 公民身份号码 (GB 11643-1999).

use chrono::{Datelike, NaiveDate};

use super::{PROVINCES, checked_string, code_form};
use crate::domain::invalid::Invalid;

/// The prefix of residence permits for Taiwan residents; Hong Kong's and Macao's are provinces'.
const TAIWAN_PERMIT: &str = "83";
/// Nobody born before this year is alive.
const EARLIEST_YEAR: i32 = 1900;

/// A citizen's ID number, or that of a residence permit for Hong Kong, Macao and Taiwan
/// residents: 18 characters, the last may be `X`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct IdNumber {
    number: String,
    birth_date: NaiveDate,
}

checked_string!(
    IdNumber,
    IdNumber::parse_undated,
    18,
    Some("^[1-8][0-9]{16}[0-9X]$"),
    "公民身份号码（GB 11643-1999），18位。小写x、全角字符、空格和连字符会先行规范。"
);

impl IdNumber {
    /// Takes a number as of the day `today` in Beijing; lower-case `x`, full-width characters,
    /// spaces and hyphens are put right first.
    ///
    /// # Errors
    /// As [`Self::parse_undated`], then `birth_future`.
    pub fn parse(value: &str, today: NaiveDate) -> Result<Self, Invalid> {
        let id = Self::parse_undated(value)?;
        if id.born_after(today) {
            return Err(Invalid::new("birth_future", "身份证号码中的出生日期晚于今天"));
        }
        Ok(id)
    }

    /// As [`Self::parse`], where today isn't known: the future birth date is left to
    /// [`Self::born_after`]. JSON is read this way.
    ///
    /// # Errors
    /// The first of `empty`, `length`, `charset`, `region` (the province only: abolished counties
    /// stay valid for life), `birth_date`, `birth_too_early` (before 1900), `check`.
    pub fn parse_undated(value: &str) -> Result<Self, Invalid> {
        let number = code_form(value);
        check_length(&number)?;
        check_charset(&number)?;
        check_region(&number)?;
        let birth_date = birth_date_of(&number)?;
        check_digit(&number)?;
        Ok(Self { number, birth_date })
    }

    /// The number.
    pub fn as_str(&self) -> &str {
        &self.number
    }

    /// Whether the birth date is later than `today`.
    pub fn born_after(&self, today: NaiveDate) -> bool {
        self.birth_date > today
    }

    /// What is odd and yet no reason to refuse: `sequence` (000 isn't issued in practice).
    pub fn warnings(&self) -> Vec<Invalid> {
        let warning = || Invalid::new("sequence", "身份证号码顺序码为000，请核对");
        (&self.number[14..17] == "000").then(warning).into_iter().collect()
    }
}

fn check_length(number: &str) -> Result<(), Invalid> {
    match number.chars().count() {
        18 => Ok(()),
        0 => Err(Invalid::new("empty", "请填写身份证号码")),
        15 => Err(Invalid::new("length", "15位身份证号码已停用，请填写18位号码")),
        n => Err(Invalid::new("length", format!("身份证号码应为18位，现为{n}位"))),
    }
}

fn check_charset(number: &str) -> Result<(), Invalid> {
    let body = number.strip_suffix('X').unwrap_or(number);
    if body.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(());
    }
    Err(Invalid::new("charset", "身份证号码只含数字，仅末位可以是X"))
}

fn check_region(number: &str) -> Result<(), Invalid> {
    let province = &number[..2];
    if province == TAIWAN_PERMIT || PROVINCES.contains(&province) {
        return Ok(());
    }
    let message = if province.starts_with('9') {
        "外国人永久居留身份证号码不能填在身份证号码栏"
    } else {
        "身份证号码前两位省级代码不存在"
    };
    Err(Invalid::new("region", message))
}

fn birth_date_of(number: &str) -> Result<NaiveDate, Invalid> {
    let date = NaiveDate::parse_from_str(&number[6..14], "%Y%m%d")
        .map_err(|_| Invalid::new("birth_date", "身份证号码中的出生日期不存在"))?;
    if date.year() < EARLIEST_YEAR {
        return Err(Invalid::new("birth_too_early", "身份证号码中的出生日期早于1900年"));
    }
    Ok(date)
}

/// ISO 7064 MOD 11-2.
fn check_digit(number: &str) -> Result<(), Invalid> {
    const WEIGHTS: [usize; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let digits = number.bytes().map(|b| usize::from(b - b'0'));
    let sum: usize = digits.zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    if number.as_bytes().last() == Some(&CHECKS[sum % 11]) {
        return Ok(());
    }
    Err(Invalid::new("check", "身份证号码末位校验码不正确"))
}
