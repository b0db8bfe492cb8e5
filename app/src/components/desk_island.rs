//! The back office, live: one state, one stream.

#![expect(missing_docs, reason = "`#[island]` makes a type that has none")]

use super::{
    dismissed, message_form::MessageForm, order_card::OrderCard, status_bar::StatusBar,
    toaster::Toaster,
};
use crate::{
    actions::{DeskSnapshot, load_desk},
    live::{
        desk::Desk,
        feed::{Feed, Told},
        heard::{Heard, Message},
        link::Link,
        source::hold,
    },
};
use domain::{Timestamp, language::Language, orders::OrderId};
use leptos::{prelude::*, task::spawn_local};
use std::{ops::ControlFlow, time::Duration};

/// How long to wait before reading everything anew is tried again.
const RETRY: Duration = Duration::from_secs(3);

/// What all parts of the back office share.
#[derive(Clone, Copy)]
pub(super) struct DeskContext {
    pub(super) language: Language,
    pub(super) desk: RwSignal<Desk>,
    pub(super) link: RwSignal<Link>,
    /// The server's clock; it goes on by itself and is set right by each tick.
    pub(super) now: RwSignal<Timestamp>,
    /// How far the shop's zone is ahead of UTC, in seconds.
    pub(super) offset: RwSignal<i32>,
    /// Orders that were asked to move on, while no answer has come.
    pub(super) busy: RwSignal<Vec<OrderId>>,
    /// Why an order did not move on, in words.
    pub(super) refusals: RwSignal<Vec<(OrderId, String)>>,
    /// Whether the page is alive.
    pub(super) alive: RwSignal<bool>,
}

impl DeskContext {
    /// The context of the island around.
    pub(super) fn current() -> Self {
        expect_context()
    }

    fn set_clock(self, now: Timestamp, offset: i32) {
        self.now.set(now);
        self.offset.set(offset);
    }

    /// Takes in what the stream's owner tells.
    fn hear(self, told: Told) {
        match told {
            Told::Link(link) => self.link.set(link),
            Told::Message(message) => self.hear_message(&message),
        }
    }

    fn hear_message(self, message: &Message) {
        match message.name.as_str() {
            "hello" | "tick" => self.hear_the_time(message),
            _ => {
                let was_renewing = self.desk.with_untracked(Desk::is_renewing);
                self.desk.update(|desk| desk.hear(message));
                // One at a time: a second, older answer would undo the first.
                if !was_renewing && self.desk.with_untracked(Desk::is_renewing) {
                    self.renew();
                }
            }
        }
    }

    fn hear_the_time(self, message: &Message) {
        match message.understand() {
            Some(Heard::Hello(hello)) => self.set_clock(hello.time, hello.offset),
            Some(Heard::Tick(tick)) => {
                self.set_clock(tick.time, tick.offset);
                // A new day of the shop has its own orders.
                let today = day(tick.time, tick.offset);
                if self
                    .desk
                    .with_untracked(|desk| desk.day != today && !desk.is_renewing())
                {
                    self.desk.update(Desk::start_renewal);
                    self.renew();
                }
            }
            _ => {}
        }
    }

    /// Reads everything anew, until it works.
    fn renew(self) {
        spawn_local(async move {
            match load_desk().await {
                Ok(snapshot) => self.desk.update(|desk| desk.renew(snapshot)),
                Err(_) => set_timeout(move || self.renew(), RETRY),
            }
        });
    }
}

/// The shop's day, as the server writes it: `2026-11-21`.
fn day(at: Timestamp, offset: i32) -> String {
    let wall = Timestamp::from_millis(at.millis() + i64::from(offset) * 1000);
    wall.rfc3339().chars().take(10).collect()
}

/// Orders, popups, messages and who is there.
#[cfg_attr(debug_assertions, island)]
#[cfg_attr(not(debug_assertions), island(lazy))]
pub fn DeskIsland(
    /// The administrator's language.
    language: Language,
    /// The administrator's name.
    user: String,
    /// What the server knew when it rendered the page.
    snapshot: DeskSnapshot,
    /// All administrators, to write to.
    colleagues: Vec<String>,
) -> impl IntoView {
    let context = DeskContext {
        language,
        now: RwSignal::new(snapshot.clock.time),
        offset: RwSignal::new(snapshot.clock.offset),
        desk: RwSignal::new(Desk::new(snapshot)),
        link: RwSignal::new(Link::default()),
        busy: RwSignal::new(Vec::new()),
        refusals: RwSignal::new(Vec::new()),
        alive: RwSignal::new(false),
    };
    provide_context(context);
    Effect::new(move || come_to_life(context, user.clone()));
    count_in_the_title(context);
    let ids = move || {
        context.desk.with(|desk| {
            desk.orders()
                .map(|order| order.id)
                .collect::<Vec<OrderId>>()
        })
    };
    let is_empty = Memo::new(move |_| context.desk.with(|desk| desk.orders().next().is_none()));
    view! {
        <StatusBar />
        <div class="desk">
            <section class="desk__orders" aria-labelledby="orders-title">
                <h1 id="orders-title" tabindex="-1">
                    {tr!(language, "desk.title")}
                </h1>
                <Show when=move || is_empty.get()>
                    <p class="empty">{tr!(language, "desk.empty")}</p>
                </Show>
                <ul class="orders">
                    <For each=ids key=|id| *id let:id>
                        <OrderCard id />
                    </For>
                </ul>
            </section>
            <aside class="desk__side">
                <MessageForm colleagues />
            </aside>
        </div>
        <Toaster />
    }
}

/// Opens the stream, from the cursor that the server rendered.
fn come_to_life(context: DeskContext, user: String) {
    context
        .desk
        .update(|desk| dismissed::recall().for_each(|event| desk.toasts.dismiss(event)));
    context.alive.set(true);
    let feed = Feed {
        url: "/sse/subscribe".to_owned(),
        user: Some(user),
    };
    hold(
        feed,
        move || Some(context.desk.with_untracked(|desk| desk.cursor)),
        move |told| {
            context.hear(told);
            ControlFlow::Continue(())
        },
    );
    set_interval(
        move || {
            let next = |now: &mut Timestamp| *now = Timestamp::from_millis(now.millis() + 1000);
            context.now.update(next);
        },
        Duration::from_secs(1),
    );
}

/// How many orders wait, where one sees it from another tab.
fn count_in_the_title(context: DeskContext) {
    let waiting = Memo::new(move |_| context.desk.with(|desk| desk.counts().waiting));
    Effect::new(move || {
        let title = tr!(context.language, "desk.title");
        document().set_title(&match waiting.get() {
            0 => title.into_owned(),
            count => format!("({count}) {title}"),
        });
    });
}
