use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
struct Vectors {
    masking: Masking,
}

#[derive(Deserialize)]
struct Masking {
    name: Vec<Pair>,
    mobile: Vec<Pair>,
    landline: Vec<Pair>,
    id18_list: Vec<Pair>,
    id18_public: Vec<Pair>,
    address: Vec<Pair>,
}

#[derive(Deserialize)]
struct Pair {
    r#in: String,
    out: String,
}

fn check(pairs: &[Pair], mask: impl Fn(&str) -> String) {
    assert!(!pairs.is_empty());
    for Pair { r#in: value, out } in pairs {
        assert_eq!(mask(value), *out, "{value}");
        assert!(looks_masked(out));
        assert!(!looks_masked(value));
    }
}

#[test]
fn masks_as_the_vectors() {
    let json = include_str!("../../../../tests/vectors/validators.json");
    let Vectors { masking } = serde_json::from_str(json).unwrap();
    check(&masking.name, mask_name);
    check(&masking.mobile, mask_phone);
    check(&masking.landline, mask_phone);
    check(&masking.id18_list, mask_id_number);
    check(&masking.id18_public, mask_id_number_public);
    check(&masking.address, mask_address);
}

#[test]
fn masks_not_as_the_wrong_examples() {
    let lane = "北京市东城区和平里街道样例胡同9号院1号楼101室";
    for (masked, wrong) in [
        (mask_name("甄样"), "甄样"),
        (mask_name("甄样"), "*样"),
        (mask_name("欧阳样例"), "欧***"),
        (mask_phone("13800000001"), "138****00001"),
        (mask_phone("13800000001"), "13800****01"),
        (mask_id_number("110101190501019015"), "1101011905********"),
        (mask_id_number("110101190501019015"), "110101190501****15"),
        (mask_address(lane), "北京市东城区和平里街道样例胡同****"),
        (mask_phone("010-60000001"), "010-6000****"),
        (mask_phone(""), "***"),
    ] {
        assert_ne!(masked, wrong);
    }
}

#[test]
fn what_is_empty_stays_empty() {
    for mask in [mask_name, mask_phone, mask_id_number, mask_id_number_public, mask_address] {
        assert_eq!(mask(""), "");
        assert_eq!(mask(" \u{3000}"), "");
    }
}

#[test]
fn what_is_odd_is_hidden() {
    assert_eq!(mask_phone("12345"), "****");
    assert_eq!(mask_phone("联系人同上"), "****");
    assert_eq!(mask_phone("138****0001"), "****");
    assert_eq!(mask_phone("+86 138 0000 0009"), "138****0009");
    assert_eq!(mask_phone("0311-2000000"), "0311-****0000");
    assert_eq!(mask_id_number("E00000000"), "****");
    assert_eq!(mask_id_number_public("11010119050101901"), "****");
}

#[test]
fn names_of_other_shapes() {
    for (name, masked) in [
        ("欧阳", "欧*"),
        ("张 三", "张 *"),
        ("𠮷样", "𠮷*"),
        ("J Sample", "* S*****"),
        ("Test·Sample", "T***·S*****"),
        ("甄*", "甄*"),
    ] {
        assert_eq!(mask_name(name), masked);
    }
}

#[test]
fn addresses_of_other_shapes() {
    for (address, masked) in [
        ("东城区东四街道样例条1号", "东城区东四街道****"),
        ("河北省样例县测试镇虚构村1号", "河北省样例县测试镇****"),
        ("广西壮族自治区样例市测试区虚构路1号", "广西壮族自治区样例市测试区****"),
        ("东莞市样例街道虚构路1号", "东莞市样例街道****"),
        ("江苏省镇江市样例区测试乡2组", "江苏省镇江市样例区测试乡****"),
        ("北京市东城区镇江胡同5号", "北京市东城区****"),
        ("北京市样例小区3号楼", "****"),
        ("北京市样例北路测试东区3号", "****"),
        ("北京市东城区", "北京市东城区****"),
        ("样例大厦", "****"),
    ] {
        assert_eq!(mask_address(address), masked, "{address}");
    }
}
