//! A `BroadcastChannel`: what one page says, all others of the origin hear that
//! have it open. It is there without TLS too, where Web Locks are not.

use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

/// An open channel. Dropping it closes it.
pub(super) struct Channel {
    channel: BroadcastChannel,
    _hear: Closure<dyn FnMut(MessageEvent)>,
}

impl Channel {
    /// Opens a channel; `None` in a browser that has none. `hear` takes what others
    /// say, and may answer to all.
    pub(super) fn open<W: Serialize + DeserializeOwned>(
        name: &str,
        mut hear: impl FnMut(W) -> Option<W> + 'static,
    ) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let answering = channel.clone();
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let text = event.data().as_string();
            // A page of another version may say what this one does not know.
            let word = text.and_then(|text| serde_json::from_str(&text).ok());
            if let Some(answer) = word.and_then(&mut hear) {
                say(&answering, &answer);
            }
        });
        channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        Some(Self {
            channel,
            _hear: hear,
        })
    }

    /// Says something to all others.
    pub(super) fn say(&self, word: &impl Serialize) {
        say(&self.channel, word);
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}

fn say(channel: &BroadcastChannel, word: &impl Serialize) {
    if let Ok(text) = serde_json::to_string(word) {
        // A channel that is closed has nobody to hear.
        let _ = channel.post_message(&text.into());
    }
}
