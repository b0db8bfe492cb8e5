//! Signing in: a plain form, no script needed.

use super::{Page, language, lead_to};
use crate::visitor::Visitor;
use domain::user::{MAX_NAME, MAX_PASSWORD};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// `/sign-in`: the way into the back office.
#[component]
pub fn SignInPage() -> impl IntoView {
    if Visitor::current().user.is_some() {
        return lead_to("/admin");
    }
    let language = language();
    let error = use_query_map().with_untracked(|query| query.get("error"));
    let error = error.map(|error| match error.as_str() {
        "wrong" => tr!(language, "sign_in.wrong"),
        _ => tr!(language, "page.unavailable"),
    });
    let is_wrong = error.is_some().then_some("true");
    view! {
        <Page title=tr!(language, "sign_in.title")>
            <form class="sign-in" method="post" action="/sign-in">
                <h1>{tr!(language, "sign_in.title")}</h1>
                <p class="field__fault" id="sign-in-fault" role="alert">
                    {error}
                </p>
                <div class="field">
                    <label for="username">{tr!(language, "sign_in.name")}</label>
                    <input
                        id="username"
                        name="username"
                        autocomplete="username"
                        autocapitalize="none"
                        required=true
                        maxlength=MAX_NAME.to_string()
                        aria-invalid=is_wrong
                        aria-describedby="sign-in-fault"
                    />
                </div>
                <div class="field">
                    <label for="password">{tr!(language, "sign_in.password")}</label>
                    <input
                        id="password"
                        name="password"
                        type="password"
                        autocomplete="current-password"
                        required=true
                        maxlength=MAX_PASSWORD.to_string()
                        aria-invalid=is_wrong
                        aria-describedby="sign-in-fault"
                    />
                </div>
                <button class="button button--primary">{tr!(language, "sign_in.send")}</button>
            </form>
        </Page>
    }
    .into_any()
}
