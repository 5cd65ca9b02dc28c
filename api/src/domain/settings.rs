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
    /// Until the end of which day after dispatch a unit may return a case; then silence is receipt.
    pub return_days: u32,
    /// How many extensions of one assignment the lead decides; further ones are the office's.
    pub extensions_by_lead: u32,
    /// The target of the first contact with the reporter, from dispatch.
    pub contact_target_days: u32,
    /// The target of dispatch, from when the case awaits it.
    pub dispatch_target_days: u32,
    /// The target of verification, from feedback.
    pub verification_target_days: u32,
    /// By when a dissatisfied reporter is answered.
    pub dissatisfaction_days: u32,
    /// How long after closing a reporter may ask to reopen, in calendar days.
    pub reopen_window_days: u32,
    /// By when that is answered; and how long a closing may be reopened unasked.
    pub reopen_answer_days: u32,
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
            return_days: 2,
            extensions_by_lead: 2,
            contact_target_days: 1,
            dispatch_target_days: 1,
            verification_target_days: 3,
            dissatisfaction_days: 5,
            reopen_window_days: 30,
            reopen_answer_days: 2,
            late_registration_days: 5,
            callback_attempts: 3,
            callback_gap_hours: 2,
            callback_dates: 2,
            callback_hours: 8..20,
            max_cases_on_sheet: 99,
        }
    }
}
