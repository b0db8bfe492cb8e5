//! One dish in the list.

use crate::{form::ActionButton, request::language, ui::ShopFront};
use domain::menu::{Item, PhotoSize};
use leptos::prelude::*;

/// A dish with its price and state, and what is done about it most often.
#[component]
pub fn DishRow(
    /// The dish.
    item: Item,
    /// Whether it can be changed.
    may_edit: bool,
) -> impl IntoView {
    let language = language();
    let id = item.id;
    let name = item.fields.name.get(language).to_owned();
    let at = |part: &str| format!("/admin/menu/dishes/{id}/{part}");
    let price = item.fields.price.display(ShopFront::current().currency);
    let stock = item.fields.stock.map(|left| {
        view! { <span class="row__note">{tr!(language, "shop.left", count = left)}</span> }
    });
    let (sell, sell_label) = match item.sold_out_today {
        true => ("back", tr!(language, "menu.back")),
        false => ("sold-out", tr!(language, "menu.sell_out")),
    };
    let spoken = |label: &str| format!("{label}: {name}");
    let edits = may_edit.then(|| {
        let (show, show_label) = match item.visible {
            true => ("hide", tr!(language, "menu.hide")),
            false => ("show", tr!(language, "menu.show")),
        };
        let (up, down) = (tr!(language, "menu.up"), tr!(language, "menu.down"));
        view! {
            <ActionButton action=at(show) spoken=spoken(&show_label) label=show_label />
            <ActionButton action=at("up") spoken=spoken(&up) label="↑" />
            <ActionButton action=at("down") spoken=spoken(&down) label="↓" />
        }
    });
    let shown = match may_edit {
        true => view! { <a href=format!("/admin/menu/dishes/{id}")>{name.clone()}</a> }.into_any(),
        false => name.clone().into_any(),
    };
    let photo = item.photo.map(|photo| {
        let side = PhotoSize::Small.pixels().to_string();
        view! {
            <img
                class="row__photo"
                src=photo.url(PhotoSize::Small)
                width=side.clone()
                height=side
                loading="lazy"
                alt=""
            />
        }
    });
    view! {
        <li
            class="row"
            id=format!("dish-{id}")
            tabindex="-1"
            data-id=id.to_string()
            data-dish=id.to_string()
        >
            <div class="row__head">
                {photo}
                <h3 class="row__name">{shown}</h3>
                <span class="row__note">{price}</span>
                {stock}
                {item
                    .sold_out_today
                    .then(|| {
                        view! {
                            <span class="tag tag--off">{tr!(language, "shop.sold_out")}</span>
                        }
                    })}
                {(!item.visible)
                    .then(|| {
                        view! { <span class="tag tag--off">{tr!(language, "menu.hidden")}</span> }
                    })}
            </div>
            <div class="row__actions">
                <ActionButton action=at(sell) spoken=spoken(&sell_label) label=sell_label />
                {edits}
            </div>
        </li>
    }
}
