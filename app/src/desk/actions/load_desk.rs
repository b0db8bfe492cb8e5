//! What each page of the back office begins with, and reads anew.

use crate::{desk::urgency::UrgencyRules, errors::Refusal, json::JsonText};
use delivery::{Cursor, LocalTime};
use domain::{language::Language, menu::ItemId, orders::Order};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the back office shows at one moment, and to whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskSnapshot {
    /// The administrator's language.
    pub language: Language,
    /// The administrator's name.
    pub user: String,
    /// The names of all administrators, to write to.
    pub colleagues: Vec<String>,
    /// The orders, newest first.
    pub orders: Vec<WaitingOrder>,
    /// When orders are late, and overdue.
    pub urgency: UrgencyRules,
    /// The dishes of which somebody said that they are sold out today.
    pub sold_out: Vec<ItemId>,
    /// The newest event of that moment: what the stream tells after it is new.
    pub cursor: Cursor,
    /// The clock at that moment.
    pub clock: LocalTime,
    /// The shop's day of that moment.
    pub day: String,
}

/// An order and the event that announced it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingOrder {
    /// The event.
    pub event: Cursor,
    /// The order.
    pub order: Order,
}

/// Reads everything anew.
///
/// # Errors
/// Nobody is signed in, or the store did not answer.
#[server(prefix = "/admin/actions", endpoint = "load-desk", input = JsonText, output = JsonText)]
pub async fn load_desk() -> Result<DeskSnapshot, Refusal> {
    crate::request::answer(snapshot().await)
}

/// What each page of the back office begins with.
///
/// # Errors
/// Nobody is signed in, or the store did not answer.
#[cfg(feature = "ssr")]
pub async fn snapshot() -> Result<DeskSnapshot, crate::errors::ActionError> {
    use crate::visitor::Visitor;
    let (user, shop) = crate::request::admin()?;
    if let Some(session) = Visitor::current().session {
        // When a session was last used is nice to know, and no reason to show no orders.
        let _ = shop.note_use(&session).await;
    }
    let desk = shop.store.snapshot().await?;
    // Read after the cursor: what was changed in between is told again.
    let sold_out = shop.store.sold_out_today().await?;
    let colleagues = shop.store.names().await?;
    let now = shop.clock.now();
    let orders = desk.orders.into_iter();
    Ok(DeskSnapshot {
        language: crate::request::language(),
        user: user.name,
        colleagues,
        orders: orders
            .map(|(event, order)| WaitingOrder { event, order })
            .collect(),
        urgency: (&shop.settings().alerts).into(),
        sold_out,
        cursor: desk.cursor,
        clock: shop.clock.local_now(),
        day: shop.clock.day(now),
    })
}
