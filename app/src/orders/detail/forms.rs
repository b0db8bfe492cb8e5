//! What the forms of the page do.

use crate::{
    desk::message_draft,
    errors::ActionError,
    form::{Answer, Notice, PageForm, Sending, Submission},
};
use domain::{
    messages::{CircularDraft, Expiry},
    money::Money,
    orders::{Move, OrderChange, OrderId, OrderStatus, Refund, StatusReason, Step},
    policy::Action,
    validation::{Field, Reason, ValidationErrors},
};

/// The page of one order.
const PAGE: &str = "/admin/orders/{id}";

/// The hidden field of the status that an order shall have.
pub(super) const TO: &str = "to";

/// The forms of this page.
pub const FORMS: &[PageForm] = &[
    PageForm::new("/admin/orders/{id}/move", PAGE, |sent| {
        change(sent, Action::ChangeOrders, moved)
    }),
    PageForm::new("/admin/orders/{id}/call-off", PAGE, |sent| {
        change(sent, Action::ChangeOrders, moved)
    }),
    PageForm::new("/admin/orders/{id}/undo", PAGE, |sent| {
        change(sent, Action::ChangeOrders, |_| Ok(Step::Undo))
    }),
    PageForm::new("/admin/orders/{id}/payment", PAGE, |sent| {
        change(sent, Action::ChangeOrders, paid)
    }),
    PageForm::new("/admin/orders/{id}/refund", PAGE, |sent| {
        change(sent, Action::Refund, refunded)
    }),
    PageForm::new("/admin/orders/{id}/message", PAGE, write),
    PageForm::new("/admin/orders/{id}/note", PAGE, write_to_customer),
];

/// Does to the order that the path names what `step` reads from the form.
fn change(
    sent: Submission,
    action: Action,
    step: fn(&Submission) -> Result<Step, ActionError>,
) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(action)?;
        let order = OrderId(sent.id()?);
        let step = step(&sent)?;
        let is_acceptance = matches!(&step, Step::Move(to) if to.to == OrderStatus::Accepted);
        let change = OrderChange {
            order,
            version: sent.version()?,
            step,
        };
        sent.shop.change(change, user).await?;
        let page = format!("/admin/orders/{order}");
        Ok(match is_acceptance {
            true => Answer::done_to(&page, Notice::Accepted, order),
            false => Answer::done(&page, Notice::Saved),
        })
    })
}

/// Sends a message about the order that the path names. It waits for who is away as long as
/// messages are kept: so does the order.
fn write(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::SendMessages)?;
        let order = OrderId(sent.id()?);
        let draft = CircularDraft {
            expires: Expiry::Never.as_str().to_owned(),
            ..message_draft(&sent)
        };
        let pushed = sent.shop.push_about(order, draft, user, sent.request_key());
        pushed.await?;
        Ok(Answer::done(
            &format!("/admin/orders/{order}"),
            Notice::MessageSent,
        ))
    })
}

/// Writes to the customer of the order that the path names.
fn write_to_customer(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ChangeOrders)?;
        let order = OrderId(sent.id()?);
        let (text, key) = (sent.text(Field::Text), sent.request_key());
        let written = sent
            .shop
            .write_to_customer(order, text, key.as_deref(), user);
        written.await?;
        Ok(Answer::done(
            &format!("/admin/orders/{order}"),
            Notice::MessageSent,
        ))
    })
}

fn moved(sent: &Submission) -> Result<Step, ActionError> {
    let to = sent.parsed(TO)?;
    let minutes = match sent.text(Field::Minutes).trim() {
        "" => None,
        minutes => Some(minutes.parse().map_err(|_| fault(Field::Minutes))?),
    };
    let reason = match sent.text(Field::ReasonKind) {
        "" => None,
        kind => Some(StatusReason {
            kind: kind.parse().map_err(|_| fault(Field::ReasonKind))?,
            text: sent.text(Field::ReasonText).to_owned(),
        }),
    };
    Ok(Step::Move(Move {
        to,
        minutes,
        reason,
    }))
}

fn paid(sent: &Submission) -> Result<Step, ActionError> {
    match sent.text(Field::Payment) {
        "" => Ok(Step::Pay(None)),
        payment => {
            let payment = payment.parse().map_err(|_| fault(Field::Payment))?;
            Ok(Step::Pay(Some(payment)))
        }
    }
}

fn refunded(sent: &Submission) -> Result<Step, ActionError> {
    let mut faults = ValidationErrors::default();
    let amount = Money::parse(sent.text(Field::RefundAmount), sent.currency);
    let amount = amount.map_err(|_| Reason::NotAPrice);
    let amount = faults.check(Field::RefundAmount, amount);
    // What is left to give back is known where the order is.
    let refund = Refund::new(amount.unwrap_or_default(), sent.text(Field::RefundReason));
    match faults.check(Field::RefundReason, refund) {
        Some(refund) if faults.is_empty() => Ok(Step::Refund(refund)),
        _ => Err(faults.into()),
    }
}

/// What was chosen is none of what can be.
fn fault(field: Field) -> ActionError {
    ValidationErrors::only(field, Reason::NotAChoice).into()
}
