//! A `BroadcastChannel`: what one page says, all others of the origin get that have
//! it open. It is there without TLS too, where Web Locks are not.

use crate::json;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

/// An open channel. Dropping it closes it.
pub(super) struct Channel {
    channel: BroadcastChannel,
    on_message: Option<Closure<dyn FnMut(MessageEvent)>>,
}

impl Channel {
    /// Opens a channel; `None` in a browser that has none.
    pub(super) fn open(name: &str) -> Option<Self> {
        Some(Self {
            channel: BroadcastChannel::new(name).ok()?,
            on_message: None,
        })
    }

    /// Calls `receive` with what others say from now on. It may say something itself.
    pub(super) fn listen<Word: DeserializeOwned>(
        &mut self,
        mut receive: impl FnMut(Word, &Speaker) + 'static,
    ) {
        let speaker = self.speaker();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let text = event.data().as_string();
            // A page of another version may say what this one does not know.
            let word = text.and_then(|text| json::read(&text).ok());
            if let Some(word) = word {
                receive(word, &speaker);
            }
        });
        let handler = on_message.as_ref().unchecked_ref();
        self.channel.set_onmessage(Some(handler));
        self.on_message = Some(on_message);
    }

    /// What says something to all others.
    pub(super) fn speaker(&self) -> Speaker {
        Speaker(self.channel.clone())
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}

/// Says something on a channel for as long as that is open.
pub(super) struct Speaker(BroadcastChannel);

impl Speaker {
    pub(super) fn say(&self, word: &impl Serialize) {
        if let Some(text) = json::written(word) {
            // Nobody listens to a channel that is closed.
            let _ = self.0.post_message(&text.into());
        }
    }
}
