//! The page of all groups of options, and the pages on which one is written.

use super::group_form::GroupForm;
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    form::ActionButton,
    request::{language, path_id},
};
use domain::{
    menu::{OptionGroupId, options::OptionGroup},
    policy::Action,
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, ParamSegment, SsrMode, StaticSegment, components::Route};

/// `/admin/menu/options`
#[component(transparent)]
pub fn OptionGroupsRoute() -> impl MatchNestedRoutes + Clone {
    let path = (
        StaticSegment("admin"),
        StaticSegment("menu"),
        StaticSegment("options"),
    );
    view! { <Route path view=OptionGroupsPage ssr=SsrMode::Async /> }.into_inner()
}

/// `/admin/menu/options/new`
#[component(transparent)]
pub fn NewOptionGroupRoute() -> impl MatchNestedRoutes + Clone {
    let path = (
        StaticSegment("admin"),
        StaticSegment("menu"),
        StaticSegment("options"),
        StaticSegment("new"),
    );
    view! { <Route path view=NewOptionGroupPage ssr=SsrMode::Async /> }.into_inner()
}

/// `/admin/menu/options/{id}`
#[component(transparent)]
pub fn OptionGroupRoute() -> impl MatchNestedRoutes + Clone {
    let path = (
        StaticSegment("admin"),
        StaticSegment("menu"),
        StaticSegment("options"),
        ParamSegment("id"),
    );
    view! { <Route path view=OptionGroupPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn OptionGroupsPage() -> impl IntoView {
    let title = tr!(language(), "options.title");
    admin_page(title, Some(Action::EditMenu), draw_all)
}

async fn draw_all(AdminRequest { shop, user, .. }: AdminRequest) -> Result<AnyView, ActionError> {
    let groups = shop.option_groups(&user).await?;
    let is_empty = groups.is_empty();
    let language = language();
    let rows = groups.into_iter().map(row).collect_view();
    let view = view! {
        <p>{tr!(language, "options.about")}</p>
        {is_empty.then(|| view! { <p class="empty">{tr!(language, "options.empty")}</p> })}
        <ul class="rows">{rows}</ul>
        <a class="button button--primary" href="/admin/menu/options/new">
            {tr!(language, "options.add")}
        </a>
    };
    Ok(view.into_any())
}

fn row(group: OptionGroup) -> impl IntoView {
    let language = language();
    let at = |part: &str| format!("/admin/menu/options/{}/{part}", group.id);
    let choices = group.fields.choices.iter();
    let choices: Vec<_> = choices.map(|choice| choice.name.get(language)).collect();
    let name = group.fields.name.get(language).to_owned();
    let (up, down) = (tr!(language, "menu.up"), tr!(language, "menu.down"));
    let spoken = |label: &str| format!("{label}: {name}");
    view! {
        <li class="row" data-options=group.id.to_string()>
            <div class="row__head">
                <h2 class="row__name">
                    <a href=format!("/admin/menu/options/{}", group.id)>{name.clone()}</a>
                </h2>
                <span class="row__note">{choices.join(" · ")}</span>
            </div>
            <div class="row__actions">
                <ActionButton action=at("up") spoken=spoken(&up) label="↑" />
                <ActionButton action=at("down") spoken=spoken(&down) label="↓" />
            </div>
        </li>
    }
}

#[component]
fn NewOptionGroupPage() -> impl IntoView {
    let title = tr!(language(), "options.add");
    admin_page(title, Some(Action::EditMenu), |_| async {
        Ok(view! { <GroupForm group=None /> }.into_any())
    })
}

#[component]
fn OptionGroupPage() -> impl IntoView {
    let id = path_id();
    let id = id.and_then(|id| id.parse().ok());
    let title = tr!(language(), "options.change");
    admin_page(title, Some(Action::EditMenu), move |admin| draw(admin, id))
}

async fn draw(
    AdminRequest { shop, user, .. }: AdminRequest,
    id: Option<OptionGroupId>,
) -> Result<AnyView, ActionError> {
    let mut groups = shop.option_groups(&user).await?.into_iter();
    let group = groups.find(|group| Some(group.id) == id);
    let group = group.ok_or(ActionError::NotFound)?;
    let delete = format!("/admin/menu/options/{}/delete", group.id);
    let view = view! {
        <GroupForm group=Some(group) />
        <ActionButton action=delete label=tr!(language(), "options.delete") />
    };
    Ok(view.into_any())
}
