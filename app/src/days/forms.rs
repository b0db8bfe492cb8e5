//! What the form of a day does.

use crate::form::{Answer, Notice, PageForm, Sending, Submission};
use domain::{policy::Action, sums::Close};

/// The forms of these pages.
pub const FORMS: &[PageForm] = &[PageForm::new(
    "/admin/days/{id}/close",
    "/admin/days/{id}",
    close,
)];

fn close(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::CloseDay)?;
        let day = sent.id()?;
        let stamp = sent.version()?;
        sent.shop.close_day(Close { day, stamp }, user).await?;
        let page = format!("/admin/days/{day}");
        Ok(Answer::done(&page, Notice::DayClosed))
    })
}
