//! The page of the menu: its categories, and the dishes of one of them.

use super::{category_list::CategoryList, category_panel::CategoryPanel, sheet::SheetLinks};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    form::ActionButton,
    request::language,
    ui::{PageScript, PageStyle},
};
use domain::{
    menu::CategoryId,
    policy::{Action, Actor},
};
use leptos::prelude::*;
use leptos_router::{
    MatchNestedRoutes, SsrMode, StaticSegment, components::Route, hooks::use_query_map,
};

/// `/admin/menu`
#[component(transparent)]
pub fn MenuRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("menu"));
    view! { <Route path view=MenuPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn MenuPage() -> impl IntoView {
    let chosen = use_query_map().with_untracked(|query| query.get("category"));
    let chosen = chosen.and_then(|id| id.parse().ok());
    let title = tr!(language(), "menu.title");
    admin_page(title, Some(Action::SellOut), move |admin| {
        draw(admin, chosen)
    })
}

async fn draw(
    AdminRequest { shop, user, .. }: AdminRequest,
    chosen: Option<CategoryId>,
) -> Result<AnyView, ActionError> {
    let menu = shop.whole_menu(&user).await?;
    let may_edit = Actor::from(&user).check(Action::EditMenu).is_ok();
    if menu.is_empty() {
        return Ok(empty(may_edit));
    }
    let shown = menu.iter().find(|category| Some(category.id) == chosen);
    let shown = shown.or(menu.first()).cloned();
    let shown_id = shown.as_ref().map(|category| category.id);
    let panel = shown.map(|category| view! { <CategoryPanel category may_edit /> });
    let view = view! {
        <PageStyle href="/style/photo.css" />
        <div class="menu-editor">
            <CategoryList menu shown=shown_id may_edit />
            {panel}
        </div>
        {may_edit
            .then(|| {
                view! {
                    <SheetLinks />
                    <PageStyle href="/style/reorder.css" />
                    <PageScript src="/reorder.js" />
                }
            })}
    };
    Ok(view.into_any())
}

/// What to do next where there is no menu yet.
fn empty(may_edit: bool) -> AnyView {
    let language = language();
    let next = may_edit.then(|| {
        view! {
            <p>{tr!(language, "menu.empty_next")}</p>
            <ActionButton action="/admin/menu/example" label=tr!(language, "menu.example") />
            <CategoryList menu=Vec::new() shown=None may_edit />
            <SheetLinks />
        }
    });
    view! {
        <div class="empty">
            <p>{tr!(language, "menu.empty")}</p>
            {next}
        </div>
    }
    .into_any()
}
