//! The page.

use super::{dishes::TopDishes, figure::Figure, hours::Hours, words::Unit};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    request::language,
    ui::PageStyle,
};
use domain::{policy::Action, sums::Dashboard};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};

/// `/admin/dashboard`
#[component(transparent)]
pub fn DashboardRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("dashboard"));
    view! { <Route path view=DashboardPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn DashboardPage() -> impl IntoView {
    let title = tr!(language(), "dashboard.title");
    admin_page(title, Some(Action::ReadSums), draw)
}

async fn draw(AdminRequest { shop, user, .. }: AdminRequest) -> Result<AnyView, ActionError> {
    let language = language();
    let dashboard = shop.dashboard(&user).await?;
    let today = format!("/admin/days/{}", dashboard.day);
    let content = match dashboard.is_empty() {
        true => view! { <p class="empty">{tr!(language, "dashboard.empty")}</p> }.into_any(),
        false => figures(dashboard, Unit::Money(shop.settings().currency)),
    };
    let view = view! {
        <PageStyle href="/style/sums.css" />
        <div class="row__actions no-print">
            <a class="button button--quiet" href=today>
                {tr!(language, "dashboard.sums_of_today")}
            </a>
            <a class="button button--quiet" href="/admin/days">
                {tr!(language, "days.title")}
            </a>
        </div>
        <div class="dashboard" data-live="dashboard">
            {content}
        </div>
    };
    Ok(view.into_any())
}

fn figures(dashboard: Dashboard, money: Unit) -> AnyView {
    let language = language();
    let before = dashboard.before;
    view! {
        <ul class="figures">
            <Figure
                key="orders"
                name=tr!(language, "sums.orders")
                compared=dashboard.orders
                unit=Unit::Count
                before
            />
            <Figure
                key="revenue"
                name=tr!(language, "sums.revenue")
                compared=dashboard.revenue
                unit=money
                before
            />
            <Figure
                key="accepting"
                name=tr!(language, "dashboard.accepting")
                compared=dashboard.accepting
                unit=Unit::Seconds
                before
            />
            <Figure
                key="finishing"
                name=tr!(language, "dashboard.finishing")
                compared=dashboard.finishing
                unit=Unit::Seconds
                before
            />
        </ul>
        <Hours hours=dashboard.hours before />
        <TopDishes dishes=dashboard.dishes before />
        <p class="field__hint">{tr!(language, "dashboard.about")}</p>
    }
    .into_any()
}
