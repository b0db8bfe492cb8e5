//! The page's life, as far as its stream has to know.

use futures::channel::mpsc::UnboundedSender;
use gloo_timers::callback::Timeout;
use leptos::prelude::{document, window_event_listener_untyped};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::PageTransitionEvent;

/// How long after `beforeunload` a page that is still there takes itself for
/// one that stays, in milliseconds: a dialog was cancelled, or the link was a
/// download. The clock stands still while a dialog is open.
const STAYED: u32 = 1_000;

/// What the page's life, and its sister pages, ask of its stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// The page goes away, or may.
    Leave,
    /// The page is there, after all or again.
    Return,
    /// The machine woke, the network came back, or somebody looks: try now.
    Wake,
    /// The browser's connections are short: listen to that page.
    Listen(u64),
    /// The page that was listened to holds no stream any more.
    TakeOver,
}

/// Sends wishes for as long as the page lives.
pub(super) fn listen(wishes: UnboundedSender<Wish>) {
    let wish = move |wish| {
        // The receiver lives as long as the stream's owner; after it, nobody
        // needs to know.
        let _ = wishes.unbounded_send(wish);
    };
    on("beforeunload", {
        let wish = wish.clone();
        move |_| {
            wish(Wish::Leave);
            let wish = wish.clone();
            Timeout::new(STAYED, move || wish(Wish::Return)).forget();
        }
    });
    // Phones send no `beforeunload`; and a page that is kept for the way back
    // must hold no stream.
    on("pagehide", {
        let wish = wish.clone();
        move |_| wish(Wish::Leave)
    });
    on("pageshow", {
        let wish = wish.clone();
        move |event| {
            let event = event.dyn_into::<PageTransitionEvent>();
            if event.is_ok_and(|event| event.persisted()) {
                wish(Wish::Return);
            }
        }
    });
    // A page that the browser stops hears nothing, and would keep its connection
    // from the others.
    on_document("freeze", {
        let wish = wish.clone();
        move |_| wish(Wish::Leave)
    });
    on_document("resume", {
        let wish = wish.clone();
        move |_| wish(Wish::Return)
    });
    on("online", {
        let wish = wish.clone();
        move |_| wish(Wish::Wake)
    });
    on("visibilitychange", move |_| {
        if !document().hidden() {
            wish(Wish::Wake);
        }
    });
}

/// For what the window does not hear of.
fn on_document(event: &str, handle: impl Fn(web_sys::Event) + 'static) {
    let handle = Closure::<dyn Fn(web_sys::Event)>::new(handle).into_js_value();
    // It stays as long as the page.
    let _ = document().add_event_listener_with_callback(event, handle.unchecked_ref());
}

fn on(event: &'static str, handle: impl Fn(web_sys::Event) + 'static) {
    // Without its handle a listener stays as long as the page.
    let _ = window_event_listener_untyped(event, handle);
}
