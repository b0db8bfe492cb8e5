//! The buttons that move an order on.

use super::{
    drawing::Drawing,
    forms::{ORDER, ORDERS, TO},
};
use crate::request::language;
use domain::{kitchen::KitchenOrder, language::Language, orders::OrderStatus, validation::Field};
use leptos::prelude::*;
use std::borrow::Cow;

/// A button for each thing that the kitchen may say of an order now.
#[component]
pub fn OrderSteps<'a>(
    /// The order.
    order: &'a KitchenOrder,
    /// What the page is drawn with.
    drawing: Drawing,
) -> impl IntoView + use<> {
    let language = language();
    let steps = order.next().filter(|_| drawing.may_tick).map(|to| {
        let label = verb(language, to);
        let class = match to {
            OrderStatus::Ready => "button button--primary tick",
            _ => "button button--quiet tick",
        };
        view! {
            <form class="action" method="post" action=ORDERS>
                {drawing.shown.fields()}
                <input type="hidden" name=ORDER value=order.id.to_string() />
                <input type="hidden" name=TO value=to.as_str() />
                <input type="hidden" name=Field::Version.to_string() value=order.version.to_string() />
                <button class=class aria-label=format!("{label}: #{}", order.number)>
                    {label.clone()}
                </button>
            </form>
        }
    });
    view! { <div class="row__actions">{steps.collect_view()}</div> }
}

fn verb(language: Language, to: OrderStatus) -> Cow<'static, str> {
    match to {
        OrderStatus::Ready => tr!(language, "kitchen.ready"),
        _ => tr!(language, "kitchen.start"),
    }
}
