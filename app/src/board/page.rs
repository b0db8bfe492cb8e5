//! The board itself, for a screen that nobody touches.

use crate::{
    request::{language, shop},
    ui::{Bell, NotFound, PageStyle, ShopFront, unavailable},
};
use domain::kitchen::{BoardNumbers, ReadyNumber};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{
    MatchNestedRoutes, ParamSegment, SsrMode, StaticSegment, components::Route,
    hooks::use_params_map,
};

/// How often the page comes anew where it can't be live, in seconds.
const REFRESH: &str = "15";

/// `/board/{token}`
#[component(transparent)]
pub fn BoardRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("board"), ParamSegment("token"));
    view! { <Route path view=BoardPage ssr=SsrMode::Async /> }.into_inner()
}

/// Whoever has no link of today learns nothing, not even whether there is a board.
#[component]
fn BoardPage() -> impl IntoView {
    let token = use_params_map().with_untracked(|params| params.get("token"));
    let token = token.unwrap_or_default();
    Suspend::new(async move {
        let Ok(shop) = shop() else {
            return unavailable();
        };
        match shop.board(&token).await {
            Ok(Some(numbers)) => view! { <Screen token numbers /> }.into_any(),
            Ok(None) => view! { <NotFound /> }.into_any(),
            Err(_) => unavailable(),
        }
    })
}

/// The whole screen.
#[component]
fn Screen(
    /// The unguessable name of the page.
    token: String,
    /// What it shows.
    numbers: BoardNumbers,
) -> impl IntoView {
    let language = language();
    let title = tr!(language, "board.title");
    let in_work = numbers.in_work.into_iter().map(|number| {
        view! {
            <li class="board__number" data-key=format!("work-{number}")>
                {number}
            </li>
        }
    });
    let ready = numbers
        .ready
        .into_iter()
        .map(|ReadyNumber { number, is_fresh }| {
            view! {
                <li
                    class="board__number"
                    class:board__number--fresh=is_fresh
                    data-key=format!("ready-{number}")
                >
                    {number}
                </li>
            }
        });
    view! {
        <noscript>
            <meta http-equiv="refresh" content=REFRESH />
        </noscript>
        <Title text=format!("{title} · {}", ShopFront::current().name) />
        <PageStyle href="/style/board.css" />
        <main id="main" class="board">
            <h1 class="visually-hidden">{title}</h1>
            <div class="board__columns" data-live="board">
                <section class="board__column" aria-labelledby="board-work">
                    <h2 id="board-work">{tr!(language, "board.in_work")}</h2>
                    <ul class="board__numbers">{in_work.collect_view()}</ul>
                </section>
                <section class="board__column board__column--ready" aria-labelledby="board-ready">
                    <h2 id="board-ready">{tr!(language, "board.ready")}</h2>
                    <ul class="board__numbers">{ready.collect_view()}</ul>
                </section>
            </div>
            <Bell path=format!("/sse/board/{token}") />
        </main>
    }
}
