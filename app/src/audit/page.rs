//! The page that tells who changed what.

use super::entry_row::{EntryRow, action_text};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    request::language,
};
use domain::{audit::AuditAction, policy::Action, ports::AuditFilter};
use leptos::prelude::*;
use leptos_router::{
    MatchNestedRoutes, SsrMode, StaticSegment, components::Route, hooks::use_query_map,
};
use strum::VariantArray;

/// How many entries one page tells.
const PAGE_SIZE: u32 = 50;

/// `/admin/audit`
#[component(transparent)]
pub fn AuditRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("audit"));
    view! { <Route path view=AuditPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn AuditPage() -> impl IntoView {
    let filter = use_query_map().with_untracked(|query| AuditFilter {
        action: query.get("action").and_then(|name| name.parse().ok()),
        by: query.get("by").filter(|name| !name.is_empty()),
        before: query.get("before").and_then(|id| id.parse().ok()),
    });
    let title = tr!(language(), "audit.title");
    admin_page(title, Some(Action::ReadAudit), move |admin| {
        draw(admin, filter)
    })
}

async fn draw(
    AdminRequest { shop, user, .. }: AdminRequest,
    filter: AuditFilter,
) -> Result<AnyView, ActionError> {
    let language = language();
    let entries = shop.audit(filter.clone(), PAGE_SIZE, &user).await?;
    let is_full = entries.len() == PAGE_SIZE as usize;
    let last = entries.last().filter(|_| is_full).map(|entry| entry.id);
    let (action, by) = (filter.action, filter.by.unwrap_or_default());
    let older = last.map(|last| {
        view! {
            <form method="get" action="/admin/audit">
                <input type="hidden" name="action" value=action.map(AuditAction::as_str) />
                <input type="hidden" name="by" value=by.clone() />
                <input type="hidden" name="before" value=last.to_string() />
                <button class="button button--quiet">{tr!(language, "audit.older")}</button>
            </form>
        }
    });
    let options = AuditAction::VARIANTS.iter().map(|known| {
        let selected = action == Some(*known);
        view! {
            <option value=known.as_str() selected=selected>
                {action_text(language, *known)}
            </option>
        }
    });
    let is_empty = entries.is_empty();
    let rows = entries
        .into_iter()
        .map(|entry| view! { <EntryRow entry clock=shop.clock.clone() /> });
    let view = view! {
        <form class="filter" method="get" action="/admin/audit">
            <div class="field">
                <label for="audit-action">{tr!(language, "audit.what")}</label>
                <select id="audit-action" name="action">
                    <option value="">{tr!(language, "audit.everything")}</option>
                    {options.collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="audit-by">{tr!(language, "audit.who")}</label>
                <input id="audit-by" name="by" value=by autocomplete="off" />
            </div>
            <button class="button button--quiet">{tr!(language, "audit.filter")}</button>
        </form>
        {is_empty.then(|| view! { <p class="empty">{tr!(language, "audit.empty")}</p> })}
        <ol class="rows">{rows.collect_view()}</ol>
        {older}
    };
    Ok(view.into_any())
}
