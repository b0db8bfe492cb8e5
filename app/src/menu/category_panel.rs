//! One category, with its dishes.

use super::{dish_row::DishRow, names::NameFields};
use crate::{
    form::{ActionButton, Form, TextInput},
    request::language,
};
use domain::{
    menu::{Category, MAX_STATION},
    validation::Field,
};
use leptos::prelude::*;

/// The dishes of a category, and what can be done about the category itself.
#[component]
pub fn CategoryPanel(
    /// The category.
    category: Category,
    /// Whether it can be changed.
    may_edit: bool,
) -> impl IntoView {
    let language = language();
    let id = category.id;
    let is_empty = category.items.is_empty();
    let dishes = category
        .items
        .into_iter()
        .map(|item| view! { <DishRow item may_edit /> });
    let dishes = dishes.collect_view();
    let at = |part: &str| format!("/admin/menu/categories/{id}/{part}");
    let name = category.name.get(language).to_owned();
    let tools = may_edit.then(|| {
        view! {
            <a class="button button--primary" href=format!("/admin/menu/dishes/new?category={id}")>
                {tr!(language, "menu.add_dish")}
            </a>
            <details class="row__more">
                <summary>{tr!(language, "menu.change_category")}</summary>
                <Form action=at("rename") send=tr!(language, "form.save")>
                    <NameFields name=category.name />
                    <TextInput
                        field=Field::Station
                        label=tr!(language, "menu.station")
                        value=category.station.unwrap_or_default()
                        max=MAX_STATION
                        required=false
                        hint=tr!(language, "menu.station_hint").into_owned()
                    />
                </Form>
                <div class="row__actions">
                    <ActionButton action=at("up") label=tr!(language, "menu.category_up") />
                    <ActionButton action=at("down") label=tr!(language, "menu.category_down") />
                    <ActionButton action=at("delete") label=tr!(language, "menu.delete_category") />
                </div>
            </details>
        }
    });
    view! {
        <section class="panel" aria-labelledby="category-title">
            <h2 id="category-title">{name}</h2>
            {is_empty.then(|| view! { <p class="empty">{tr!(language, "menu.no_dishes")}</p> })}
            <ul class="rows" data-reorder=may_edit.then_some("/admin/menu/dishes")>
                {dishes}
            </ul>
            {tools}
        </section>
    }
}
