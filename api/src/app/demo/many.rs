//! As many cases as wanted, for trying the system at scale: the ways of the data, spread over the
//! years before now, in cohorts that go their way together.

use chrono::{DateTime, Utc};

use super::DemoCase;
use super::paths::at;
use super::scripted::working_day_before;

/// How many go together: their commands are committed as one batch.
const COHORT: usize = 64;

/// Over how many working days they are spread.
const SPREAD: usize = 800;

/// `count` cases like those of the data.
pub(super) fn cases(models: &[DemoCase], count: usize, as_of: DateTime<Utc>) -> Vec<DemoCase> {
    let cohorts = count.div_ceil(COHORT);
    let mut cases = Vec::with_capacity(count);
    for cohort in 0..cohorts {
        let path = &models[cohort % models.len()].outcome_path;
        let alike: Vec<&DemoCase> = models.iter().filter(|m| m.outcome_path == *path).collect();
        let day = working_day_before(as_of, SPREAD - SPREAD * cohort / cohorts);
        let minutes = 9 * 60 + i64::try_from(cohort * 7 % 240).unwrap_or(0);
        for (i, model) in alike.into_iter().cycle().take(COHORT.min(count - cases.len())).enumerate() {
            cases.push(DemoCase {
                id: format!("many {cohort}/{i}"),
                received_at: at(day, minutes),
                accepted_on: day,
                initial_due_on: None,
                extended_due_on: None,
                open_at: Some(as_of),
                timetable: Some(cohort),
                ..model.clone()
            });
        }
    }
    cases
}
