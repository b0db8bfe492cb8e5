//! What the streams are told without anything having happened: that time
//! passes, and who is there.

use super::{clock::Seconds, frame, hub::Hub, messages::Messages, registry::Registry};
use domain::{event::Tick, ports::Calendar, shop::Shop};
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval, sleep};

/// The least time between two words of who is there: when many come at once,
/// one word tells of all.
const PRESENCE_PAUSE: Duration = Duration::from_millis(300);
/// The least time between two savings of message marks.
const MESSAGES_PAUSE: Duration = Duration::from_secs(1);

/// Ticks, tells who is there, and saves message marks, for as long as the
/// server runs.
pub(crate) async fn run(
    shop: Shop,
    hub: Hub,
    registry: Registry,
    messages: Messages,
    seconds: Seconds,
) {
    tokio::join!(
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
        let clock = calendar.clock(calendar.now());
        let tick = Tick {
            head: hub.head(),
            time: clock.time,
            offset: clock.offset,
        };
        hub.tell_all(&frame::word("tick", &tick));
    }
}

async fn tell_presence(hub: &Hub, registry: &Registry) {
    loop {
        registry.changed().await;
        hub.tell_desk(frame::word("presence", &registry.presence()));
        sleep(PRESENCE_PAUSE).await;
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
