//! Signing in: a plain form, no script needed.

use crate::{
    errors::ActionError,
    request::{language, lead_to, set_error},
    ui::{Page, TextField},
    visitor::Visitor,
    words,
};
use domain::{
    language::Language,
    users::{MAX_NAME, MAX_PASSWORD},
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};
use std::borrow::Cow;

/// The element that tells what is wrong.
const FAULT: &str = "sign-in-fault";

/// The form was refused: it comes back with the name that was typed.
#[derive(Debug, Clone)]
pub struct RefusedSignIn {
    /// What was typed.
    pub name: String,
    /// Why it was refused.
    pub error: ActionError,
}

/// `/sign-in`
#[component(transparent)]
pub fn SignInRoute() -> impl MatchNestedRoutes + Clone {
    view! { <Route path=StaticSegment("sign-in") view=SignInPage ssr=SsrMode::Async /> }
        .into_inner()
}

/// The way into the back office.
#[component]
fn SignInPage() -> impl IntoView {
    if Visitor::current().session.is_some() {
        return lead_to("/admin");
    }
    let language = language();
    let (typed, error) = match use_context::<RefusedSignIn>() {
        Some(RefusedSignIn { name, error }) => (name, Some(error)),
        None => (String::new(), None),
    };
    if let Some(error) = &error {
        set_error(error);
    }
    let is_wrong = matches!(error, Some(ActionError::WrongPassword));
    view! {
        <Page title=tr!(language, "sign_in.title")>
            <form class="sign-in" method="post" action="/sign-in" autocapitalize="none">
                <h1>{tr!(language, "sign_in.title")}</h1>
                <p class="field__fault" id=FAULT role="alert">
                    {error.map(|error| fault(language, &error))}
                </p>
                <TextField
                    name="username"
                    label=tr!(language, "sign_in.name")
                    kind="text"
                    autocomplete="username"
                    max=MAX_NAME
                    typed
                    is_wrong
                    fault_id=FAULT.to_owned()
                />
                <TextField
                    name="password"
                    label=tr!(language, "sign_in.password")
                    kind="password"
                    autocomplete="current-password"
                    max=MAX_PASSWORD
                    is_wrong
                    fault_id=FAULT.to_owned()
                />
                <button class="button button--primary">{tr!(language, "sign_in.send")}</button>
            </form>
        </Page>
    }
    .into_any()
}

/// Why nobody was signed in.
fn fault(language: Language, error: &ActionError) -> Cow<'static, str> {
    match error {
        ActionError::WrongPassword => tr!(language, "sign_in.wrong"),
        ActionError::TooManySignIns { retry_after } => {
            let time = words::waiting_time(language, *retry_after);
            tr!(language, "sign_in.too_many", time = time)
        }
        _ => tr!(language, "page.unavailable"),
    }
}
