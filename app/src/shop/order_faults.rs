//! What has to be mended before an order can be placed, with the way there.

use super::context::OrderFormContext;
use domain::validation::Field;
use leptos::prelude::*;

/// A link to each field that has a fault.
#[component]
pub fn FaultList() -> impl IntoView {
    let form = OrderFormContext::current();
    let links = move || {
        let refusal = form.refusal.get()?;
        let links = fields(form).into_iter().filter_map(|(field, id, label)| {
            let text = refusal.fault(&field.to_string())?;
            Some(view! {
                <li>
                    <a href=format!("#{id}")>{format!("{label}: {text}")}</a>
                </li>
            })
        });
        let links = links.collect_view();
        (!links.is_empty()).then(|| view! { <ul class="fault-list">{links}</ul> })
    };
    view! { {links} }
}

/// The fields to which there is a way, each with its element and what it is called.
fn fields(form: OrderFormContext) -> Vec<(Field, String, String)> {
    let language = form.language;
    let mut fields = form.basket.with_untracked(|basket| {
        let lines = basket.lines().map(|(key, name)| {
            let field = Field::Line(key.item, key.place);
            (field, key.element_id(), name.to_owned())
        });
        lines.collect::<Vec<_>>()
    });
    for (field, id, label) in [
        (Field::Name, "name", tr!(language, "shop.name")),
        (Field::Phone, "phone", tr!(language, "shop.phone")),
        (Field::Note, "note", tr!(language, "shop.note")),
    ] {
        fields.push((field, id.to_owned(), label.into_owned()));
    }
    fields
}
