//! Keys of one character, for a list whose rows are links (`public/keys.js`).

use super::PageScript;
use crate::request::language;
use leptos::prelude::*;

/// What the keys of a list lead to, each as a CSS selector.
#[derive(Debug, Clone, Copy)]
pub struct ListKeys {
    /// A row.
    pub row: &'static str,
    /// What opens a row; it gets the keyboard.
    pub link: &'static str,
    /// The button that accepts: of the row, or of the form around the rows.
    pub accept: &'static str,
    /// The button that finishes.
    pub finish: &'static str,
    /// The box that ticks a row, where it has one.
    pub tick: Option<&'static str>,
    /// The field that filters by text, where there is one.
    pub filter: Option<&'static str>,
}

/// The list of the keys, with the switch that turns them off, and the button that opens it.
/// Both are hidden until the script shows them: without it there are no such keys.
#[component]
pub fn KeyHelp(
    /// What they lead to.
    keys: ListKeys,
) -> impl IntoView {
    let language = language();
    let rows = [
        (Some("j"), tr!(language, "keys.next")),
        (Some("k"), tr!(language, "keys.previous")),
        (Some("o"), tr!(language, "keys.open")),
        (Some("a"), tr!(language, "keys.accept")),
        (Some("f"), tr!(language, "keys.finish")),
        (keys.tick.and(Some("x")), tr!(language, "keys.tick")),
        (keys.filter.and(Some("/")), tr!(language, "keys.filter")),
        (Some("?"), tr!(language, "keys.help")),
    ];
    let rows = rows.into_iter().filter_map(|(key, does)| {
        let key = key?;
        Some(view! {
            <li>
                <kbd>{key}</kbd>
                " "
                {does}
            </li>
        })
    });
    view! {
        <button type="button" class="button button--quiet keys keeps-place" data-keys-open hidden>
            {tr!(language, "keys.button")}
            <kbd>"?"</kbd>
        </button>
        <dialog
            class="panel keys-help"
            aria-labelledby="keys-title"
            data-keys
            data-keys-row=keys.row
            data-keys-link=keys.link
            data-keys-accept=keys.accept
            data-keys-finish=keys.finish
            data-keys-tick=keys.tick
            data-keys-filter=keys.filter
        >
            <h2 id="keys-title">{tr!(language, "keys.title")}</h2>
            <ul>{rows.collect_view()}</ul>
            <label class="box">
                <input type="checkbox" data-keys-on />
                <span>{tr!(language, "keys.on")}</span>
            </label>
            <form method="dialog">
                <button class="button button--primary">{tr!(language, "keys.close")}</button>
            </form>
        </dialog>
        <PageScript src="/keys.js" />
    }
}
