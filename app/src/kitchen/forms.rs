//! What the forms of the page do.

use super::address::{KitchenView, PAGE};
use crate::{
    errors::ActionError,
    form::{Answer, PageForm, Sending, Submission},
};
use domain::{
    kitchen::LineTick,
    orders::{OrderChange, OrderId, OrderStatus},
    policy::Action,
};

/// The field of the order.
pub(super) const ORDER: &str = "order";
/// The field of the line's place in it.
pub(super) const LINE: &str = "line";
/// The field that says whether the line is made: `1`, or `0`.
pub(super) const DONE: &str = "done";
/// The field of the status that the order shall have.
pub(super) const TO: &str = "to";
/// Where a line is ticked.
pub(super) const LINES: &str = "/admin/kitchen/lines";
/// Where an order is moved on.
pub(super) const ORDERS: &str = "/admin/kitchen/orders";

/// The forms of this page.
pub const FORMS: &[PageForm] = &[
    PageForm::new("/admin/kitchen/lines", PAGE, tick),
    PageForm::new("/admin/kitchen/orders", PAGE, change),
];

fn tick(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ChangeOrders)?;
        let tick = LineTick {
            order: OrderId(sent.parsed(ORDER)?),
            line: sent.parsed(LINE)?,
            done: sent.parsed::<u8>(DONE)? != 0,
        };
        sent.shop.tick_line(tick, user).await?;
        let line = line_id(tick.order, tick.line);
        Ok(Answer::go_to(&format!("{}#{line}", view(&sent).path())))
    })
}

fn change(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ChangeOrders)?;
        let order = OrderId(sent.parsed(ORDER)?);
        let (to, version) = (sent.parsed(TO)?, sent.version()?);
        let change = OrderChange::status(order, to, version);
        // All else is done where the order is.
        if !matches!(to, OrderStatus::Preparing | OrderStatus::Ready) {
            return Err(ActionError::NotFound);
        }
        sent.shop.change(change, user).await?;
        Ok(Answer::go_to(&view(&sent).path()))
    })
}

/// What of the kitchen was shown.
fn view(sent: &Submission) -> KitchenView {
    KitchenView::read(|name| sent.hidden(name).to_owned())
}

/// A line's place in the page, and its name there.
pub(super) fn line_id(order: OrderId, line: u32) -> String {
    format!("line-{order}-{line}")
}
