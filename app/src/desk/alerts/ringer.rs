//! Rings, until somebody answers.

use super::{
    context::Alerts,
    player::{Sound, play},
    preferences::Preferences,
    speech,
};
use crate::{
    desk::state::ToastKind,
    erased::{effect_after, spawn},
};
use delivery::Cursor;
use domain::{Timestamp, orders::OrderId};
use leptos::prelude::*;
use std::time::Duration;

/// How often it rings while nobody answers.
const REPEAT: Duration = Duration::from_secs(6);

/// So far apart are two rings, however many orders come: longer than the sound.
const APART: Duration = Duration::from_secs(2);

/// When it rang last, and for which orders.
#[derive(Debug, Default, Clone, PartialEq)]
struct LastRing {
    /// By [`since_loaded`].
    at: Option<f64>,
    orders: Vec<OrderId>,
}

/// Rings for what waits and sounds for what happens, for as long as the page lives.
pub(super) fn mount(alerts: Alerts) {
    ring_for_orders(alerts);
    sound_for_popups(alerts);
}

/// Rings at once for an order that did not ring before, unless it has just rung, and then
/// again and again. The clock of the page drives it, and so does each event: timers of pages
/// that nobody sees are slow.
fn ring_for_orders(alerts: Alerts) {
    effect_after(move |last: Option<LastRing>| {
        let last = last.unwrap_or_default();
        let now = alerts.admin.now.get();
        let Some(ring) = alerts.ring.get() else {
            return LastRing::default();
        };
        let is_new = ring.is_new_to(&last.orders);
        let pause = if is_new { APART } else { REPEAT };
        let at = since_loaded();
        let is_again = |last: f64| at - last >= pause.as_secs_f64() * 1000.0;
        if !last.at.is_none_or(is_again) {
            return last;
        }
        if is_heard(alerts, now) {
            let language = alerts.admin.language.get_untracked();
            let spoken = is_new.then(|| tr!(language, "alerts.spoken_order").into_owned());
            sound_in_turn(alerts, Sound::Order(ring.urgency), spoken);
        }
        LastRing {
            at: Some(at),
            orders: ring.orders,
        }
    });
}

/// Milliseconds since the page was loaded: the time that the page shows is the server's, and
/// jumps when the server says it anew.
fn since_loaded() -> f64 {
    let performance = window().performance();
    performance.map_or_else(js_sys::Date::now, |performance| performance.now())
}

/// Sounds once for each popup that is of no new order.
fn sound_for_popups(alerts: Alerts) {
    effect_after(move |before: Option<Option<Cursor>>| {
        let newest = alerts.admin.state.with(|state| {
            let toasts = state.toasts.all().iter();
            let newest = toasts.max_by_key(|toast| toast.event.seq);
            newest.map(|toast| (toast.event, toast.kind.clone()))
        });
        let last = before.flatten();
        let Some((event, kind)) = newest else {
            return last;
        };
        let is_new = last.is_none_or(|last| last.seq < event.seq);
        // What was there before the page was opened has sounded elsewhere, or is over.
        if before.is_some() && is_new {
            let sound_of = match kind {
                ToastKind::Finished(_) => Some(Sound::Finish),
                ToastKind::Cancelled(_) => Some(Sound::Cancel),
                ToastKind::Message(_) => Some(Sound::Message),
                ToastKind::Hurried(_) => Some(Sound::Hurry),
                ToastKind::NewOrder(_) | ToastKind::Reset => None,
            };
            let now = alerts.admin.now.get_untracked();
            if let Some(kind) = sound_of
                && is_heard(alerts, now)
            {
                sound_in_turn(alerts, kind, spoken(alerts, kind));
            }
        }
        Some(event).filter(|_| is_new).or(last)
    });
}

/// Whether anything is heard now on this device.
pub(super) fn is_heard(alerts: Alerts, now: Timestamp) -> bool {
    let offset = alerts.admin.offset.get_untracked();
    let hush = |preferences: &Preferences| preferences.hush(now, offset);
    alerts.preferences.with_untracked(hush).is_none()
}

/// Plays a sound, if it is this page's turn, and says a text after it.
fn sound_in_turn(alerts: Alerts, kind: Sound, spoken: Option<String>) {
    let is_ring = matches!(kind, Sound::Order(_));
    if is_ring && alerts.is_ring_awaited.get_value() {
        return;
    }
    alerts
        .is_ring_awaited
        .update_value(|awaited| *awaited |= is_ring);
    spawn(async move {
        let Some(turn) = alerts.turn.get_value() else {
            return;
        };
        let is_ours = turn.take().await;
        alerts
            .is_ring_awaited
            .update_value(|awaited| *awaited &= !is_ring);
        if is_ours && is_of_use(alerts, kind) && !sound(alerts, kind, spoken).await {
            // Another page may be let.
            turn.give_up();
        }
    });
}

/// Whether there is still something to sound for: somebody may have answered meanwhile.
fn is_of_use(alerts: Alerts, kind: Sound) -> bool {
    !matches!(kind, Sound::Order(_)) || alerts.ring.with_untracked(Option::is_some)
}

/// Plays a sound for whoever presses a button.
pub(super) fn sample(alerts: Alerts, kind: Sound) {
    spawn(async move {
        sound(alerts, kind, spoken(alerts, kind)).await;
    });
}

/// What is said with a sound, if anything.
fn spoken(alerts: Alerts, kind: Sound) -> Option<String> {
    let language = alerts.admin.language.get_untracked();
    match kind {
        Sound::Order(_) => Some(tr!(language, "alerts.spoken_order").into_owned()),
        Sound::Hurry => Some(tr!(language, "alerts.spoken_hurry").into_owned()),
        Sound::Finish | Sound::Message | Sound::Cancel => None,
    }
}

/// Plays a sound, says a text after it, and notes and tells whether the browser let it.
async fn sound(alerts: Alerts, sound: Sound, spoken: Option<String>) -> bool {
    let (loudness, speaks) = alerts
        .preferences
        .with_untracked(|preferences| (preferences.loudness(sound), preferences.speech));
    let was_let = play(sound, loudness).await;
    alerts.is_blocked.set(!was_let);
    if let Some(text) = spoken.filter(|_| was_let && speaks) {
        speech::say(alerts.admin.language.get_untracked(), &text, loudness);
    }
    was_let
}
