//! The page of one's own name, password, sessions and devices.

use super::{devices::Devices, language::OwnLanguage, session_row::SessionRow};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    form::{Form, NewPassword, TextInput},
    request::language,
    visitor::Visitor,
};
use domain::{
    users::{MAX_NAME, MAX_PASSWORD},
    validation::Field,
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};

/// `/admin/profile`
#[component(transparent)]
pub fn ProfileRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("profile"));
    view! { <Route path view=ProfilePage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn ProfilePage() -> impl IntoView {
    admin_page(tr!(language(), "profile.title"), None, draw)
}

async fn draw(AdminRequest { shop, user, .. }: AdminRequest) -> Result<AnyView, ActionError> {
    let language = language();
    let session = Visitor::current().session;
    let chosen = session.as_ref().and_then(|session| session.language);
    let own = session.map(|session| session.id);
    let sessions = shop.sessions_of(&user).await?;
    let devices = shop.devices_of(&user).await?;
    let rows = sessions.into_iter().map(|open| {
        let is_this = own.as_ref() == Some(&open.id);
        view! { <SessionRow open is_this clock=shop.clock.clone() /> }
    });
    let view = view! {
        <section class="panel" aria-labelledby="name-title">
            <h2 id="name-title">{tr!(language, "sign_in.name")}</h2>
            <Form action="/admin/profile/name" send=tr!(language, "form.save")>
                <TextInput
                    field=Field::Username
                    label=tr!(language, "sign_in.name")
                    value=user.name
                    autocomplete="username"
                    max=MAX_NAME
                />
            </Form>
        </section>
        <OwnLanguage chosen />
        <section class="panel" aria-labelledby="password-title">
            <h2 id="password-title">{tr!(language, "sign_in.password")}</h2>
            <Form action="/admin/profile/password" send=tr!(language, "form.save")>
                <TextInput
                    field=Field::CurrentPassword
                    label=tr!(language, "profile.current_password")
                    kind="password"
                    autocomplete="current-password"
                    max=MAX_PASSWORD
                />
                <NewPassword label=tr!(language, "profile.new_password") />
            </Form>
        </section>
        <section class="panel" aria-labelledby="sessions-title">
            <h2 id="sessions-title">{tr!(language, "profile.sessions")}</h2>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
        <Devices devices clock=shop.clock.clone() />
    };
    Ok(view.into_any())
}
