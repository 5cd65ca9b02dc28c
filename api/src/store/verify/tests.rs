//! On a real file: what was committed is sound, what is altered behind the store's back is named.

use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection;

use super::*;
use crate::crypto::salted;
use crate::domain::case::Case;
use crate::domain::case::{CaseEvent, ErasedPart, Registered, Step};
use crate::domain::log::{ActedBy, Draft, PartClass, PartDraft};
use crate::domain::unit::{NewUnit, Unit, UnitEvent};
use crate::domain::user::{User, UserEvent};
use crate::domain::words::{CaseState, Channel, Failure, NoteKind, ReporterKind, Sector};
use crate::domain::work_order::{SheetEvent, WorkOrder};
use crate::store::{Changes, CommitError, DatabaseUrl, SealedPart, Series, Stored, Write, stream_name, streams};

/// A secret that no report may contain.
const PHONE: &str = "13800000000";
const PROBLEM: &str = "窗口要求重复提交材料";

/// A database of two units, two users, a work order, two cases: the first accepted, then noted on.
struct World {
    _folder: tempfile::TempDir,
    store: Store,
    keys: KeyRing,
}

impl World {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::Sqlite(folder.path().join("bancheng.db"));
        Store::migrate(&url).unwrap();
        let world = Self { _folder: folder, store: Store::open(url).unwrap(), keys: KeyRing::ephemeral() };
        world.populate();
        world
    }

    fn populate(&self) {
        for (id, name) in [("qzwfwj", "区政务服务局"), ("dating", "区政务服务大厅")] {
            self.begin::<Unit>(id, vec![Draft::new(unit(id, name))], None);
        }
        for (id, username) in [("u1", "zhang.san"), ("u2", "li.si")] {
            self.begin::<User>(id, vec![Draft::new(user(username))], None);
        }
        for id in ["c1", "c2"] {
            let series = Series { name: "case", year: 2021 };
            self.begin::<Case>(id, vec![registered()], Some(series));
        }
        let series = Series { name: "work_order", year: 2021 };
        self.begin::<WorkOrder>("w1", vec![Draft::new(drafted())], Some(series));
        let step = Step { to: CaseState::Accepted, holder: Some("qzwfwj".into()), target: None };
        self.go_on("c1", vec![Draft::new(CaseEvent::Accepted { step })]);
        self.go_on("c1", vec![Draft::new(CaseEvent::Noted { kind: NoteKind::General }).text("text", "已电话说明")]);
    }

    fn begin<A: Stored>(&self, id: &str, drafts: Vec<Draft<A::Event>>, series: Option<Series>) {
        let events = self.sealed(&stream_name::<A>(id), 0, drafts);
        let (by, at) = (ActedBy::system(), at(0));
        let head = String::new();
        self.commit(Write::<A> { id: id.to_owned(), seq: 0, version: 0, head, before: None, events, by, at, series })
            .unwrap();
    }

    fn go_on(&self, id: &str, drafts: Vec<Draft<CaseEvent>>) {
        self.try_to_go_on(id, drafts).unwrap();
    }

    fn try_to_go_on(&self, id: &str, drafts: Vec<Draft<CaseEvent>>) -> Result<(), CommitError> {
        let loaded = self.store.read_here(|conn| streams::load::<Case>(conn, id)).unwrap().unwrap();
        let events = self.sealed(&stream_name::<Case>(id), loaded.seq, drafts);
        self.commit(Write {
            id: id.to_owned(),
            seq: loaded.seq,
            version: loaded.version,
            head: loaded.head,
            before: Some(loaded.state),
            events,
            by: ActedBy::system(),
            at: at(loaded.seq),
            series: None,
        })
    }

    fn commit<A: Stored>(&self, write: Write<A>) -> Result<(), CommitError> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(self.store.commit(Changes::new().write(write))).map(|_| ())
    }

    fn sealed<E>(&self, stream: &str, after: i64, drafts: Vec<Draft<E>>) -> Vec<(E, Vec<SealedPart>)> {
        let seal = |seq: i64, part: PartDraft| self.seal(&format!("{stream}#{seq}#{}", part.name), part);
        let with_parts = |(draft, seq): (Draft<E>, i64)| {
            (draft.event, draft.parts.into_iter().map(|part| seal(seq, part)).collect())
        };
        drafts.into_iter().zip(after + 1..).map(with_parts).collect()
    }

    fn seal(&self, context: &str, PartDraft { name, class, content }: PartDraft) -> SealedPart {
        let empty =
            SealedPart { name, class, digest: String::new(), salt: None, content: None, sealed: None, key_name: None };
        match class {
            PartClass::Text => {
                let salted = salted(&content);
                SealedPart { digest: salted.digest, salt: Some(salted.salt_hex), content: Some(content), ..empty }
            }
            PartClass::Personal => {
                let sealed = self.keys.seal(context, &content);
                let (bytes, key_name) = (Some(sealed.bytes), Some(sealed.key_name));
                SealedPart { digest: sealed.digest, sealed: bytes, key_name, ..empty }
            }
        }
    }

    fn verify(&self) -> Report {
        verify(&self.store, Some(&self.keys)).unwrap()
    }

    /// Alters the database behind the store's back; what is found then, as `kind place`.
    fn after(self, sql: &str) -> Vec<String> {
        self.store.url().connect().unwrap().batch_execute(sql).unwrap();
        let report = self.verify();
        let json = serde_json::to_string(&report).unwrap();
        for secret in [PHONE, PROBLEM, "张三"] {
            assert!(!json.contains(secret), "{report}");
        }
        assert_eq!(report.is_sound(), report.findings.is_empty());
        report.findings.iter().map(|finding| format!("{} {}", finding.kind, finding.place)).collect()
    }
}

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_620_000_000_000 + minutes * 60_000).unwrap()
}

fn unit(id: &str, name: &str) -> UnitEvent {
    let new = serde_json::json!({"id": id, "name": name, "full_name": name, "kind": "department"});
    UnitEvent::UnitCreated(serde_json::from_value::<NewUnit>(new).unwrap())
}

fn user(username: &str) -> UserEvent {
    let posts = serde_json::json!([{"role": "intake", "unit": "dating"}, {"role": "lead", "unit": "qzwfwj"}]);
    let new = serde_json::json!({"username": username, "name": "张三", "posts": posts});
    UserEvent::UserCreated(serde_json::from_value(new).unwrap())
}

fn registered() -> Draft<CaseEvent> {
    let event = CaseEvent::Registered(Box::new(Registered {
        number: None,
        sector: Sector::GovernmentService,
        channel: Channel::DistrictHall,
        source_unit: "dating".into(),
        receiving_unit: "dating".into(),
        registering_unit: "dating".into(),
        butler_unit: None,
        accepted_at: at(0),
        reporter_kind: ReporterKind::Person,
        anonymous: false,
        confidential: false,
        reachable: true,
        matter_name: "食品经营许可".to_owned(),
        failure: Failure::NotAccepted,
        cause: None,
        needs_municipal_coordination: false,
        repeat_of: None,
    }));
    Draft::new(event).text("problem", PROBLEM).personal_if("person", Some(PHONE))
}

fn drafted() -> SheetEvent {
    let to = serde_json::json!({"main_unit": "qzwfwj", "co_units": ["dating"], "due_date": null});
    let sector = Sector::GovernmentService.as_str();
    let data = serde_json::json!({"sector": sector, "drafter_unit": "qzwfwj", "to": to, "cases": ["c1"]});
    serde_json::from_value(serde_json::json!({"type": "sheet_drafted", "data": data})).unwrap()
}

/// SQL that writes an event anew as `alter` leaves it, hashed and canonical.
fn forged(world: &World, stream: &str, seq: i64, alter: impl Fn(&mut Value)) -> String {
    use crate::store::schema::events;
    use diesel::prelude::*;
    let body = events::table.find((stream, seq)).select(events::body);
    let body: String = world.store.read_here(|conn| Ok(body.first(conn)?)).unwrap();
    let mut body: Value = serde_json::from_str(&body).unwrap();
    alter(&mut body);
    let body = serde_json_canonicalizer::to_string(&body).unwrap();
    let hash = crate::crypto::digest::digest(body.as_bytes());
    format!("UPDATE events SET body = '{body}', hash = '{hash}' WHERE stream = '{stream}' AND seq = {seq}")
}

#[test]
fn what_was_committed_is_sound() {
    let world = World::new();
    let report = world.verify();
    assert!(report.is_sound(), "{report}");
    let expected = "sound: 7 streams, 9 events (0 pending), 5 parts (0 erased), 17 rows";
    assert_eq!(report.to_string(), expected);
    let without = verify(&world.store, None).unwrap();
    assert!(without.is_sound() && without.without_keys, "{without}");
}

#[test]
fn it_works_while_others_write() {
    let world = World::new();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for _ in 0..40 {
                let note = CaseEvent::Noted { kind: NoteKind::General };
                world.go_on("c1", vec![Draft::new(note).text("text", "记事")]);
            }
        });
        while !writer.is_finished() {
            let report = world.verify();
            assert!(report.is_sound(), "{report}");
        }
    });
    assert_eq!(world.verify().events, 49);
}

#[test]
fn an_empty_database_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::Sqlite(folder.path().join("empty.db"));
    Store::migrate(&url).unwrap();
    assert_eq!(verify(&Store::open(url).unwrap(), None).unwrap(), Report { without_keys: true, ..Report::default() });
}

#[test]
fn more_than_a_page_is_walked_whole() {
    let world = World::new();
    let note = || Draft::new(CaseEvent::Noted { kind: NoteKind::General }).text("text", "记事");
    let count = usize::try_from(cursor::PAGE).unwrap() + 1;
    world.go_on("c2", (0..count).map(|_| note()).collect());
    for i in 0..count {
        let id = format!("unit{i}");
        world.begin::<Unit>(&id, vec![Draft::new(unit(&id, "单位"))], None);
    }
    let report = world.verify();
    assert!(report.is_sound(), "{report}");
    assert_eq!(report.events, 9 + 2 * count as u64);
    let found = world.after("DELETE FROM units WHERE id = 'unit7'; DELETE FROM parts WHERE seq = 500");
    assert_eq!(found, ["part_missing case/c2#500#text", "row_missing units/unit7"]);
}

#[test]
fn an_altered_row_is_named_by_column() {
    let world = World::new();
    let sql = "UPDATE cases SET holder_unit = NULL, version = 9 WHERE id = 'c1'";
    world.store.url().connect().unwrap().batch_execute(sql).unwrap();
    let report = world.verify();
    let shown: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            r#"row_differs cases/c1 2021-0001: /holder_unit: expected "qzwfwj", found null"#,
            "row_differs cases/c1 2021-0001: /version: expected 2, found 9",
        ]
    );
}

#[test]
fn rows_are_found_missing_surplus_and_orphaned() {
    let sql = "DELETE FROM case_units WHERE case_id = 'c2'; DELETE FROM posts WHERE role = 'lead' AND user_id = 'u1';
        INSERT INTO posts VALUES ('u2', 'admin', 'qzwfwj');
        INSERT INTO posts VALUES ('u3', 'admin', 'qzwfwj');
        INSERT INTO case_units VALUES ('dating', 'intake', 'c0'), ('dating', 'intake', 'c9');
        UPDATE users SET name = '王五' WHERE id = 'u2'";
    assert_eq!(
        World::new().after(sql),
        [
            "row_without_stream case_units/c0/dating/intake",
            "row_missing case_units/c2/dating/intake",
            "row_missing posts/u1/lead/qzwfwj",
            "row_differs users/u2",
            "row_surplus posts/u2/admin/qzwfwj",
            "row_without_stream case_units/c9/dating/intake",
            "row_without_stream posts/u3/admin/qzwfwj",
        ]
    );
}

#[test]
fn a_row_that_cannot_be_read_is_named() {
    let sql = "UPDATE cases SET due_at = 'soon' WHERE id = 'c1'";
    assert_eq!(World::new().after(sql), ["row_unreadable cases/c1", "row_missing cases/c1 2021-0001"]);
}

#[test]
fn a_stream_that_differs_from_its_events_is_named() {
    let sql = "UPDATE streams SET version = 3, state = replace(state, '\"accepted\"', '\"closed\"')
        WHERE stream = 'case/c1';
        UPDATE streams SET head = 'x' WHERE stream = 'case/c2';
        UPDATE streams SET state = '{' WHERE stream = 'unit/dating';
        INSERT INTO streams VALUES ('case/c7', 0, 0, '', '{}'), ('weather/w1', 0, 0, '', '{}');
        DELETE FROM streams WHERE stream = 'user/u1'";
    assert_eq!(
        World::new().after(sql),
        [
            "stream_version case/c1",
            "stream_state case/c1",
            "stream_head case/c2",
            "stream_without_events case/c7",
            "stream_state unit/dating",
            "stream_missing user/u1",
            "stream_kind weather/w1",
            "stream_without_events weather/w1",
        ]
    );
}

#[test]
fn an_altered_event_is_named() {
    let sql = "UPDATE events SET body = replace(body, '食品', '药品') WHERE stream = 'case/c1' AND seq = 1";
    let found = ["event_hash case/c1#1", "stream_state case/c1", "row_differs cases/c1 2021-0001"];
    assert_eq!(World::new().after(sql), found);
    for broken in ["replace(body, ',', ', ')", "'{}'", "'{'", "replace(body, '\"accepted\"', '\"won\"')"] {
        let sql = format!("UPDATE events SET body = {broken} WHERE stream = 'case/c1' AND seq = 2");
        let found = World::new().after(&sql);
        assert_eq!(found[0], "event_hash case/c1#2", "{broken}: {found:?}");
        assert_eq!(found.len(), 2, "{broken}: {found:?}");
    }
}

#[test]
fn an_event_altered_with_its_hash_breaks_the_chain() {
    let world = World::new();
    let sql = forged(&world, "case/c1", 2, |body| body["by"]["user"] = "somebody".into());
    assert_eq!(world.after(&sql), ["event_prev case/c1#3"]);
    let world = World::new();
    let sql = forged(&world, "case/c1", 3, |body| body["by"]["user"] = "somebody".into());
    assert_eq!(world.after(&sql), ["stream_head case/c1"]);
}

#[test]
fn an_event_in_the_wrong_place_is_named() {
    let world = World::new();
    let sql = forged(&world, "case/c1", 3, |body| {
        body["stream"] = "case/c2".into();
        body["seq"] = 4.into();
        body["v"] = 2.into();
        body["at"] = "2021-01-01T00:00:00Z".into();
    });
    let found = world.after(&sql);
    let kinds: Vec<&str> = found.iter().filter_map(|f| f.split_once(" case/c1#3").map(|(kind, _)| kind)).collect();
    assert_eq!(kinds, ["event_format", "event_stream", "event_seq", "event_at", "event_time"]);
}

#[test]
fn a_deleted_event_is_named() {
    let gap = World::new().after("DELETE FROM events WHERE stream = 'case/c1' AND seq = 2");
    assert_eq!(gap, ["event_gap case/c1#3", "log_without_event log/8"]);
    let last = World::new().after("DELETE FROM events WHERE stream = 'case/c1' AND seq = 3");
    let expected = ["stream_seq case/c1", "stream_head case/c1", "stream_state case/c1"];
    let rest = ["row_differs cases/c1 2021-0001", "log_without_event log/9", "part_without_event case/c1#3#text"];
    let found: std::collections::BTreeSet<_> = last.iter().map(String::as_str).collect();
    assert_eq!(found, expected.into_iter().chain(rest).collect(), "{last:?}");
    let all = World::new().after("DELETE FROM events WHERE stream = 'unit/dating'");
    assert_eq!(all, ["stream_without_events unit/dating", "row_surplus units/dating", "log_without_event log/2"]);
}

#[test]
fn the_order_is_whole() {
    assert_eq!(
        World::new().after("DELETE FROM log WHERE log_index = 8"),
        ["event_unordered case/c1#2", "log_gap log/8"]
    );
    let swapped = "UPDATE log SET log_index = 0 WHERE log_index = 8; UPDATE log SET log_index = 8 WHERE log_index = 9;
        UPDATE log SET log_index = 9 WHERE log_index = 0";
    assert_eq!(World::new().after(swapped), ["log_order case/c1#3"]);
    let waiting = "INSERT INTO pending SELECT stream, seq, at FROM events WHERE stream = 'case/c1' AND seq = 1;
        INSERT INTO pending VALUES ('case/c3', 1, '2021-05-07 00:00:00.000');
        DELETE FROM log WHERE stream = 'case/c1' AND seq = 1";
    let found = World::new().after(waiting);
    let expected = ["log_order case/c1#2", "pending_without_event case/c3#1", "pending_left pending", "log_gap log/5"];
    assert_eq!(found, expected);
}

#[test]
fn an_altered_part_is_named_but_not_shown() {
    let part = |set: &str, name: &str| {
        World::new().after(&format!("UPDATE parts SET {set} WHERE stream = 'case/c1' AND name = '{name}'"))
    };
    assert_eq!(part("content = 'another text'", "problem"), ["part_digest case/c1#1#problem"]);
    assert_eq!(part("salt = 'ff'", "problem"), ["part_digest case/c1#1#problem"]);
    assert_eq!(part("salt = NULL", "problem"), ["part_form case/c1#1#problem"]);
    assert_eq!(part("class = 'personal'", "problem"), ["part_class case/c1#1#problem"]);
    assert_eq!(part("content = '13800000000'", "person"), ["part_form case/c1#1#person"]);
    assert_eq!(part("sealed = zeroblob(80)", "person"), ["part_sealed case/c1#1#person"]);
    let unknown = "key_name = 'xchacha20poly1305/field-9'";
    assert_eq!(part(unknown, "person"), ["part_key_unknown case/c1#1#person"]);
    assert_eq!(part("seq = 2", "person"), ["part_missing case/c1#1#person", "part_unnamed case/c1#2#person"]);
    let moved = "UPDATE parts SET sealed = (SELECT sealed FROM parts WHERE stream = 'case/c2' AND name = 'person')
        WHERE stream = 'case/c1' AND name = 'person'";
    assert_eq!(World::new().after(moved), ["part_sealed case/c1#1#person"]);
}

#[test]
fn a_part_that_an_event_erased_is_counted_and_sound() {
    let world = World::new();
    let erased = ["problem", "person"].map(|name| ErasedPart { name: name.to_owned(), digest: String::new() });
    let purged = CaseEvent::ClassifiedPurged { seq: 1, parts: erased.to_vec(), file: None };
    world.go_on("c1", vec![Draft::new(purged).text("reason", "含涉密内容")]);
    let report = world.verify();
    assert!(report.is_sound(), "{report}");
    assert_eq!((report.parts, report.erased_parts), (6, 2));
    let row = "content = 'again', salt = '00' WHERE stream = 'case/c1' AND name = 'problem'";
    let found = world.after(&format!("UPDATE parts SET {row}"));
    assert_eq!(found, ["part_digest case/c1#1#problem", "part_not_erased case/c1#1#problem"]);
}

#[test]
fn a_part_without_content_that_no_event_erased_is_named() {
    let emptied =
        "UPDATE parts SET content = NULL, sealed = NULL, salt = NULL, key_name = NULL WHERE stream = 'case/c1'";
    let places = ["part_erased case/c1#1#person", "part_erased case/c1#1#problem", "part_erased case/c1#3#text"];
    assert_eq!(World::new().after(emptied), places);
}

#[test]
fn an_event_cannot_erase_what_is_not_there() {
    let world = World::new();
    let erased = ErasedPart { name: "nothing".to_owned(), digest: String::new() };
    let purged = CaseEvent::ClassifiedPurged { seq: 1, parts: vec![erased], file: None };
    assert!(world.try_to_go_on("c1", vec![Draft::new(purged)]).is_err());
    assert!(world.verify().is_sound());
}

#[test]
fn numbers_and_counters_are_whole() {
    let after = |sql: &str| World::new().after(sql);
    let counters = ["counter_differs counters/case/2021", "counter_differs counters/work_order/2021"];
    assert_eq!(after("UPDATE counters SET value = 3"), counters);
    assert_eq!(after("DELETE FROM counters"), counters);
    let surplus = "INSERT INTO counters VALUES ('work_order', 2022, 1)";
    assert_eq!(after(surplus), ["counter_differs counters/work_order/2022"]);
    let gap = after("UPDATE cases SET serial = 5 WHERE id = 'c2'");
    assert_eq!(gap, ["row_differs cases/c2 2021-0002", "number_gap cases/2021", "counter_differs counters/case/2021"]);
}
