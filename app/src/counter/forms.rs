//! What the form of the page does.

use super::DishForm;
use crate::form::{Answer, Notice, PageForm, Sending, Submission};
use domain::{
    orders::{OrderChange, OrderStatus},
    policy::Action,
};

/// The page, and where its form is sent.
pub(super) const PAGE: &str = "/admin/counter";

/// The box that says that the order is accepted at once.
pub(super) const ACCEPT: &str = "accept";

/// The form of this page.
pub const FORMS: &[PageForm] = &[PageForm::new("/admin/counter", PAGE, take)];

fn take(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::TakeOrders)?;
        let form = DishForm::sent(&sent)?;
        let unnamed = tr!(sent.visitor.language, "counter.unnamed");
        let taken = sent.shop.take_order(&form.draft(), &unnamed, user).await?;
        let order = taken.into_order();
        if !sent.hidden(ACCEPT).is_empty() && order.status == OrderStatus::Placed {
            let accept = OrderChange::status(order.id, OrderStatus::Accepted, order.version);
            // It is placed, that is what counts: how it stands is said by its page.
            let _ = sent.shop.change(accept, user).await;
        }
        let page = format!("/admin/orders/{}", order.id);
        Ok(Answer::done(&page, Notice::OrderTaken))
    })
}
