//! The classes of tables: what each is for, and so what `verify` proves of it.

/// What a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Events and their order: hashes, no gap.
    Log,
    /// Rows that queries read, each owned by one stream: the fold of its events.
    Facts,
    /// Texts and personal data of events: their digests.
    Parts,
    /// Made from facts, and made again at any time.
    Derived,
    /// Sessions, passwords, idempotency, leases: nothing is proved.
    Machinery,
}

/// Every table; one that is in no class fails a test.
pub const CLASSES: &[(&str, Class)] = &[
    ("events", Class::Log),
    ("log", Class::Log),
    ("pending", Class::Log),
    ("streams", Class::Facts),
    ("cases", Class::Facts),
    ("case_units", Class::Facts),
    ("departures", Class::Facts),
    ("assignments", Class::Facts),
    ("tasks", Class::Facts),
    ("precedents", Class::Facts),
    ("attachments", Class::Facts),
    ("work_orders", Class::Facts),
    ("work_order_units", Class::Facts),
    ("meetings", Class::Facts),
    ("meeting_cases", Class::Facts),
    ("meeting_units", Class::Facts),
    ("policy_issues", Class::Facts),
    ("units", Class::Facts),
    ("users", Class::Facts),
    ("posts", Class::Facts),
    ("parts", Class::Parts),
    ("counters", Class::Derived),
    ("case_search", Class::Derived),
    ("blind_index", Class::Derived),
    ("audience", Class::Derived),
    ("notices", Class::Derived),
    ("passwords", Class::Machinery),
    ("sign_in_failures", Class::Machinery),
    ("sessions", Class::Machinery),
    ("idempotency", Class::Machinery),
    ("notice_reads", Class::Machinery),
    ("notice_marks", Class::Machinery),
    ("saved_views", Class::Machinery),
    ("leases", Class::Machinery),
];
