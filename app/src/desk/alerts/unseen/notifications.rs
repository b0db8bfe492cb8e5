//! What the system shows while nobody looks at the page: that there is a new order, until
//! somebody acts on it. The service worker shows it, as it does what is pushed to it: of
//! the same order there is one notification, wherever it came from.

use crate::{
    desk::alerts::{context::Alerts, optional, ringer::is_heard},
    erased::{effect_after, spawn},
};
use domain::orders::{OrderId, OrderStatus};
use js_sys::{Object, Reflect, futures::JsFuture};
use leptos::{prelude::*, wasm_bindgen::JsValue};
use web_sys::{Notification, NotificationPermission};

/// Shows new orders, and takes them back, for as long as the page lives.
pub(in crate::desk::alerts) fn mount(alerts: Alerts) {
    if alerts
        .preferences
        .with_untracked(|preferences| preferences.notifications)
    {
        register();
    }
    let state = alerts.admin.state;
    let waiting = Memo::new(move |_| {
        state.with(|state| {
            let waiting = state
                .orders()
                .filter(|order| order.status == OrderStatus::Placed);
            waiting.map(|order| order.id).collect::<Vec<_>>()
        })
    });
    effect_after(move |before: Option<Vec<OrderId>>| {
        let now = waiting.get();
        // What was there before the page was opened was shown elsewhere, or is seen.
        if let Some(before) = before.filter(|_| is_on(alerts)) {
            for id in now.iter().filter(|id| !before.contains(id)) {
                show(alerts, *id);
            }
            for id in before.iter().filter(|id| !now.contains(id)) {
                post(vec![("close", tag(*id))]);
            }
        }
        now
    });
}

/// What stands in the way of notifications, by the name of its text; `None` where nothing
/// does, or nobody has asked yet.
pub(in crate::desk::alerts) fn obstacle() -> Option<&'static str> {
    let has = |target: &JsValue, name: &str| Reflect::has(target, &name.into()).unwrap_or(false);
    let window = window();
    if !window.is_secure_context() {
        return Some("insecure");
    }
    if !has(&window, "Notification") || !has(&window.navigator(), "serviceWorker") {
        return Some("missing");
    }
    (Notification::permission() == NotificationPermission::Denied).then_some("denied")
}

/// Switches them on or off, for whoever presses: browsers ask only because of a press.
pub(in crate::desk::alerts) fn set(alerts: Alerts, is_on: bool) {
    let asked = match is_on && obstacle().is_none() {
        true => Notification::request_permission().ok(),
        false => None,
    };
    spawn(async move {
        let is_granted = match asked {
            Some(asked) => {
                // What was answered is asked below.
                let _ = JsFuture::from(asked).await;
                Notification::permission() == NotificationPermission::Granted
            }
            None => false,
        };
        if is_granted {
            register();
        }
        // Also where nothing changes: the panel says then what stands in the way.
        alerts.set(|preferences| preferences.notifications = is_granted);
    });
}

fn is_on(alerts: Alerts) -> bool {
    alerts
        .preferences
        .with_untracked(|preferences| preferences.notifications)
        && obstacle().is_none()
        && Notification::permission() == NotificationPermission::Granted
}

/// Makes sure that there is a service worker.
fn register() {
    if obstacle().is_none() {
        let registered = window().navigator().service_worker().register("/sw.js");
        spawn(async move {
            // Unheard, it would be told in the console. Without one nothing is shown.
            let _ = JsFuture::from(registered).await;
        });
    }
}

fn tag(id: OrderId) -> String {
    format!("order-{id}")
}

/// Shows an order, if nobody looks at this page, it is this page's turn, and nobody has
/// acted on the order meanwhile. Where nothing is to be heard it makes no sound.
fn show(alerts: Alerts, id: OrderId) {
    if !document().hidden() {
        return;
    }
    let language = alerts.admin.language.get_untracked();
    spawn(async move {
        if let Some(turn) = alerts.turn.get_value()
            && turn.take().await
            && let Some((number, body)) = text(alerts, id)
        {
            let title = tr!(language, "alerts.notify_order", number = number);
            let mut note = vec![
                ("url", format!("/admin#{}", tag(id))),
                ("tag", tag(id)),
                ("title", title.into_owned()),
                ("body", body),
                ("lang", language.tag().to_owned()),
            ];
            if !is_heard(alerts, alerts.admin.now.get_untracked()) {
                note.push(("silent", "yes".to_owned()));
            }
            post(note);
        }
    });
}

/// The number of an order that waits, and what was ordered.
fn text(alerts: Alerts, id: OrderId) -> Option<(u32, String)> {
    let language = alerts.admin.language.get_untracked();
    alerts.admin.state.with_untracked(|state| {
        let order = state.order(id)?;
        let lines = order.lines.iter();
        let lines = lines.map(|line| format!("{} × {}", line.quantity, line.name.get(language)));
        let body = lines.collect::<Vec<_>>().join("\n");
        (order.status == OrderStatus::Placed).then_some((order.number, body))
    })
}

/// Hands the service worker a note (`PushNote` in `domain/src/web_push/message.rs`).
fn post(note: Vec<(&'static str, String)>) {
    let message = Object::new();
    let kind = ("type", "notify".to_owned());
    for (name, value) in note.into_iter().chain([kind]) {
        // An object of one's own takes any property.
        let _ = Reflect::set(&message, &name.into(), &value.into());
    }
    spawn(async move {
        let Ok(ready) = window().navigator().service_worker().ready() else {
            return;
        };
        let registration = JsFuture::from(ready).await.unwrap_or_default();
        let worker = Reflect::get(&registration, &"active".into());
        optional::call(&worker.unwrap_or_default(), "postMessage", &message);
    });
}
