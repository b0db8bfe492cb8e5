//! What the order would be, before it is sent.

use crate::shop::{basket::ChosenLine, context::OrderFormContext};
use leptos::prelude::*;

/// Each line that is chosen, with what it comes to by the menu of now, and the way back to
/// where it is changed.
#[component]
pub fn Summary() -> impl IntoView {
    let form = OrderFormContext::current();
    let language = form.language;
    let line = |line: &ChosenLine| {
        let sum = line.price.checked_mul(line.quantity);
        let options = line.options.join(" · ");
        let news = line.news.iter().map(|news| {
            let text = news.text(form.language, form.currency, &line.name);
            view! { <p class="summary__news">{text}</p> }
        });
        let key = line.key.element_id();
        view! {
            <li class="summary__line" data-key=format!("summary-{key}")>
                <a href=format!("#{key}")>{format!("{} × {}", line.quantity, line.name)}</a>
                <span class="summary__sum">
                    {sum.map(|sum| sum.display(form.currency))}
                </span>
                {(!options.is_empty()).then(|| view! { <p class="summary__options">{options}</p> })}
                {news.collect_view()}
            </li>
        }
    };
    let lines: Vec<_> = form.basket.lines.iter().map(line).collect();
    let content = match lines.is_empty() {
        true => view! { <p class="summary__empty">{tr!(language, "shop.nothing_chosen")}</p> }
            .into_any(),
        false => view! { <ul class="summary__lines">{lines}</ul> }.into_any(),
    };
    view! {
        <section class="summary" id="summary" aria-labelledby="summary-title" tabindex="-1">
            <h2 id="summary-title">{tr!(language, "shop.summary")}</h2>
            {content}
        </section>
    }
}
