//! The page of one day.

use super::{
    closing::{CloseForm, Closed},
    later::Later,
    tables::Tables,
    totals::Totals,
};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    request::{language, path_id},
    ui::PageStyle,
};
use domain::{
    policy::{Action, Actor},
    sums::Day,
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, ParamSegment, SsrMode, StaticSegment, components::Route};

/// `/admin/days/{id}`
#[component(transparent)]
pub fn DayRoute() -> impl MatchNestedRoutes + Clone {
    let path = (
        StaticSegment("admin"),
        StaticSegment("days"),
        ParamSegment("id"),
    );
    view! { <Route path view=DayPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn DayPage() -> impl IntoView {
    let day: Option<Day> = path_id().and_then(|day| day.parse().ok());
    let title = match day {
        Some(day) => tr!(language(), "days.day", day = day),
        None => tr!(language(), "days.title"),
    };
    admin_page(title, Some(Action::ReadSums), move |admin| draw(admin, day))
}

async fn draw(
    AdminRequest { shop, user, .. }: AdminRequest,
    day: Option<Day>,
) -> Result<AnyView, ActionError> {
    let language = language();
    let day = day.ok_or(ActionError::NotFound)?;
    let report = shop.day(day, &user).await?.ok_or(ActionError::NotFound)?;
    let back = view! {
        <p class="no-print">
            <a class="link" href="/admin/days">
                {tr!(language, "days.title")}
            </a>
        </p>
    };
    if report.now.placed() == 0 {
        let view = view! {
            {back}
            <div data-live="day">
                <p class="empty">{tr!(language, "days.no_orders")}</p>
            </div>
        };
        return Ok(view.into_any());
    }
    let may_close = Actor::from(&user).check(Action::CloseDay).is_ok();
    let clock = shop.clock.clone();
    let sums = report.sums().clone();
    let state = match report.closing {
        Some(closing) => {
            let (now, later) = (report.now, report.later);
            view! {
                <Closed closing=closing.clone() clock=clock.clone() />
                <Later was=closing.sums now later clock />
            }
            .into_any()
        }
        None => {
            view! { <CloseForm day stamp=report.stamp open=report.open may_close /> }.into_any()
        }
    };
    let view = view! {
        <PageStyle href="/style/sums.css" />
        {back}
        <div class="day" data-live="day">
            {state}
            <Totals sums=sums.clone() />
            <Tables sums />
        </div>
    };
    Ok(view.into_any())
}
