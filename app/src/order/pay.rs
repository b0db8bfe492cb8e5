//! What is scanned to pay an order.

use crate::request::language;
use domain::{
    menu::{PhotoId, PhotoSize},
    orders::Order,
};
use leptos::prelude::*;

/// After how many seconds the page asks again: that an order was paid may be noted long after it
/// is over, and its stream has told its last.
const LOOK: u32 = 10;

/// The shop's codes and the amount, as long as the order is to be paid.
#[component]
pub fn Pay(
    /// The order.
    order: Order,
    /// The pictures of the codes.
    pictures: Vec<PhotoId>,
) -> impl IntoView {
    let language = language();
    let is_shown = order.is_to_be_paid() && !pictures.is_empty();
    let codes = is_shown.then(|| {
        let pictures = (1..).zip(pictures).map(|(place, picture)| {
            let alt = tr!(language, "pay.picture", place = place).into_owned();
            view! {
                <li>
                    <img class="pay__image" src=picture.url(PhotoSize::Large) alt=alt />
                </li>
            }
        });
        view! {
            <section class="pay" aria-labelledby="pay-title">
                <h2 id="pay-title">{tr!(language, "pay.title")}</h2>
                <p class="pay__amount">{order.total.display(order.currency)}</p>
                <ul class="pay__pictures">{pictures.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <div data-live="pay" data-bell-look=is_shown.then_some(LOOK)>
            {codes}
        </div>
    }
}
