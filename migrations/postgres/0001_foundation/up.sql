-- The log: one row per event, never updated. `body` is canonical JSON and hashed as stored.
CREATE TABLE events (
    stream TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    at TIMESTAMP(3) NOT NULL,
    body TEXT COLLATE "C" NOT NULL,
    hash TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (stream, seq)
);

-- The order of all events, without gap.
CREATE TABLE log (
    log_index BIGINT NOT NULL PRIMARY KEY,
    stream TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    UNIQUE (stream, seq)
);

-- Events that wait for their place in the order; the sequencer moves them. Empty on SQLite.
CREATE TABLE pending (
    stream TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    at TIMESTAMP(3) NOT NULL,
    PRIMARY KEY (stream, seq)
);

-- One row per stream: where it stands, and what its events fold into.
CREATE TABLE streams (
    stream TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    head TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL
);

-- Free texts (clear, salted) and personal data (sealed, the salt inside); erased: content gone.
CREATE TABLE parts (
    stream TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    class TEXT COLLATE "C" NOT NULL,
    salt TEXT COLLATE "C",
    content TEXT COLLATE "C",
    sealed BYTEA,
    key_name TEXT COLLATE "C",
    PRIMARY KEY (stream, seq, name)
);

-- Facts: rows that queries read, each the fold of one stream.
CREATE TABLE cases (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    year INTEGER NOT NULL,
    serial BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    level INTEGER,
    outcome TEXT COLLATE "C",
    holder_unit TEXT COLLATE "C",
    sector TEXT COLLATE "C" NOT NULL,
    channel TEXT COLLATE "C" NOT NULL,
    source_unit TEXT COLLATE "C" NOT NULL,
    registered_by TEXT COLLATE "C" NOT NULL,
    registered_at TIMESTAMP(3) NOT NULL,
    accepted_at TIMESTAMP(3) NOT NULL,
    closed_at TIMESTAMP(3),
    reporter_kind TEXT COLLATE "C" NOT NULL,
    anonymous BOOLEAN NOT NULL,
    confidential BOOLEAN NOT NULL,
    matter_name TEXT COLLATE "C" NOT NULL,
    cause TEXT COLLATE "C",
    needs_municipal_coordination BOOLEAN NOT NULL,
    send_backs INTEGER NOT NULL,
    main_unit TEXT COLLATE "C",
    meeting_id TEXT COLLATE "C",
    due_date DATE,
    amber_at TIMESTAMP(3),
    due_at TIMESTAMP(3) NOT NULL,
    provisional BOOLEAN NOT NULL,
    wakes_at TIMESTAMP(3),
    UNIQUE (year, serial)
);
-- lists by deadline: of all cases, of a sector (every second or third case on the way is of it), of a common search
CREATE INDEX cases_by_due ON cases (due_at, id);
-- lists of one state by deadline
CREATE INDEX cases_by_state ON cases (state, due_at, id);
-- what lies in a unit's hands
CREATE INDEX cases_by_holder ON cases (holder_unit, due_at, id);
-- lists by 受理时间; what a machine client registered, too
CREATE INDEX cases_by_accepted ON cases (accepted_at, id);
-- the office's watch list by deadline
CREATE INDEX cases_watched ON cases (due_at, id) WHERE needs_municipal_coordination;
-- where time alone has something to bring about
CREATE INDEX cases_by_waking ON cases (wakes_at);

-- Which units have, or had, a part in a case; what scopes read.
CREATE TABLE case_units (
    unit_id TEXT COLLATE "C" NOT NULL,
    part TEXT COLLATE "C" NOT NULL,
    case_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (unit_id, part, case_id)
);
CREATE INDEX case_units_by_case ON case_units (case_id);

-- Units whose part in a case has ended, and the event up to which they read it.
CREATE TABLE departures (
    case_id TEXT COLLATE "C" NOT NULL,
    unit_id TEXT COLLATE "C" NOT NULL,
    part TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (case_id, unit_id, part)
);
-- what a unit had in hands before, the latest first
CREATE INDEX departures_by_unit ON departures (unit_id, part, at, case_id);

CREATE TABLE assignments (
    case_id TEXT COLLATE "C" NOT NULL,
    ordinal INTEGER NOT NULL,
    work_order_id TEXT COLLATE "C" NOT NULL,
    unit_id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    dispatched_at TIMESTAMP(3) NOT NULL,
    received_at TIMESTAMP(3),
    due_date DATE NOT NULL,
    due_at TIMESTAMP(3) NOT NULL,
    original_due_date DATE NOT NULL,
    answered_at TIMESTAMP(3),
    late BOOLEAN NOT NULL,
    PRIMARY KEY (case_id, ordinal)
);
-- What waits for whom.
CREATE TABLE tasks (
    case_id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    unit_id TEXT COLLATE "C" NOT NULL,
    due_date DATE,
    amber_at TIMESTAMP(3),
    due_at TIMESTAMP(3) NOT NULL,
    PRIMARY KEY (case_id, kind, unit_id)
);
-- a unit's inbox, the nearest deadline first
CREATE INDEX tasks_by_unit ON tasks (unit_id, due_at, case_id, kind);

-- Rulings and resolutions that guide the next cases of the same matter.
CREATE TABLE precedents (
    case_id TEXT COLLATE "C" NOT NULL,
    ordinal INTEGER NOT NULL,
    matter_name TEXT COLLATE "C" NOT NULL,
    at TIMESTAMP(3) NOT NULL,
    PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX precedents_by_matter ON precedents (matter_name, at);

-- Files that go with a case; their content lies in the folder of files, under its digest.
CREATE TABLE attachments (
    case_id TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    size BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    purged BOOLEAN NOT NULL,
    PRIMARY KEY (case_id, seq)
);
-- who still names a file
CREATE INDEX attachments_by_digest ON attachments (digest);

CREATE TABLE work_orders (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    year INTEGER NOT NULL,
    serial BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    sector TEXT COLLATE "C" NOT NULL,
    drafter_unit TEXT COLLATE "C" NOT NULL,
    main_unit TEXT COLLATE "C" NOT NULL,
    drafted_at TIMESTAMP(3) NOT NULL,
    dispatched_at TIMESTAMP(3),
    due_date DATE,
    cases INTEGER NOT NULL,
    wakes_at TIMESTAMP(3),
    UNIQUE (year, serial)
);
-- the list, the latest drafted first
CREATE INDEX work_orders_by_drafted ON work_orders (drafted_at, id);
-- what a unit is asked to confirm
CREATE INDEX work_orders_by_main ON work_orders (main_unit, state);
-- where silence will confirm
CREATE INDEX work_orders_by_waking ON work_orders (wakes_at);

-- Which units a work order concerns: drafter, main, co.
CREATE TABLE work_order_units (
    unit_id TEXT COLLATE "C" NOT NULL,
    work_order_id TEXT COLLATE "C" NOT NULL,
    sees BOOLEAN NOT NULL,
    PRIMARY KEY (unit_id, work_order_id)
);
CREATE INDEX work_order_units_by_sheet ON work_order_units (work_order_id);

CREATE TABLE meetings (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    year INTEGER NOT NULL,
    serial BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    planned_at TIMESTAMP(3) NOT NULL,
    begins_at TIMESTAMP(3),
    signed_at TIMESTAMP(3),
    cases INTEGER NOT NULL,
    UNIQUE (year, serial)
);

-- the list, the latest planned first
CREATE INDEX meetings_by_planned ON meetings (planned_at, id);

-- Which cases stand on a meeting's agenda: who may see one of them may see the meeting.
CREATE TABLE meeting_cases (
    case_id TEXT COLLATE "C" NOT NULL,
    meeting_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, meeting_id)
);
CREATE INDEX meeting_cases_by_meeting ON meeting_cases (meeting_id);

-- Which units were invited, or came.
CREATE TABLE meeting_units (
    unit_id TEXT COLLATE "C" NOT NULL,
    meeting_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (unit_id, meeting_id)
);
CREATE INDEX meeting_units_by_meeting ON meeting_units (meeting_id);

CREATE TABLE policy_issues (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    year INTEGER NOT NULL,
    serial BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    sector TEXT COLLATE "C" NOT NULL,
    case_id TEXT COLLATE "C" NOT NULL,
    matter_name TEXT COLLATE "C" NOT NULL,
    opened_at TIMESTAMP(3) NOT NULL,
    UNIQUE (year, serial)
);
-- the list, the latest opened first
CREATE INDEX policy_issues_by_opened ON policy_issues (opened_at, id);
-- what a case opened
CREATE INDEX policy_issues_by_case ON policy_issues (case_id);

-- A sector has one lead and at most one coordinator.
CREATE TABLE units (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    full_name TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    parent TEXT COLLATE "C",
    leads TEXT COLLATE "C" UNIQUE,
    coordinates TEXT COLLATE "C" UNIQUE,
    rank BIGINT NOT NULL,
    closed BOOLEAN NOT NULL
);

CREATE TABLE users (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    username TEXT COLLATE "C" NOT NULL UNIQUE,
    name TEXT COLLATE "C" NOT NULL,
    disabled BOOLEAN NOT NULL
);

CREATE TABLE posts (
    user_id TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    unit_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (user_id, role, unit_id)
);

-- Derived: the last number taken, per series and year.
CREATE TABLE counters (
    series TEXT COLLATE "C" NOT NULL,
    year INTEGER NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (series, year)
);

-- Derived: the terms of each case's public texts.
CREATE TABLE case_search (
    case_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    terms TSVECTOR NOT NULL
);
-- Searches read what waits to be merged, too: it stays short.
CREATE INDEX case_search_by_term ON case_search USING GIN (terms) WITH (gin_pending_list_limit = 1024);

-- Derived: whole values of personal data by keyed hash, and the sketch of the problem.
CREATE TABLE blind_index (
    kind TEXT COLLATE "C" NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    case_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, digest, case_id)
);
CREATE INDEX blind_index_by_case ON blind_index (case_id);
-- Derived: who may learn of an event, and whom it tells, for live updates. `who` and `told` are JSON.
CREATE TABLE audience (
    stream TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    who TEXT COLLATE "C" NOT NULL,
    told TEXT COLLATE "C",
    PRIMARY KEY (stream, seq)
);

-- Derived: what a post is told. `seq` is that of the event that gave it; none where the clock did.
CREATE TABLE notices (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    unit_id TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    at TIMESTAMP NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    stream TEXT COLLATE "C" NOT NULL,
    seq BIGINT,
    number TEXT COLLATE "C" NOT NULL,
    matter_name TEXT COLLATE "C",
    due_date DATE
);
-- what reached a post, the latest first
CREATE INDEX notices_by_post ON notices (unit_id, role, at, id);

-- Machinery.
CREATE TABLE passwords (
    user_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    phc TEXT COLLATE "C" NOT NULL
);

-- Failures to sign in, by the keyed hash of the name, whether or not anybody bears it.
CREATE TABLE sign_in_failures (
    name_hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    failed_at TIMESTAMP(3) NOT NULL,
    locked_until TIMESTAMP(3)
);
CREATE INDEX sign_in_failures_by_age ON sign_in_failures (failed_at);

CREATE TABLE sessions (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    user_id TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    unit_id TEXT COLLATE "C" NOT NULL,
    refresh_hash TEXT COLLATE "C" NOT NULL,
    previous_hash TEXT COLLATE "C",
    rotated_at TIMESTAMP(3) NOT NULL,
    expires_at TIMESTAMP(3) NOT NULL,
    ended_at TIMESTAMP(3)
);
CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE idempotency (
    key TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    body_hash TEXT COLLATE "C" NOT NULL,
    answer TEXT COLLATE "C" NOT NULL,
    at TIMESTAMP(3) NOT NULL
);
CREATE INDEX idempotency_by_age ON idempotency (at);

-- Which notices a person has read, one by one ...
CREATE TABLE notice_reads (
    user_id TEXT COLLATE "C" NOT NULL,
    notice_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (user_id, notice_id)
);

-- ... and up to which one in a post.
CREATE TABLE notice_marks (
    user_id TEXT COLLATE "C" NOT NULL,
    unit_id TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    at TIMESTAMP NOT NULL,
    notice_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (user_id, unit_id, role)
);

-- Lists of cases that a person comes back to.
CREATE TABLE saved_views (
    user_id TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    query TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (user_id, name)
);

CREATE TABLE leases (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    holder TEXT COLLATE "C" NOT NULL,
    until TIMESTAMP(3) NOT NULL
);
