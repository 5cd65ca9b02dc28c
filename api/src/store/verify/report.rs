//! What was found.

use std::fmt;

use serde::Serialize;

/// More findings than this are only counted.
const MOST: usize = 10_000;

/// One difference between what is stored and what should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What kind of difference; a stable word.
    pub kind: &'static str,
    /// Where: a stream (`case/018f…`), event (`case/018f…#3`), part (`case/018f…#3#reason`) or row.
    pub place: String,
    /// What was expected and what was found; never the content of a part.
    pub detail: String,
}

/// What `bancheng verify` has seen and found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Streams seen.
    pub streams: u64,
    /// Events seen.
    pub events: u64,
    /// Parts seen, erased ones too.
    pub parts: u64,
    /// Parts that were erased.
    pub erased_parts: u64,
    /// Rows of facts seen.
    pub rows: u64,
    /// Attachments whose files were looked for; none where it isn't known where they lie.
    pub files: u64,
    /// Events that still wait for their place in the log.
    pub pending: u64,
    /// What differs.
    pub findings: Vec<Finding>,
    /// How many more findings there are than are listed.
    pub truncated: u64,
    /// Whether sealed parts could only be checked for presence.
    pub without_keys: bool,
}

impl Report {
    /// Whether everything is as it should be.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    pub(super) fn find(&mut self, kind: &'static str, place: impl Into<String>, detail: impl Into<String>) {
        if self.findings.len() < MOST {
            self.findings.push(Finding { kind, place: place.into(), detail: detail.into() });
        } else {
            self.truncated += 1;
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.kind, self.place, self.detail)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.findings.len() as u64 + self.truncated {
            0 => write!(f, "sound")?,
            1 => write!(f, "NOT SOUND, 1 finding")?,
            n => write!(f, "NOT SOUND, {n} findings")?,
        }
        let Self { streams, events, parts, erased_parts, rows, files, pending, .. } = self;
        write!(f, ": {streams} streams, {events} events ({pending} pending), ")?;
        write!(f, "{parts} parts ({erased_parts} erased), {rows} rows")?;
        if *files > 0 {
            write!(f, ", {files} files")?;
        }
        if self.without_keys {
            write!(f, "; without the keys, sealed parts were checked for presence only")?;
        }
        for finding in &self.findings {
            write!(f, "\n{finding}")?;
        }
        match self.truncated {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_beyond_the_limit_are_counted() {
        let mut report = Report::default();
        assert_eq!(report.to_string(), "sound: 0 streams, 0 events (0 pending), 0 parts (0 erased), 0 rows");
        (0..=MOST).for_each(|i| report.find("log_gap", format!("log/{i}"), "missing"));
        assert_eq!((report.findings.len(), report.truncated, report.is_sound()), (MOST, 1, false));
        let shown = report.to_string();
        assert!(shown.starts_with("NOT SOUND, 10001 findings: "));
        assert!(shown.contains("\nlog_gap log/0: missing\n"));
        assert!(shown.ends_with("\nand 1 more"));
    }
}
