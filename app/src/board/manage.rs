//! The page on which the board is switched on and off.

use super::{
    board_path,
    forms::{NEW, OFF},
    link_code::LinkCode,
};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    form::ActionButton,
    request::{language, origin},
};
use domain::policy::Action;
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};

/// `/admin/board`
#[component(transparent)]
pub fn ManageBoardRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("board"));
    view! { <Route path view=ManageBoardPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn ManageBoardPage() -> impl IntoView {
    let title = tr!(language(), "board.manage_title");
    let origin = origin();
    admin_page(title, Some(Action::ChangeSettings), move |admin| {
        draw(admin, origin)
    })
}

async fn draw(
    AdminRequest { shop, user, .. }: AdminRequest,
    origin: String,
) -> Result<AnyView, ActionError> {
    let language = language();
    let link = shop.board_token(&user).await?;
    let link = link.map(|token| format!("{origin}{}", board_path(&token)));
    let panel = match link {
        Some(link) => view! { <LinkPanel link /> }.into_any(),
        None => view! {
            <section class="panel">
                <p>{tr!(language, "board.off")}</p>
                <ActionButton action=NEW label=tr!(language, "board.switch_on") />
            </section>
        }
        .into_any(),
    };
    let view = view! {
        <p>{tr!(language, "board.about")}</p>
        {panel}
    };
    Ok(view.into_any())
}

/// The link, and what can be done about it.
#[component]
fn LinkPanel(
    /// The address of the board.
    link: String,
) -> impl IntoView {
    let language = language();
    view! {
        <section class="panel" aria-labelledby="board-link">
            <h2 id="board-link">{tr!(language, "board.link")}</h2>
            <p class="field__hint">{tr!(language, "board.link_hint")}</p>
            <p>
                <a class="link" href=link.clone()>
                    {link.clone()}
                </a>
            </p>
            <LinkCode text=link label=tr!(language, "board.code") />
            <p class="field__hint">{tr!(language, "board.renew_hint")}</p>
            <div class="row__actions">
                <ActionButton action=NEW label=tr!(language, "board.renew") />
                <ActionButton action=OFF label=tr!(language, "board.switch_off") />
            </div>
        </section>
    }
}
