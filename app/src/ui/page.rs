//! The frame of every page.

use super::{Header, LoadIslands, ShopFront};
use crate::request::{language, path};
use leptos::prelude::*;
use leptos_meta::Title;

/// Title, head, and the main part.
#[component]
pub fn Page(
    /// The title, before the shop's name.
    #[prop(into)]
    title: String,
    /// Where the shop's name leads.
    #[prop(default = "/")]
    home: &'static str,
    /// Whether it has islands.
    #[prop(optional)]
    islands: bool,
    /// What else stands in the head.
    #[prop(optional, into)]
    tools: ViewFn,
    /// What the page is about.
    children: Children,
) -> impl IntoView {
    let front = ShopFront::current();
    let name = front.name.clone();
    view! {
        <Title text=format!("{title} · {name}") />
        {islands.then(LoadIslands)}
        <Header
            language=language()
            languages=front.languages.all().to_vec()
            shop_name=front.name
            home
            path=path()
        >
            {tools.run()}
        </Header>
        <main id="main" tabindex="-1">
            {children()}
        </main>
    }
}
