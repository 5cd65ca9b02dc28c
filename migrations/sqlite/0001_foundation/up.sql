-- The log: one row per event, never updated. `body` is canonical JSON and hashed as stored.
CREATE TABLE events (
    stream TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at TIMESTAMP NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (stream, seq)
) WITHOUT ROWID;

-- The order of all events, without gap.
CREATE TABLE log (
    log_index BIGINT NOT NULL PRIMARY KEY,
    stream TEXT NOT NULL,
    seq BIGINT NOT NULL,
    UNIQUE (stream, seq)
);

-- Events that wait for their place in the order; the sequencer moves them. Empty on SQLite.
CREATE TABLE pending (
    stream TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (stream, seq)
) WITHOUT ROWID;

-- One row per stream: where it stands, and what its events fold into.
CREATE TABLE streams (
    stream TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    head TEXT NOT NULL,
    state TEXT NOT NULL
) WITHOUT ROWID;

-- Free texts (clear, salted) and personal data (sealed, the salt inside); erased: content gone.
CREATE TABLE parts (
    stream TEXT NOT NULL,
    seq BIGINT NOT NULL,
    name TEXT NOT NULL,
    class TEXT NOT NULL,
    salt TEXT,
    content TEXT,
    sealed BLOB,
    key_name TEXT,
    PRIMARY KEY (stream, seq, name)
) WITHOUT ROWID;

-- Facts: rows that queries read, each the fold of one stream.
CREATE TABLE cases (
    id TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    year INTEGER NOT NULL,
    serial BIGINT NOT NULL,
    state TEXT NOT NULL,
    level INTEGER,
    outcome TEXT,
    holder_unit TEXT,
    sector TEXT NOT NULL,
    channel TEXT NOT NULL,
    source_unit TEXT NOT NULL,
    registered_by TEXT NOT NULL,
    registered_at TIMESTAMP NOT NULL,
    accepted_at TIMESTAMP NOT NULL,
    closed_at TIMESTAMP,
    reporter_kind TEXT NOT NULL,
    anonymous BOOLEAN NOT NULL,
    confidential BOOLEAN NOT NULL,
    matter_name TEXT NOT NULL,
    cause TEXT,
    needs_municipal_coordination BOOLEAN NOT NULL,
    send_backs INTEGER NOT NULL,
    main_unit TEXT,
    meeting_id TEXT,
    due_date DATE,
    amber_at TIMESTAMP,
    due_at TIMESTAMP NOT NULL,
    provisional BOOLEAN NOT NULL,
    wakes_at TIMESTAMP,
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
    unit_id TEXT NOT NULL,
    part TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (unit_id, part, case_id)
) WITHOUT ROWID;
CREATE INDEX case_units_by_case ON case_units (case_id);

-- Units whose part in a case has ended, and the event up to which they read it.
CREATE TABLE departures (
    case_id TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    part TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (case_id, unit_id, part)
) WITHOUT ROWID;
-- what a unit had in hands before, the latest first
CREATE INDEX departures_by_unit ON departures (unit_id, part, at, case_id);

CREATE TABLE assignments (
    case_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    work_order_id TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    dispatched_at TIMESTAMP NOT NULL,
    received_at TIMESTAMP,
    due_date DATE NOT NULL,
    due_at TIMESTAMP NOT NULL,
    original_due_date DATE NOT NULL,
    answered_at TIMESTAMP,
    late BOOLEAN NOT NULL,
    PRIMARY KEY (case_id, ordinal)
) WITHOUT ROWID;
-- What waits for whom.
CREATE TABLE tasks (
    case_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    due_date DATE,
    amber_at TIMESTAMP,
    due_at TIMESTAMP NOT NULL,
    PRIMARY KEY (case_id, kind, unit_id)
) WITHOUT ROWID;
-- a unit's inbox, the nearest deadline first
CREATE INDEX tasks_by_unit ON tasks (unit_id, due_at, case_id, kind);

-- Rulings and resolutions that guide the next cases of the same matter.
CREATE TABLE precedents (
    case_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    matter_name TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (case_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX precedents_by_matter ON precedents (matter_name, at);

-- Files that go with a case; their content lies in the folder of files, under its digest.
CREATE TABLE attachments (
    case_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    digest TEXT NOT NULL,
    size BIGINT NOT NULL,
    kind TEXT NOT NULL,
    purged BOOLEAN NOT NULL,
    PRIMARY KEY (case_id, seq)
) WITHOUT ROWID;
-- who still names a file
CREATE INDEX attachments_by_digest ON attachments (digest);

CREATE TABLE work_orders (
    id TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    year INTEGER NOT NULL,
    serial BIGINT NOT NULL,
    state TEXT NOT NULL,
    sector TEXT NOT NULL,
    drafter_unit TEXT NOT NULL,
    main_unit TEXT NOT NULL,
    drafted_at TIMESTAMP NOT NULL,
    dispatched_at TIMESTAMP,
    due_date DATE,
    cases INTEGER NOT NULL,
    wakes_at TIMESTAMP,
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
    unit_id TEXT NOT NULL,
    work_order_id TEXT NOT NULL,
    sees BOOLEAN NOT NULL,
    PRIMARY KEY (unit_id, work_order_id)
) WITHOUT ROWID;
CREATE INDEX work_order_units_by_sheet ON work_order_units (work_order_id);

CREATE TABLE meetings (
    id TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    year INTEGER NOT NULL,
    serial BIGINT NOT NULL,
    state TEXT NOT NULL,
    planned_at TIMESTAMP NOT NULL,
    begins_at TIMESTAMP,
    signed_at TIMESTAMP,
    cases INTEGER NOT NULL,
    UNIQUE (year, serial)
);

-- the list, the latest planned first
CREATE INDEX meetings_by_planned ON meetings (planned_at, id);

-- Which cases stand on a meeting's agenda: who may see one of them may see the meeting.
CREATE TABLE meeting_cases (
    case_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    PRIMARY KEY (case_id, meeting_id)
) WITHOUT ROWID;
CREATE INDEX meeting_cases_by_meeting ON meeting_cases (meeting_id);

-- Which units were invited, or came.
CREATE TABLE meeting_units (
    unit_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    PRIMARY KEY (unit_id, meeting_id)
) WITHOUT ROWID;
CREATE INDEX meeting_units_by_meeting ON meeting_units (meeting_id);

CREATE TABLE policy_issues (
    id TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    year INTEGER NOT NULL,
    serial BIGINT NOT NULL,
    state TEXT NOT NULL,
    sector TEXT NOT NULL,
    case_id TEXT NOT NULL,
    matter_name TEXT NOT NULL,
    opened_at TIMESTAMP NOT NULL,
    UNIQUE (year, serial)
);
-- the list, the latest opened first
CREATE INDEX policy_issues_by_opened ON policy_issues (opened_at, id);
-- what a case opened
CREATE INDEX policy_issues_by_case ON policy_issues (case_id);

-- A sector has one lead and at most one coordinator.
CREATE TABLE units (
    id TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    full_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent TEXT,
    leads TEXT UNIQUE,
    coordinates TEXT UNIQUE,
    rank BIGINT NOT NULL,
    closed BOOLEAN NOT NULL
);

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    username TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    disabled BOOLEAN NOT NULL
);

CREATE TABLE posts (
    user_id TEXT NOT NULL,
    role TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    PRIMARY KEY (user_id, role, unit_id)
) WITHOUT ROWID;

-- Derived: the last number taken, per series and year.
CREATE TABLE counters (
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (series, year)
) WITHOUT ROWID;

-- Derived: the terms of each case's public texts; `rowid` is the case's number, year * 10^9 + serial.
CREATE VIRTUAL TABLE case_search USING fts5 (
    case_id UNINDEXED,
    terms,
    tokenize = 'ascii',
    detail = none,
    columnsize = 0
);
-- What is erased leaves the index at once, not with some later merge.
INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1);

-- Derived: whole values of personal data by keyed hash, and the sketch of the problem.
CREATE TABLE blind_index (
    kind TEXT NOT NULL,
    digest TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (kind, digest, case_id)
) WITHOUT ROWID;
CREATE INDEX blind_index_by_case ON blind_index (case_id);
-- Derived: who may learn of an event, and whom it tells, for live updates. `who` and `told` are JSON.
CREATE TABLE audience (
    stream TEXT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    told TEXT,
    PRIMARY KEY (stream, seq)
) WITHOUT ROWID;

-- Derived: what a post is told. `seq` is that of the event that gave it; none where the clock did.
CREATE TABLE notices (
    id TEXT NOT NULL PRIMARY KEY,
    unit_id TEXT NOT NULL,
    role TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    kind TEXT NOT NULL,
    stream TEXT NOT NULL,
    seq BIGINT,
    number TEXT NOT NULL,
    matter_name TEXT,
    due_date DATE
);
-- what reached a post, the latest first
CREATE INDEX notices_by_post ON notices (unit_id, role, at, id);

-- Machinery.
CREATE TABLE passwords (
    user_id TEXT NOT NULL PRIMARY KEY,
    phc TEXT NOT NULL
);

-- Failures to sign in, by the keyed hash of the name, whether or not anybody bears it.
CREATE TABLE sign_in_failures (
    name_hash TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    failed_at TIMESTAMP NOT NULL,
    locked_until TIMESTAMP
) WITHOUT ROWID;
CREATE INDEX sign_in_failures_by_age ON sign_in_failures (failed_at);

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL,
    role TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    refresh_hash TEXT NOT NULL,
    previous_hash TEXT,
    rotated_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP
);
CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE idempotency (
    key TEXT NOT NULL PRIMARY KEY,
    body_hash TEXT NOT NULL,
    answer TEXT NOT NULL,
    at TIMESTAMP NOT NULL
) WITHOUT ROWID;
CREATE INDEX idempotency_by_age ON idempotency (at);

-- Which notices a person has read, one by one ...
CREATE TABLE notice_reads (
    user_id TEXT NOT NULL,
    notice_id TEXT NOT NULL,
    PRIMARY KEY (user_id, notice_id)
) WITHOUT ROWID;

-- ... and up to which one in a post.
CREATE TABLE notice_marks (
    user_id TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    role TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    notice_id TEXT NOT NULL,
    PRIMARY KEY (user_id, unit_id, role)
) WITHOUT ROWID;

-- Lists of cases that a person comes back to.
CREATE TABLE saved_views (
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    PRIMARY KEY (user_id, name)
) WITHOUT ROWID;

CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until TIMESTAMP NOT NULL
);

-- What the planner goes by: a district after some years, so that plans are the same from the first day on and whether
-- or not somebody has run ANALYZE.
ANALYZE;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('cases', 'sqlite_autoindex_cases_1', '100000 1'),
    ('cases', 'sqlite_autoindex_cases_2', '100000 20000 1'),
    ('cases', 'cases_by_due', '100000 100 1'),
    ('cases', 'cases_by_state', '100000 50000 20 1'),
    ('cases', 'cases_by_holder', '100000 200 5 1'),
    ('cases', 'cases_by_accepted', '100000 2 1'),
    ('cases', 'cases_watched', '2000 2 1'),
    ('cases', 'cases_by_waking', '100000 10'),
    ('case_units', 'case_units', '300000 1500 1000 1'),
    ('case_units', 'case_units_by_case', '300000 3'),
    ('blind_index', 'blind_index', '1200000 100000 3 1'),
    ('blind_index', 'blind_index_by_case', '1200000 12');
