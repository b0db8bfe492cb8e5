//! What has to be mended before an order can be placed, with the way there.

use crate::shop::{
    LineKey,
    context::{FormState, OrderFormContext},
    line_key::MAX_PLACES,
};
use domain::validation::Field;
use leptos::prelude::*;

/// A link to each field that has a fault.
#[component]
pub fn FaultList() -> impl IntoView {
    let form = OrderFormContext::current();
    let fields = match form.refusal {
        Some(_) => fields(&form),
        None => Vec::new(),
    };
    let links = fields.into_iter().filter_map(|(field, id, label)| {
        let text = form.fault(field)?;
        Some(view! {
            <li>
                <a href=format!("#{id}")>{format!("{label}: {text}")}</a>
            </li>
        })
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty()).then(|| view! { <ul class="fault-list">{links}</ul> })
}

/// The fields to which there is a way, each with its element and what it is called.
fn fields(form: &FormState) -> Vec<(Field, String, String)> {
    let language = form.language;
    let mut fields = Vec::new();
    for dish in form.now.sections.iter().flat_map(|section| &section.dishes) {
        let item = dish.id;
        for place in 0..MAX_PLACES {
            let id = LineKey { item, place }.element_id();
            fields.push((Field::Line(item, place), id, dish.name.clone()));
        }
    }
    for (field, id, label) in [
        (Field::Name, "name", tr!(language, "shop.name")),
        (Field::Phone, "phone", tr!(language, "shop.phone")),
        (
            Field::Table,
            "handover-table",
            tr!(language, "counter.table"),
        ),
        (
            Field::DeliveryAddress,
            "handover-address",
            tr!(language, "counter.address"),
        ),
        (Field::Wanted, "wanted", tr!(language, "counter.wanted")),
        (Field::Note, "note", tr!(language, "shop.note")),
    ] {
        fields.push((field, id.to_owned(), label.into_owned()));
    }
    fields
}
