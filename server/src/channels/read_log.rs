//! Reads the log for orders that nobody has answered yet, and for customers who ask where theirs
//! stay, from where it was read before.

use delivery::{Log, LogError};
use domain::{
    Unavailable,
    channels::{Hurried, LogPart, Watch, notice_at},
    events::{Event, EventKind},
    orders::{Order, OrderStatus},
    settings::WhenOverdue,
    shop::Shop,
};

/// How many events are read at a time.
const PAGE: u32 = 256;

/// Reads what was written since the last time, and watches the orders that are new.
pub(super) async fn read_log(shop: &Shop, log: &dyn Log) -> Result<(), Unavailable> {
    let store = &shop.store;
    loop {
        let from = store.alerts_read().await?;
        let mut read = LogPart {
            from,
            until: from,
            placed: Vec::new(),
            answered: Vec::new(),
            hurried: Vec::new(),
        };
        let mut is_all = false;
        match log.after(from, PAGE).await {
            Ok(events) => {
                let Some(last) = events.last() else {
                    return Ok(());
                };
                read.until = last.seq;
                is_all = events.len() < PAGE as usize;
                take_in(shop, &events, &mut read).await?;
            }
            Err(LogError::Pruned) => {
                let extent = log.extent().await.map_err(|_| Unavailable)?;
                read.until = extent.pruned;
            }
            Err(LogError::Unavailable) => return Err(Unavailable),
        }
        store.watch_orders(read).await?;
        // What came meanwhile has rung.
        if is_all {
            return Ok(());
        }
    }
}

/// What events tell of orders.
async fn take_in(
    shop: &Shop,
    events: &[delivery::Event],
    read: &mut LogPart,
) -> Result<(), Unavailable> {
    let rules = &shop.settings().alerts;
    let looks = shop.somebody_looks();
    // Where nobody would be told, and nothing be done, no order is watched.
    let decoded: Vec<_> = events.iter().filter_map(decoded).collect();
    let is_needed = decoded.iter().any(|event| unanswered(event).is_some())
        && (rules.when_overdue == WhenOverdue::Pause || anybody_to_tell(shop).await?);
    for event in decoded {
        if let Some(order) = unanswered(&event) {
            read.answered.retain(|answered| *answered != order.id);
            if is_needed {
                read.placed.push(Watch {
                    order: order.id,
                    placed_at: order.placed_at,
                    notice_at: notice_at(order.placed_at, rules, looks),
                    passed: None,
                });
            }
            continue;
        }
        match event {
            Event::Change(change) | Event::Finish(change) if change.is_move() => {
                let moved = change.order.id;
                read.hurried.retain(|hurried| hurried.order != moved);
                read.answered.push(moved);
            }
            Event::Hurry(asked) => read.hurried.push(Hurried {
                order: asked.order.id,
                at: asked.at,
                notice_at: notice_at(asked.at, rules, looks),
            }),
            _ => {}
        }
    }
    Ok(())
}

/// The order that nobody has answered now: a new one, or one whose answer was taken back.
fn unanswered(event: &Event) -> Option<&Order> {
    match event {
        Event::Order(order) => Some(order),
        Event::Change(change) if change.is_move() && change.to == OrderStatus::Placed => {
            Some(&change.order)
        }
        _ => None,
    }
}

/// Whether there is a channel or a device to send to.
async fn anybody_to_tell(shop: &Shop) -> Result<bool, Unavailable> {
    let store = &shop.store;
    let channels = store.channels().await?;
    let any_channel = channels.iter().any(|channel| channel.is_enabled);
    Ok(any_channel || store.devices_told().await?.count > 0)
}

/// What an event tells.
fn decoded(event: &delivery::Event) -> Option<Event> {
    let kind: EventKind = event.name.parse().ok()?;
    let decoded = Event::decode(kind, &event.data);
    let unread = |cause| tracing::error!(%cause, "an event of the log can't be read");
    decoded.map_err(unread).ok()
}
