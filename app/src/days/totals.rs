//! What a day came to, in few lines.

use crate::{
    request::language,
    ui::chart::{SumRow, SumTable},
};
use domain::{
    money::Money,
    sums::{DaySums, Tally},
};
use leptos::prelude::*;

/// Revenue, and what is counted apart.
#[component]
pub fn Totals(
    /// The sums.
    sums: DaySums,
) -> impl IntoView {
    let language = language();
    let amount = |amount: Money| amount.display(sums.currency);
    let row = |key: &str, name: String, tally: Tally| SumRow {
        key: key.to_owned(),
        name,
        cells: vec![tally.count.to_string(), amount(tally.amount)],
    };
    let given_back = Tally {
        count: sums.refunded.count,
        amount: Money::from_minor(sums.refunded.amount.minor().saturating_neg()),
    };
    let revenue = Tally {
        count: sums.finished.count,
        amount: sums.revenue(),
    };
    let always = [
        row(
            "finished",
            tr!(language, "sums.finished").into(),
            sums.finished,
        ),
        row(
            "refunded",
            tr!(language, "sums.refunded").into(),
            given_back,
        ),
        row("revenue", tr!(language, "sums.revenue").into(), revenue),
    ];
    // What there is none of needs no line.
    let apart = [
        row("open", tr!(language, "sums.open").into(), sums.open),
        row(
            "cancelled",
            tr!(language, "sums.cancelled").into(),
            sums.cancelled,
        ),
        row(
            "rejected",
            tr!(language, "sums.rejected").into(),
            sums.rejected,
        ),
        row("kept", tr!(language, "sums.kept").into(), sums.kept),
    ];
    let counts = [sums.open, sums.cancelled, sums.rejected, sums.kept];
    let apart = apart.into_iter().zip(counts);
    let apart = apart.filter_map(|(row, tally)| (tally.count > 0).then_some(row));
    let rows = always.into_iter().chain(apart).collect();
    let heads = vec![
        tr!(language, "sums.what").into_owned(),
        tr!(language, "sums.orders").into_owned(),
        tr!(language, "sums.amount").into_owned(),
    ];
    view! {
        <section class="panel">
            <SumTable caption=tr!(language, "sums.totals") heads rows name="totals" />
            <p class="field__hint">{tr!(language, "sums.about")}</p>
        </section>
    }
}
