//! What the streams are told without anything having happened: that time
//! passes, and who is there.

use super::{clock::Seconds, frame, hub::Hub, messages::Messages, registry::Registry};
use bytes::Bytes;
use domain::{cursor::Cursor, event::Tick, ports::Calendar, shop::Shop};
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval, sleep};

/// The least time between two words of who is there: when many come at once,
/// one word tells of all.
const PRESENCE_PAUSE: Duration = Duration::from_millis(300);
/// So much longer for each stream that would have to be told.
const PRESENCE_PAUSE_PER_STREAM: Duration = Duration::from_millis(1);
/// The least time between two savings of message marks.
const MESSAGES_PAUSE: Duration = Duration::from_secs(1);

/// Ticks, tells who is there, saves message marks, and ends streams of sessions
/// that have ended, for as long as the server runs.
pub(crate) async fn run(
    shop: Shop,
    hub: Hub,
    registry: Registry,
    messages: Messages,
    seconds: Seconds,
) {
    tokio::join!(
        end_streams(&shop, &registry),
        seconds.run(&*shop.calendar),
        tick(&*shop.calendar, &hub, registry.heartbeat()),
        tell_presence(&hub, &registry),
        save_messages(&shop, &messages),
    );
}

async fn tick(calendar: &dyn Calendar, hub: &Hub, heartbeat: Duration) {
    let mut beats = interval(heartbeat);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        beats.tick().await;
        hub.tell_all(&beat(calendar, hub.head()));
    }
}

/// A tick of now. Whoever gets it has been told everything up to `head`.
pub(super) fn beat(calendar: &dyn Calendar, head: Cursor) -> Bytes {
    let clock = calendar.clock(calendar.now());
    let tick = Tick {
        head,
        time: clock.time,
        offset: clock.offset,
    };
    frame::word("tick", &tick)
}

async fn tell_presence(hub: &Hub, registry: &Registry) {
    loop {
        registry.changed().await;
        let presence = registry.presence(None);
        hub.tell_desk(frame::word("presence", &presence));
        sleep(PRESENCE_PAUSE + PRESENCE_PAUSE_PER_STREAM * presence.streams).await;
    }
}

/// Ends the streams of sessions that have ended: by their age, or by another
/// process, such as `orderbell user disable`. What this process ends, it ends
/// at once.
async fn end_streams(shop: &Shop, registry: &Registry) {
    let mut beats = interval(registry.heartbeat());
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        beats.tick().await;
        let sessions = registry.sessions();
        if sessions.is_empty() {
            continue;
        }
        // A store that does not answer has not said that anybody has to go.
        if let Ok(ended) = shop.store.ended_sessions(&sessions).await {
            for session in ended {
                registry.end_session(&session);
            }
        }
    }
}

async fn save_messages(shop: &Shop, messages: &Messages) {
    loop {
        messages.raised().await;
        while messages.save(&*shop.store).await.is_err() {
            tracing::warn!("which messages were got is not saved; it is tried again");
            sleep(MESSAGES_PAUSE).await;
        }
        sleep(MESSAGES_PAUSE).await;
    }
}
