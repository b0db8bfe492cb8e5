//! Reads the log, says what is due, and sends it: one task.
//!
//! It reads with a cursor of its own, which is kept in the transaction in which the orders
//! are noted that it has read of. So it misses none, however the server ends, and each
//! stage of an order is queued once for each channel and each device. It wakes when
//! something becomes of an order, and when something is due.

use super::{
    read_log::read_log,
    sending::{send, send_to_device},
};
use delivery::{Broadcast, Hub, Log};
use domain::{
    Timestamp, Unavailable,
    channels::{Due, Stage, Watch},
    events::{ORDERS, SHOP_FRONT},
    settings::{AlertRules, WhenOverdue},
    shop::Shop,
};
use std::{sync::Arc, time::Duration};
use tokio::{
    sync::broadcast::{Receiver, error::RecvError},
    task::JoinSet,
    time::sleep,
};

/// The most alerts that are sent at the same time.
const SENDING: usize = 16;
/// After so many seconds an alert of which nothing was heard is sent again: longer than
/// any receiver may take.
const LOST_AFTER: u32 = 30;
/// The least time between two looks, so that many orders are one.
const REST: Duration = Duration::from_millis(100);
/// How long a store that fails is left alone.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(5);

/// The task's work.
struct Worker<'a> {
    shop: &'a Shop,
    log: &'a dyn Log,
    /// By which rules what is due was last said.
    rules: Option<AlertRules>,
    sending: JoinSet<()>,
}

/// Sees to it that alerts go, for as long as the server runs.
pub(crate) async fn run(shop: &Shop, log: Arc<dyn Log>, hub: &Hub) {
    // What else happens has nothing to do with alerts.
    let (mut orders, mut settings) = (hub.follow(ORDERS), hub.follow(SHOP_FRONT));
    let mut worker = Worker {
        shop,
        log: &*log,
        rules: None,
        sending: JoinSet::new(),
    };
    loop {
        let pause = match worker.look().await {
            Ok(next) => next,
            Err(Unavailable) => {
                tracing::warn!("alerts were not looked at; it is tried again");
                Some(PAUSE_AFTER_FAILURE)
            }
        };
        sleep(REST).await;
        tokio::select! {
            () = rung(&mut orders) => {}
            () = rung(&mut settings) => {}
            () = wait(pause) => {}
            Some(_) = worker.sending.join_next(), if !worker.sending.is_empty() => {}
        }
    }
}

/// Waits until something of that topic was written into the log.
async fn rung(bell: &mut Receiver<Broadcast>) {
    loop {
        match bell.recv().await {
            Ok(Broadcast::Control(_)) => {}
            Ok(Broadcast::Event(_) | Broadcast::Missed) | Err(RecvError::Lagged(_)) => return,
            // The hub is gone, and so is the server.
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}

async fn wait(pause: Option<Duration>) {
    match pause {
        Some(pause) => sleep(pause).await,
        None => std::future::pending().await,
    }
}

impl Worker<'_> {
    /// Does what there is to do; says in how long there is more, of which no event tells.
    async fn look(&mut self) -> Result<Option<Duration>, Unavailable> {
        read_log(self.shop, self.log).await?;
        self.queue().await?;
        self.send().await?;
        let store = &self.shop.store;
        let watch = store.next_watch().await?;
        // Where all places are taken, the end of one says when to go on.
        let alert = match self.sending.len() < SENDING {
            true => self.next_alert().await?,
            false => None,
        };
        let now = self.shop.clock.now();
        let until = |at: Timestamp| u64::try_from(at.millis() - now.millis()).unwrap_or(0);
        let next = watch.into_iter().chain(alert).min();
        Ok(next.map(|at| Duration::from_millis(until(at))))
    }

    /// When something is to be sent next, by a channel or to a device.
    async fn next_alert(&self) -> Result<Option<Timestamp>, Unavailable> {
        let store = &self.shop.store;
        let by_channel = store.next_alert().await?;
        let to_device = store.next_device_alert().await?;
        Ok(by_channel.into_iter().chain(to_device).min())
    }

    /// Queues what is due.
    async fn queue(&mut self) -> Result<(), Unavailable> {
        let rules = &self.shop.settings().alerts;
        let now = self.shop.clock.now();
        // By other rules something else is due.
        let until = (self.rules.as_ref() == Some(rules)).then_some(now);
        let watches = self.shop.store.watched_orders(until).await?;
        let due = watches.into_iter().map(|watch| {
            let due = watch.due(rules, now);
            (watch, due)
        });
        let due: Vec<(Watch, Due)> = due.collect();
        let is_overdue = |(_, due): &(Watch, Due)| due.stage == Some(Stage::Overdue);
        if rules.when_overdue == WhenOverdue::Pause && due.iter().any(is_overdue) {
            // Before it is noted that the stage has passed: it would not come again.
            self.shop.pause_overdue().await.map_err(|cause| {
                tracing::warn!(%cause, "an order is overdue, and the shop was not paused");
                Unavailable
            })?;
        }
        if !due.is_empty() {
            self.shop.store.queue_alerts(due).await?;
        }
        self.rules = Some(rules.clone());
        Ok(())
    }

    /// Sends what is queued and due, each by itself: none waits for another.
    async fn send(&mut self) -> Result<(), Unavailable> {
        while self.sending.try_join_next().is_some() {}
        let store = &self.shop.store;
        let next = self.next_alert().await?;
        if self.room() == 0 || next.is_none_or(|next| next > self.shop.clock.now()) {
            return Ok(());
        }
        for alert in store.take_alerts(self.room(), LOST_AFTER).await? {
            self.sending.spawn(send(self.shop.clone(), alert));
        }
        if self.room() == 0 {
            return Ok(());
        }
        for alert in store.take_device_alerts(self.room(), LOST_AFTER).await? {
            let sending = send_to_device(self.shop.clone(), alert);
            self.sending.spawn(sending);
        }
        Ok(())
    }

    /// How many more may be sent at the same time.
    fn room(&self) -> u32 {
        let room = SENDING.saturating_sub(self.sending.len());
        u32::try_from(room).unwrap_or_default()
    }
}
