//! Searching Chinese text: what a text is found by, and how alike two texts are.
//!
//! Chinese has no spaces between words, so each pair of neighbouring characters (a bigram) is a
//! term, and a search for two characters or more asks for all their pairs. Each run of characters
//! also ends in a term of one, so that every character begins some term and one alone finds by
//! prefix. Words of letters and digits stay whole and are found by how they begin.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

#[cfg(test)]
mod tests;

/// From here on scripts are written without spaces: Chinese, kana, hangul.
const UNSPACED: char = '\u{2E80}';
/// A word of letters and digits is cut here: nobody types more, and PostgreSQL takes no lexeme
/// over 2 KB.
const LONGEST_WORD: usize = 32;
/// How many hashes a sketch has. Two texts that share a quarter of their triples have one in
/// common nine times in ten.
const SKETCH: u64 = 8;

/// What somebody looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// A case's number, with or without its year: `2021-0001`, `No.0001`.
    Number {
        /// The year, unless any.
        year: Option<i32>,
        /// The serial.
        serial: i64,
    },
    /// Texts that have all these terms.
    Terms(BTreeSet<Term>),
}

/// A term that is looked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// Letters, digits and characters only: nothing that a query language takes for its own.
    pub text: String,
    /// Whether a term that begins so is meant, too.
    pub prefix: bool,
}

/// The terms by which texts are found.
pub fn terms<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    let mut terms = BTreeSet::new();
    for run in texts.into_iter().flat_map(runs) {
        if run.spaced {
            terms.insert(run.word());
        } else {
            terms.extend(run.shingles(2));
            terms.extend(run.characters.last().map(char::to_string));
        }
    }
    terms
}

/// What `query` looks for; none where it has neither letters nor digits.
pub fn sought(query: &str) -> Option<Sought> {
    if let Some(number) = number(query) {
        return Some(number);
    }
    let mut terms = BTreeSet::new();
    for run in runs(query) {
        if run.spaced {
            terms.insert(Term { text: run.word(), prefix: true });
        } else {
            let prefix = run.characters.len() == 1;
            terms.extend(run.shingles(2).map(|text| Term { text, prefix }));
        }
    }
    (!terms.is_empty()).then_some(Sought::Terms(terms))
}

/// A case's number as people write it.
fn number(query: &str) -> Option<Sought> {
    let written: String = query.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let (marked, digits) = match written.strip_prefix("no") {
        Some(rest) => (true, rest.trim_start_matches('.')),
        None => (false, written.as_str()),
    };
    let serial = |digits: &str| {
        let fits = (1..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse::<i64>().ok().filter(|serial| fits && *serial > 0)
    };
    match digits.split_once('-') {
        Some((year, rest)) if year.len() == 4 && year.starts_with('2') => {
            Some(Sought::Number { year: Some(year.parse().ok()?), serial: serial(rest)? })
        }
        None if marked => Some(Sought::Number { year: None, serial: serial(digits)? }),
        _ => None,
    }
}

/// A whole value (a name) in the form in which two that people take for the same are the same.
pub fn whole(value: &str) -> String {
    value.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// How alike two texts are, 0 to 1: the share of pairs of characters that both have (Dice).
pub fn similarity(one: &str, other: &str) -> f64 {
    let (one, other) = (shingles(one, 2), shingles(other, 2));
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    2.0 * one.intersection(&other).count() as f64 / (one.len() + other.len()) as f64
}

/// A few hashes of a text, such that two have one in common about as likely as the texts share
/// much (MinHash over triples of characters): an index finds what is alike by equality.
pub fn sketch(text: &str) -> Vec<String> {
    let shingles = shingles(text, 3);
    (0..SKETCH)
        .filter_map(|place| {
            let least = shingles.iter().map(|shingle| hash(place, shingle)).min()?;
            Some(format!("{place}{least:016x}"))
        })
        .collect()
}

/// FNV-1a, its bits then mixed (SplitMix64). Sketches are stored: it stays as it is.
fn hash(place: u64, text: &str) -> u64 {
    let fnv =
        text.bytes().fold(0xCBF2_9CE4_8422_2325, |h: u64, byte| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
    let mut mixed = fnv.wrapping_add((place + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

fn shingles(text: &str, size: usize) -> BTreeSet<String> {
    runs(text)
        .into_iter()
        .flat_map(|run| if run.spaced { vec![run.word()] } else { run.shingles(size).collect() })
        .collect()
}

/// Characters that stand together, all of scripts with spaces or all of scripts without.
struct Run {
    spaced: bool,
    characters: Vec<char>,
}

impl Run {
    fn word(&self) -> String {
        self.characters.iter().take(LONGEST_WORD).collect()
    }

    /// All neighbours, `size` at a time; the whole run where it is shorter.
    fn shingles(&self, size: usize) -> impl Iterator<Item = String> {
        self.characters.windows(size.min(self.characters.len())).map(|window| window.iter().collect())
    }
}

/// Half-width, in one case, split at everything that is neither letter nor digit.
fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut joins = false;
    for c in text.nfkc().flat_map(char::to_lowercase) {
        if !c.is_alphanumeric() {
            joins = false;
            continue;
        }
        let spaced = c < UNSPACED;
        match runs.last_mut() {
            Some(run) if joins && run.spaced == spaced => run.characters.push(c),
            _ => runs.push(Run { spaced, characters: vec![c] }),
        }
        joins = true;
    }
    runs
}
