//! How and when an order is handed over, as it is typed at the counter.

use crate::{
    form::{Choice, Choices, TextInput},
    request::language,
    words,
};
use domain::{
    handover::{HandoverRules, MAX_DELIVERY_ADDRESS, MAX_TABLE, Way},
    validation::Field,
};
use leptos::prelude::*;

/// The most characters of a time, as it is typed.
const MAX_TIME: usize = 8;

/// The fields of what the shop offers; none where an order can only be picked up as soon as it
/// is ready. What does not belong to the way that is chosen is hidden by the style.
#[component]
pub fn HandoverFields(
    /// What the shop offers.
    rules: HandoverRules,
) -> impl IntoView {
    let language = language();
    let ways = rules.ways.all();
    let choices = ways.iter().map(|way| Choice {
        value: way.as_str().to_owned(),
        label: words::way(language, *way).into_owned(),
    });
    let choices: Vec<_> = choices.collect();
    let way = match choices.as_slice() {
        [only] => {
            let (name, value) = (Field::Way.to_string(), only.value.clone());
            view! { <input type="hidden" name=name value=value /> }.into_any()
        }
        _ => {
            let label = tr!(language, "counter.way");
            view! { <Choices field=Field::Way label choices /> }.into_any()
        }
    };
    let table = rules.ways.has(Way::Table).then(|| {
        view! {
            <div class="handover-fields__table">
                <TextInput
                    field=Field::Table
                    label=tr!(language, "counter.table")
                    max=MAX_TABLE
                    required=false
                />
            </div>
        }
    });
    let address = rules.ways.has(Way::Delivery).then(|| {
        view! {
            <div class="handover-fields__address">
                <TextInput
                    field=Field::DeliveryAddress
                    label=tr!(language, "counter.address")
                    max=MAX_DELIVERY_ADDRESS
                    required=false
                />
            </div>
        }
    });
    let wanted = rules.wanted_times.then(|| {
        view! {
            <TextInput
                field=Field::Wanted
                label=tr!(language, "counter.wanted")
                kind="time"
                max=MAX_TIME
                required=false
                hint=tr!(language, "counter.wanted_hint").into_owned()
            />
        }
    });
    let is_asked = rules.wanted_times || ways != [Way::PickUp];
    is_asked.then(|| {
        view! { <div class="handover-fields">{way} {table} {address} {wanted}</div> }
    })
}
