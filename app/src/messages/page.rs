//! The page of messages: writing one, what is written often, and what was written.

use super::{
    composer::{Composer, Filled},
    sent::SentMessages,
    templates::Templates,
};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    request::language,
};
use domain::{
    Seq,
    messages::{MAX_TITLE, MessageTemplate, TemplateId},
    policy::{Action, Actor},
};
use leptos::prelude::*;
use leptos_router::{
    MatchNestedRoutes, SsrMode, StaticSegment, components::Route, hooks::use_query_map,
};

/// How many of the messages that were sent one page shows.
const PAGE_SIZE: u32 = 50;

/// `/admin/messages`
#[component(transparent)]
pub fn MessagesRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("messages"));
    view! { <Route path view=MessagesPage ssr=SsrMode::Async /> }.into_inner()
}

/// What the address says.
struct Address {
    to: String,
    title: String,
    template: Option<TemplateId>,
    before: Option<Seq>,
}

#[component]
fn MessagesPage() -> impl IntoView {
    let address = use_query_map().with_untracked(|query| Address {
        to: query.get("to").unwrap_or_default(),
        title: query.get("title").unwrap_or_default(),
        template: query.get("template").and_then(|id| id.parse().ok()),
        before: query
            .get("before")
            .and_then(|seq| seq.parse().ok())
            .map(Seq),
    });
    let title = tr!(language(), "compose.title");
    admin_page(title, Some(Action::SendMessages), move |admin| {
        draw(admin, address)
    })
}

async fn draw(
    AdminRequest {
        shop,
        user,
        mut colleagues,
    }: AdminRequest,
    address: Address,
) -> Result<AnyView, ActionError> {
    colleagues.retain(|name| *name != user.name);
    let templates = shop.templates(&user).await?;
    let before = address.before;
    let messages = shop.sent_messages(before, PAGE_SIZE, &user).await?;
    let more = messages.len() == PAGE_SIZE as usize;
    let filled = fill(address, &templates);
    let may_edit = Actor::from(&user).check(Action::EditTemplates).is_ok();
    let edited = may_edit.then(|| {
        let templates = templates.clone();
        view! { <Templates templates /> }
    });
    let key = shop.request_key();
    let view = view! {
        <Composer colleagues templates filled key />
        {edited}
        <SentMessages messages more clock=shop.clock.clone() />
    };
    Ok(view.into_any())
}

/// What the form is filled with: what a template says, or what the address does.
fn fill(address: Address, templates: &[MessageTemplate]) -> Filled {
    let template = address
        .template
        .and_then(|id| templates.iter().find(|template| template.id == id));
    match template {
        Some(template) => Filled {
            to: address.to,
            title: template.fields.title.clone(),
            text: template.fields.text.clone(),
        },
        None => Filled {
            to: address.to,
            title: address.title.chars().take(MAX_TITLE).collect(),
            text: String::new(),
        },
    }
}
