//! The steps of an order's way.

use crate::{request::language, words};
use domain::orders::{OrderStatus, OrderStory};
use leptos::prelude::*;

/// The way of an order that goes well.
const STEPS: [OrderStatus; 5] = [
    OrderStatus::Placed,
    OrderStatus::Accepted,
    OrderStatus::Preparing,
    OrderStatus::Ready,
    OrderStatus::Finished,
];

/// The steps, up to which the order has come, and when it came to each; none where it goes no
/// further. A step that was passed over has no time.
#[component]
pub fn Steps<'a>(
    /// The order.
    story: &'a OrderStory,
) -> impl IntoView + use<> {
    let language = language();
    let now = STEPS.iter().position(|step| *step == story.order.status);
    now.map(|now| {
        let steps = (0..).zip(STEPS).map(|(place, step)| {
            let reached = story.reached(step).filter(|_| place <= now);
            let time = reached.map(|moment| {
                view! {
                    <time class="steps__time" datetime=moment.at.rfc3339()>
                        {moment.time.clone()}
                    </time>
                }
            });
            view! {
                <li
                    class="steps__step"
                    class:steps__step--done=place <= now
                    aria-current=(place == now).then_some("step")
                >
                    <span>{words::status(language, step)}</span>
                    {time}
                </li>
            }
        });
        view! { <ol class="steps">{steps.collect_view()}</ol> }
    })
}
