//! The page that a link leads to.

use crate::{
    errors::ActionError,
    form::{Form, NewPassword, RefusalLine, TextInput},
    request::{language, path_id, set_error, shop},
    ui::{Page, unavailable},
    words,
};
use domain::{
    users::{Invite, InvitePurpose, MAX_NAME},
    validation::Field,
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, ParamSegment, SsrMode, StaticSegment, components::Route};

/// `/invite/{token}`
#[component(transparent)]
pub fn InviteRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("invite"), ParamSegment("id"));
    view! { <Route path view=InvitePage ssr=SsrMode::Async /> }.into_inner()
}

/// Joining, or choosing another password.
#[component]
fn InvitePage() -> impl IntoView {
    let token = path_id();
    let token = token.unwrap_or_default();
    Suspend::new(async move {
        let Ok(shop) = shop() else {
            return unavailable();
        };
        match shop.find_invite(&token).await.map_err(ActionError::from) {
            Ok(invite) => draw(token, &invite),
            Err(ActionError::NotFound) => gone(),
            Err(_) => unavailable(),
        }
    })
}

fn draw(token: String, invite: &Invite) -> AnyView {
    let language = language();
    let (title, is_join) = match &invite.purpose {
        InvitePurpose::Join(role) => {
            let role = words::role(language, *role);
            (tr!(language, "invite.join", role = role), true)
        }
        InvitePurpose::Reset(user) => (tr!(language, "invite.reset", name = user.name), false),
    };
    view! {
        <Page title=title.clone()>
            <div class="panel panel--alone">
                <h1>{title}</h1>
                <RefusalLine />
                <Form action=format!("/invite/{token}") send=tr!(language, "invite.send")>
                    {is_join
                        .then(|| {
                            view! {
                                <TextInput
                                    field=Field::Username
                                    label=tr!(language, "sign_in.name")
                                    autocomplete="username"
                                    max=MAX_NAME
                                />
                            }
                        })}
                    <NewPassword label=tr!(language, "sign_in.password") />
                </Form>
            </div>
        </Page>
    }
    .into_any()
}

/// The link was used, is too old, or there never was one.
fn gone() -> AnyView {
    let language = language();
    set_error(&ActionError::NotFound);
    view! {
        <Page title=tr!(language, "invite.gone_title")>
            <h1 class="notice">{tr!(language, "invite.gone")}</h1>
            <p>
                <a href="/sign-in">{tr!(language, "sign_in.title")}</a>
            </p>
        </Page>
    }
    .into_any()
}
