//! The page of what popped up.

use super::{
    address::{self, KIND, PAGE, UNREAD},
    forms::UP_TO,
    notice_row::NoticeRow,
    words,
};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    request::language,
    ui::PageCursor,
};
use domain::{
    notices::{NoticeFilter, NoticeKind},
    policy::Action,
};
use leptos::prelude::*;
use leptos_router::{
    MatchNestedRoutes, SsrMode, StaticSegment, components::Route, hooks::use_query_map,
};
use std::sync::Arc;
use strum::VariantArray;

/// How many notices one page shows.
const PAGE_SIZE: u32 = 50;

/// `/admin/notices`
#[component(transparent)]
pub fn NoticesRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("notices"));
    view! { <Route path view=NoticesPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn NoticesPage() -> impl IntoView {
    let filter = use_query_map()
        .with_untracked(|query| address::read(|name| query.get(name).unwrap_or_default()));
    let title = tr!(language(), "notice.title");
    admin_page(title, Some(Action::ReadOrders), move |admin| {
        draw(admin, filter)
    })
}

async fn draw(
    AdminRequest {
        shop,
        user,
        colleagues,
    }: AdminRequest,
    filter: NoticeFilter,
) -> Result<AnyView, ActionError> {
    let language = language();
    let notices = shop.notices(filter, PAGE_SIZE, &user).await?;
    let colleagues = Arc::new(colleagues);
    let is_full = notices.len() == PAGE_SIZE as usize;
    let last = notices.last().filter(|_| is_full).map(|notice| notice.seq);
    let older = last.map(|before| {
        let filter = NoticeFilter {
            before: Some(before),
            ..filter
        };
        view! {
            <a class="button button--quiet" href=address::write(filter)>
                {tr!(language, "audit.older")}
            </a>
        }
    });
    let any_unread = notices.iter().any(|notice| !notice.is_read);
    let rows = notices.into_iter().map(|notice| {
        let (user, colleagues) = (user.name.clone(), colleagues.clone());
        view! { <NoticeRow notice filter user colleagues clock=shop.clock.clone() /> }
    });
    let rows = rows.collect_view();
    let is_empty = rows.is_empty();
    let view = view! {
        <p>{tr!(language, "notice.about")}</p>
        <FilterForm filter />
        {any_unread.then(|| view! { <ReadAll filter /> })}
        {is_empty.then(|| view! { <p class="empty">{tr!(language, "notice.empty")}</p> })}
        <ol class="rows">{rows}</ol>
        {older}
    };
    Ok(view.into_any())
}

/// The form that says which notices are shown.
#[component]
fn FilterForm(filter: NoticeFilter) -> impl IntoView {
    let language = language();
    let kinds = NoticeKind::VARIANTS.iter().map(|kind| {
        let selected = filter.kind == Some(*kind);
        view! {
            <option value=kind.as_str() selected=selected>
                {words::kind(language, *kind)}
            </option>
        }
    });
    view! {
        <form class="filter" method="get" action=PAGE>
            <div class="field">
                <label for="notice-kind">{tr!(language, "notice.kind")}</label>
                <select id="notice-kind" name=KIND>
                    <option value="">{tr!(language, "audit.everything")}</option>
                    {kinds.collect_view()}
                </select>
            </div>
            <label class="box">
                <input type="checkbox" name=UNREAD value="1" checked=filter.unread />
                <span>{tr!(language, "notice.only_unread")}</span>
            </label>
            <button class="button button--quiet">{tr!(language, "audit.filter")}</button>
        </form>
    }
}

/// The button by which all are read that had happened when the page was drawn.
#[component]
fn ReadAll(filter: NoticeFilter) -> impl IntoView {
    let until = PageCursor::current().map(|cursor| cursor.seq);
    until.map(|until| {
        view! {
            <form class="action" method="post" action=format!("{PAGE}/read")>
                {address::fields(NoticeFilter {
                    before: None,
                    ..filter
                })}
                <input type="hidden" name=UP_TO value=until.to_string() />
                <button class="button button--primary">{tr!(language(), "notice.mark_all")}</button>
            </form>
        }
    })
}
