//! Attachments: taken in by their content, opened by who may, each content once on the disk.

use std::path::PathBuf;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use serde_json::{Value, json};

use crate::support::api::{Field, registration, text};
use crate::support::{Answer, TestApp, both};

const PDF: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
const PNG: &[u8] = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";
const EXE: &[u8] = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0";
const MIB: usize = 1024 * 1024;

fn address(case: &str, attachment: i64) -> String {
    format!("/api/v1/cases/{case}/attachments/{attachment}")
}

/// Uploads what nothing is wrong with; the attachment.
async fn uploaded(t: &TestApp, who: &str, case: &str, name: &str, content: &[u8]) -> i64 {
    t.upload(who, case, name, content).await.ok()["attachment"].as_i64().unwrap()
}

/// The files that lie in the folder, those of the lock and of uploads too.
fn files(t: &TestApp) -> Vec<String> {
    let folder = t.files.path().join("files");
    let Ok(entries) = folder.read_dir() else { return Vec::new() };
    let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name != ".lock");
    names.sort();
    names
}

fn only_file(t: &TestApp) -> PathBuf {
    let files = files(t);
    assert_eq!(files.len(), 1, "{files:?}");
    t.files.path().join("files").join(&files[0])
}

/// The attachments of a case, as this person sees them.
async fn listed(t: &TestApp, who: &str, case: &str) -> Vec<Value> {
    t.get(who, &format!("/api/v1/cases/{case}")).await.ok()["attachments"].as_array().unwrap().clone()
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

/// What this person is answered when opening it: `opened`, or the code of why not.
async fn opening(t: &TestApp, who: &str, case: &str, attachment: i64) -> String {
    let answer = t.get(who, &address(case, attachment)).await;
    if answer.status == 200 { "opened".to_owned() } else { text(&answer.body["code"]) }
}

fn confidential() -> Value {
    let mut body = registration();
    body["reporter"]["confidential"] = json!(true);
    body
}

/// A confidential case with an attachment of the reporter, in the hands of these units.
async fn confidential_case(t: &TestApp, main: &str, co: &[&str]) -> (String, i64) {
    let id = text(&t.post("intake", "/api/v1/cases", confidential()).await.ok()["id"]);
    let attachment = uploaded(t, "intake", &id, "甄样身份证.pdf", PDF).await;
    t.command("intake", &id, "accept", json!({})).await.ok();
    t.command("intake", &id, "pass-on", json!({})).await.ok();
    t.dispatch("lead.zw", &[&id], main, co).await;
    (id, attachment)
}

both! {
    /// The window uploads what the reporter brought; the unit that gets the case reads it.
    async fn an_attachment_comes_in_and_goes_out_as_it_was(t: TestApp) {
        let id = t.registered().await;
        let fields = [Field::file("甄样 的证明.pdf", PDF), Field::text("description", "继承公证书")];
        let answer = t.send_form("intake", &id, &[], &fields).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        let receipt = answer.body.clone();
        assert_eq!((&receipt["state"], &receipt["version"]), (&json!("registered"), &json!(1)));
        let attachment = receipt["attachment"].as_i64().unwrap();
        assert_eq!(header(&answer, "location"), address(&id, attachment));

        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        t.dispatch("lead.zw", &[&id], "qzjw", &[]).await;
        let digest = bancheng::crypto::digest::digest(PDF);
        assert_eq!(
            listed(&t, "handler.qzjw", &id).await,
            [json!({
                "seq": attachment, "name": "甄样 的证明.pdf", "description": "继承公证书", "kind": "pdf",
                "media_type": "application/pdf", "size": PDF.len(), "digest": digest,
                "added_at": "2021-09-01T09:00:00+08:00", "added_by": receipt_of_adder(&t).await, "added_by_name": "甄受理",
                "unit": { "id": "dt_qzwfw", "name": "区政务服务大厅" }, "may_open": true, "purged_at": null,
            })]
        );

        let file = t.get("handler.qzjw", &address(&id, attachment)).await;
        assert_eq!((file.status.as_u16(), file.bytes.as_slice()), (200, PDF));
        assert_eq!(header(&file, "content-type"), "application/pdf");
        assert_eq!(header(&file, "etag"), format!("\"{digest}\""));
        assert_eq!(header(&file, "x-content-type-options"), "nosniff");
        assert_eq!(header(&file, "content-security-policy"), "default-src 'none'; sandbox");
        assert_eq!(header(&file, "cache-control"), "no-store");
        let disposition = header(&file, "content-disposition");
        let name = "filename*=UTF-8''%E7%94%84%E6%A0%B7%20%E7%9A%84%E8%AF%81%E6%98%8E.pdf";
        assert!(disposition.starts_with("attachment; filename=\"attachment.pdf\"; "), "{disposition}");
        assert!(disposition.ends_with(name), "{disposition}");

        let range = TestRequest::get().uri(&address(&id, attachment)).insert_header(("Range", "bytes=1-3"));
        let token = t.token("handler.qzjw").await;
        let piece = t.send(range.insert_header(("Authorization", format!("Bearer {token}")))).await;
        assert_eq!((piece.status.as_u16(), piece.text.as_str()), (206, "PDF"));
        let report = t.verify();
        assert!(report.is_sound() && report.files == 1, "{report}");
    }

    /// Neither name nor description lies in the clear, nor in the log.
    async fn names_of_files_are_personal(t: TestApp) {
        let id = t.registered().await;
        let fields = [Field::file("独孤样例.txt", "说明".as_bytes()), Field::text("description", "独孤样例的说明")];
        t.send_form("intake", &id, &[("Idempotency-Key", "a")], &fields).await.ok();
        for column in ["SELECT body FROM events", "SELECT answer FROM idempotency", "SELECT state FROM streams"] {
            assert!(!t.column(column).concat().contains("独孤"), "{column}");
        }
        assert!(!t.column("SELECT coalesce(content, '') FROM parts").concat().contains("独孤"));
        let event = t.history(&id).await.pop().unwrap();
        assert_eq!((&event["type"], &event["texts"]), (&json!("attachment_added"), &json!({})));
        assert_eq!(event["personal"], json!(["description", "file_name"]));
    }

    /// Who holds the case, registered it, works on it, was asked or decides; nobody else, and nobody after closing.
    async fn who_may_upload(t: TestApp) {
        let id = t.registered().await;
        let adding = async |who: &str| {
            let answer = t.upload(who, &id, "a.pdf", PDF).await;
            let done = if answer.status == 201 { "allowed".to_owned() } else { text(&answer.body["code"]) };
            if !["not_found", "role_may_not"].contains(&done.as_str()) {
                assert_eq!(t.told(who, &id, "add_attachment").await, done, "{who} was told otherwise");
            }
            done
        };
        for (who, answer) in [
            ("intake", "allowed"), ("lead.zw", "allowed"), ("lead.ss", "not_found"), ("handler.qzjw", "not_found"),
            ("butler", "not_found"), ("office", "not_yours"), ("supervisor", "role_may_not"), ("leader", "role_may_not"),
            ("auditor", "role_may_not"), ("admin", "role_may_not"), ("online-hall", "not_found"),
        ] {
            assert_eq!(adding(who).await, answer, "{who} at registration");
        }
        t.command("intake", &id, "request-opinion", json!({ "unit": "qrlsbj", "question": "是否符合？" })).await.ok();
        assert_eq!(adding("handler.qrlsbj").await, "allowed");
        t.command("handler.qrlsbj", &id, "give-opinion", json!({ "conforms": true, "provision": "符合" })).await.ok();
        assert_eq!(adding("handler.qrlsbj").await, "not_yours");
        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        t.dispatch("lead.zw", &[&id], "qzjw", &["qsfj"]).await;
        for (who, answer) in [
            ("handler.qzjw", "allowed"), ("handler.qsfj", "allowed"), ("head.qzjw", "role_may_not"),
            ("handler.qmzj", "not_found"), ("intake", "allowed"), ("lead.zw", "allowed"),
        ] {
            assert_eq!(adding(who).await, answer, "{who} in progress");
        }
        t.command("handler.qsfj", &id, "give-co-opinion", json!({ "opinion": "无异议" })).await.ok();
        t.command("handler.qzjw", &id, "give-feedback", crate::support::api::feedback()).await.ok();
        assert_eq!(adding("lead.zw2").await, "allowed");
        t.command("lead.zw2", &id, "record-callback", crate::support::api::callback(true)).await.ok();
        t.command("lead.zw2", &id, "verify-solved", crate::support::api::verification()).await.ok();
        for who in ["intake", "handler.qzjw", "lead.zw"] {
            assert_eq!(adding(who).await, "wrong_state", "{who} after closing");
        }
        // An online hall adds to what it registered itself.
        let mut online = registration();
        online["channel"] = json!("online_hall");
        let own = text(&t.post("online-hall", "/api/v1/cases", online).await.ok()["id"]);
        uploaded(&t, "online-hall", &own, "a.pdf", PDF).await;
        assert_eq!(files(&t).len(), 1, "what was refused left nothing, what is the same lies there once");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Uploading collides with nobody, and waits for nobody's version.
    async fn an_upload_moves_no_version(t: TestApp) {
        let id = t.registered().await;
        let before = t.case(&id).await["version"].clone();
        uploaded(&t, "intake", &id, "a.pdf", PDF).await;
        assert_eq!(t.case(&id).await["version"], before);
    }

    /// A case that one may not see has no attachments either; masked readers open none.
    async fn downloads_follow_the_scope(t: TestApp) {
        let id = t.dispatched("qzjw", &["qsfj"]).await;
        let attachment = uploaded(&t, "handler.qzjw", &id, "甄样的函.pdf", PDF).await;
        for (who, answer) in [
            ("intake", "opened"), ("handler.qzjw", "opened"), ("head.qzjw", "opened"), ("handler.qsfj", "opened"),
            ("lead.zw", "opened"), ("office", "opened"), ("supervisor", "opened"), ("leader", "role_may_not"),
            ("auditor", "role_may_not"), ("admin", "role_may_not"), ("handler.qmzj", "not_found"),
            ("lead.ss", "not_found"), ("butler", "not_found"), ("intake.dt_jingshan", "not_found"),
            ("online-hall", "not_found"),
        ] {
            assert_eq!(opening(&t, who, &id, attachment).await, answer, "{who}");
        }
        for who in ["leader", "auditor"] {
            let seen = listed(&t, who, &id).await.remove(0);
            assert_eq!((&seen["name"], &seen["may_open"]), (&json!("****.pdf"), &json!(false)), "{who}");
        }
        // Another case's number opens nothing, nor does what is no attachment.
        let other = t.registered().await;
        assert_eq!(opening(&t, "intake", &other, attachment).await, "not_found");
        assert_eq!(opening(&t, "intake", &id, 1).await, "not_found");
        t.get("intake", &format!("/api/v1/cases/{id}/attachments/..%2F..")).await.refused(404, "not_found");
        let nobody = TestRequest::default().method(Method::GET).uri(&address(&id, attachment));
        t.send(nobody).await.refused(401, "not_signed_in");
    }

    /// Units never open what came in with a confidential report; what they and the lead add is theirs to read.
    async fn a_confidential_reporters_files_stay_with_the_lead(t: TestApp) {
        let (id, from_reporter) = confidential_case(&t, "qzjw", &["qsfj"]).await;
        let from_unit = uploaded(&t, "handler.qsfj", &id, "本单位意见.pdf", PDF).await;
        let from_lead = uploaded(&t, "lead.zw", &id, "协调函.png", PNG).await;
        for who in ["handler.qzjw", "head.qzjw", "handler.qsfj"] {
            assert_eq!(opening(&t, who, &id, from_reporter).await, "not_yours", "{who}");
            assert_eq!(opening(&t, who, &id, from_unit).await, "opened", "{who}");
            assert_eq!(opening(&t, who, &id, from_lead).await, "opened", "{who}");
            let names: Vec<Value> = listed(&t, who, &id).await.iter().map(|a| a["name"].clone()).collect();
            assert_eq!(names, ["****.pdf", "本单位意见.pdf", "协调函.png"], "{who}");
            let history = t.get(who, &format!("/api/v1/cases/{id}/history")).await;
            assert!(!history.text.contains("甄样"), "{who}: {}", history.text);
        }
        for who in ["intake", "lead.zw", "office"] {
            assert_eq!(opening(&t, who, &id, from_reporter).await, "opened", "{who}");
        }
    }

    /// What a file is, its content says.
    async fn a_wrong_type_under_a_right_name(t: TestApp) {
        let id = t.registered().await;
        let before = t.event_count();
        for (name, content) in [
            ("发票.pdf", EXE),
            ("照片.jpg", b"GIF89a\x01\0\x01\0\0\0\0;".as_slice()),
            ("说明.txt", b"<html><script>alert(1)</script></html>"),
            ("说明.txt", b"binary \0 text"),
            ("材料.docx", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
            ("材料.zip", b"PK\x03\x04\0\0"),
        ] {
            t.upload("intake", &id, name, content).await.refused(415, "unsupported_media_type");
        }
        t.upload("intake", &id, "空.pdf", b"").await.names_field("file");
        assert_eq!((t.event_count(), files(&t)), (before, Vec::<String>::new()));
        // The other way round it is taken, under a name that tells the truth.
        uploaded(&t, "intake", &id, "setup.exe", PDF).await;
        uploaded(&t, "intake", &id, "run.bat", b"@echo off").await;
        let names: Vec<Value> = listed(&t, "intake", &id).await.iter().map(|a| a["name"].clone()).collect();
        assert_eq!(names, ["setup.exe.pdf", "run.bat.txt"]);
    }

    /// A name is a name, never a path.
    async fn path_tricks_in_names(t: TestApp) {
        let id = t.registered().await;
        let long = format!("{}.pdf", "长".repeat(300));
        for (given, kept) in [
            ("../../../../etc/passwd", "passwd.pdf"),
            ("C:\\\\windows\\\\system32\\\\a.pdf", "a.pdf"),
            ("证\u{202E}fdp.明.pdf", "证fdp.明.pdf"),
            ("..", "附件.pdf"),
            ("a%00.pdf", "a%00.pdf"),
            (&long, &format!("{}.pdf", "长".repeat(196))),
        ] {
            let attachment = uploaded(&t, "intake", &id, given, PDF).await;
            let seen = listed(&t, "intake", &id).await.pop().unwrap();
            assert_eq!((&seen["seq"], &seen["name"]), (&json!(attachment), &json!(kept)), "{given}");
        }
        let extended = "form-data; name=\"file\"; filename=\"x.pdf\"; filename*=UTF-8''%2e%2e%2f%E8%AF%81.pdf";
        t.send_form("intake", &id, &[], &[Field::of(extended, PDF)]).await.ok();
        assert_eq!(listed(&t, "intake", &id).await.pop().unwrap()["name"], "证.pdf");
        assert_eq!(only_file(&t).parent().unwrap(), t.files.path().join("files"));
    }

    /// Too large is told by its own code, and leaves nothing; the limit itself is taken.
    async fn the_size_is_limited(t: TestApp) {
        let id = t.registered().await;
        let of = |size: usize| [PDF, &vec![b' '; size - PDF.len()]].concat();
        t.upload("intake", &id, "大.pdf", &of(20 * MIB + 1)).await.refused(413, "too_large");
        assert_eq!(files(&t), Vec::<String>::new());
        let attachment = uploaded(&t, "intake", &id, "大.pdf", &of(20 * MIB)).await;
        assert_eq!(t.get("intake", &address(&id, attachment)).await.bytes.len(), 20 * MIB);
    }

    /// Twenty for one case.
    async fn the_number_is_limited(t: TestApp) {
        let id = t.registered().await;
        for number in 0..20 {
            uploaded(&t, "intake", &id, "说明.txt", format!("第{number}份").as_bytes()).await;
        }
        t.upload("intake", &id, "说明.txt", b"one more").await.refused(409, "too_many_attachments");
        assert_eq!(t.told("intake", &id, "add_attachment").await, "too_many_attachments");
        assert_eq!(files(&t).len(), 20);
        let other = t.registered().await;
        uploaded(&t, "intake", &other, "说明.txt", b"one more").await;
    }

    /// A form is read as strictly as any body.
    async fn a_form_with_something_wrong(t: TestApp) {
        let id = t.registered().await;
        let before = t.event_count();
        let file = || Field::file("a.pdf", PDF);
        let send = async |fields: &[Field]| t.send_form("intake", &id, &[], fields).await;
        send(&[]).await.names_field("file");
        send(&[Field::text("description", "只有说明")]).await.names_field("file");
        send(&[file(), file()]).await.names_field("file");
        send(&[Field::of("form-data; name=\"file\"", PDF)]).await.names_field("file");
        send(&[file(), Field::text("description", "")]).await.names_field("description");
        send(&[file(), Field::text("description", &"长".repeat(501))]).await.names_field("description");
        send(&[file(), Field::text("description", "一"), Field::text("description", "二")]).await.names_field("description");
        send(&[file(), Field::of("form-data; name=\"description\"", b"\xFF")]).await.names_field("description");
        let unknown = send(&[file(), Field::text("folder", "/etc")]).await;
        assert_eq!(unknown.body["code"], "unknown_field");
        unknown.names_field("folder");
        let cut_off = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 and then";
        let token = format!("Bearer {}", t.token("intake").await);
        let request = TestRequest::post().uri(&format!("/api/v1/cases/{id}/attachments")).set_payload(cut_off);
        let request = request.insert_header(("Authorization", token));
        t.send(request.insert_header(("Content-Type", "multipart/form-data; boundary=b"))).await.refused(400, "bad_request");
        t.post("intake", &format!("/api/v1/cases/{id}/attachments"), json!({})).await.refused(415, "unsupported_media_type");
        assert_eq!((t.event_count(), files(&t)), (before, Vec::<String>::new()));
    }

    /// The same upload under the same key is done once; another under it is refused.
    async fn a_repeated_upload(t: TestApp) {
        let id = t.registered().await;
        let key = [("Idempotency-Key", "upload-1")];
        let send = async |name: &str, content: &[u8]| t.send_form("intake", &id, &key, &[Field::file(name, content)]).await;
        let first = send("a.pdf", PDF).await.ok();
        let count = t.event_count();
        assert_eq!(send("a.pdf", PDF).await.ok(), first);
        assert_eq!(t.event_count(), count);
        send("b.pdf", PDF).await.refused(422, "idempotency_mismatch");
        send("a.pdf", PNG).await.refused(422, "idempotency_mismatch");
        assert_eq!(files(&t).len(), 1, "what was refused left nothing");
    }

    /// The same content, twice in one case and once in another: one file, opened from each.
    async fn the_same_content_lies_there_once(t: TestApp) {
        let (one, two) = (t.registered().await, t.registered().await);
        let attachments = [
            (&one, uploaded(&t, "intake", &one, "正面.png", PNG).await),
            (&one, uploaded(&t, "intake", &one, "反面.png", PNG).await),
            (&two, uploaded(&t, "intake", &two, "照片.png", PNG).await),
        ];
        assert_eq!(std::fs::read(only_file(&t)).unwrap(), PNG);
        for (case, attachment) in attachments {
            assert_eq!(t.get("intake", &address(case, attachment)).await.bytes, PNG);
        }
    }

    /// A file that isn't there, or isn't what it was, is told as such and found by `verify`.
    async fn a_damaged_file_is_noticed(t: TestApp) {
        let id = t.registered().await;
        let attachment = uploaded(&t, "intake", &id, "a.pdf", PDF).await;
        let path = only_file(&t);
        let finding = |kind: &str| {
            let report = t.verify();
            let found: Vec<(&str, &str)> = report.findings.iter().map(|f| (f.kind, f.place.as_str())).collect();
            assert_eq!(found, [(kind, format!("attachments/{id}/{attachment}").as_str())], "{report}");
        };
        let mut altered = PDF.to_vec();
        altered[20] ^= 1;
        for content in [altered, PDF[..10].to_vec(), [PDF, b"more"].concat(), Vec::new()] {
            std::fs::write(&path, content).unwrap();
            t.get("intake", &address(&id, attachment)).await.refused(500, "file_damaged");
            finding("file_altered");
        }
        std::fs::remove_file(&path).unwrap();
        t.get("intake", &address(&id, attachment)).await.refused(500, "file_damaged");
        finding("file_missing");
        // On the command line it is found where the folder is named.
        let verify = |more: &[&str]| {
            let program = std::process::Command::new(env!("CARGO_BIN_EXE_bancheng"))
                .args(["verify", "--without-keys", "--database-url", &t.db.as_argument()])
                .args(more)
                .env_remove("BANCHENG_FILES_DIR")
                .output()
                .unwrap();
            (program.status.code(), String::from_utf8(program.stdout).unwrap())
        };
        assert_eq!(verify(&[]).0, Some(0));
        let (code, told) = verify(&["--files-dir", path.parent().unwrap().to_str().unwrap()]);
        assert!(code == Some(1) && told.contains("file_missing"), "{told}");
        // The same file sent again heals it.
        uploaded(&t, "intake", &id, "a.pdf", PDF).await;
        assert_eq!(opening(&t, "intake", &id, attachment).await, "opened");
        assert!(t.verify().is_sound());
    }

    /// The process ends between file and commit: an orphan stays, and is swept an hour later.
    async fn a_crash_between_file_and_commit_leaves_an_orphan(t: TestApp) {
        let id = t.registered().await;
        uploaded(&t, "intake", &id, "a.png", PNG).await;
        let sweep = || bancheng::followers::sweep::files(&t.app.store, t.clock.now()).unwrap();
        let store = t.app.store.files().unwrap();
        let mut orphan = store.begin().unwrap();
        orphan.write(PDF).unwrap();
        let kept = store.keep(&orphan, t.clock.now()).unwrap();
        drop((kept, orphan));
        assert_eq!((files(&t).len(), sweep()), (2, 0));
        assert!(t.verify().is_sound(), "an orphan harms nobody");
        t.at("2021-09-01T10:00:01+08:00");
        assert_eq!((sweep(), files(&t).len()), (1, 1));
        assert_eq!(std::fs::read(only_file(&t)).unwrap(), PNG, "what a case names stays");
        assert_eq!(sweep(), 0);
    }

    /// An upload under way is never swept, however long it takes; one that was cut off is.
    async fn an_upload_under_way_is_left_alone(t: TestApp) {
        let store = t.app.store.files().unwrap();
        // Incoming files have the machine's own time.
        let much_later = crate::support::api::instant("2999-01-01T00:00:00+08:00");
        let mut slow = store.begin().unwrap();
        slow.write(PDF).unwrap();
        std::fs::write(t.files.path().join("files/.incoming-cut-off"), PDF).unwrap();
        bancheng::followers::sweep::files(&t.app.store, much_later).unwrap();
        assert_eq!(files(&t).len(), 1);
        slow.write(PDF).unwrap();
        assert_eq!(slow.size(), 2 * PDF.len() as u64);
        drop(slow);
        assert_eq!(files(&t), Vec::<String>::new());
    }
}

async fn receipt_of_adder(t: &TestApp) -> Value {
    t.get("intake", "/api/v1/me").await.ok()["user"]["id"].clone()
}
