//! The pages on which a dish is written.

use super::{dish_form::DishForm, dish_photo::DishPhoto};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    form::ActionButton,
    request::{language, path_id},
};
use domain::{menu::ItemId, policy::Action};
use leptos::prelude::*;
use leptos_router::{
    MatchNestedRoutes, ParamSegment, SsrMode, StaticSegment, components::Route,
    hooks::use_query_map,
};

/// `/admin/menu/dishes/new`
#[component(transparent)]
pub fn NewDishRoute() -> impl MatchNestedRoutes + Clone {
    let path = (
        StaticSegment("admin"),
        StaticSegment("menu"),
        StaticSegment("dishes"),
        StaticSegment("new"),
    );
    view! { <Route path view=NewDishPage ssr=SsrMode::Async /> }.into_inner()
}

/// `/admin/menu/dishes/{id}`
#[component(transparent)]
pub fn DishRoute() -> impl MatchNestedRoutes + Clone {
    let path = (
        StaticSegment("admin"),
        StaticSegment("menu"),
        StaticSegment("dishes"),
        ParamSegment("id"),
    );
    view! { <Route path view=DishPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn NewDishPage() -> impl IntoView {
    let category = use_query_map().with_untracked(|query| query.get("category"));
    let title = tr!(language(), "menu.add_dish");
    admin_page(title, Some(Action::EditMenu), move |admin| {
        draw_new(admin, category.unwrap_or_default())
    })
}

async fn draw_new(
    AdminRequest { shop, user, .. }: AdminRequest,
    category: String,
) -> Result<AnyView, ActionError> {
    let categories = shop.category_names(&user).await?;
    let groups = shop.option_groups(&user).await?;
    Ok(view! { <DishForm categories groups category item=None /> }.into_any())
}

#[component]
fn DishPage() -> impl IntoView {
    let id = path_id();
    let id = id.and_then(|id| id.parse().ok());
    let title = tr!(language(), "menu.change_dish");
    admin_page(title, Some(Action::EditMenu), move |admin| draw(admin, id))
}

async fn draw(
    AdminRequest { shop, user, .. }: AdminRequest,
    id: Option<ItemId>,
) -> Result<AnyView, ActionError> {
    let item = shop.item(id.ok_or(ActionError::NotFound)?, &user).await?;
    let categories = shop.category_names(&user).await?;
    let groups = shop.option_groups(&user).await?;
    let delete = format!("/admin/menu/dishes/{}/delete", item.id);
    let category = item.category.to_string();
    let view = view! {
        <DishForm categories groups category item=Some(item.clone()) />
        <DishPhoto item />
        <ActionButton action=delete label=tr!(language(), "menu.delete_dish") />
    };
    Ok(view.into_any())
}
