//! The page on which orders are paused.

use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    form::{ActionButton, Choice, Choices, Form, TextInput},
    request::language,
    words,
};
use domain::{
    policy::Action,
    settings::{MAX_PAUSE_MESSAGE, PauseLength},
    validation::Field,
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};
use strum::VariantArray;

/// `/admin/pause`
#[component(transparent)]
pub fn PauseRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("pause"));
    view! { <Route path view=PausePage ssr=SsrMode::Async /> }.into_inner()
}

/// Taking no orders for a while: whoever is at the counter may.
#[component]
fn PausePage() -> impl IntoView {
    let title = tr!(language(), "pause.title");
    admin_page(title, Some(Action::PauseOrders), draw)
}

/// The form that pauses, or the button that ends the pause.
async fn draw(AdminRequest { shop, .. }: AdminRequest) -> Result<AnyView, ActionError> {
    let language = language();
    let state = match shop.check_open() {
        Ok(()) => tr!(language, "pause.open").into_owned(),
        Err(closed) => words::closed(language, &closed),
    };
    let lengths = PauseLength::VARIANTS.iter().map(|length| Choice {
        value: length.as_str().to_owned(),
        label: words::pause_length(language, *length),
    });
    let lengths: Vec<_> = lengths.collect();
    let change = if shop.settings().is_paused(&*shop.clock) {
        view! { <ActionButton action="/admin/pause/end" label=tr!(language, "pause.end") /> }
            .into_any()
    } else {
        view! {
            <Form action="/admin/pause" send=tr!(language, "pause.begin")>
                <Choices
                    field=Field::PauseLength
                    label=tr!(language, "pause.length")
                    value=PauseLength::Half.as_str()
                    choices=lengths
                />
                <TextInput
                    field=Field::PauseMessage
                    label=tr!(language, "pause.message")
                    max=MAX_PAUSE_MESSAGE
                    required=false
                />
            </Form>
        }
        .into_any()
    };
    let view = view! {
        <section class="panel">
            <p role="status">{state}</p>
            {change}
        </section>
    };
    Ok(view.into_any())
}
