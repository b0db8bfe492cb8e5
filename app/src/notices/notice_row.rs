//! One notice in the list.

use super::{address, words};
use crate::{
    desk::{order_actions::card_id, reply::reply_address},
    messages::message_title,
    request::language,
};
use domain::{
    ShopClock,
    events::Event,
    messages::Push,
    notices::{Notice, NoticeFilter, NoticeKind},
    orders::Order,
};
use leptos::prelude::*;
use std::sync::Arc;

/// When, what, and of what; what can be done about it.
#[component]
pub fn NoticeRow(
    /// The notice.
    notice: Notice,
    /// Which notices are shown.
    filter: NoticeFilter,
    /// The name of whoever looks.
    user: String,
    /// The names of those to whom can be answered.
    colleagues: Arc<Vec<String>>,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let at = notice.at;
    let time = clock.day_and_time(at);
    let text = words::text(language, &notice.event);
    let kind = NoticeKind::of(&notice.event).map(NoticeKind::as_str);
    let order = order_of(&notice.event);
    let about = match order {
        Some(order) => format!("#{}", order.number),
        None => text.clone(),
    };
    let link = order.map(|order| {
        let href = format!("/admin#{}", card_id(order.id));
        view! {
            <a class="link" href=href>
                {format!("#{}", order.number)}
            </a>
        }
    });
    let message = match &notice.event {
        Event::Psh(push) => Some(push),
        _ => None,
    };
    let reply = message.and_then(|push| reply_address(push, &user, &colleagues));
    let reply = reply.map(|href| {
        let label = tr!(language, "notice.reply");
        view! {
            <a
                class="button button--quiet"
                href=href
                aria-label=format!("{label}: {about}")
            >
                {label.clone()}
            </a>
        }
    });
    let message = message.map(said);
    let state = match notice.is_read {
        true => view! { <span class="tag tag--off">{tr!(language, "notice.read")}</span> },
        false => view! { <span class="tag">{tr!(language, "notice.unread")}</span> },
    };
    let mark = (!notice.is_read).then(|| {
        let label = tr!(language, "notice.mark_read");
        view! {
            <form
                class="action"
                method="post"
                action=format!("{}/{}/read", address::PAGE, notice.seq)
            >
                {address::fields(filter)}
                <button class="button button--quiet" aria-label=format!("{label}: {about}")>
                    {label.clone()}
                </button>
            </form>
        }
    });
    view! {
        <li
            class="row"
            data-notice=notice.seq.to_string()
            data-kind=kind
            data-read=notice.is_read.then_some("true")
        >
            <div class="row__head">
                <time class="row__note" datetime=at.rfc3339()>
                    {time}
                </time>
                {link}
                <span>{text}</span>
                {message}
                {state}
            </div>
            <div class="row__actions">{reply} {mark}</div>
        </li>
    }
}

/// The order that an event is about.
fn order_of(event: &Event) -> Option<&Order> {
    match event {
        Event::Order(order) => Some(order),
        Event::Change(change) | Event::Finish(change) => Some(&change.order),
        Event::Hurry(hurried) => Some(&hurried.order),
        Event::Psh(_)
        | Event::Access(_)
        | Event::Menu(_)
        | Event::Settings(_)
        | Event::Read(_)
        | Event::Line(_)
        | Event::Day(_)
        | Event::Note(_)
        | Event::Rate(_) => None,
    }
}

/// What a message says.
fn said(push: &Push) -> impl IntoView + use<> {
    let title = (!push.title.is_empty()).then(|| message_title(push.title.clone(), push.order));
    view! { <span class="toast__message">{title} " " <span>{push.text.clone()}</span></span> }
}
