//! What a day came to, by what.

use super::words;
use crate::{
    request::language,
    ui::chart::{SumRow, SumTable},
    words::status,
};
use domain::{
    language::Language,
    money::{Currency, Money},
    sums::{DaySums, Tally},
};
use leptos::prelude::*;

/// By payment, hour, dish, option, reason and person.
#[component]
pub fn Tables(
    /// The sums.
    sums: DaySums,
) -> impl IntoView {
    let language = language();
    let currency = sums.currency;
    let amount = |amount: Money| amount.display(currency);
    let paid = sums.paid.iter().map(|paid| {
        let name = words::paid_by(language, paid.by);
        row(name, paid.sum, currency)
    });
    let hours = sums.hours.iter().map(|sum| {
        let cells = vec![sum.orders.to_string(), amount(sum.revenue)];
        SumRow::new(format!("{:02}:00", sum.hour), cells)
    });
    let dishes = sums.dishes.iter().map(|dish| SumRow {
        key: dish.item.to_string(),
        ..row(dish.name.get(language), dish.sum, currency)
    });
    let options = sums.options.iter().map(|option| SumRow {
        key: option.choice.to_string(),
        ..row(option.name.get(language), option.sum, currency)
    });
    let reasons = sums.reasons.iter().map(|sum| {
        let status = status(language, sum.status);
        let reason = words::reason(language, &sum.reason);
        SumRow::new(format!("{status}: {reason}"), vec![sum.count.to_string()])
    });
    let people = sums.people.iter().map(|sum| {
        let cells = vec![sum.accepted.to_string(), sum.finished.to_string()];
        SumRow::new(sum.name.clone(), cells)
    });
    let orders = || tr!(language, "sums.orders").into_owned();
    let portions = || tr!(language, "sums.portions").into_owned();
    let money = || tr!(language, "sums.amount").into_owned();
    view! {
        <div class="day__tables">
            <Part
                title=tr!(language, "sums.by_payment")
                heads=vec![tr!(language, "sums.payment").into_owned(), orders(), money()]
                rows=paid.collect()
                name="paid"
            />
            <Part
                title=tr!(language, "sums.by_hour")
                heads=vec![
                    tr!(language, "sums.hour").into_owned(),
                    orders(),
                    tr!(language, "sums.revenue").into_owned(),
                ]
                rows=hours.collect()
                name="hours"
            />
            <Part
                title=tr!(language, "sums.by_dish")
                heads=vec![tr!(language, "sums.dish").into_owned(), portions(), money()]
                rows=dishes.collect()
                name="dishes"
            />
            <Part
                title=tr!(language, "sums.by_option")
                heads=vec![tr!(language, "sums.option").into_owned(), portions(), money()]
                rows=options.collect()
                name="options"
            />
            <Part
                title=tr!(language, "sums.by_reason")
                heads=vec![tr!(language, "sums.reason").into_owned(), orders()]
                rows=reasons.collect()
                name="reasons"
            />
            <Part
                title=tr!(language, "sums.by_person")
                heads=vec![
                    tr!(language, "sums.person").into_owned(),
                    accepted(language),
                    tr!(language, "sums.finished").into_owned(),
                ]
                rows=people.collect()
                name="people"
            />
        </div>
    }
}

fn accepted(language: Language) -> String {
    tr!(language, "sums.accepted").into_owned()
}

fn row(name: impl Into<String>, sum: Tally, currency: Currency) -> SumRow {
    let cells = vec![sum.count.to_string(), sum.amount.display(currency)];
    SumRow::new(name, cells)
}

/// A table with a frame, where there is something in it.
#[component]
fn Part(
    #[prop(into)] title: String,
    heads: Vec<String>,
    rows: Vec<SumRow>,
    name: &'static str,
) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        view! {
            <section class="panel">
                <SumTable caption=title heads rows name />
            </section>
        }
    })
}
