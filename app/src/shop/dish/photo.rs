//! What a dish looks like.

use domain::menu::{PhotoId, PhotoSize};
use leptos::prelude::*;

/// How large it is shown, in CSS pixels: the room that it has before it is loaded.
const SIDE: &str = "88";

/// The photo of a dish. Its name stands beside it, so it says nothing to those who don't
/// see it.
#[component]
pub fn Photo(
    /// Which photo.
    photo: PhotoId,
) -> impl IntoView {
    let (small, large) = (photo.url(PhotoSize::Small), photo.url(PhotoSize::Large));
    view! {
        <img
            class="dish__photo"
            srcset=format!("{small} 160w, {large} 640w")
            sizes=format!("{SIDE}px")
            src=small
            width=SIDE
            height=SIDE
            loading="lazy"
            alt=""
        />
    }
}
