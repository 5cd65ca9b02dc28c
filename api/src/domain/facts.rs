//! What the rules need to know of the world when they decide.

use super::calendar::Calendar;
use super::settings::Settings;
use super::unit::Directory;

/// The world around a case or a work order.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// All units.
    pub units: &'a Directory,
    /// The calendar in force.
    pub calendar: &'a Calendar,
    /// The district's settings.
    pub settings: &'a Settings,
}
