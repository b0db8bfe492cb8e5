//! The pages of this feature.

use super::{
    dish_page::{DishRoute, NewDishRoute},
    options::{NewOptionGroupRoute, OptionGroupRoute, OptionGroupsRoute},
    page::MenuRoute,
    sheet::ImportRoute,
};
use leptos::prelude::*;
use leptos_router::MatchNestedRoutes;

/// `/admin/menu` and below.
#[component(transparent)]
pub fn MenuRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <MenuRoute />
        <NewDishRoute />
        <DishRoute />
        <OptionGroupsRoute />
        <NewOptionGroupRoute />
        <OptionGroupRoute />
        <ImportRoute />
    }
    .into_inner()
}
