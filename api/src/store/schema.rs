//! All tables, by hand; a test compares them with both databases.

diesel::table! {
    events (stream, seq) {
        stream -> Text,
        seq -> BigInt,
        at -> Timestamp,
        body -> Text,
        hash -> Text,
    }
}

diesel::table! {
    log (log_index) {
        log_index -> BigInt,
        stream -> Text,
        seq -> BigInt,
    }
}

diesel::table! {
    pending (stream, seq) {
        stream -> Text,
        seq -> BigInt,
        at -> Timestamp,
    }
}

diesel::table! {
    streams (stream) {
        stream -> Text,
        seq -> BigInt,
        version -> BigInt,
        head -> Text,
        state -> Text,
    }
}

diesel::table! {
    parts (stream, seq, name) {
        stream -> Text,
        seq -> BigInt,
        name -> Text,
        class -> Text,
        salt -> Nullable<Text>,
        content -> Nullable<Text>,
        sealed -> Nullable<Binary>,
        key_name -> Nullable<Text>,
    }
}

diesel::table! {
    cases (id) {
        id -> Text,
        seq -> BigInt,
        version -> BigInt,
        year -> Integer,
        serial -> BigInt,
        state -> Text,
        level -> Nullable<Integer>,
        outcome -> Nullable<Text>,
        holder_unit -> Nullable<Text>,
        sector -> Text,
        channel -> Text,
        source_unit -> Text,
        registered_by -> Text,
        registered_at -> Timestamp,
        accepted_at -> Timestamp,
        closed_at -> Nullable<Timestamp>,
        reporter_kind -> Text,
        anonymous -> Bool,
        confidential -> Bool,
        matter_name -> Text,
        cause -> Nullable<Text>,
        needs_municipal_coordination -> Bool,
        send_backs -> Integer,
        main_unit -> Nullable<Text>,
        meeting_id -> Nullable<Text>,
        due_date -> Nullable<Date>,
        amber_at -> Nullable<Timestamp>,
        due_at -> Timestamp,
        provisional -> Bool,
        wakes_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    case_units (unit_id, part, case_id) {
        unit_id -> Text,
        part -> Text,
        case_id -> Text,
    }
}

diesel::table! {
    departures (case_id, unit_id, part) {
        case_id -> Text,
        unit_id -> Text,
        part -> Text,
        seq -> BigInt,
        at -> Timestamp,
    }
}

diesel::table! {
    assignments (case_id, ordinal) {
        case_id -> Text,
        ordinal -> Integer,
        work_order_id -> Text,
        unit_id -> Text,
        kind -> Text,
        state -> Text,
        dispatched_at -> Timestamp,
        received_at -> Nullable<Timestamp>,
        due_date -> Date,
        due_at -> Timestamp,
        original_due_date -> Date,
        answered_at -> Nullable<Timestamp>,
        late -> Bool,
    }
}

diesel::table! {
    tasks (case_id, kind, unit_id) {
        case_id -> Text,
        kind -> Text,
        unit_id -> Text,
        due_date -> Nullable<Date>,
        amber_at -> Nullable<Timestamp>,
        due_at -> Timestamp,
    }
}

diesel::table! {
    precedents (case_id, ordinal) {
        case_id -> Text,
        ordinal -> Integer,
        matter_name -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    attachments (case_id, seq) {
        case_id -> Text,
        seq -> BigInt,
        digest -> Text,
        size -> BigInt,
        kind -> Text,
        purged -> Bool,
    }
}

diesel::table! {
    work_orders (id) {
        id -> Text,
        seq -> BigInt,
        version -> BigInt,
        year -> Integer,
        serial -> BigInt,
        state -> Text,
        sector -> Text,
        drafter_unit -> Text,
        main_unit -> Text,
        drafted_at -> Timestamp,
        dispatched_at -> Nullable<Timestamp>,
        due_date -> Nullable<Date>,
        cases -> Integer,
        wakes_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    work_order_units (unit_id, work_order_id) {
        unit_id -> Text,
        work_order_id -> Text,
        sees -> Bool,
    }
}

diesel::table! {
    meetings (id) {
        id -> Text,
        seq -> BigInt,
        version -> BigInt,
        year -> Integer,
        serial -> BigInt,
        state -> Text,
        planned_at -> Timestamp,
        begins_at -> Nullable<Timestamp>,
        signed_at -> Nullable<Timestamp>,
        cases -> Integer,
    }
}

diesel::table! {
    meeting_cases (case_id, meeting_id) {
        case_id -> Text,
        meeting_id -> Text,
    }
}

diesel::table! {
    meeting_units (unit_id, meeting_id) {
        unit_id -> Text,
        meeting_id -> Text,
    }
}

diesel::table! {
    policy_issues (id) {
        id -> Text,
        seq -> BigInt,
        version -> BigInt,
        year -> Integer,
        serial -> BigInt,
        state -> Text,
        sector -> Text,
        case_id -> Text,
        matter_name -> Text,
        opened_at -> Timestamp,
    }
}

diesel::table! {
    units (id) {
        id -> Text,
        seq -> BigInt,
        version -> BigInt,
        name -> Text,
        full_name -> Text,
        kind -> Text,
        parent -> Nullable<Text>,
        leads -> Nullable<Text>,
        coordinates -> Nullable<Text>,
        rank -> BigInt,
        closed -> Bool,
    }
}

diesel::table! {
    users (id) {
        id -> Text,
        seq -> BigInt,
        version -> BigInt,
        username -> Text,
        name -> Text,
        disabled -> Bool,
    }
}

diesel::table! {
    posts (user_id, role, unit_id) {
        user_id -> Text,
        role -> Text,
        unit_id -> Text,
    }
}

diesel::table! {
    counters (series, year) {
        series -> Text,
        year -> Integer,
        value -> BigInt,
    }
}

diesel::table! {
    blind_index (kind, digest, case_id) {
        kind -> Text,
        digest -> Text,
        case_id -> Text,
    }
}

diesel::table! {
    audience (stream, seq) {
        stream -> Text,
        seq -> BigInt,
        kind -> Text,
        who -> Text,
        told -> Nullable<Text>,
    }
}

diesel::table! {
    notices (id) {
        id -> Text,
        unit_id -> Text,
        role -> Text,
        at -> Timestamp,
        kind -> Text,
        stream -> Text,
        seq -> Nullable<BigInt>,
        number -> Text,
        matter_name -> Nullable<Text>,
        due_date -> Nullable<Date>,
    }
}

diesel::table! {
    passwords (user_id) {
        user_id -> Text,
        phc -> Text,
    }
}

diesel::table! {
    sign_in_failures (name_hash) {
        name_hash -> Text,
        failures -> Integer,
        failed_at -> Timestamp,
        locked_until -> Nullable<Timestamp>,
    }
}

diesel::table! {
    sessions (id) {
        id -> Text,
        user_id -> Text,
        role -> Text,
        unit_id -> Text,
        refresh_hash -> Text,
        previous_hash -> Nullable<Text>,
        rotated_at -> Timestamp,
        expires_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    idempotency (key) {
        key -> Text,
        body_hash -> Text,
        answer -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    notice_reads (user_id, notice_id) {
        user_id -> Text,
        notice_id -> Text,
    }
}

diesel::table! {
    notice_marks (user_id, unit_id, role) {
        user_id -> Text,
        unit_id -> Text,
        role -> Text,
        at -> Timestamp,
        notice_id -> Text,
    }
}

diesel::table! {
    saved_views (user_id, name) {
        user_id -> Text,
        name -> Text,
        query -> Text,
    }
}

diesel::table! {
    leases (name) {
        name -> Text,
        holder -> Text,
        until -> Timestamp,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    events,
    log,
    pending,
    streams,
    parts,
    cases,
    case_units,
    departures,
    assignments,
    attachments,
    work_orders,
    work_order_units,
    meetings,
    meeting_cases,
    meeting_units,
    policy_issues,
    units,
    users,
    posts,
    counters,
    blind_index,
    audience,
    notices,
    notice_reads,
    notice_marks,
    saved_views,
    passwords,
    sign_in_failures,
    sessions,
    idempotency,
    leases,
);
