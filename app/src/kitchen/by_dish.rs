//! The kitchen dish by dish: what is the same is made together.

use super::{drawing::Drawing, forms::line_id, order_steps::OrderSteps, tick_button::TickButton};
use crate::{
    request::language,
    ui::{chosen_options, customer_note, handover_line},
};
use domain::kitchen::{Dish, KitchenNow, KitchenOrder, Portion, StationWork};
use leptos::prelude::*;

/// What there is to do, by station and dish; above it the orders of which all is made.
#[component]
pub fn ByDish(
    /// What there is to do.
    kitchen: KitchenNow,
    /// What the page is drawn with.
    drawing: Drawing,
) -> impl IntoView {
    let station = drawing.shown.station.and_then(|id| kitchen.station(id));
    let made: Vec<_> = kitchen
        .at(station)
        .map(|(order, _)| order)
        .filter(|order| order.is_made())
        .collect();
    let work = kitchen.by_dish(station);
    let stations = work.iter().enumerate();
    let stations = stations.map(|(place, work)| at_station(place, work, drawing));
    view! {
        {(!made.is_empty()).then(|| all_made(&made, drawing))}
        {stations.collect_view()}
    }
}

/// Orders of which all is made.
fn all_made(orders: &[&KitchenOrder], drawing: Drawing) -> impl IntoView + use<> {
    let rows = orders.iter().map(|order| {
        view! {
            <li class="row" data-key=format!("made-{}", order.id)>
                <strong class="work__number">{format!("#{}", order.number)}</strong>
                {handover_line(language(), &order.handover, order.wanted.as_ref())}
                <OrderSteps order drawing />
            </li>
        }
    });
    view! {
        <section class="work work--made" aria-labelledby="kitchen-made">
            <h2 id="kitchen-made">{tr!(language(), "kitchen.all_made")}</h2>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
}

fn at_station(place: usize, work: &StationWork<'_>, drawing: Drawing) -> impl IntoView + use<> {
    let language = language();
    let name = match work.station {
        Some(station) => station.name.get(language).to_owned(),
        None => tr!(language, "kitchen.elsewhere").into_owned(),
    };
    let id = format!("station-{place}");
    let heading = id.clone();
    let dishes = work.dishes.iter().map(|dish| dish_row(dish, drawing));
    view! {
        <section class="work" aria-labelledby=id>
            <h2 id=heading>{name}</h2>
            <ul class="work__dishes">{dishes.collect_view()}</ul>
        </section>
    }
}

fn dish_row(dish: &Dish<'_>, drawing: Drawing) -> impl IntoView + use<> {
    let language = language();
    let key = dish.portions.first().map(|portion| {
        let line = line_id(portion.order.id, portion.line.place);
        format!("dish-{line}")
    });
    let left = dish.left();
    let portions = dish
        .portions
        .iter()
        .map(|portion| portion_row(portion, drawing));
    view! {
        <li class="work__dish" class:work__dish--made={left == 0} data-key=key data-left=left.to_string()>
            <h3>
                <span class="work__left">{left} " ×"</span>
                " "
                {dish.line.name.get(language).to_owned()}
                {chosen_options(language, dish.line)}
            </h3>
            <ul class="rows">{portions.collect_view()}</ul>
        </li>
    }
}

fn portion_row(portion: &Portion<'_>, drawing: Drawing) -> impl IntoView + use<> {
    let language = language();
    let Portion { order, line } = *portion;
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
                <strong class="work__number">{format!("#{}", order.number)}</strong>
                <span class="work__quantity">{line.line.quantity} " ×"</span>
                {chosen_options(language, &line.line)}
                {drawing.age(language, order)}
                {handover_line(language, &order.handover, order.wanted.as_ref())}
                {customer_note(language, order.note.clone())}
            </div>
            <TickButton order line drawing />
        </li>
    }
}
