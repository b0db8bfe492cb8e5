//! What the form of this page does.

use crate::{
    form::{Answer, PageForm, Sending, Submission},
    settings::draft,
};
use domain::validation::Field;

/// The form of this page.
pub const FORMS: &[PageForm] = &[PageForm {
    path: "/setup/{id}",
    page: "/setup/{id}",
    submit: set_up,
}];

/// Sets the shop up, signs the owner in, and leads to the menu.
fn set_up(sent: Submission) -> Sending {
    Box::pin(async move {
        let (name, password) = (sent.text(Field::Username), sent.text(Field::Password));
        let draft = draft(&sent);
        let owner = sent.shop.set_up(&sent.id, &draft, name, password);
        Answer::signed_in(&sent, owner.await?.name, "/admin/menu").await
    })
}
