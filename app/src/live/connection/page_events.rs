//! What happens to the page, as far as its connection has to know.

use futures::channel::mpsc::UnboundedSender;
use gloo_timers::callback::Timeout;
use leptos::prelude::{document, window_event_listener_untyped};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::PageTransitionEvent;

/// How long after `beforeunload` a page that is still there takes itself for
/// one that stays, in milliseconds: a dialog was cancelled, or the link was a
/// download. The clock stands still while a dialog is open.
const STAYED: u32 = 1_000;

/// Something happened to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::live) enum PageEvent {
    /// It goes away, or may.
    Leave,
    /// It is there, after all or again.
    Return,
    /// The machine woke, the network came back, or somebody looks: try now.
    Wake,
    /// Nobody looks any more.
    Hide,
}

/// Sends what happens for as long as the page lives.
pub(in crate::live) fn listen(sender: UnboundedSender<PageEvent>) {
    let send = move |event| {
        // The receiver lives as long as the connection; after it, nobody needs to know.
        let _ = sender.unbounded_send(event);
    };
    on("beforeunload", {
        let send = send.clone();
        move |_| {
            send(PageEvent::Leave);
            let send = send.clone();
            Timeout::new(STAYED, move || send(PageEvent::Return)).forget();
        }
    });
    // Phones send no `beforeunload`; and a page that is kept for the way back
    // must hold no stream.
    on("pagehide", {
        let send = send.clone();
        move |_| send(PageEvent::Leave)
    });
    on("pageshow", {
        let send = send.clone();
        move |event| {
            let event = event.dyn_into::<PageTransitionEvent>();
            if event.is_ok_and(|event| event.persisted()) {
                send(PageEvent::Return);
            }
        }
    });
    // A page that the browser stops can't read its stream, and would keep the
    // connection from the others.
    on_document("freeze", {
        let send = send.clone();
        move |_| send(PageEvent::Leave)
    });
    on_document("resume", {
        let send = send.clone();
        move |_| send(PageEvent::Return)
    });
    on("online", {
        let send = send.clone();
        move |_| send(PageEvent::Wake)
    });
    on("visibilitychange", move |_| {
        send(match document().hidden() {
            true => PageEvent::Hide,
            false => PageEvent::Wake,
        });
    });
}

/// For events that the window does not get.
fn on_document(event: &str, handle: impl Fn(web_sys::Event) + 'static) {
    let handle = Closure::<dyn Fn(web_sys::Event)>::new(handle).into_js_value();
    // It stays as long as the page.
    let _ = document().add_event_listener_with_callback(event, handle.unchecked_ref());
}

fn on(event: &'static str, handle: impl Fn(web_sys::Event) + 'static) {
    // Without its handle a listener stays as long as the page.
    let _ = window_event_listener_untyped(event, handle);
}
