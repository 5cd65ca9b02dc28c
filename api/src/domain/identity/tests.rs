use chrono::NaiveDate;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::json;

use super::*;
use crate::domain::invalid::Invalid;

#[derive(Deserialize)]
struct Vectors {
    uscc: Group,
    resident_id: Group,
    mobile: Group,
    landline_beijing: Group,
}

#[derive(Deserialize)]
struct Group {
    valid: Vec<Valid>,
    invalid: Vec<Refused>,
}

#[derive(Deserialize)]
struct Valid {
    value: String,
    normalised: Option<String>,
}

#[derive(Deserialize)]
struct Refused {
    value: String,
    why: String,
    first_error: Option<String>,
}

fn vectors() -> Vectors {
    serde_json::from_str(include_str!("../../../../tests/vectors/validators.json")).unwrap()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 6, 1).unwrap()
}

/// The code of a refusal, else of the first warning, else `ok`.
fn verdict<T>(parsed: Result<T, Invalid>, warnings: impl Fn(&T) -> Vec<Invalid>) -> &'static str {
    match parsed {
        Ok(value) => warnings(&value).first().map_or("ok", |warning| warning.code),
        Err(invalid) => invalid.code,
    }
}

fn code_of(value: &str) -> &'static str {
    verdict(CreditCode::parse(value), CreditCode::warnings)
}

fn id_of(value: &str) -> &'static str {
    verdict(IdNumber::parse(value, today()), IdNumber::warnings)
}

fn phone_of(value: &str) -> &'static str {
    verdict(Phone::parse(value), |_| Vec::new())
}

fn name_of(value: &str) -> &'static str {
    verdict(PersonName::parse(value), |_| Vec::new())
}

/// Whether a refused vector is lower case, which we upper-case and accept.
fn is_lower_case(vector: &Refused) -> bool {
    vector.why.starts_with("lower")
}

fn check(group: &Group, verdict: impl Fn(&str) -> &'static str) {
    for Valid { value, .. } in &group.valid {
        assert_eq!(verdict(value), "ok", "{value}");
    }
    for vector in &group.invalid {
        let expected = if is_lower_case(vector) { "ok" } else { vector.first_error.as_ref().unwrap() };
        assert_eq!(verdict(&vector.value), expected, "{}: {}", vector.value, vector.why);
    }
}

#[test]
fn credit_codes_of_the_vectors() {
    check(&vectors().uscc, code_of);
}

#[test]
fn only_check_17_and_kind_warn() {
    assert!(CreditCode::parse("91110101MATE5T010X").is_ok());
    assert_eq!(CreditCode::parse("91110101MATE5T017K").unwrap().warnings(), []);
}

#[test]
fn credit_codes_are_normalised() {
    for value in ["91110101mate5t017k", " 91110101-MATE5T01 7K ", "９１１１０１０１ＭＡＴＥ５Ｔ０１７Ｋ"]
    {
        assert_eq!(CreditCode::parse(value).unwrap().as_str(), "91110101MATE5T017K");
    }
}

#[test]
fn credit_codes_are_refused_precisely() {
    let message = |value| CreditCode::parse(value).unwrap_err().message;
    assert_eq!(message("91110101MATE5T017A"), "统一社会信用代码第18位校验码不正确");
    assert_eq!(message("110101000000012"), "这是15位的旧注册号，请填写18位的统一社会信用代码");
    assert_eq!(code_of(""), "empty");
    assert_eq!(code_of("91110101MATE5T01办成"), "charset");
    assert_eq!(code_of("911101A1MATE5T017K"), "region");
    assert_eq!(code_of("91************017K"), "charset");
}

#[test]
fn every_single_mistyped_character_of_a_credit_code_is_noticed() {
    for Valid { value, .. } in vectors().uscc.valid {
        for i in 0..18 {
            for c in "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().filter(|&c| value[i..i + 1] != c.to_string()) {
                let mistyped = format!("{}{c}{}", &value[..i], &value[i + 1..]);
                assert!(CreditCode::parse(&mistyped).is_err(), "{mistyped}");
            }
        }
    }
}

#[test]
fn id_numbers_of_the_vectors() {
    check(&vectors().resident_id, id_of);
}

#[test]
fn only_the_sequence_warns() {
    assert!(IdNumber::parse("110101190501010002", today()).is_ok());
    assert_eq!(IdNumber::parse("110101190501019015", today()).unwrap().warnings(), []);
}

#[test]
fn id_numbers_are_normalised_and_refused_precisely() {
    for value in ["11010119060606105x", "１１０１０１ 19060606 １０５Ｘ"] {
        assert_eq!(IdNumber::parse(value, today()).unwrap().as_str(), "11010119060606105X");
    }
    assert_eq!(id_of(""), "empty");
    assert_eq!(id_of("110101********9015"), "charset");
    assert_eq!(id_of("1101011905010190身"), "length");
    assert_eq!(id_of("11010119050101901身"), "charset");
    let message = IdNumber::parse("110101050101901", today()).unwrap_err().message;
    assert_eq!(message, "15位身份证号码已停用，请填写18位号码");
}

#[test]
fn a_birth_date_is_held_against_today() {
    let id = IdNumber::parse_undated("110101190501019015").unwrap();
    let born = NaiveDate::from_ymd_opt(1905, 1, 1).unwrap();
    assert!(!id.born_after(born));
    assert!(id.born_after(born.pred_opt().unwrap()));
    assert!(IdNumber::parse(id.as_str(), born).is_ok());
    let from_json: IdNumber = serde_json::from_value(json!("11010120991231901X")).unwrap();
    assert!(from_json.born_after(today()));
}

#[test]
fn mobiles_of_the_vectors() {
    let Group { valid, invalid } = vectors().mobile;
    for Valid { value, normalised } in valid {
        let phone = Phone::parse(&value).unwrap();
        assert!(phone.is_mobile(), "{value}");
        assert_eq!(Some(phone.as_str()), normalised.as_deref());
    }
    for Refused { value, why, .. } in invalid {
        assert!(Phone::parse(&value).map_or(true, |phone| !phone.is_mobile()), "{value}: {why}");
        assert_eq!(phone_of(&value) == "ok", why == "a landline in the mobile field", "{value}");
    }
}

#[test]
fn landlines_of_the_vectors() {
    let Group { valid, invalid } = vectors().landline_beijing;
    for Valid { value, .. } in valid {
        let phone = Phone::parse(&value).unwrap();
        assert!(!phone.is_mobile(), "{value}");
        assert_eq!(phone_of(phone.as_str()), "ok", "{value}");
        assert!(phone.as_str().starts_with("010-"), "{value}");
    }
    for Refused { value, why, .. } in invalid {
        assert!(Phone::parse(&value).map_or(true, |phone| phone.is_mobile()), "{value}: {why}");
        assert_eq!(phone_of(&value) == "ok", why == "a mobile number in the landline field", "{value}");
    }
}

#[test]
fn landlines_are_normalised() {
    for (value, normal) in [
        ("60000007", "010-60000007"),
        ("60000007转801", "010-60000007-801"),
        ("01060000002", "010-60000002"),
        ("（010）60000004", "010-60000004"),
        ("(010)-60000004", "010-60000004"),
        ("+86 10 6000 0006", "010-60000006"),
        ("+86-010-60000006", "010-60000006"),
        ("0086(010)60000006", "010-60000006"),
        ("010-50000009转6", "010-50000009-6"),
        ("010－20000010", "010-20000010"),
        ("010–20000010", "010-20000010"),
        ("03110000000", "refused"),
        ("03112000000", "0311-2000000"),
        ("0311-20000000-8", "0311-20000000-8"),
        ("021 2000 0000", "021-20000000"),
        ("+86 21 2000 0000", "021-20000000"),
    ] {
        let phone = Phone::parse(value);
        assert_eq!(phone.as_ref().map_or("refused", Phone::as_str), normal, "{value}");
    }
}

#[test]
fn phones_are_refused_with_the_reason() {
    for (value, code) in [
        ("", "empty"),
        (" \u{3000}", "empty"),
        ("+852 5000 0001", "foreign"),
        ("00852 5000 0001", "foreign"),
        ("+", "foreign"),
        ("138O0000001", "charset"),
        ("138****0001", "charset"),
        ("010-6000000A", "charset"),
        ("12345", "service"),
        ("+86 12345", "service"),
        ("95000", "service"),
        ("400-000-0000", "service"),
        ("1380000001", "length"),
        ("+86 138 0000 000", "length"),
        ("138000000012", "length"),
        ("12800000001", "mobile_prefix"),
        ("013800000001", "mobile_prefix"),
        ("010-6000001", "length"),
        ("010-600000012", "length"),
        ("010-10000001", "local_prefix"),
        ("010-90000001", "local_prefix"),
        ("10-60000001", "area"),
        ("011-60000001", "area"),
        ("0100-60000001", "area"),
        ("010-60000001-", "extension"),
        ("010-60000001-1234567", "extension"),
        ("010-60000001-1-2", "format"),
        ("-", "length"),
        ("0", "area"),
        ("010", "length"),
    ] {
        assert_eq!(phone_of(value), code, "{value}");
    }
    let message = Phone::parse("+852 5000 0001").unwrap_err().message;
    assert_eq!(message, "暂不支持港澳台及境外号码，请填写内地手机号码或座机号码");
}

#[test]
fn names_are_kept_as_written() {
    for name in ["甄样", "𠮷䶮", "阿样古丽·测买提", "Test Sample", "样"] {
        assert_eq!(PersonName::parse(&format!(" {name}\n")).unwrap().as_str(), name);
    }
}

#[test]
fn names_are_refused_with_the_reason() {
    for (value, code) in [
        ("", "empty"),
        ("甄*", "masked"),
        ("甄＊", "masked"),
        ("138 0000 0001", "digits"),
        ("１３８", "digits"),
        ("甄\n样", "multi_line"),
        ("甄\u{202E}样", "bidi"),
        (&"样".repeat(51), "too_long"),
    ] {
        assert_eq!(name_of(value), code, "{value}");
    }
}

#[test]
fn json_carries_the_normal_form_and_the_sentence_only() {
    fn read<T: DeserializeOwned>(value: &str) -> Result<T, String> {
        serde_json::from_value(json!(value)).map_err(|e| e.to_string())
    }
    let phone: Phone = read("+86 138 0000 0009").unwrap();
    assert_eq!(serde_json::to_value(&phone).unwrap(), json!("13800000009"));
    assert_eq!(read::<Phone>("").unwrap_err(), "请填写联系电话");
    assert_eq!(read::<IdNumber>("").unwrap_err(), "请填写身份证号码");
    assert_eq!(read::<CreditCode>("").unwrap_err(), "请填写统一社会信用代码");
    assert_eq!(read::<PersonName>("").unwrap_err(), "姓名不能为空");
}

#[test]
fn debug_tells_nothing() {
    assert_eq!(format!("{:?}", Phone::parse("13800000001")), "Ok(Phone(***))");
    assert_eq!(format!("{:?}", PersonName::parse("甄样")), "Ok(PersonName(***))");
    let id = IdNumber::parse_undated("110101190501019015");
    assert_eq!(format!("{id:?}"), "Ok(IdNumber(***))");
    let code = CreditCode::parse("91110101MATE5T017K");
    assert_eq!(format!("{code:?}"), "Ok(CreditCode(***))");
}

#[test]
fn schemas_are_plain_strings_of_their_own() {
    #[derive(utoipa::OpenApi)]
    #[openapi(components(schemas(CreditCode, IdNumber, PersonName, Phone)))]
    struct Doc;

    let doc = serde_json::to_value(<Doc as utoipa::OpenApi>::openapi()).unwrap();
    for (name, max) in [("CreditCode", 18), ("IdNumber", 18), ("PersonName", 50), ("Phone", 20)] {
        let schema = &doc["components"]["schemas"][name];
        assert_eq!(schema["type"], "string", "{name}");
        assert_eq!(schema["maxLength"], max, "{name}");
        assert!(schema["pattern"].is_string() && schema["description"].is_string(), "{name}");
    }
}
