//! What search engines read of the shop: its menu, in the words of schema.org (`Restaurant`,
//! `Menu`), as JSON-LD.

use super::{Dish, Section, context::OrderFormContext};
use crate::{request::shop, ui::ShopFront};
use domain::money::Currency;
use leptos::{nonce::use_nonce, prelude::*};
use serde_json::{Value, json};

/// The shop and its menu.
#[component]
pub fn StructuredData() -> impl IntoView {
    let form = OrderFormContext::current();
    let currency = form.currency;
    let sections = form.now.sections.iter();
    let sections: Vec<_> = sections
        .map(|section| section_of(section, currency))
        .collect();
    let mut about = json!({
        "@context": "https://schema.org",
        "@type": "Restaurant",
        "name": ShopFront::current().name,
        "currenciesAccepted": currency.code(),
        "hasMenu": {
            "@type": "Menu",
            "inLanguage": form.language.tag(),
            "hasMenuSection": sections,
        },
    });
    if let Ok(shop) = shop() {
        let settings = shop.settings();
        for (name, text) in [
            ("address", &settings.address),
            ("telephone", &settings.phone),
        ] {
            if !text.is_empty() {
                about[name] = Value::from(text.as_str());
            }
        }
    }
    view! {
        <script
            type="application/ld+json"
            nonce=use_nonce()
            inner_html=in_script(&about)
        ></script>
    }
}

fn section_of(section: &Section, currency: Currency) -> Value {
    let dishes = section.dishes.iter();
    let dishes: Vec<_> = dishes.map(|dish| dish_of(dish, currency)).collect();
    json!({ "@type": "MenuSection", "name": section.name, "hasMenuItem": dishes })
}

fn dish_of(dish: &Dish, currency: Currency) -> Value {
    json!({
        "@type": "MenuItem",
        "name": dish.name,
        "description": dish.description,
        "offers": {
            "@type": "Offer",
            "price": dish.price.typed(currency),
            "priceCurrency": currency.code(),
        },
    })
}

/// JSON that can stand in a script: nothing in it ends that.
fn in_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_script() {
        let value = json!({ "name": "</script><script>alert(1)" });
        let text = in_script(&value);
        assert!(!text.contains('<'));
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
