//! One day in the list.

use crate::{request::language, words::weekday};
use domain::{ShopClock, money::Currency, sums::DayRow};
use leptos::prelude::*;
use std::sync::Arc;

/// Which day, what it came to, and whether it was closed.
#[component]
pub fn DayRowView(
    /// The day.
    day: DayRow,
    /// What its amounts are in.
    currency: Currency,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let name = day.day.to_string();
    let orders = tr!(language, "days.orders", count = day.orders);
    let open = (day.open > 0).then(|| {
        let text = tr!(language, "days.still_open", count = day.open);
        view! { <span class="row__note">{text}</span> }
    });
    let state = match day.closed_at {
        Some(at) => {
            let text = tr!(language, "days.closed_at", time = clock.day_and_time(at));
            view! { <span class="tag tag--off">{text}</span> }
        }
        None => view! { <span class="tag">{tr!(language, "days.open")}</span> },
    };
    let later = (day.closed_at.is_some() && day.later > 0).then(|| {
        let text = tr!(language, "days.later", count = day.later);
        view! { <span class="row__note">{text}</span> }
    });
    view! {
        <li class="row" data-key=name data-closed=day.closed_at.map(|_| "true")>
            <div class="row__head">
                <a class="link" href=format!("/admin/days/{name}")>
                    <time datetime=name.clone()>{name.clone()}</time>
                </a>
                <span class="row__note">{weekday(language, day.day.weekday())}</span>
                <span>{orders}</span>
                {open}
                <strong>{day.revenue.display(currency)}</strong>
            </div>
            <div class="row__actions">{state} {later}</div>
        </li>
    }
}
