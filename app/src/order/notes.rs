//! What the shop wrote to the customer.

use crate::request::language;
use domain::orders::OrderStory;
use leptos::prelude::*;

/// What the shop wrote, oldest first; what comes is said, too.
#[component]
pub fn Notes<'a>(
    /// The order.
    story: &'a OrderStory,
) -> impl IntoView + use<> {
    let language = language();
    let notes = story.notes.iter().map(|(at, text)| {
        view! {
            <li>
                <time datetime=at.at.rfc3339()>{at.time.clone()}</time>
                " "
                <span dir="auto">{text.clone()}</span>
            </li>
        }
    });
    let notes = notes.collect_view();
    let list = (!story.notes.is_empty()).then(|| view! { <ul>{notes}</ul> });
    let title = (!story.notes.is_empty()).then(|| {
        view! { <h2 class="order-notes__title">{tr!(language, "order_note.title")}</h2> }
    });
    view! {
        <div class="order-notes" data-live="notes" data-order-notes=story.notes.len().to_string()>
            {title}
            // There before anything is in it: so a screen reader says what comes.
            <div role="log" aria-label=tr!(language, "order_note.title").into_owned()>
                {list}
            </div>
        </div>
    }
}
