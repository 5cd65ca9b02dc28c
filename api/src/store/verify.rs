//! To come.
#[derive(Debug, serde::Serialize)]
pub struct Report {}
impl Report {
    pub fn is_sound(&self) -> bool {
        true
    }
}
impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("stub")
    }
}
pub fn verify(_s: &super::Store, _k: Option<&crate::crypto::KeyRing>) -> crate::error::Result<Report> {
    Ok(Report {})
}
