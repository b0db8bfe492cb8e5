//! Signing in: a plain form, no script needed.

use crate::{
    request::{language, lead_to},
    ui::{Page, TextField},
    visitor::Visitor,
};
use domain::users::{MAX_NAME, MAX_PASSWORD};
use leptos::prelude::*;
use leptos_router::{
    MatchNestedRoutes, SsrMode, StaticSegment, components::Route, hooks::use_query_map,
};

/// The element that tells what is wrong.
const FAULT: &str = "sign-in-fault";

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
    let error = use_query_map().with_untracked(|query| query.get("error"));
    let error = error.map(|error| match error.as_str() {
        "wrong" => tr!(language, "sign_in.wrong"),
        _ => tr!(language, "page.unavailable"),
    });
    let is_wrong = error.is_some();
    view! {
        <Page title=tr!(language, "sign_in.title")>
            <form class="sign-in" method="post" action="/sign-in" autocapitalize="none">
                <h1>{tr!(language, "sign_in.title")}</h1>
                <p class="field__fault" id=FAULT role="alert">
                    {error}
                </p>
                <TextField
                    name="username"
                    label=tr!(language, "sign_in.name")
                    kind="text"
                    autocomplete="username"
                    max=MAX_NAME
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
