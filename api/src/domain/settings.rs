//! The district's settings, where the plan is silent: versioned data. Until a change
//! the defaults hold; each change is an event of the one stream `settings/district`, whose `seq` is
//! the version. What was decided before a change stays as it was decided.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::audience::Audience;
use super::calendar::HolidayFriday;
use super::cause::Causes;
use super::ids::UnitId;
use super::log::{Aggregate, BrokenFold, Draft, Recorded};
use super::text::Text;
use super::unit::Directory;
use super::words::{Channel, Sector};
use crate::error::{Code, Error, Result};

/// The district's stream.
pub const DISTRICT: &str = "district";

/// Every setting once: its type, default and range.
macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $name:ident: $ty:ty = $default:expr $(, $min:tt to $max:tt)?;)+) => {
        /// What a district may set. Periods are in working days unless said otherwise.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        pub struct Settings {
            $($(#[doc = $doc])+ $(#[schema(minimum = $min, maximum = $max)])? pub $name: $ty,)+
        }

        /// New values of some settings; the others stay. Periods are in working days unless said
        /// otherwise.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields, default)]
        pub struct NewSettings {
            $(
                $(#[doc = $doc])+
                $(#[schema(minimum = $min, maximum = $max)])?
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $name: Option<$ty>,
            )+
        }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($name: $default,)+ }
            }
        }

        impl Settings {
            fn set(&mut self, new: &NewSettings) {
                $(if let Some(value) = &new.$name {
                    self.$name.clone_from(value);
                })+
            }
        }

        impl NewSettings {
            /// Without what is set so already.
            fn beyond(self, present: &Settings) -> Self {
                Self { $($name: self.$name.filter(|value| *value != present.$name),)+ }
            }

            fn check(&self) -> Result<()> {
                $($(if self.$name.is_some_and(|value| !($min..=$max).contains(&value)) {
                    let message = concat!("应为", $min, "至", $max);
                    return Err(Error::field(concat!("values.", stringify!($name)), message));
                })?)+
                Ok(())
            }
        }
    };
}

settings! {
    /// The main unit's period from dispatch (plan §5.3: 一般应在5个工作日内解决).
    main_days: u32 = 5, 1 to 60;
    /// A co unit's period from dispatch, never after the main's.
    co_days: u32 = 3, 1 to 60;
    /// The period of a conformity opinion.
    opinion_days: u32 = 2, 1 to 30;
    /// After how long the silence of a unit asked to confirm a work order confirms it.
    confirmation_days: u32 = 1, 1 to 10;
    /// Until when a unit may return a case, counted from dispatch; then silence is receipt.
    return_days: u32 = 2, 1 to 10;
    /// Within how long the lead rules after the second return.
    ruling_days: u32 = 1, 1 to 10;
    /// The new period after a failed verification.
    rework_days: u32 = 5, 1 to 60;
    /// How often a verifier may send a case back; then it is raised.
    max_send_backs: u32 = 2, 1 to 5;
    /// How many returns a case may have before the lead must rule.
    max_returns: u32 = 2, 1 to 5;
    /// How many extensions of one assignment the lead decides; further ones are the office's.
    extensions_by_lead: u32 = 2, 0 to 5;
    /// The hour at which the last day of a deadline ends, Asia/Shanghai (民法典第203条: 24).
    closing_hour: u32 = 24, 1 to 24;
    /// After how long overdue unit head and lead are told.
    overdue_days: u32 = 1, 1 to 30;
    /// After how long overdue the supervisor is told, later than unit head and lead.
    long_overdue_days: u32 = 3, 2 to 60;
    /// How far 受理时间 may precede registration.
    late_registration_days: u32 = 5, 0 to 30;
    /// The target for the first contact with the reporter, from dispatch; shown, not binding.
    contact_target_days: u32 = 1, 1 to 30;
    /// The target for dispatch, from `pass_on`; shown, not binding.
    dispatch_target_days: u32 = 1, 1 to 30;
    /// The target for verification, from feedback; shown, not binding.
    verification_target_days: u32 = 3, 1 to 30;
    /// Within how long a dissatisfied reporter is answered.
    dissatisfaction_days: u32 = 5, 1 to 30;
    /// How long after closing a reporter may ask to reopen, in calendar days.
    reopen_window_days: u32 = 30, 1 to 365;
    /// Within how long a request to reopen is answered, and how long a closing may be reopened unasked.
    reopen_answer_days: u32 = 2, 1 to 30;
    /// How many attempts to reach the reporter suffice.
    callback_attempts: usize = 3, 1 to 10;
    /// Hours between two attempts that count.
    callback_gap_hours: i64 = 2, 0 to 24;
    /// Dates on which attempts must have been made, no more than attempts.
    callback_dates: usize = 2, 1 to 10;
    /// The hour of the day, Asia/Shanghai, from which an attempt counts.
    callback_from_hour: u32 = 8, 0 to 23;
    /// The hour of the day, Asia/Shanghai, from which an attempt doesn't count any more.
    callback_until_hour: u32 = 20, 1 to 24;
    /// The unit whose intake screens what comes in at 网上办事大厅; until one is set, the lead of
    /// government service.
    online_hall_unit: Option<UnitId> = None;
    /// The field of what comes in at 网上办事大厅, where nobody names it.
    online_hall_sector: Sector = Sector::GovernmentService;
    /// The unit whose intake screens what comes in at the platform for suggestions; until one is set,
    /// the lead of government service.
    suggestion_platform_unit: Option<UnitId> = None;
    /// The field of what comes in at the platform for suggestions, where nobody names it.
    suggestion_platform_sector: Sector = Sector::GovernmentService;
    /// How many cases one work order may carry (plan A2: the form has two digits).
    max_cases_on_sheet: usize = 99, 1 to 99;
    /// How many attachments a case may have; purged ones don't count.
    max_attachments: usize = 20, 1 to 100;
    /// How large an attachment may be, in MiB.
    max_attachment_mib: u64 = 20, 1 to 50;
    /// How long personal data are kept after closing, in years.
    retention_years: u32 = 5, 1 to 30;
    /// The causes that a problem may have.
    causes: Causes = Causes::default();
    /// Where the weekly cut-off goes when Friday is no working day.
    holiday_friday: HolidayFriday = HolidayFriday::Previous;
}

impl Settings {
    /// The hours of the day, Asia/Shanghai, in which an attempt to reach the reporter counts.
    pub fn callback_hours(&self) -> Range<u32> {
        self.callback_from_hour..self.callback_until_hour
    }

    /// How large an attachment may be, in bytes.
    pub fn max_attachment_bytes(&self) -> u64 {
        self.max_attachment_mib * 1024 * 1024
    }

    /// The receiving unit, where one is set, and the default field of an online channel; none of
    /// another channel.
    pub fn online(&self, channel: Channel) -> Option<(Option<&UnitId>, Sector)> {
        match channel {
            Channel::OnlineHall => Some((self.online_hall_unit.as_ref(), self.online_hall_sector)),
            Channel::SuggestionPlatform => {
                Some((self.suggestion_platform_unit.as_ref(), self.suggestion_platform_sector))
            }
            _ => None,
        }
    }

    /// Whether the settings fit together.
    fn check(&self) -> Result<()> {
        if self.long_overdue_days <= self.overdue_days {
            return Err(Error::field("values.long_overdue_days", "应晚于告知单位负责人和牵头部门的天数"));
        }
        if self.callback_hours().is_empty() {
            return Err(Error::field("values.callback_until_hour", "回访截止时刻应晚于起始时刻"));
        }
        if self.callback_dates > self.callback_attempts {
            return Err(Error::field("values.callback_dates", "回访日数不能多于回访次数"));
        }
        Ok(())
    }
}

impl NewSettings {
    /// The units that are set, each with the name of its setting.
    pub fn units(&self) -> impl Iterator<Item = (&'static str, &UnitId)> {
        let set = [
            ("online_hall_unit", &self.online_hall_unit),
            ("suggestion_platform_unit", &self.suggestion_platform_unit),
        ];
        set.into_iter().filter_map(|(name, unit)| Some((name, unit.as_ref()?.as_ref()?)))
    }
}

/// What happens to the settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum SettingsEvent {
    /// These values hold from now on; the others stay. Parts: reason.
    SettingsChanged(NewSettings),
}

/// 更改设置: some values, with the reason.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeSettings {
    /// The new values.
    pub values: NewSettings,
    /// Why, such as the document that orders it.
    pub reason: Text<1, 500>,
}

impl ChangeSettings {
    /// The event of changing them.
    ///
    /// # Errors
    /// `invalid_value` naming the setting out of range; `nothing_changes`.
    pub fn decide(self, present: &Settings, units: &Directory) -> Result<Draft<SettingsEvent>> {
        self.values.check()?;
        for (name, unit) in self.values.units() {
            if units.open(unit).is_none() {
                return Err(Error::field(format!("values.{name}"), "没有这个单位，或该单位已撤销"));
            }
        }
        if let Some(causes) = &self.values.causes {
            causes.check(&present.causes, "values.causes")?;
        }
        let values = self.values.beyond(present);
        if values == NewSettings::default() {
            return Err(Error::new(Code::NothingChanges, "没有改动任何设置"));
        }
        let mut after = present.clone();
        after.set(&values);
        after.check()?;
        Ok(Draft::new(SettingsEvent::SettingsChanged(values)).text("reason", self.reason.into_string()))
    }
}

impl Aggregate for Settings {
    type Event = SettingsEvent;
    const KIND: &'static str = "settings";

    fn begin(id: &str, first: Recorded<'_, SettingsEvent>) -> Result<Self, BrokenFold> {
        if id != DISTRICT {
            return Err(BrokenFold(format!("settings of {id}")));
        }
        let mut settings = Self::default();
        settings.apply(first)?;
        Ok(settings)
    }

    fn apply(&mut self, next: Recorded<'_, SettingsEvent>) -> Result<(), BrokenFold> {
        let SettingsEvent::SettingsChanged(values) = next.event;
        self.set(values);
        Ok(())
    }

    fn collides(_event: &SettingsEvent) -> bool {
        true
    }

    fn state_word(&self) -> &'static str {
        "in_force"
    }

    fn audience(&self) -> Audience {
        Audience::readers()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(values: serde_json::Value) -> Result<Draft<SettingsEvent>> {
        let values = serde_json::from_value(values).unwrap();
        ChangeSettings { values, reason: Text::new("区政府办公室通知").unwrap() }
            .decide(&Settings::default(), &Directory::default())
    }

    #[test]
    fn the_defaults_are_in_range_and_fit_together() {
        let defaults = serde_json::to_value(Settings::default()).unwrap();
        let all: NewSettings = serde_json::from_value(defaults).unwrap();
        all.check().unwrap();
        Settings::default().check().unwrap();
        assert_eq!(all.beyond(&Settings::default()), NewSettings::default());
    }

    #[test]
    fn an_event_holds_what_changes_only() {
        let draft = change(serde_json::json!({ "main_days": 7, "co_days": 3, "holiday_friday": "next" })).unwrap();
        let data = &serde_json::to_value(&draft.event).unwrap()["data"];
        assert_eq!(data, &serde_json::json!({ "main_days": 7, "holiday_friday": "next" }));
    }

    #[test]
    fn what_is_out_of_range_is_named() {
        for (values, path) in [
            (serde_json::json!({ "main_days": 0 }), "values.main_days"),
            (serde_json::json!({ "main_days": 61 }), "values.main_days"),
            (serde_json::json!({ "max_cases_on_sheet": 100 }), "values.max_cases_on_sheet"),
            (serde_json::json!({ "callback_gap_hours": -1 }), "values.callback_gap_hours"),
            (serde_json::json!({ "callback_until_hour": 8 }), "values.callback_until_hour"),
            (serde_json::json!({ "callback_dates": 4 }), "values.callback_dates"),
            (serde_json::json!({ "closing_hour": 25 }), "values.closing_hour"),
            (serde_json::json!({ "overdue_days": 3 }), "values.long_overdue_days"),
            (serde_json::json!({ "online_hall_unit": "nowhere" }), "values.online_hall_unit"),
        ] {
            let error = change(values.clone()).unwrap_err();
            assert_eq!(error.fields[0].path, path, "{values}");
        }
        for values in [serde_json::json!({ "main_days": 5 }), serde_json::json!({})] {
            assert_eq!(change(values).unwrap_err().code, Code::NothingChanges);
        }
    }
}
