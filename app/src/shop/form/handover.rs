//! How and when the order is handed over, as far as the shop leaves a choice.

use crate::{
    request::shop,
    shop::{context::OrderFormContext, form::fields::OrderField},
    words,
};
use domain::{
    handover::{MAX_DELIVERY_ADDRESS, MAX_TABLE, Way},
    validation::Field,
};
use leptos::prelude::*;

/// The most characters of a time, as it is typed.
const MAX_TIME: usize = 8;

/// The fields of what the shop offers; none where an order can only be picked up as soon as it
/// is ready. What does not belong to the way that is chosen is hidden by the style.
#[component]
pub fn HandoverFields() -> AnyView {
    let form = OrderFormContext::current();
    let (language, typed) = (form.language, &form.typed);
    let Ok(shop) = shop() else {
        return ().into_any();
    };
    let rules = shop.settings().handover.clone();
    let ways = rules.ways.all();
    let chosen = ways.iter().find(|way| way.as_str() == typed.way);
    let chosen = chosen.or(ways.first()).copied();
    let choices = ways.iter().map(|way| {
        let is_chosen = chosen == Some(*way);
        view! {
            <label class="box" data-key=way.as_str()>
                <input
                    type="radio"
                    name=Field::Way.to_string()
                    value=way.as_str()
                    checked=is_chosen
                />
                <span>{words::way(language, *way)}</span>
            </label>
        }
    });
    let choices = choices.collect_view();
    let is_only = ways.len() == 1;
    let table = rules.ways.has(Way::Table).then(|| {
        view! {
            <div class="handover__table">
                <OrderField
                    name="handover.table"
                    label=tr!(language, "counter.table")
                    field=Field::Table
                    typed=typed.table.clone()
                    kind="text"
                    autocomplete="off"
                    max=MAX_TABLE
                    required=false
                />
            </div>
        }
    });
    let address = rules.ways.has(Way::Delivery).then(|| {
        view! {
            <div class="handover__address">
                <OrderField
                    name="handover.address"
                    label=tr!(language, "counter.address")
                    field=Field::DeliveryAddress
                    typed=typed.address.clone()
                    kind="text"
                    autocomplete="street-address"
                    max=MAX_DELIVERY_ADDRESS
                    required=false
                />
            </div>
        }
    });
    let wanted = rules.wanted_times.then(|| {
        let earliest = shop
            .settings()
            .earliest_wanted(&*shop.clock, shop.clock.now());
        let hint = tr!(language, "shop.wanted_hint", time = earliest);
        view! {
            <OrderField
                name="wanted"
                label=tr!(language, "counter.wanted")
                field=Field::Wanted
                typed=typed.wanted.clone()
                kind="time"
                autocomplete="off"
                max=MAX_TIME
                required=false
            />
            <p class="field__hint">{hint}</p>
        }
    });
    view! {
        <fieldset class="boxes handover" hidden=is_only>
            <legend>{tr!(language, "counter.way")}</legend>
            {choices}
            <p class="field__fault">{form.fault(Field::Way)}</p>
        </fieldset>
        {table}
        {address}
        {wanted}
    }
    .into_any()
}
