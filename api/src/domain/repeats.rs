//! Likely repeats: the same reporter, or the same matter told again.

/// Two texts about anything at all share less; the same matter told in other words shares more.
const SIMILAR: f64 = 0.4;
/// What suffices where the matter is the same.
const SIMILAR_IN_MATTER: f64 = 0.25;

/// In what an earlier case is like a new one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Likeness {
    /// A telephone, ID number, code or organisation's name is the same.
    pub same_identity: bool,
    /// The name is the same, which many persons share.
    pub same_name: bool,
    /// 事项名称 is the same.
    pub same_matter: bool,
    /// How alike the problems read, 0 to 1.
    pub similarity: f64,
}

impl Likeness {
    /// Whether it is likely a repeat. The same matter alone is no reason, since it is the matter of many.
    pub fn suffices(&self) -> bool {
        let reporter = self.same_identity || (self.same_name && self.same_matter);
        reporter || self.similarity >= if self.same_matter { SIMILAR_IN_MATTER } else { SIMILAR }
    }

    /// The likelier, the greater.
    pub fn weight(&self) -> f64 {
        let of = |holds: bool, weight: f64| if holds { weight } else { 0.0 };
        of(self.same_identity, 3.0) + of(self.same_name, 0.5) + of(self.same_matter, 1.0) + self.similarity
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reporter_or_text_make_a_repeat_and_the_matter_adds_to_them() {
        let nothing = Likeness::default();
        let identity = Likeness { same_identity: true, ..nothing };
        let name = Likeness { same_name: true, ..nothing };
        let matter = Likeness { same_matter: true, ..nothing };
        for (likeness, likely) in [
            (nothing, false),
            (name, false),
            (matter, false),
            (Likeness { similarity: 0.39, ..nothing }, false),
            (Likeness { similarity: 0.24, ..matter }, false),
            (identity, true),
            (Likeness { same_name: true, ..matter }, true),
            (Likeness { similarity: 0.4, ..nothing }, true),
            (Likeness { similarity: 0.25, ..matter }, true),
        ] {
            assert_eq!(likeness.suffices(), likely, "{likeness:?}");
        }
    }

    #[test]
    fn the_reporter_weighs_more_than_the_matter_and_that_more_than_the_text() {
        let identity = Likeness { same_identity: true, ..Likeness::default() };
        let told_again = Likeness { same_matter: true, similarity: 0.9, ..Likeness::default() };
        let text = Likeness { similarity: 0.9, ..Likeness::default() };
        assert!(identity.weight() > told_again.weight() && told_again.weight() > text.weight());
        assert!(Likeness { same_matter: true, ..identity }.weight() > identity.weight());
    }
}
