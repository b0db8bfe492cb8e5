//! Whether a day was closed, and closing it.

use crate::{request::language, words};
use domain::{
    ShopClock,
    sums::{Day, DayClosing, OpenOrder},
    validation::Field,
};
use leptos::prelude::*;
use std::sync::Arc;

/// That the day was closed, by whom and when.
#[component]
pub fn Closed(
    /// How.
    closing: DayClosing,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let text = tr!(
        language(),
        "days.closed_by",
        by = closing.by,
        time = clock.day_and_time(closing.at)
    );
    view! { <p data-closed="true">{text}</p> }
}

/// The form that closes the day, or what has to be done before.
#[component]
pub fn CloseForm(
    /// Which day.
    day: Day,
    /// What its orders were when the page was drawn.
    stamp: i64,
    /// Orders that are still open.
    open: Vec<OpenOrder>,
    /// Whether whoever looks may close it.
    may_close: bool,
) -> impl IntoView {
    let language = language();
    let action = match open.is_empty() {
        true if may_close => view! {
            <p class="field__hint no-print">{tr!(language, "days.close_hint")}</p>
            <form class="action no-print" method="post" action=format!("/admin/days/{day}/close")>
                <input type="hidden" name=Field::Version.to_string() value=stamp.to_string() />
                <button class="button button--primary">{tr!(language, "days.close")}</button>
            </form>
        }
        .into_any(),
        true => ().into_any(),
        false => view! { <StillOpen open /> }.into_any(),
    };
    view! {
        <section class="panel" aria-labelledby="day-state">
            <h2 id="day-state">{tr!(language, "days.open")}</h2>
            {action}
        </section>
    }
}

/// The orders that keep the day open, with the ways to them.
#[component]
fn StillOpen(open: Vec<OpenOrder>) -> impl IntoView {
    let language = language();
    let orders = open.into_iter().map(|order| {
        let href = format!("/admin/orders/{}", order.id);
        view! {
            <li data-key=format!("open-{}", order.id) data-open=order.number.to_string()>
                <a class="link" href=href>
                    {format!("#{}", order.number)}
                </a>
                " "
                {words::status(language, order.status)}
            </li>
        }
    });
    view! {
        <p>{tr!(language, "days.finish_first")}</p>
        <ul class="day__open">{orders.collect_view()}</ul>
    }
}
