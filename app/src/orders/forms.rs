//! What the forms of the page do.

use super::{address::PAGE, bulk_answer::AfterBulk, print_page};
use crate::{
    errors::ActionError,
    form::{
        Answer, Notice, PageForm, Sending, Submission,
        fields::{self, Fields},
    },
};
use domain::{
    orders::{
        OrderStatus,
        search::{OrderQuery, OrderViewId, Tick},
    },
    policy::Action,
    validation::Field,
};
use leptos::prelude::provide_context;
use std::sync::Arc;

/// Where it is sent which orders were ticked.
pub(super) const BULK: &str = "/admin/orders/bulk";
/// Where it is sent under which name a filter is kept.
pub(super) const VIEWS: &str = "/admin/orders/views";

/// The name of the button that says what is done to the orders that were ticked.
pub(super) const DO: &str = "do";
/// It accepts them.
pub(super) const ACCEPT: &str = "accept";
/// It finishes them.
pub(super) const FINISH: &str = "finish";
/// It leads on to their tickets.
pub(super) const PRINT: &str = "print";

/// The forms of this page.
pub const FORMS: &[PageForm] = &[
    PageForm::new("/admin/orders/bulk", PAGE, bulk),
    PageForm::new("/admin/orders/views", PAGE, keep_view),
    PageForm::new("/admin/orders/views/{id}/delete", PAGE, delete_view),
];

fn bulk(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ReadOrders)?;
        let ticks = Tick::parse_all(&sent.texts(Field::Ticks))?;
        let to = match sent.hidden(DO) {
            ACCEPT => OrderStatus::Accepted,
            FINISH => OrderStatus::Finished,
            PRINT => {
                let orders = ticks.iter().map(|tick| tick.order);
                return Ok(Answer::go_to(&print_page::address(orders, None)));
            }
            _ => return Err(ActionError::NotFound),
        };
        let answer = sent.shop.change_each(&ticks, to, user).await?;
        let fields = sent.fields.clone();
        let after = AfterBulk { fields, answer, to };
        Ok(Answer::Draw(Arc::new(move || {
            provide_context(after.clone());
        })))
    })
}

fn keep_view(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ReadOrders)?;
        let query = OrderQuery::parse(&sent.fields)?;
        let name = sent.text(Field::ViewName);
        sent.shop.keep_order_view(name, &query, user).await?;
        Ok(back(query.view_fields()))
    })
}

fn delete_view(sent: Submission) -> Sending {
    Box::pin(async move {
        let view = OrderViewId(sent.id()?);
        sent.shop.delete_order_view(view, sent.admin()?).await?;
        // What was asked for beside it may be faulty: that is no reason to keep the view.
        let query = OrderQuery::parse(&sent.fields).unwrap_or_default();
        Ok(back(query.view_fields()))
    })
}

/// Leads on to the same orders, and says that something was kept.
fn back(mut fields: Fields) -> Answer {
    fields.push(("done".to_owned(), Notice::Saved.code().to_owned()));
    Answer::go_to(&fields::to_address(PAGE, &fields))
}
