//! The page on which the shop is set up.

use crate::{
    errors::ActionError,
    form::{Form, NewPassword, RefusalLine, TextInput},
    request::{language, path_id, set_error, shop},
    settings::SettingsFields,
    ui::{Page, unavailable},
};
use domain::{users::MAX_NAME, validation::Field};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, ParamSegment, SsrMode, StaticSegment, components::Route};

/// `/setup`
#[component(transparent)]
pub fn SetupStartRoute() -> impl MatchNestedRoutes + Clone {
    view! { <Route path=StaticSegment("setup") view=StartPage ssr=SsrMode::Async /> }.into_inner()
}

/// `/setup/{token}`
#[component(transparent)]
pub fn SetupRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("setup"), ParamSegment("id"));
    view! { <Route path view=SetupPage ssr=SsrMode::Async /> }.into_inner()
}

/// What there is to do, for those who have no link.
#[component]
fn StartPage() -> impl IntoView {
    let language = language();
    view! {
        <Page title=tr!(language, "setup.title")>
            <div class="panel panel--alone">
                <h1>{tr!(language, "setup.title")}</h1>
                <p>{tr!(language, "setup.where_link")}</p>
                <p>{tr!(language, "setup.new_link")}</p>
            </div>
        </Page>
    }
}

#[component]
fn SetupPage() -> impl IntoView {
    let token = path_id();
    let token = token.unwrap_or_default();
    Suspend::new(async move {
        let Ok(shop) = shop() else {
            return unavailable();
        };
        let is_set_up = match shop.is_set_up().await {
            Ok(is_set_up) => is_set_up,
            Err(_) => return unavailable(),
        };
        match shop.find_invite(&token).await.map_err(ActionError::from) {
            Ok(_) if !is_set_up => draw(token, &shop.settings()),
            Ok(_) | Err(ActionError::NotFound) => gone(is_set_up),
            Err(_) => unavailable(),
        }
    })
}

fn draw(token: String, settings: &domain::settings::ShopSettings) -> AnyView {
    let language = language();
    let settings = settings.clone();
    view! {
        <Page title=tr!(language, "setup.title")>
            <div class="panel panel--alone">
                <h1>{tr!(language, "setup.title")}</h1>
                <p class="field__hint">{tr!(language, "setup.hint")}</p>
                <RefusalLine />
                <Form action=format!("/setup/{token}") send=tr!(language, "setup.send")>
                    <SettingsFields settings is_first=true />
                    <TextInput
                        field=Field::Username
                        label=tr!(language, "setup.owner")
                        autocomplete="username"
                        max=MAX_NAME
                    />
                    <NewPassword label=tr!(language, "sign_in.password") />
                </Form>
            </div>
        </Page>
    }
    .into_any()
}

/// The link was used, is too old, or there never was one.
fn gone(is_set_up: bool) -> AnyView {
    let language = language();
    set_error(&ActionError::NotFound);
    let text = match is_set_up {
        true => tr!(language, "setup.done"),
        false => tr!(language, "setup.where_link"),
    };
    view! {
        <Page title=tr!(language, "invite.gone_title")>
            <h1 class="notice">{tr!(language, "invite.gone_title")}</h1>
            <p>{text}</p>
            <p>
                <a href="/sign-in">{tr!(language, "sign_in.title")}</a>
            </p>
        </Page>
    }
    .into_any()
}
