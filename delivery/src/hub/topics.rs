//! A channel for each topic that somebody follows, so that a stream wakes for its
//! own topic alone.

use super::Broadcast;
use crate::{TopicId, sync::broadcast};
use std::collections::HashMap;

/// How many broadcasts of one topic wait for a slow stream, which reads the log
/// when it misses more: a topic has but few events.
const CAPACITY: usize = 16;

/// The topics that somebody follows.
#[derive(Default)]
pub(super) struct Topics {
    channels: HashMap<TopicId, broadcast::Sender<Broadcast>>,
    /// With so many channels it is time to drop those that nobody follows any
    /// more. It doubles with what is left, so that following stays cheap.
    sweep_at: usize,
}

impl Topics {
    pub(super) fn follow(&mut self, topic: TopicId) -> broadcast::Receiver<Broadcast> {
        if self.channels.len() >= self.sweep_at {
            self.channels
                .retain(|_, channel| channel.receiver_count() > 0);
            self.sweep_at = 2 * self.channels.len();
        }
        self.channels
            .entry(topic)
            .or_insert_with(|| broadcast::Sender::new(CAPACITY))
            .subscribe()
    }

    /// Sends to those who follow one topic; makes the broadcast only where there
    /// is somebody.
    pub(super) fn send(&self, topic: TopicId, make: impl FnOnce() -> Option<Broadcast>) {
        if let Some(channel) = self.channels.get(&topic)
            && let Some(broadcast) = make()
        {
            // No receiver is no failure: nobody is there to hear.
            let _ = channel.send(broadcast);
        }
    }

    /// Sends to those who follow any topic.
    pub(super) fn send_all(&self, broadcast: &Broadcast) {
        for channel in self.channels.values() {
            let _ = channel.send(broadcast.clone());
        }
    }

    /// How many channels there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.channels.len()
    }
}
