//! What the customer of an order may do about it. Whoever has the link is the customer.

use super::{look_up::look_up, order_path};
use crate::form::{Answer, PageForm, Sending, Submission};
use domain::{
    orders::{CustomerCancel, Rating},
    validation::Field,
};

/// The page.
const PAGE: &str = "/orders/{id}";

/// The forms of this page.
pub const FORMS: &[PageForm] = &[
    PageForm::new("/orders/{id}/cancel", PAGE, cancel),
    PageForm::new("/orders/{id}/hurry", PAGE, hurry),
    PageForm::new("/orders/{id}/rate", PAGE, rate),
    PageForm::new("/orders", "/orders", look_up),
];

fn cancel(sent: Submission) -> Sending {
    Box::pin(async move {
        let cancel = CustomerCancel {
            token: sent.id.clone(),
            version: sent.version()?,
        };
        sent.shop.cancel_order(cancel).await?;
        Ok(Answer::go_to(&order_path(&sent.id)))
    })
}

fn hurry(sent: Submission) -> Sending {
    Box::pin(async move {
        sent.shop.hurry_order(sent.id.clone()).await?;
        Ok(Answer::go_to(&order_path(&sent.id)))
    })
}

fn rate(sent: Submission) -> Sending {
    Box::pin(async move {
        let rating = Rating::parse(sent.text(Field::Stars), sent.text(Field::Comment))?;
        sent.shop.rate_order(sent.id.clone(), rating).await?;
        Ok(Answer::go_to(&order_path(&sent.id)))
    })
}
