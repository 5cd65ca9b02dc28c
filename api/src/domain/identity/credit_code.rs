//! 统一社会信用代码 (GB 32100-2015).

use super::{PROVINCES, checked_string, code_form};
use crate::domain::invalid::Invalid;

/// The characters of the code in the order of their values 0 to 30.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// The departments that register organisations, with the amendment of 2016 (A, N).
const DEPARTMENTS: &str = "123456789ANY";
/// The prefix of what is registered nationally (100000).
const NATIONAL: &str = "10";

/// A unified social credit code: 18 characters, upper case.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct CreditCode(String);

checked_string!(
    CreditCode,
    CreditCode::parse,
    18,
    Some("^[1-9ANY][0-9A-HJ-NP-RTUWXY][0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$"),
    "统一社会信用代码（GB 32100-2015），18位。小写字母、全角字符、空格和连字符会先行规范。"
);

impl CreditCode {
    /// Takes a code; lower case, full-width characters, spaces and hyphens are put right first.
    ///
    /// # Errors
    /// The first of `empty`, `length`, `charset`, `department` (1st character), `region` (3rd to
    /// 8th: the province by GB/T 2260, abolished counties stay valid), `check18`.
    pub fn parse(value: &str) -> Result<Self, Invalid> {
        let code = code_form(value);
        check_length(&code)?;
        check_charset(&code)?;
        check_department(&code)?;
        check_region(&code)?;
        check_18(&code)?;
        Ok(Self(code))
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is odd and yet no reason to refuse: `kind` (2nd character; the standard's list isn't
    /// closed), `check17` (GB 11714-1997; some old codes in use break it).
    pub fn warnings(&self) -> Vec<Invalid> {
        let kind =
            (!kind_is_known(&self.0)).then(|| Invalid::new("kind", "统一社会信用代码第2位机构类别不常见，请核对"));
        let check_17 = (check_17_of(&self.0) != self.0.chars().nth(16))
            .then(|| Invalid::new("check17", "统一社会信用代码第17位校验码不正确，请核对"));
        kind.into_iter().chain(check_17).collect()
    }
}

fn check_length(code: &str) -> Result<(), Invalid> {
    match code.chars().count() {
        18 => Ok(()),
        0 => Err(Invalid::new("empty", "请填写统一社会信用代码")),
        15 => Err(Invalid::new("length", "这是15位的旧注册号，请填写18位的统一社会信用代码")),
        n => Err(Invalid::new("length", format!("统一社会信用代码应为18位，现为{n}位"))),
    }
}

fn check_charset(code: &str) -> Result<(), Invalid> {
    if code.chars().all(|c| ALPHABET.contains(c)) {
        return Ok(());
    }
    Err(Invalid::new("charset", "统一社会信用代码只含数字和大写字母，且不含字母I、O、S、V、Z"))
}

fn check_department(code: &str) -> Result<(), Invalid> {
    if code.starts_with(|c| DEPARTMENTS.contains(c)) {
        return Ok(());
    }
    Err(Invalid::new("department", "统一社会信用代码第1位登记管理部门代码不存在"))
}

fn check_region(code: &str) -> Result<(), Invalid> {
    let (region, province) = (&code[2..8], &code[2..4]);
    let is_known = province == NATIONAL || PROVINCES.contains(&province);
    if is_known && region.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(());
    }
    Err(Invalid::new("region", "统一社会信用代码第3至8位行政区划码不存在"))
}

/// GB 32100: weights 3^i mod 31, the sum with the check character is a multiple of 31.
fn check_18(code: &str) -> Result<(), Invalid> {
    let mut weight = 1;
    let mut sum = 0;
    for c in code.chars().take(17) {
        sum += ALPHABET.find(c).unwrap_or_default() * weight;
        weight = weight * 3 % 31;
    }
    if ALPHABET.chars().nth((31 - sum % 31) % 31) == code.chars().nth(17) {
        return Ok(());
    }
    Err(Invalid::new("check18", "统一社会信用代码第18位校验码不正确"))
}

/// GB 11714: the check character of the 9th to 16th characters.
fn check_17_of(code: &str) -> Option<char> {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let values = code.chars().skip(8).filter_map(|c| c.to_digit(36));
    let sum: u32 = values.zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    match 11 - sum % 11 {
        10 => Some('X'),
        11 => Some('0'),
        digit => char::from_digit(digit, 10),
    }
}

/// Whether the standard names the kind, where it lists the department's kinds.
fn kind_is_known(code: &str) -> bool {
    let listed = code.starts_with(['1', '5', '9']);
    !listed || matches!(code.as_bytes()[1], b'1' | b'2' | b'3' | b'9')
}
