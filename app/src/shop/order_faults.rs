//! What has to be mended before an order can be placed, with the way there.

use super::{LineKey, context::OrderFormContext};
use crate::words;
use domain::validation::{Field, FieldError};
use leptos::prelude::*;

/// A link to each field that has a fault.
#[component]
pub fn FaultList() -> impl IntoView {
    let form = OrderFormContext::current();
    let links = move || {
        let faults = form.faults.get().0;
        let links = faults
            .into_iter()
            .filter_map(|fault| link(form, &fault))
            .collect_view();
        (!links.is_empty()).then(|| view! { <ul class="fault-list">{links}</ul> })
    };
    view! { {links} }
}

/// The link to a fault's field; `None` where there is no field to lead to.
fn link(form: OrderFormContext, fault: &FieldError) -> Option<impl IntoView + use<>> {
    let language = form.language;
    let (id, label) = match fault.field {
        Field::Name => ("name".to_owned(), tr!(language, "shop.name").into_owned()),
        Field::Phone => ("phone".to_owned(), tr!(language, "shop.phone").into_owned()),
        Field::Note => ("note".to_owned(), tr!(language, "shop.note").into_owned()),
        Field::Line(item, place) => {
            let name = form
                .basket
                .with_untracked(|basket| basket.name(item).map(str::to_owned))?;
            (LineKey { item, place }.element_id(), name)
        }
        _ => return None,
    };
    let reason = words::reason(language, fault.reason, form.currency);
    Some(view! {
        <li>
            <a href=format!("#{id}")>{format!("{label}: {reason}")}</a>
        </li>
    })
}
