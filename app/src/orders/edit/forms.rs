//! What the form of the page does.

use crate::{
    counter::DishForm,
    errors::ActionError,
    form::{Answer, Notice, PageForm, Sending, Submission},
};
use domain::{
    orders::{EditDraft, MAX_LINES, OrderEdit, OrderId},
    policy::Action,
    validation::Field,
};

/// The page.
const PAGE: &str = "/admin/orders/{id}/edit";

/// The form of this page.
pub const FORMS: &[PageForm] = &[PageForm::new("/admin/orders/{id}/edit", PAGE, edit)];

fn edit(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ChangeOrders)?;
        let order = OrderId(sent.id()?);
        let version = sent.version()?;
        let edit = OrderEdit::parse(order, version, &draft(&sent)?)?;
        sent.shop.edit_order(edit, user).await?;
        let page = format!("/admin/orders/{order}");
        Ok(Answer::done(&page, Notice::Saved))
    })
}

/// What was typed.
fn draft(sent: &Submission) -> Result<EditDraft, ActionError> {
    let quantity = |place| {
        let typed = sent.texts(Field::KeptLine(place)).into_iter().next()?;
        let quantity = match typed.trim() {
            "" => 0,
            // No number at all is as far out of range as -1.
            quantity => quantity.parse().unwrap_or(-1),
        };
        Some((place, quantity))
    };
    let form = DishForm::sent(sent)?.draft();
    Ok(EditDraft {
        quantities: (0_u8..).take(MAX_LINES).filter_map(quantity).collect(),
        added: form.lines,
        note: form.note,
    })
}
