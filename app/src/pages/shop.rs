//! The shop: the menu as a form.

use super::{Page, language, set_status, unavailable};
use crate::{
    actions::shop,
    components::{Dish, OrderForm, Refused, Section},
    shell::ShopFront,
};
use domain::{language::Language, menu::Item};
use leptos::prelude::*;

/// `/`: what there is to eat, and the form that orders it.
#[component]
pub fn ShopPage() -> impl IntoView {
    Suspend::new(async move {
        let Ok(shop) = shop() else {
            return unavailable();
        };
        let language = language();
        let currency = ShopFront::current().currency;
        let refused = use_context::<Refused>();
        if let Some(refused) = &refused {
            set_status(refused.fault.status());
        }
        let Ok(menu) = shop.store.menu().await else {
            return unavailable();
        };
        let sections = sections(menu, language);
        let is_empty = sections.is_empty();
        let request_id = shop.request_key();
        view! {
            <Page title=tr!(language, "shop.title")>
                <h1>{tr!(language, "shop.title")}</h1>
                {is_empty.then(|| view! { <p class="empty">{tr!(language, "shop.empty")}</p> })}
                {(!is_empty)
                    .then(|| view! { <OrderForm language currency request_id sections refused /> })}
            </Page>
        }
        .into_any()
    })
}

/// The menu in one language, by category, in the shop's order.
fn sections(menu: Vec<Item>, language: Language) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for item in menu {
        let name = item.category.get(language);
        let dish = Dish {
            id: item.id,
            left: item.left(),
            name: item.name.get(language).to_owned(),
            description: item.description.get(language).to_owned(),
            price: item.price,
        };
        match sections.last_mut() {
            Some(section) if section.name == name => section.dishes.push(dish),
            _ => sections.push(Section {
                name: name.to_owned(),
                dishes: vec![dish],
            }),
        }
    }
    sections
}
