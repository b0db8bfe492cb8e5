//! The dishes of which today the most portions were ordered.

use super::words::{self, Unit};
use crate::{
    request::language,
    ui::chart::{SumRow, SumTable},
    words::weekday,
};
use domain::sums::{Day, DishCompared};
use leptos::prelude::*;

/// They, each beside what was ordered of it a week before.
#[component]
pub fn TopDishes(
    /// The dishes.
    dishes: Vec<DishCompared>,
    /// The day to compare with.
    before: Day,
) -> impl IntoView {
    let language = language();
    let rows = dishes.into_iter().map(|dish| {
        let value = |value| words::value(language, Unit::Count, value);
        let difference = words::difference(language, Unit::Count, dish.portions);
        let cells = vec![
            value(dish.portions.now),
            value(dish.portions.before),
            difference.unwrap_or_default(),
        ];
        SumRow::new(dish.name.get(language), cells)
    });
    let rows: Vec<_> = rows.collect();
    let weekday = weekday(language, before.weekday());
    let heads = vec![
        tr!(language, "sums.dish").into_owned(),
        tr!(language, "dashboard.today").into_owned(),
        tr!(language, "dashboard.until_now", weekday = weekday).into_owned(),
        tr!(language, "dashboard.difference").into_owned(),
    ];
    (!rows.is_empty()).then(|| {
        view! {
            <section class="panel">
                <SumTable caption=tr!(language, "dashboard.dishes") heads rows name="dishes" />
            </section>
        }
    })
}
