//! The pages. They are drawn on the server and ship no WebAssembly of their
//! own; what comes to life in them are the islands of [`crate::components`].

pub mod admin;
pub mod not_found;
pub mod order;
pub mod shop;
pub mod sign_in;

pub use admin::AdminPage;
pub use not_found::NotFound;
pub use order::OrderPage;
pub use shop::ShopPage;
pub use sign_in::SignInPage;

use crate::{components::Header, shell::ShopFront, visitor::Visitor};
use axum::http::{HeaderValue, StatusCode, header, request::Parts};
use domain::language::Language;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::Title;

/// The frame of every page: title, head, and the main part.
#[component]
fn Page(
    /// The title, before the shop's name.
    #[prop(into)]
    title: String,
    /// Where the shop's name leads.
    #[prop(default = "/")]
    home: &'static str,
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
        <Header language=language() shop_name=front.name home path=path()>
            {tools.run()}
        </Header>
        <main id="main" tabindex="-1">
            {children()}
        </main>
    }
}

/// The visitor's language.
fn language() -> Language {
    Visitor::current().language
}

/// The path of this page.
fn path() -> String {
    use_context::<Parts>().map_or_else(String::new, |parts| parts.uri.path().to_owned())
}

/// Gives the answer a status of its own.
fn set_status(status: StatusCode) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
}

/// Answers with the way to another page.
fn lead_to(path: &'static str) -> AnyView {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(StatusCode::FOUND);
        response.insert_header(header::LOCATION, HeaderValue::from_static(path));
    }
    ().into_any()
}

/// A page that has nothing but a text to show.
fn notice(status: StatusCode, text: impl Into<String>) -> AnyView {
    set_status(status);
    let text = text.into();
    view! {
        <Page title=text.clone()>
            <h1 class="notice">{text}</h1>
            <p>
                <a href="/">{tr!(language(), "shop.title")}</a>
            </p>
        </Page>
    }
    .into_any()
}

/// The shop's store did not answer.
fn unavailable() -> AnyView {
    notice(
        StatusCode::SERVICE_UNAVAILABLE,
        tr!(language(), "page.unavailable"),
    )
}
