//! The HTML document around every page, and the list of features that have pages.

use crate::{
    audit::AuditRoute,
    board::{self, BoardRoute, ManageBoardRoute},
    channels::{self, ChannelsRoutes},
    counter::{self, CounterRoute},
    dashboard::DashboardRoute,
    days::{self, DaysRoutes},
    desk::{self, DeskRoute, GalleryRoute},
    form::{FileForm, PageForm},
    kitchen::{self, KitchenRoute},
    menu::{self, MenuRoutes, options},
    messages::{self, MessagesRoute},
    notices::{self, NoticesRoute},
    order::{self, LOOK_UP, LookUpRoute, OrderRoute},
    orders::{self, OrdersRoutes},
    people::{self, InviteRoute, PeopleRoute},
    profile::{self, ProfileRoute},
    request::{language, path},
    settings::{self, PauseRoute, SettingsRoute},
    setup::{self, SetupRoute, SetupStartRoute},
    shop::ShopRoute,
    sign_in::SignInRoute,
    ui::{NotFound, ShopFront},
};
use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::components::{Router, Routes};

/// The document around every page.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang=language().tag()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                // That of the head of each page.
                <meta
                    name="theme-color"
                    content="#fffefb"
                    media="(prefers-color-scheme: light)"
                />
                <meta name="theme-color" content="#201e1b" media="(prefers-color-scheme: dark)" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                {is_back_office().then(installable)}
                {(path() == "/").then(description)}
                {is_by_link().then(unlisted)}
                <link rel="stylesheet" id="leptos" href="/pkg/orderbell.css" />
                <AutoReload options />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// The pages that search engines may list. Each is one page in all languages: which one it is
/// in is chosen by the browser, or by a cookie.
pub const LISTED: [&str; 2] = ["/", LOOK_UP];

/// The forms of all features that send files. The server answers each at its path, and
/// reads as much as the form says.
pub fn file_forms() -> impl Iterator<Item = &'static FileForm> {
    [
        &menu::PHOTO_FORM,
        &menu::IMPORT_FORM,
        &settings::PAYMENT_FORM,
    ]
    .into_iter()
}

/// Whether the page is one of the back office.
fn is_back_office() -> bool {
    let path = path();
    path == "/admin" || path.starts_with("/admin/")
}

/// Whether the page is for whoever has its link alone: an order's, or the board.
fn is_by_link() -> bool {
    let path = path();
    path.starts_with("/orders/") || path.starts_with("/board/")
}

/// What keeps a page out of what search engines find.
fn unlisted() -> impl IntoView {
    view! { <meta name="robots" content="noindex" /> }
}

/// What the shop's page says of itself where others link to it.
fn description() -> impl IntoView {
    let name = ShopFront::current().name;
    let content = tr!(language(), "shop.description", name = &name).into_owned();
    let property = |name, content: String| {
        let meta = leptos::html::meta();
        meta.attr("property", name).attr("content", content)
    };
    view! {
        <meta name="description" content=content.clone() />
        // Open Graph (ogp.me).
        {property("og:type", "website".to_owned())}
        {property("og:title", name)}
        {property("og:description", content)}
    }
}

/// What lets a page be put on a home screen.
fn installable() -> impl IntoView {
    view! {
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
    }
}

/// The other forms of all features. The server answers each at its path.
pub fn forms() -> impl Iterator<Item = &'static PageForm> {
    [
        order::FORMS,
        setup::FORMS,
        desk::FORMS,
        kitchen::FORMS,
        counter::FORMS,
        board::FORMS,
        menu::FORMS,
        options::FORMS,
        menu::PHOTO_FORMS,
        menu::SHEET_FORMS,
        people::FORMS,
        settings::FORMS,
        settings::PAYMENT_FORMS,
        channels::FORMS,
        orders::FORMS,
        orders::DETAIL_FORMS,
        orders::EDIT_FORMS,
        notices::FORMS,
        messages::FORMS,
        days::FORMS,
        profile::FORMS,
    ]
    .into_iter()
    .flatten()
}

/// The pages of all features. Each feature says at which paths its pages are.
///
/// Each page is rendered whole (`SsrMode::Async`) before the first byte is sent, so
/// that it can set its status.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=NotFound>
                <ShopRoute />
                <OrderRoute />
                <LookUpRoute />
                <BoardRoute />
                <SignInRoute />
                <SetupStartRoute />
                <SetupRoute />
                <InviteRoute />
                <DeskRoute />
                <OrdersRoutes />
                <DashboardRoute />
                <DaysRoutes />
                <KitchenRoute />
                <CounterRoute />
                <ManageBoardRoute />
                <NoticesRoute />
                <MessagesRoute />
                <MenuRoutes />
                <PeopleRoute />
                <SettingsRoute />
                <PauseRoute />
                <ChannelsRoutes />
                <AuditRoute />
                <ProfileRoute />
                <GalleryRoute />
            </Routes>
        </Router>
    }
}
