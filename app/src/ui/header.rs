//! The head of every page.

use super::{
    icon::{Icon, Shape},
    scripts::PageScript,
};
use domain::language::Language;
use leptos::prelude::*;

/// The shop's name, and the choice of language; further tools as children.
#[component]
pub fn Header(
    /// The language that is spoken.
    language: Language,
    /// The languages that can be chosen.
    languages: Vec<Language>,
    /// The shop's name.
    shop_name: String,
    /// Where the name leads.
    home: &'static str,
    /// The path of this page, to come back to.
    path: String,
    /// What else stands there.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    // There is nothing to choose of one.
    let choice = (languages.len() > 1).then(|| {
        view! {
            <PageScript src="/language.js" />
            <form class="language" method="post" action="/language">
                <input type="hidden" name="back" value=path />
                {languages
                    .into_iter()
                    .map(|choice| {
                        view! {
                            <button
                                class="language__choice"
                                name="language"
                                value=choice.code()
                                lang=choice.tag()
                                aria-pressed=if choice == language { "true" } else { "false" }
                            >
                                {choice.own_name()}
                            </button>
                        }
                    })
                    .collect_view()}
            </form>
        }
    });
    view! {
        <a class="skip-link" href="#main">
            {tr!(language, "nav.skip")}
        </a>
        <header class="header">
            <a class="header__brand" href=home>
                <Icon shape=Shape::Bell />
                <span>{shop_name}</span>
            </a>
            <div class="header__tools">
                {children.map(|children| children())}
                {choice}
            </div>
        </header>
    }
}
