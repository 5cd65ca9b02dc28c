//! Why a value is refused.

/// A value that breaks its rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// The rule broken, for programs: `length`, `check18`, ...
    pub code: &'static str,
    /// What is wrong, for people: one Chinese sentence. It never repeats the value.
    pub message: String,
}

impl Invalid {
    /// A refusal by the rule `code`, told in Chinese by `message`.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

impl std::fmt::Display for Invalid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Invalid {}
