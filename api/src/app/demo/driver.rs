//! Drives the demo's cases: all their steps, merged in the order of time, with the clock's work
//! done each morning. What happens at the same instant happens side by side.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use futures_util::future::try_join_all;

use super::accounts::People;
use super::acts::{Act, Run};
use super::paths::{Step, steps};
use super::{DemoCase, Loaded};
use crate::app::App;
use crate::domain::calendar::{shanghai_date, start_of_day};
use crate::error::{Error, Result};
use crate::store::notices::Reader;

/// What reached somebody within so long is not read yet.
const UNREAD: TimeDelta = TimeDelta::days(3);

/// When, which case, its how manieth step, what.
type Planned = (DateTime<Utc>, usize, usize, Step);

/// Drives every case along its way, and leaves the clock at `as_of`.
pub(super) async fn drive(app: &App, people: &People, cases: &[DemoCase], as_of: DateTime<Utc>) -> Result<Loaded> {
    let mut plan: Vec<Planned> = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        let steps = steps(case, case.timetable.unwrap_or(index));
        plan.extend(steps.into_iter().enumerate().map(|(order, (at, step))| (at, index, order, step)));
    }
    plan.sort_unstable();
    let mut under_way: BTreeMap<usize, Run> = BTreeMap::new();
    let mut morning = NaiveDate::default();
    for together in plan.chunk_by(|a, b| a.0 == b.0) {
        let at = together[0].0;
        if shanghai_date(at) > morning {
            morning = shanghai_date(at);
            app.clock.set(start_of_day(morning));
            app.run_clock().await?;
        }
        app.clock.set(at);
        let acts = together.iter().map(|(_, index, _, step)| {
            let (run, case) = (under_way.remove(index).unwrap_or_default(), &cases[*index]);
            act(Act { app, people, case, index: *index }, run, *index, *step)
        });
        let acts: Vec<_> = acts.collect();
        under_way.extend(try_join_all(acts).await?);
    }
    app.clock.set(as_of.max(app.clock.now()));
    app.run_clock().await?;
    read_old_notices(app, people, as_of - UNREAD).await?;
    check(app, cases, &under_way).await
}

/// Everybody has read what reached them before.
async fn read_old_notices(app: &App, people: &People, before: DateTime<Utc>) -> Result<()> {
    let actors = people.everybody()?;
    app.store
        .machinery(move |conn| {
            for actor in &actors {
                let reader = Reader(actor);
                let page = reader.page(conn, false, Some((before.into(), String::new())), 1)?;
                if let Some((latest, _)) = page.first() {
                    reader.read_up_to(conn, latest)?;
                }
            }
            Ok(())
        })
        .await
}

async fn act(act: Act<'_>, mut run: Run, index: usize, step: Step) -> Result<(usize, Run)> {
    act.step(&mut run, step).await.map_err(|error| Error {
        context: Some(format!("{} {step:?}: {error}", act.case.id)),
        ..Error::internal("the demo is broken")
    })?;
    Ok((index, run))
}

/// Every case of the data is closed, and its deadline is the data's.
async fn check(app: &App, cases: &[DemoCase], runs: &BTreeMap<usize, Run>) -> Result<Loaded> {
    let of_the_data = cases.iter().filter(|c| c.open_at.is_none()).count();
    let mut loaded = Loaded { cases: of_the_data, driven: 0, deadlines: 0, others: 0, open: 0 };
    for (index, run) in runs {
        let case = run.load(app).await?.state;
        if cases[*index].open_at.is_some() {
            loaded.others += 1;
            loaded.open += usize::from(case.closed.is_none());
            continue;
        }
        if case.closed.is_none() {
            return Err(Error::internal(format!("{} was not driven to its end", cases[*index].id)));
        }
        loaded.driven += 1;
        if let (Some(due), Some(first)) = (cases[*index].initial_due_on, case.assignments.first()) {
            if first.original_due.date != due {
                let detail = format!("{} is due {}, not {due}", cases[*index].id, first.original_due.date);
                return Err(Error::internal(detail));
            }
            loaded.deadlines += 1;
        }
    }
    Ok(loaded)
}
