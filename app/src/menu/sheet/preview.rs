//! What a table would change.

use super::{
    forms::{Planned, SEEN, TABLE},
    texts,
};
use crate::{request::language, ui::ShopFront};
use domain::{
    language::Localized,
    menu::sheet::{AddedItem, ChangedItem, RowFault},
};
use leptos::prelude::*;
use std::{borrow::Cow, sync::Arc};

/// What would be added, changed and left, and what is wrong; and agreeing to it.
#[component]
pub fn Preview(
    /// What the table would change.
    planned: Arc<Planned>,
) -> impl IntoView {
    let language = language();
    let plan = &planned.plan;
    let is_faulty = !plan.faults.is_empty();
    let outdated = planned.is_outdated.then(|| tr!(language, "sheet.outdated"));
    let verdict = match (is_faulty, plan.is_empty()) {
        (true, _) => tr!(language, "sheet.faulty"),
        (false, true) => tr!(language, "sheet.nothing"),
        (false, false) => tr!(language, "sheet.not_yet"),
    };
    let ignored = (!plan.ignored.is_empty()).then(|| {
        let columns = plan.ignored.join(", ");
        view! { <p class="field__hint">{tr!(language, "sheet.ignored", columns = columns)}</p> }
    });
    let categories = plan.import.categories.iter();
    let categories = categories.map(|name| named(name, String::new())).collect();
    let added = plan.import.added.iter().map(added).collect();
    let changed = plan.import.changed.iter().map(changed).collect();
    let unchanged = plan.unchanged.iter();
    let unchanged = unchanged.map(|name| named(name, String::new())).collect();
    let faults = plan.faults.iter().map(fault).collect();
    let confirm = (!is_faulty && !plan.is_empty()).then(|| confirm(&planned));
    view! {
        <section class="panel panel--new" aria-labelledby="preview-title">
            <h2 id="preview-title">{tr!(language, "sheet.preview_title")}</h2>
            {outdated
                .map(|text| {
                    view! {
                        <p class="form__refusal" role="alert">
                            {text}
                        </p>
                    }
                })}
            <p role="status">{verdict}</p>
            {ignored}
            <Group title=tr!(language, "sheet.faults") name="faults" rows=faults />
            <Group title=tr!(language, "sheet.categories") name="categories" rows=categories />
            <Group title=tr!(language, "sheet.added") name="added" rows=added />
            <Group title=tr!(language, "sheet.changed") name="changed" rows=changed />
            <Group title=tr!(language, "sheet.unchanged") name="unchanged" rows=unchanged />
            {confirm}
        </section>
    }
}

/// Rows of one kind, where there are some.
#[component]
fn Group(title: Cow<'static, str>, name: &'static str, rows: Vec<AnyView>) -> impl IntoView {
    let count = rows.len();
    (count > 0).then(|| {
        view! {
            <details class="row__more" open=name != "unchanged" data-group=name>
                <summary>{format!("{title} ({count})")}</summary>
                <ul class="rows">{rows}</ul>
            </details>
        }
    })
}

fn named(name: &Localized, note: String) -> AnyView {
    let name = name.get(language()).to_owned();
    view! {
        <li class="row">
            <div class="row__head">
                <span class="row__name">{name}</span>
                <span class="row__note">{note}</span>
            </div>
        </li>
    }
    .into_any()
}

fn added(item: &AddedItem) -> AnyView {
    let price = item.fields.price.display(ShopFront::current().currency);
    named(&item.fields.name, price)
}

fn changed(item: &ChangedItem) -> AnyView {
    let or_nothing = |text: &str| if text.is_empty() { "–" } else { text }.to_owned();
    let cells = item.cells.iter().map(|cell| {
        let (before, after) = (or_nothing(&cell.before), or_nothing(&cell.after));
        format!(
            "{}: {before} → {after}",
            texts::column(language(), cell.column)
        )
    });
    let cells: Vec<_> = cells.collect();
    named(&item.name, cells.join(" · "))
}

fn fault(fault: &RowFault) -> AnyView {
    let text = texts::fault(language(), fault, ShopFront::current().currency);
    view! {
        <li class="row">
            <span class="field__fault">{text}</span>
        </li>
    }
    .into_any()
}

/// The form that agrees to it. It takes along what was in the file: the server keeps
/// nothing. Not every letter of a multipart form is three, as in the others.
fn confirm(planned: &Planned) -> AnyView {
    // Numbers and names have a JSON form.
    let seen = serde_json::to_string(&planned.plan.import.seen).unwrap_or_default();
    let table = planned.table.clone();
    view! {
        <form
            class="form"
            method="post"
            action="/admin/menu/import/confirm"
            enctype="multipart/form-data"
        >
            <input type="hidden" name=TABLE value=table />
            <input type="hidden" name=SEEN value=seen />
            <div class="form__buttons">
                <button class="button button--primary">
                    {tr!(language(), "sheet.confirm")}
                </button>
                <a class="button button--quiet" href="/admin/menu">
                    {tr!(language(), "sheet.cancel")}
                </a>
            </div>
        </form>
    }
    .into_any()
}
