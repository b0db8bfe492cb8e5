//! The photo of a dish: to see it, to choose another, and to remove it.

use crate::{
    form::{ActionButton, PHOTO_TYPES, UploadForm},
    request::language,
    words::megabytes,
};
use domain::{
    menu::{Item, MAX_PHOTO_BYTES, PhotoSize},
    validation::Field,
};
use leptos::prelude::*;

/// The photo of a dish, and the forms that change it.
#[component]
pub fn DishPhoto(
    /// The dish.
    item: Item,
) -> impl IntoView {
    let language = language();
    let at = |part: &str| format!("/admin/menu/dishes/{}/photo{part}", item.id);
    let side = PhotoSize::Large.pixels().to_string();
    let name = item.fields.name.get(language).to_owned();
    let has_photo = item.photo.is_some();
    let shown = item.photo.map(|photo| {
        view! {
            <img
                class="photo__image"
                src=photo.url(PhotoSize::Large)
                width=side.clone()
                height=side
                alt=name
            />
            <ActionButton action=at("/remove") label=tr!(language, "photo.remove") />
        }
    });
    let label = match has_photo {
        true => tr!(language, "photo.another"),
        false => tr!(language, "photo.choose"),
    };
    view! {
        <section class="panel photo" aria-labelledby="photo-title">
            <h2 id="photo-title">{tr!(language, "photo.title")}</h2>
            {shown}
            <UploadForm
                action=at("")
                send=tr!(language, "photo.upload")
                field=Field::Photo
                label
                hint=tr!(language, "photo.hint", max = megabytes(MAX_PHOTO_BYTES))
                accept=PHOTO_TYPES
                max=MAX_PHOTO_BYTES
            />
        </section>
    }
}
