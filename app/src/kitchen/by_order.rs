//! The kitchen order by order, the oldest first.

use super::{drawing::Drawing, forms::line_id, order_steps::OrderSteps, tick_button::TickButton};
use crate::{
    request::language,
    ui::{StatusBadge, chosen_options, customer_note, handover_line},
};
use domain::kitchen::{KitchenLine, KitchenNow, KitchenOrder};
use leptos::prelude::*;

/// The orders, each with what of it is made where somebody looks.
#[component]
pub fn ByOrder(
    /// What there is to do.
    kitchen: KitchenNow,
    /// What the page is drawn with.
    drawing: Drawing,
) -> impl IntoView {
    let station = drawing.shown.station.and_then(|id| kitchen.station(id));
    let orders = kitchen.at(station);
    let orders = orders.map(|(order, lines)| order_card(order, &lines, drawing));
    view! { <ol class="work__orders">{orders.collect_view()}</ol> }
}

fn order_card(
    order: &KitchenOrder,
    lines: &[&KitchenLine],
    drawing: Drawing,
) -> impl IntoView + use<> {
    let language = language();
    let rows = lines.iter().map(|line| line_row(order, line, drawing));
    view! {
        <li class="panel work__order" data-key=format!("order-{}", order.id)>
            <div class="row__head">
                <h2 class="work__number">
                    {format!("#{}", order.number)}
                </h2>
                <StatusBadge language status=order.status />
                {drawing.age(language, order)}
            </div>
            {handover_line(language, &order.handover, order.wanted.as_ref())}
            {customer_note(language, order.note.clone())}
            <ul class="rows">{rows.collect_view()}</ul>
            <OrderSteps order drawing />
        </li>
    }
}

fn line_row(order: &KitchenOrder, line: &KitchenLine, drawing: Drawing) -> impl IntoView + use<> {
    let language = language();
    let id = line_id(order.id, line.place);
    view! {
        <li
            class="row work__line"
            class:work__line--made=line.made.is_some()
            id=id.clone()
            data-key=id
            data-made=line.made.is_some().to_string()
        >
            <div class="row__head">
                <span class="work__quantity">{line.line.quantity} " ×"</span>
                <strong>{line.line.name.get(language).to_owned()}</strong>
                {chosen_options(language, &line.line)}
            </div>
            <TickButton order line drawing />
        </li>
    }
}
