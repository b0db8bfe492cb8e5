//! What the forms of the page do on which the board is switched on and off.

use crate::form::{Answer, Notice, PageForm, Sending, Submission};

/// The page.
pub(super) const PAGE: &str = "/admin/board";
/// Where the form is sent that makes a new link.
pub(super) const NEW: &str = "/admin/board/new";
/// Where the form is sent that switches the board off.
pub(super) const OFF: &str = "/admin/board/off";

/// The forms of this page.
pub const FORMS: &[PageForm] = &[
    PageForm::new("/admin/board/new", PAGE, renew),
    PageForm::new("/admin/board/off", PAGE, close),
];

fn renew(sent: Submission) -> Sending {
    Box::pin(async move {
        sent.shop.renew_board(sent.admin()?).await?;
        Ok(Answer::done(PAGE, Notice::BoardLinked))
    })
}

fn close(sent: Submission) -> Sending {
    Box::pin(async move {
        sent.shop.close_board(sent.admin()?).await?;
        Ok(Answer::done(PAGE, Notice::BoardClosed))
    })
}
