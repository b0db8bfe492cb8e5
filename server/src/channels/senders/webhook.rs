//! Somebody's own program: JSON with a signature. `docs/channels.md` says what is in it.

use crate::channels::{
    request::{Outgoing, Task, Unusable, url_of},
    sign,
};
use domain::{
    Timestamp,
    channels::{AlertSubject, Cause},
    handover::Handover,
    money::{Currency, Money},
    orders::{Moment, Order, OrderId, OrderLine},
};
use serde::Serialize;

#[derive(Serialize)]
struct Alert<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<String>,
    title: &'a str,
    text: &'a str,
    link: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<WaitingOrder<'a>>,
}

/// An order, without who ordered, and where they live: that is for those who sign in.
#[derive(Serialize)]
struct WaitingOrder<'a> {
    id: OrderId,
    number: u32,
    day: &'a str,
    placed_at: Timestamp,
    currency: Currency,
    total: Money,
    note: &'a str,
    #[serde(skip_serializing_if = "Handover::is_pick_up")]
    handover: Handover,
    #[serde(skip_serializing_if = "Option::is_none")]
    wanted: Option<&'a Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hurried: Option<&'a Moment>,
    lines: &'a [OrderLine],
}

impl<'a> From<&'a Order> for WaitingOrder<'a> {
    fn from(order: &'a Order) -> Self {
        Self {
            id: order.id,
            number: order.number,
            day: &order.day,
            placed_at: order.placed_at,
            currency: order.currency,
            total: order.total,
            note: &order.note,
            handover: order.handover.clone().without_address(),
            wanted: order.wanted.as_ref(),
            hurried: order.hurried.as_ref(),
            lines: &order.lines,
        }
    }
}

/// An alert.
pub(super) fn request(task: Task<'_>) -> Result<Outgoing, Unusable> {
    let message = task.message;
    let (kind, stage, order) = match &message.subject {
        AlertSubject::Test => ("test", None, None),
        AlertSubject::Order { cause, order } => {
            let order = Some(WaitingOrder::from(&**order));
            match cause {
                Cause::Waiting(stage) => ("order_waiting", Some(stage.to_string()), order),
                Cause::Hurried(_) => ("order_hurried", None, order),
            }
        }
    };
    let alert = Alert {
        id: &message.id,
        kind,
        stage,
        title: &message.title,
        text: &message.text,
        link: task.link,
        order,
    };
    let mut outgoing = Outgoing::json(url_of(task.to)?, &alert)?;
    let timestamp = (task.now.millis() / 1000).to_string();
    let mut signed = format!("{timestamp}.").into_bytes();
    signed.extend_from_slice(&outgoing.body);
    let signature = sign::in_hex(task.to.secret.as_bytes(), &signed);
    outgoing.headers = vec![
        ("orderbell-id", message.id.clone()),
        ("orderbell-timestamp", timestamp),
        ("orderbell-signature", format!("v1={signature}")),
    ];
    Ok(outgoing)
}
