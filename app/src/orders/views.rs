//! Filters that the user keeps.

use super::{address::PAGE, forms::VIEWS};
use crate::{
    form::{Form, Refused, TextInput, fields},
    request::language,
};
use domain::{
    orders::search::{MAX_VIEW_NAME, OrderQuery, OrderView},
    validation::Field,
};
use leptos::prelude::*;

/// Links to what is kept, each with its button, and the form that keeps what is shown.
#[component]
pub fn Views(
    /// What is kept.
    views: Vec<OrderView>,
    /// What is shown.
    query: OrderQuery,
) -> impl IntoView {
    let language = language();
    let shown = query.view_fields();
    let rows = views.into_iter().map(|view| {
        let is_here = view.fields == shown;
        let label = tr!(language, "order_list.delete_view", name = view.name);
        let href = fields::to_address(PAGE, &view.fields);
        view! {
            <li class="choice" data-view=view.name>
                <a class="choice__link" href=href aria-current=is_here.then_some("true")>
                    {view.name.clone()}
                </a>
                <form method="post" action=format!("{VIEWS}/{}/delete", view.id)>
                    {fields::hidden(shown.clone())}
                    <button class="choice__remove" aria-label=label.clone() title=label.clone()>
                        "×"
                    </button>
                </form>
            </li>
        }
    });
    let rows = rows.collect_view();
    let list = (!rows.is_empty()).then(|| {
        view! {
            <nav aria-label=tr!(language, "order_list.views")>
                <ul class="choices">{rows}</ul>
            </nav>
        }
    });
    let is_open = Refused::of(VIEWS).is_some();
    view! {
        {list}
        <details class="row__more" open=is_open>
            <summary>{tr!(language, "order_list.keep_view")}</summary>
            <Form action=VIEWS send=tr!(language, "form.save")>
                {fields::hidden(shown)}
                <TextInput
                    field=Field::ViewName
                    label=tr!(language, "order_list.view_name")
                    max=MAX_VIEW_NAME
                />
            </Form>
        </details>
    }
}
