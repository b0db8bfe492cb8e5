//! The ways to the table and back, on the menu's page.

use crate::request::language;
use leptos::prelude::*;

/// For those who may change the menu.
#[component]
pub fn SheetLinks() -> impl IntoView {
    let language = language();
    view! {
        <div class="row__actions">
            <a class="button button--quiet" href="/admin/menu/export" download="menu.csv">
                {tr!(language, "sheet.export")}
            </a>
            <a class="button button--quiet" href="/admin/menu/import">
                {tr!(language, "sheet.import")}
            </a>
        </div>
    }
}
