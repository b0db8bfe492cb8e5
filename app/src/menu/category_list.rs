//! The categories, to choose one, and adding one.

use super::names::NameFields;
use crate::{form::Form, request::language};
use domain::menu::{Category, CategoryId};
use leptos::prelude::*;

/// Links to the categories, and the form that adds one.
#[component]
pub fn CategoryList(
    /// The whole menu.
    menu: Vec<Category>,
    /// The category that is shown.
    shown: Option<CategoryId>,
    /// Whether categories can be added.
    may_edit: bool,
) -> impl IntoView {
    let language = language();
    let links = menu.into_iter().map(|category| {
        let is_shown = shown == Some(category.id);
        view! {
            <li data-id=category.id.to_string()>
                <a
                    class="category-link"
                    href=format!("/admin/menu?category={}", category.id)
                    aria-current=is_shown.then_some("true")
                >
                    <span>{category.name.get(language).to_owned()}</span>
                    <span class="row__note">{category.items.len()}</span>
                </a>
            </li>
        }
    });
    let add = may_edit.then(|| {
        view! {
            <details class="row__more">
                <summary>{tr!(language, "menu.add_category")}</summary>
                <Form action="/admin/menu/categories" send=tr!(language, "menu.add")>
                    <NameFields />
                </Form>
            </details>
            <a class="button" href="/admin/menu/options">
                {tr!(language, "options.title")}
            </a>
        }
    });
    view! {
        <nav class="categories" aria-label=tr!(language, "menu.categories")>
            <ul data-reorder=may_edit.then_some("/admin/menu/categories")>{links.collect_view()}</ul>
            {add}
        </nav>
    }
}
