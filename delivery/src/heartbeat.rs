//! What streams are told without anything having happened: that time passes, and
//! who is there. Spawn both functions, one time each, for as long as the server
//! runs.

use crate::{Clock, Control, hub::Hub, presence::StreamRegistry};
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval, sleep};

/// The least time between two words of who is there: when many come at once,
/// one word tells of all.
const PRESENCE_PAUSE: Duration = Duration::from_millis(300);
/// So much longer for each stream that would have to be told.
const PRESENCE_PAUSE_PER_STREAM: Duration = Duration::from_millis(1);

/// Sends a `tick` to all streams, `every` so often; never returns.
///
/// # Panics
/// `every` is zero.
pub async fn tick(hub: &Hub, clock: &dyn Clock, every: Duration) {
    let mut beats = interval(every);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        beats.tick().await;
        hub.tell_all(&Control::tick(clock.local_now(), hub.head()));
    }
}

/// Sends a `presence` to all streams of the whole log when somebody came or went,
/// the less often the more there are; never returns.
pub async fn tell_presence(hub: &Hub, registry: &StreamRegistry) {
    loop {
        registry.changed().await;
        let presence = registry.presence(None);
        let streams = presence.streams;
        hub.tell_whole_log(&Control::Presence(presence));
        sleep(PRESENCE_PAUSE + PRESENCE_PAUSE_PER_STREAM * streams).await;
    }
}
