//! The orders of today by the hour, beside those of a week before.

use crate::{
    request::language,
    ui::chart::{Bar, Bars, SumRow, SumTable},
    words::weekday,
};
use domain::sums::{Day, HourCompared};
use leptos::prelude::*;

/// A picture, and the table that says the same.
#[component]
pub fn Hours(
    /// The hours.
    hours: Vec<HourCompared>,
    /// The day to compare with.
    before: Day,
) -> impl IntoView {
    let language = language();
    let today = tr!(language, "dashboard.today").into_owned();
    let weekday = weekday(language, before.weekday());
    let before = tr!(language, "dashboard.last_week", weekday = weekday).into_owned();
    let bars = hours.iter().map(|sum| Bar {
        name: sum.hour.to_string(),
        now: sum.now,
        before: sum.before,
    });
    let bars = bars.collect();
    let rows = hours.iter().map(|sum| {
        let cells = vec![sum.now.to_string(), sum.before.to_string()];
        SumRow::new(format!("{:02}:00", sum.hour), cells)
    });
    let rows = rows.collect();
    let title = tr!(language, "dashboard.by_hour");
    let heads = vec![
        tr!(language, "sums.hour").into_owned(),
        today.clone(),
        before.clone(),
    ];
    view! {
        <section class="panel" aria-labelledby="by-hour">
            <h2 id="by-hour">{title.clone()}</h2>
            <figure class="chart">
                <Bars title=tr!(language, "dashboard.picture", before = before) bars />
                <figcaption class="chart__legend">
                    <span class="chart__now">{today}</span>
                    <span class="chart__before">{before}</span>
                </figcaption>
            </figure>
            <details class="row__more" data-key="hours">
                <summary>{tr!(language, "dashboard.as_table")}</summary>
                <SumTable caption=title heads rows name="hours" />
            </details>
        </section>
    }
}
