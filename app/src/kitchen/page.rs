//! The page of the kitchen, for a tablet at arm's length.

use super::{
    address::KitchenView, by_dish::ByDish, by_order::ByOrder, drawing::Drawing, views::Views,
};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    request::language,
    ui::PageStyle,
};
use domain::policy::{Action, Actor};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};

/// `/admin/kitchen`
#[component(transparent)]
pub fn KitchenRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("kitchen"));
    view! { <Route path view=KitchenPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn KitchenPage() -> impl IntoView {
    let shown = KitchenView::current();
    let title = tr!(language(), "kitchen.title");
    admin_page(title, Some(Action::ReadOrders), move |admin| {
        draw(admin, shown)
    })
}

async fn draw(
    AdminRequest { shop, user, .. }: AdminRequest,
    shown: KitchenView,
) -> Result<AnyView, ActionError> {
    let language = language();
    let kitchen = shop.kitchen(&user).await?;
    let drawing = Drawing {
        shown,
        may_tick: Actor::from(&user).check(Action::ChangeOrders).is_ok(),
        now: shop.clock.now(),
    };
    let station = shown.station.and_then(|id| kitchen.station(id));
    let is_empty = kitchen.at(station).next().is_none();
    let work = match (is_empty, shown.by_order) {
        (true, _) => view! { <p class="empty">{tr!(language, "kitchen.empty")}</p> }.into_any(),
        (false, true) => view! { <ByOrder kitchen=kitchen.clone() drawing /> }.into_any(),
        (false, false) => view! { <ByDish kitchen=kitchen.clone() drawing /> }.into_any(),
    };
    let view = view! {
        <PageStyle href="/style/kitchen.css" />
        <div class="kitchen" data-live="kitchen">
            <Views stations=kitchen.stations shown />
            {work}
        </div>
    };
    Ok(view.into_any())
}
