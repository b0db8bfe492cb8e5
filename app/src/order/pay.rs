//! What is scanned to pay an order.

use crate::{request::language, ui::PageScript};
use domain::{
    menu::{PhotoId, PhotoSize},
    orders::Order,
};
use leptos::prelude::*;

/// The shop's codes and the amount, as long as the order is to be paid. The page asks for this
/// part again (`public/pay.js`): that an order was paid may be noted long after it is over.
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
    let scripts = is_shown.then(|| {
        view! {
            <PageScript src="/redraw.js" />
            <PageScript src="/pay.js" />
        }
    });
    view! {
        <div data-live="pay">{codes}</div>
        {scripts}
    }
}
