//! The page on which a table is brought back.

use super::{
    forms::{FILE, Outcome},
    preview::Preview,
    texts,
};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    request::{language, set_status},
    words,
};
use axum::http::StatusCode;
use domain::{
    menu::{
        Mark,
        sheet::{Column, MAX_ROWS, SheetError},
    },
    policy::Action,
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};
use strum::VariantArray;

/// `/admin/menu/import`
#[component(transparent)]
pub fn ImportRoute() -> impl MatchNestedRoutes + Clone {
    let path = (
        StaticSegment("admin"),
        StaticSegment("menu"),
        StaticSegment("import"),
    );
    view! { <Route path view=ImportPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn ImportPage() -> impl IntoView {
    let title = tr!(language(), "sheet.import");
    admin_page(title, Some(Action::EditMenu), draw)
}

async fn draw(_: AdminRequest) -> Result<AnyView, ActionError> {
    let outcome = use_context::<Outcome>();
    let (fault, preview) = match outcome {
        None => (None, None),
        Some(Outcome::Unreadable(error)) => (Some(error), None),
        Some(Outcome::Planned(planned)) => (None, Some(planned)),
    };
    let is_too_large = matches!(fault, Some(SheetError::TooLarge { .. }));
    let has_faults = |plan: &domain::menu::sheet::ImportPlan| !plan.faults.is_empty();
    match &preview {
        Some(planned) if planned.is_outdated => set_status(StatusCode::CONFLICT),
        Some(planned) if has_faults(&planned.plan) => set_status(StatusCode::UNPROCESSABLE_ENTITY),
        None if is_too_large => set_status(StatusCode::PAYLOAD_TOO_LARGE),
        None if fault.is_some() => set_status(StatusCode::UNPROCESSABLE_ENTITY),
        _ => {}
    }
    let fault = fault.map(|error| texts::unreadable(language(), error));
    let view = view! {
        {preview.map(|planned| view! { <Preview planned /> })}
        <FileForm fault />
        <Columns />
    };
    Ok(view.into_any())
}

/// Choosing the file.
#[component]
fn FileForm(
    /// What is wrong with the file that was sent.
    fault: Option<String>,
) -> impl IntoView {
    let language = language();
    let is_wrong = fault.is_some();
    view! {
        <section class="panel">
            <form
                class="form"
                method="post"
                action="/admin/menu/import"
                enctype="multipart/form-data"
            >
                <div class="field">
                    <label for="sheet-file">{tr!(language, "sheet.file")}</label>
                    <input
                        id="sheet-file"
                        name=FILE
                        type="file"
                        accept=".csv,text/csv"
                        required
                        aria-describedby="sheet-file-fault sheet-file-hint"
                        aria-invalid=is_wrong.then_some("true")
                    />
                    <p class="field__hint" id="sheet-file-hint">
                        {tr!(language, "sheet.file_hint", max = MAX_ROWS)}
                    </p>
                    <p class="field__fault" id="sheet-file-fault" role=is_wrong.then_some("alert")>
                        {fault}
                    </p>
                </div>
                <div class="form__buttons">
                    <button class="button button--primary">{tr!(language, "sheet.preview")}</button>
                </div>
            </form>
        </section>
    }
}

/// What the columns mean.
#[component]
fn Columns() -> impl IntoView {
    let language = language();
    let rows = Column::VARIANTS.iter().map(|column| {
        view! {
            <li class="row">
                <code>{column.as_str()}</code>
                <span class="row__note">{texts::column(language, *column)}</span>
            </li>
        }
    });
    let marks = Mark::VARIANTS
        .iter()
        .zip(words::marks(language, Mark::VARIANTS));
    let marks = marks.map(|(mark, name)| format!("{} ({name})", mark.as_str()));
    let marks: Vec<_> = marks.collect();
    view! {
        <section class="panel" aria-labelledby="columns-title">
            <h2 id="columns-title">{tr!(language, "sheet.columns")}</h2>
            <p class="field__hint">{tr!(language, "sheet.columns_hint")}</p>
            <ul class="rows">{rows.collect_view()}</ul>
            <p class="field__hint">
                {tr!(language, "sheet.marks_hint", marks = marks.join(", "))}
            </p>
        </section>
    }
}
