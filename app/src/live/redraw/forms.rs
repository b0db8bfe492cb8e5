//! Forms that are sent without leaving the page.

use super::page::{LIVE, take_over};
use gloo_net::http::{Request, Response};
use leptos::{
    ev::SubmitEvent,
    prelude::{window, window_event_listener_untyped},
    task::spawn_local,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FormData, HtmlElement, HtmlFormElement, Url, UrlSearchParams};

/// Set while a form's answer is awaited, so that it is not sent twice.
const SENDING: &str = "aria-busy";

/// Sends the forms of what may change without leaving the page, from now on.
pub fn send_forms() {
    // Without its handle a listener stays as long as the page.
    let _ = window_event_listener_untyped("submit", |event| {
        let event: SubmitEvent = event.unchecked_into();
        let form = event.target().and_then(|form| form.dyn_into().ok());
        let form: Option<HtmlFormElement> = form.filter(is_ours);
        if let Some(form) = form.filter(|_| !event.default_prevented()) {
            event.prevent_default();
            if !form.has_attribute(SENDING) {
                spawn_local(send(form, event.submitter()));
            }
        }
    });
}

/// Whether a form changes something and stands in what may change. One that asks for another
/// page is the browser's.
fn is_ours(form: &HtmlFormElement) -> bool {
    form.method() == "post" && matches!(form.closest(LIVE), Ok(Some(_)))
}

async fn send(form: HtmlFormElement, button: Option<HtmlElement>) {
    // Any element may have that attribute.
    let _ = form.set_attribute(SENDING, "true");
    let answer = match fields(&form, button.as_ref()) {
        Ok(fields) => post(&form.action(), fields).await,
        Err(_) => None,
    };
    let _ = form.remove_attribute(SENDING);
    let Some((answer, page)) = answer else {
        // The browser says that there is no way to the server, and offers to try again.
        let _ = form.submit();
        return;
    };
    if !answer.redirected() {
        take_over(&page, LIVE);
    } else if is_here(&answer.url()) {
        let history = window().history();
        // Drawn again it says the same.
        let _ = history.and_then(|history| {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&answer.url()))
        });
        take_over(&page, LIVE);
    } else {
        let _ = window().location().assign(&answer.url());
    }
}

fn fields(form: &HtmlFormElement, button: Option<&HtmlElement>) -> Result<JsValue, JsValue> {
    let fields = FormData::new_with_form(form)?;
    // The button says something, too, where it has a name.
    let said = |name| button.and_then(|button| button.get_attribute(name));
    if let Some((name, value)) = said("name").zip(said("value")) {
        fields.append_with_str(&name, &value)?;
    }
    Ok(UrlSearchParams::new_with_str_sequence_sequence(&fields)?.into())
}

async fn post(url: &str, fields: JsValue) -> Option<(Response, String)> {
    let answer = Request::post(url).body(fields).ok()?.send().await.ok()?;
    let page = answer.text().await.ok()?;
    Some((answer, page))
}

/// Whether an address is of the page that is shown, whatever it asks for.
fn is_here(address: &str) -> bool {
    let here = window().location().pathname().ok();
    let there = Url::new(address).ok().map(|url| url.pathname());
    here == there
}
