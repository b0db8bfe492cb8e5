//! Printing the ticket of each order that one accepts, as a browser is set to.

use super::PageScript;
use crate::request::language;
use leptos::prelude::*;

/// How wide the paper of tickets can be, in millimetres; the last where nothing is said.
pub const TICKET_WIDTHS: [u32; 2] = [58, 80];

/// The setting of this browser. Where no script runs it is not shown: nothing would print.
#[component]
pub fn PrintAcceptedSetting() -> impl IntoView {
    let language = language();
    let widths = TICKET_WIDTHS.map(|width| {
        view! {
            <option value=width.to_string()>
                {tr!(language, "print_accepted.ticket", width = width)}
            </option>
        }
    });
    view! {
        <div class="field print-accepted">
            <label for="print-accepted">{tr!(language, "print_accepted.title")}</label>
            <select id="print-accepted" data-print-accepted>
                <option value="">{tr!(language, "print_accepted.nothing")}</option>
                {widths.into_iter().collect_view()}
            </select>
        </div>
        <PrintAccepted />
    }
}

/// Does what is set, on a page on which orders are accepted.
#[component]
pub fn PrintAccepted() -> impl IntoView {
    view! { <PageScript src="/print-accepted.js" /> }
}
