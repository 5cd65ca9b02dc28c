use super::*;

fn mode_of(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

fn with_ring() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data/keys");
    KeyRing::create(&dir).unwrap();
    (home, dir)
}

#[test]
fn a_new_ring_is_private_and_leaves_nothing_else() {
    let (_home, dir) = with_ring();
    assert_eq!(mode_of(&dir), 0o700);
    let mut names: Vec<_> = fs::read_dir(&dir).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["field-1.key", "mac.key", "token.pem"]);
    for name in names {
        assert_eq!(mode_of(&dir.join(name)), 0o600);
    }
}

#[test]
fn a_ring_survives_being_opened_again() {
    let (_home, dir) = with_ring();
    let (one, two) = (KeyRing::open(&dir).unwrap(), KeyRing::open_or_create(&dir).unwrap());
    let sealed = one.seal("case-1#1#phone", "13800000000");
    assert_eq!(two.unseal("case-1#1#phone", &sealed.key_name, &sealed.bytes).unwrap().content, "13800000000");
    assert_eq!(one.enquiry_code("case-1"), two.enquiry_code("case-1"));
    assert_eq!(one.token.id, two.token.id);
}

#[test]
fn creating_again_overwrites_nothing_and_adds_what_is_missing() {
    let (_home, dir) = with_ring();
    let before = fs::read(dir.join("field-1.key")).unwrap();
    fs::remove_file(dir.join(MAC)).unwrap();
    KeyRing::create(&dir).unwrap();
    assert_eq!(fs::read(dir.join("field-1.key")).unwrap(), before);
    assert!(dir.join(MAC).exists());

    fs::rename(dir.join("field-1.key"), dir.join("field-3.key")).unwrap();
    KeyRing::create(&dir).unwrap();
    assert!(!dir.join("field-1.key").exists());
}

#[test]
fn a_key_that_another_process_made_meanwhile_is_kept() {
    let (_home, dir) = with_ring();
    let taken = dir.join("taken.key");
    std::os::unix::fs::symlink("/nowhere", &taken).unwrap();
    write_new(&dir, "taken.key", "new").unwrap();
    assert_eq!(fs::read_link(&taken).unwrap(), Path::new("/nowhere"));
}

#[test]
fn processes_that_start_together_share_one_ring() {
    let home = tempfile::tempdir().unwrap();
    let code = || KeyRing::create(&home.path().join("keys")).unwrap().enquiry_code("case-1");
    let codes: std::collections::BTreeSet<_> = std::thread::scope(|scope| {
        let started: Vec<_> = (0..8).map(|_| scope.spawn(code)).collect();
        started.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(codes.len(), 1);
}

#[test]
fn a_lost_key_is_named_and_not_replaced_unasked() {
    let (_home, dir) = with_ring();
    fs::remove_file(dir.join(MAC)).unwrap();
    let error = KeyRing::open_or_create(&dir).unwrap_err();
    assert!(matches!(&error, KeyError::Missing(path) if path.ends_with(MAC)), "{error}");
    assert!(!dir.join(MAC).exists());
}

#[test]
fn without_a_directory_opening_says_so_and_open_or_create_makes_it() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("keys");
    let error = KeyRing::open(&dir).unwrap_err();
    assert!(matches!(error, KeyError::NoDirectory(_)));
    assert!(error.to_string().contains("restore it from the backup"));
    assert!(KeyRing::open_or_create(&dir).is_ok());
    assert!(KeyRing::open(&dir).is_ok());
}

#[test]
fn an_empty_directory_lacks_its_sealing_key() {
    let home = tempfile::tempdir().unwrap();
    let error = KeyRing::open(home.path()).unwrap_err();
    assert!(matches!(&error, KeyError::Missing(path) if path.ends_with("field-1.key")), "{error}");
}

#[test]
fn a_key_open_to_others_is_refused_with_the_remedy() {
    let (_home, dir) = with_ring();
    for name in ["field-1.key", MAC, TOKEN] {
        let path = dir.join(name);
        for wide in [0o640, 0o604, 0o644, 0o700] {
            fs::set_permissions(&path, fs::Permissions::from_mode(wide)).unwrap();
            let error = KeyRing::open(&dir).unwrap_err();
            assert!(matches!(error, KeyError::TooOpen(_, mode) if mode == wide));
            assert!(error.to_string().ends_with(&format!("chmod 600 {}", path.display())), "{error}");
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
        assert!(KeyRing::open(&dir).is_ok());
    }
}

#[test]
fn a_broken_key_is_named_without_its_content() {
    let (_home, dir) = with_ring();
    for (name, content, reason) in [
        (TOKEN, "-----BEGIN PRIVATE KEY-----\nbeef\n-----END PRIVATE KEY-----\n", "Ed25519"),
        (MAC, "beef", "64 hexadecimal digits"),
        ("field-1.key", "xyz", "64 hexadecimal digits"),
    ] {
        fs::write(dir.join(name), content).unwrap();
        let error = KeyRing::open(&dir).unwrap_err().to_string();
        assert!(error.contains(name) && error.contains(reason) && !error.contains("beef"), "{error}");
    }
}

#[test]
fn a_misnamed_sealing_key_is_not_passed_over() {
    let (_home, dir) = with_ring();
    for name in ["field-02.key", "field-x.key", "field-+2.key"] {
        fs::write(dir.join(name), "").unwrap();
        assert!(matches!(KeyRing::open(&dir), Err(KeyError::Broken(path, _)) if path.ends_with(name)));
        fs::remove_file(dir.join(name)).unwrap();
    }
}

#[test]
fn the_newest_key_seals_and_all_open() {
    let (_home, dir) = with_ring();
    let old = KeyRing::open(&dir).unwrap().seal("c", "旧");
    for number in [2, 10] {
        write_new(&dir, &field_name(number), &"ab".repeat(32)).unwrap();
    }
    let ring = KeyRing::open(&dir).unwrap();
    assert_eq!(old.key_name, "xchacha20poly1305/field-1");
    assert_eq!(ring.seal("c", "新").key_name, "xchacha20poly1305/field-10");
    assert_eq!(ring.unseal("c", &old.key_name, &old.bytes).unwrap().content, "旧");
}

#[test]
fn an_error_of_keys_is_an_internal_one() {
    let error = crate::error::Error::from(KeyError::Missing("mac.key".into()));
    assert_eq!(error.code, crate::error::Code::Internal);
    assert!(error.context.unwrap().contains("mac.key") && !error.detail.contains("mac.key"));
}
