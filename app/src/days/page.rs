//! The list of days.

use super::day_row::DayRowView;
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    request::language,
};
use domain::{policy::Action, sums::Day};
use leptos::prelude::*;
use leptos_router::{
    MatchNestedRoutes, SsrMode, StaticSegment, components::Route, hooks::use_query_map,
};

/// How many days one page shows.
const PAGE_SIZE: u32 = 14;

/// `/admin/days`
#[component(transparent)]
pub fn DaysRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("days"));
    view! { <Route path view=DaysPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn DaysPage() -> impl IntoView {
    let before = use_query_map().with_untracked(|query| query.get("before"));
    let before = before.and_then(|day| day.parse().ok());
    let title = tr!(language(), "days.title");
    admin_page(title, Some(Action::ReadSums), move |admin| {
        draw(admin, before)
    })
}

async fn draw(
    AdminRequest { shop, user, .. }: AdminRequest,
    before: Option<Day>,
) -> Result<AnyView, ActionError> {
    let language = language();
    let days = shop.days(before, PAGE_SIZE, &user).await?;
    let is_full = days.len() == PAGE_SIZE as usize;
    let last = days.last().filter(|_| is_full).map(|row| row.day);
    let older = last.map(|day| {
        view! {
            <a class="button button--quiet" href=format!("/admin/days?before={day}")>
                {tr!(language, "days.older")}
            </a>
        }
    });
    let is_empty = days.is_empty();
    let currency = shop.settings().currency;
    let rows = days
        .into_iter()
        .map(|day| view! { <DayRowView day currency clock=shop.clock.clone() /> });
    let view = view! {
        <p>{tr!(language, "days.about")}</p>
        <div data-live="days">
            {is_empty.then(|| view! { <p class="empty">{tr!(language, "days.empty")}</p> })}
            <ol class="rows">{rows.collect_view()}</ol>
            {older}
        </div>
    };
    Ok(view.into_any())
}
