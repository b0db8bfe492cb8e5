//! The HTML document, and which page a path shows.

use crate::{
    pages::{AdminPage, NotFound, OrderPage, ShopPage, SignInPage},
    visitor::Visitor,
};
use domain::money::Currency;
use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::{
    ParamSegment, SsrMode, StaticSegment,
    components::{Route, Router, Routes},
};

/// What a shop shows of itself.
#[derive(Debug, Clone)]
pub struct ShopFront {
    /// The shop's name.
    pub name: String,
    /// What its prices are in.
    pub currency: Currency,
}

impl ShopFront {
    /// The shop that is being shown.
    pub fn current() -> Self {
        use_context().unwrap_or(Self {
            name: String::new(),
            currency: Currency::CNY,
        })
    }
}

/// The document around every page.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let language = Visitor::current().language;
    view! {
        <!DOCTYPE html>
        <html lang=language.tag()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="stylesheet" id="leptos" href="/pkg/orderbell.css" />
                <AutoReload options=options.clone() />
                <HydrationScripts options islands=true />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// The pages by their paths. Each is rendered whole before the first byte is
/// sent, so that it can set its status.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=NotFound>
                <Route path=StaticSegment("") view=ShopPage ssr=SsrMode::Async />
                <Route
                    path=(StaticSegment("orders"), ParamSegment("token"))
                    view=OrderPage
                    ssr=SsrMode::Async
                />
                <Route path=StaticSegment("sign-in") view=SignInPage ssr=SsrMode::Async />
                <Route path=StaticSegment("admin") view=AdminPage ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
