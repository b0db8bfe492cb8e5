//! The HTML document around every page, and the list of features that have pages.

use crate::{
    audit::AuditRoute,
    channels::{self, ChannelRoute, ChannelsRoute, NewChannelRoute},
    desk::DeskRoute,
    form::PageForm,
    menu::{
        self, DishRoute, ImportRoute, MenuRoute, NewDishRoute,
        options::{self, NewOptionGroupRoute, OptionGroupRoute, OptionGroupsRoute},
    },
    order::OrderRoute,
    people::{self, InviteRoute, PeopleRoute},
    profile::{self, ProfileRoute},
    request::language,
    settings::{self, PauseRoute, SettingsRoute},
    setup::{self, SetupRoute, SetupStartRoute},
    shop::ShopRoute,
    sign_in::SignInRoute,
    ui::NotFound,
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

/// The forms of all features, but for the one that sends a photo: `menu::PHOTO_FORM`.
/// The server answers each at its path.
pub fn forms() -> impl Iterator<Item = &'static PageForm> {
    [
        setup::FORMS,
        menu::FORMS,
        options::FORMS,
        menu::PHOTO_FORMS,
        menu::SHEET_FORMS,
        people::FORMS,
        settings::FORMS,
        channels::FORMS,
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
                <SignInRoute />
                <SetupStartRoute />
                <SetupRoute />
                <InviteRoute />
                <DeskRoute />
                <MenuRoute />
                <NewDishRoute />
                <DishRoute />
                <OptionGroupsRoute />
                <NewOptionGroupRoute />
                <OptionGroupRoute />
                <ImportRoute />
                <PeopleRoute />
                <SettingsRoute />
                <PauseRoute />
                <ChannelsRoute />
                <NewChannelRoute />
                <ChannelRoute />
                <AuditRoute />
                <ProfileRoute />
            </Routes>
        </Router>
    }
}
