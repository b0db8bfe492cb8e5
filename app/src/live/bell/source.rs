//! One `EventSource`. Dropping it closes it.

use futures::{StreamExt, channel::mpsc, future::pending};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventSource, MessageEvent};

/// What rings: what the stream tells, or that it can't tell all.
const RINGS: [&str; 4] = ["menu", "settings", "bell", "reset"];
/// What only shows that the stream lives.
const ALIVE: &str = "hello";

/// What a stream says.
pub(super) enum Sign {
    /// It is open.
    Alive,
    /// Something happened: the name of the last event that the browser knows.
    Rang(String),
    /// There is no stream, and the browser will not try again by itself. After any other
    /// failure it comes back when the server asked it to.
    Refused,
}

pub(super) struct Source {
    source: EventSource,
    signs: mpsc::UnboundedReceiver<Sign>,
    _on_event: Closure<dyn Fn(Event)>,
}

impl Source {
    /// Opens a stream; `None` if the browser does not.
    pub(super) fn open(url: &str) -> Option<Self> {
        let source = EventSource::new(url).ok()?;
        let (sender, signs) = mpsc::unbounded();
        let own = source.clone();
        let on_event = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let sign = match &*event.type_() {
                ALIVE => Sign::Alive,
                "error" if own.ready_state() == EventSource::CLOSED => Sign::Refused,
                "error" => return,
                _ => Sign::Rang(event.unchecked_into::<MessageEvent>().last_event_id()),
            };
            // Who does not listen any more has closed the stream.
            let _ = sender.unbounded_send(sign);
        });
        for name in RINGS.into_iter().chain([ALIVE, "error"]) {
            let listener = on_event.as_ref().unchecked_ref();
            source
                .add_event_listener_with_callback(name, listener)
                .ok()?;
        }
        Some(Self {
            source,
            signs,
            _on_event: on_event,
        })
    }

    /// What it says next.
    pub(super) async fn next(&mut self) -> Sign {
        match self.signs.next().await {
            Some(sign) => sign,
            None => pending().await,
        }
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        self.source.close();
    }
}
