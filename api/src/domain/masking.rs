//! Masked forms of personal data (脱敏), as staff see them in lists, on paper and in exports.
//!
//! What is empty stays empty. What isn't of the expected form is hidden altogether: a mask shows
//! too little rather than too much. The results can't be computed back and must never be stored.

use crate::domain::identity::Phone;

#[cfg(test)]
mod tests;

/// What stands for a hidden value or part, whatever its length.
const HIDDEN: &str = "****";

/// Surnames of two characters.
const COMPOUND_SURNAMES: &[&str] = &[
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊",
    "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文",
    "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正",
    "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "左丘",
    "东门", "西门", "第五", "纳兰", "完颜", "叶赫", "爱新",
];

/// Whether a value has been masked: such a value must never be stored.
pub fn looks_masked(value: &str) -> bool {
    value.contains(['*', '＊'])
}

/// A name with its surname only: `甄*`, `欧阳**`, `阿***·***`, `T*** S*****`. A name of a single
/// character is hidden.
pub fn mask_name(name: &str) -> String {
    let name = name.trim();
    if name.chars().all(is_alphabetic_script) {
        return mask_words(name);
    }
    let shown = surname_length(name);
    let hide = |(i, c)| {
        if i < shown || is_name_separator(c) { c } else { '*' }
    };
    name.chars().enumerate().map(hide).collect()
}

/// A number with the first three and last four digits (`138****0001`), or for a landline with
/// area code and last four (`010-****0001-***`). What is no number is hidden altogether.
pub fn mask_phone(phone: &str) -> String {
    if phone.trim().is_empty() {
        return String::new();
    }
    Phone::parse(phone).map_or_else(|_| HIDDEN.to_owned(), |phone| mask_normal_phone(phone.as_str()))
}

/// An ID number for staff: the first six and last four characters, the birth date hidden.
pub fn mask_id_number(id_number: &str) -> String {
    mask_middle(id_number, 6, 4)
}

/// An ID number for the public, statistics and logs: the first and last character.
pub fn mask_id_number_public(id_number: &str) -> String {
    mask_middle(id_number, 1, 1)
}

/// An address up to its 街道, 镇 or 乡, else up to its 区 or 县.
pub fn mask_address(address: &str) -> String {
    let address = address.trim();
    if address.is_empty() {
        return String::new();
    }
    let regions = &address[..street_start(address)];
    let district = district_end(regions);
    let town = town_end(regions, district.or_else(|| city_end(regions)).unwrap_or_default());
    let shown = town.or(district).unwrap_or_default();
    format!("{}{HIDDEN}", &regions[..shown])
}

/// Every word with its first letter; a word of one letter is hidden.
fn mask_words(name: &str) -> String {
    name.split_inclusive(is_name_separator).map(mask_word).collect()
}

fn mask_word(word: &str) -> String {
    let letters = word.trim_end_matches(is_name_separator).chars().count();
    let hide = |(i, c)| {
        if (i == 0 && letters > 1) || i >= letters { c } else { '*' }
    };
    word.chars().enumerate().map(hide).collect()
}

/// Whether a name of such characters is written with words, that is before the scripts of
/// East Asia in Unicode.
fn is_alphabetic_script(c: char) -> bool {
    c < '\u{2E80}'
}

/// The number of characters that may be shown of a name in Chinese characters.
fn surname_length(name: &str) -> usize {
    let letters = name.chars().filter(|&c| !is_name_separator(c)).count();
    let is_compound = COMPOUND_SURNAMES.iter().any(|surname| name.starts_with(surname));
    match letters {
        0 | 1 => 0,
        3.. if is_compound => 2,
        _ => 1,
    }
}

fn is_name_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '·' | '•' | '‧' | '・' | '．')
}

fn mask_normal_phone(phone: &str) -> String {
    let mut parts = phone.split('-');
    let first = parts.next().unwrap_or_default();
    match (parts.next(), parts.next()) {
        (None, _) => format!("{}{HIDDEN}{}", &first[..3], last_four(first)),
        (Some(local), None) => format!("{first}-{HIDDEN}{}", last_four(local)),
        (Some(local), Some(_)) => format!("{first}-{HIDDEN}{}-***", last_four(local)),
    }
}

fn last_four(digits: &str) -> &str {
    &digits[digits.len() - 4..]
}

/// The first `head` and last `tail` of 18 characters; anything else is hidden altogether.
fn mask_middle(value: &str, head: usize, tail: usize) -> String {
    let value = value.trim();
    match value.chars().count() {
        0 => String::new(),
        18 => {
            let hide = |(i, c)| if i < head || i >= 18 - tail { c } else { '*' };
            value.chars().enumerate().map(hide).collect()
        }
        _ => HIDDEN.to_owned(),
    }
}

/// Where the street, lane or house begins at the latest: nothing from there on is shown.
fn street_start(address: &str) -> usize {
    let is_street = |(i, c): (usize, char)| match c {
        '街' => !address[i..].starts_with("街道"),
        '胡' => address[i..].starts_with("胡同"),
        '路' | '巷' | '号' | '弄' | '村' => true,
        _ => c.is_numeric(),
    };
    let start = address.char_indices().find(|&at| is_street(at));
    start.map_or(address.len(), |(i, _)| i)
}

/// The end of the first 区 or 县 that is a part of the administration.
fn district_end(regions: &str) -> Option<usize> {
    ends(regions, "区").chain(ends(regions, "县")).filter(|&end| is_district(&regions[..end])).min()
}

fn is_district(name: &str) -> bool {
    const OTHERS: [&str; 10] = ["自治区", "地区", "小区", "社区", "园区", "校区", "厂区", "景区", "院区", "街区"];
    name.chars().count() > 1 && !OTHERS.iter().any(|other| name.ends_with(other))
}

fn city_end(regions: &str) -> Option<usize> {
    ends(regions, "市").next()
}

/// The end of the first 街道, 镇 or 乡 after `start` that has a name.
fn town_end(regions: &str, start: usize) -> Option<usize> {
    let rest = &regions[start..];
    ["街道", "镇", "乡"]
        .iter()
        .flat_map(|suffix| ends(rest, suffix).filter(|end| *end > suffix.len()))
        .min()
        .map(|end| start + end)
}

fn ends<'a>(text: &'a str, suffix: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(suffix).map(|(i, found)| i + found.len())
}
