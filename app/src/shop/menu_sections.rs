//! The menu of the order form, as it is now.

use super::{context::OrderFormContext, dish::DishRow};
use leptos::prelude::*;

/// Every section with its dishes.
#[component]
pub fn MenuSections() -> impl IntoView {
    let form = OrderFormContext::current();
    let sections = form.now.sections.iter().map(|section| {
        let dishes = section.dishes.iter().map(|dish| {
            let dish = dish.clone();
            view! { <DishRow dish /> }
        });
        let id = format!("category-{}", section.id);
        let key = id.clone();
        let heading = id.clone();
        view! {
            <section class="menu__section" data-key=key aria-labelledby=heading>
                <h2 id=id>{section.name.clone()}</h2>
                <ul class="menu__dishes">{dishes.collect_view()}</ul>
            </section>
        }
    });
    sections.collect_view()
}

/// The way to each section, and a field that finds dishes; that needs the script.
#[component]
pub fn MenuNav() -> impl IntoView {
    let form = OrderFormContext::current();
    let language = form.language;
    let links = form.now.sections.iter().map(|section| {
        let id = format!("category-{}", section.id);
        view! {
            <li data-key=format!("to-{id}")>
                <a href=format!("#{id}")>{section.name.clone()}</a>
            </li>
        }
    });
    view! {
        <div class="menu-search keeps-place" hidden>
            <label class="visually-hidden" for="search">{tr!(language, "shop.search")}</label>
            <input
                id="search"
                type="search"
                autocomplete="off"
                placeholder=tr!(language, "shop.search")
            />
            <p class="menu-search__none" role="status">
                <span hidden>{tr!(language, "shop.found_none")}</span>
            </p>
        </div>
        <nav class="menu-nav" aria-label=tr!(language, "shop.sections")>
            <ul class="menu-nav__sections" data-live="sections">
                {links.collect_view()}
            </ul>
        </nav>
    }
}

/// That the shop takes no orders, and what became of what was chosen. The regions are there
/// before they have something to say, so that it is read out.
#[component]
pub fn ShopNews() -> impl IntoView {
    let form = OrderFormContext::current();
    let (language, currency) = (form.language, form.currency);
    let mut news = Vec::new();
    for line in &form.basket.lines {
        for piece in &line.news {
            news.push(piece.text(language, currency, &line.name));
        }
    }
    if form.basket.gone > 0 {
        news.push(tr!(language, "shop.now_gone", count = form.basket.gone).into_owned());
    }
    let opening = match &form.now.closed {
        Some(text) => view! { <p class="notice">{text.clone()}</p> }.into_any(),
        None => {
            let text = tr!(language, "shop.now_open");
            view! { <p class="visually-hidden">{text}</p> }.into_any()
        }
    };
    view! {
        <div class="order-form__opening" role="status">
            {opening}
        </div>
        <p role="status" class="visually-hidden order-form__news">
            {news.join(" ")}
        </p>
    }
}
