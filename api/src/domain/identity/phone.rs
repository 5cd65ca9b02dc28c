//! Telephone numbers of the Chinese mainland: mobile, or landline with an optional extension.

use super::{checked_string, half_width};
use crate::domain::invalid::Invalid;

/// The area code of Beijing, taken where a number has none.
const BEIJING: &str = "010";

/// A telephone number: `13800000001`, `010-60000001` or `010-60000001-801`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone(String);

checked_string!(
    Phone,
    Phone::parse,
    20,
    Some("^(1[3-9][0-9]{9}|0[0-9]{2,3}-[2-9][0-9]{6,7}(-[0-9]{1,6})?)$"),
    "内地手机号码，或带区号的座机号码，可带分机号（010-60000001-801）。\
     +86、空格、连字符、全角字符、括号和“转”会先行规范；8位号码视为北京座机。"
);

impl Phone {
    /// Takes a number; `+86`, `0086`, spaces, hyphens, brackets, full-width characters and `转`
    /// are put right first, and eight bare digits are taken as Beijing's.
    ///
    /// # Errors
    /// The first of `empty`, `foreign` (not of the mainland), `charset`, `service` (hotlines such
    /// as 12345, 95xxx, 400), `length`, `mobile_prefix`, `area`, `local_prefix`, `extension`,
    /// `format`.
    pub fn parse(value: &str) -> Result<Self, Invalid> {
        let written = separated(value);
        if written.is_empty() {
            return Err(Invalid::new("empty", "请填写联系电话"));
        }
        let number = national(&written)?;
        check_charset(&number)?;
        check_no_service(&number)?;
        if number.starts_with('1') { mobile(&number) } else { landline(&number) }.map(Self)
    }

    /// The number in its normal form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a mobile number, which can receive a message.
    pub fn is_mobile(&self) -> bool {
        self.0.starts_with('1')
    }
}

/// Half-width, with `-` between the parts.
fn separated(value: &str) -> String {
    half_width(value).replace('(', "").replace(")-", "-").replace([')', '转'], "-")
}

/// The number as dialled within the country, or `foreign`.
fn national(written: &str) -> Result<String, Invalid> {
    let Some(abroad) = written.strip_prefix('+').or_else(|| written.strip_prefix("00")) else {
        return Ok(written.to_owned());
    };
    let number = abroad
        .strip_prefix("86")
        .map(|number| number.trim_start_matches('-'))
        .ok_or_else(|| Invalid::new("foreign", "暂不支持港澳台及境外号码，请填写内地手机号码或座机号码"))?;
    let is_landline = !number.starts_with(['0', '1']) || number.starts_with("10");
    let lacks_zero = is_landline && !is_service(number);
    Ok(if lacks_zero { format!("0{number}") } else { number.to_owned() })
}

fn check_charset(number: &str) -> Result<(), Invalid> {
    if number.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
        return Ok(());
    }
    Err(Invalid::new("charset", "联系电话只能含数字、空格、连字符和分机号"))
}

fn check_no_service(number: &str) -> Result<(), Invalid> {
    if !is_service(number) {
        return Ok(());
    }
    Err(Invalid::new("service", "服务热线号码无法用于回访，请填写手机号码或座机号码"))
}

/// Short codes such as 110, 12345, 95xxx and 96xxx, and 400 and 800 with seven digits.
fn is_service(number: &str) -> bool {
    let digits = digits(number);
    match digits.len() {
        3..=6 => ["10", "11", "12", "95", "96"].iter().any(|prefix| digits.starts_with(prefix)),
        10 => digits.starts_with("400") || digits.starts_with("800"),
        _ => false,
    }
}

fn mobile(number: &str) -> Result<String, Invalid> {
    if number.starts_with("10-") {
        return Err(Invalid::new("area", "区号缺少开头的0，北京座机应写作010-60000000的形式"));
    }
    let digits = digits(number);
    if digits.len() != 11 {
        let message = format!("手机号码应为11位，现为{}位", digits.len());
        return Err(Invalid::new("length", message));
    }
    if !is_mobile(&digits) {
        return Err(Invalid::new("mobile_prefix", "手机号码第2位应为3至9"));
    }
    Ok(digits)
}

fn landline(number: &str) -> Result<String, Invalid> {
    if number.strip_prefix('0').is_some_and(|rest| is_mobile(&digits(rest))) {
        return Err(Invalid::new("mobile_prefix", "手机号码前不要加0"));
    }
    let mut parts = number.split('-');
    let first = parts.next().unwrap_or_default();
    let (area, local) = if !first.starts_with('0') {
        (BEIJING, first)
    } else if first.len() <= 4 {
        (first, parts.next().unwrap_or_default())
    } else {
        first.split_at(area_length(first))
    };
    let extension = parts.next();
    if parts.next().is_some() {
        return Err(Invalid::new("format", "座机号码应写作“区号-号码-分机号”的形式"));
    }
    check_area(area)?;
    check_local(area, local)?;
    check_extension(extension)?;
    Ok([Some(area), Some(local), extension].into_iter().flatten().collect::<Vec<_>>().join("-"))
}

/// 010 and 02x have three digits, all others four.
fn area_length(number: &str) -> usize {
    if number.starts_with("01") || number.starts_with("02") { 3 } else { 4 }
}

fn check_area(area: &str) -> Result<(), Invalid> {
    match area.as_bytes() {
        b"010" | [b'0', b'2', _] | [b'0', b'3'..=b'9', _, _] => Ok(()),
        _ => Err(Invalid::new("area", "座机区号不存在")),
    }
}

/// Beijing: 8 digits beginning with 2 to 8; elsewhere 7 or 8 digits beginning with 2 to 9.
fn check_local(area: &str, local: &str) -> Result<(), Invalid> {
    let (lengths, last_start, expected) = if area == BEIJING {
        (8..=8, b'8', "北京座机号码应为8位")
    } else {
        (7..=8, b'9', "座机号码应为7位或8位")
    };
    if !lengths.contains(&local.len()) {
        let message = format!("{expected}（不含区号），现为{}位", local.len());
        return Err(Invalid::new("length", message));
    }
    if !local.bytes().next().is_some_and(|b| (b'2'..=last_start).contains(&b)) {
        let message = format!("座机号码首位（不含区号）应为2至{}", char::from(last_start));
        return Err(Invalid::new("local_prefix", message));
    }
    Ok(())
}

fn check_extension(extension: Option<&str>) -> Result<(), Invalid> {
    if extension.is_none_or(|digits| (1..=6).contains(&digits.len())) {
        return Ok(());
    }
    Err(Invalid::new("extension", "分机号应为1至6位数字"))
}

fn is_mobile(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    bytes.len() == 11 && bytes[0] == b'1' && matches!(bytes[1], b'3'..=b'9')
}

fn digits(number: &str) -> String {
    number.chars().filter(|&c| c != '-').collect()
}
