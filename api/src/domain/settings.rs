//! The district's settings, where the plan is silent (DOMAIN §9). Periods are in working days
//! unless said otherwise.

/// What a district may set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The main unit's period from dispatch (plan §5.3: 一般应在5个工作日内解决).
    pub main_days: u32,
    /// A co unit's period from dispatch, never after the main's.
    pub co_days: u32,
    /// The period of a conformity opinion.
    pub opinion_days: u32,
    /// After how long the silence of a unit asked to confirm a work order confirms it.
    pub confirmation_days: u32,
    /// The new period after a failed verification.
    pub rework_days: u32,
    /// How often a verifier may send a case back; then it is raised.
    pub max_send_backs: u32,
    /// How many returns a case may have before the lead must rule.
    pub max_returns: u32,
    /// How far 受理时间 may precede registration.
    pub late_registration_days: u32,
    /// How many attempts to reach the reporter suffice.
    pub callback_attempts: usize,
    /// Hours between two attempts that count.
    pub callback_gap_hours: i64,
    /// Dates on which attempts must have been made.
    pub callback_dates: usize,
    /// The hours of the day, Asia/Shanghai, between which an attempt counts.
    pub callback_hours: std::ops::Range<u32>,
    /// How many cases one work order may carry (plan A2).
    pub max_cases_on_sheet: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            main_days: 5,
            co_days: 3,
            opinion_days: 2,
            confirmation_days: 1,
            rework_days: 5,
            max_send_backs: 2,
            max_returns: 2,
            late_registration_days: 5,
            callback_attempts: 3,
            callback_gap_hours: 2,
            callback_dates: 2,
            callback_hours: 8..20,
            max_cases_on_sheet: 99,
        }
    }
}
