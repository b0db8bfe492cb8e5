//! What the forms of the page do.

use super::address::{self, PAGE};
use crate::{
    errors::ActionError,
    form::{Answer, PageForm, Sending, Submission},
};
use domain::{Seq, notices::ReadNotices};

/// The name of the field that says up to where all are read.
pub(super) const UP_TO: &str = "up_to";

/// The forms of this page.
pub const FORMS: &[PageForm] = &[
    PageForm::new("/admin/notices/read", PAGE, read_all),
    PageForm::new("/admin/notices/{id}/read", PAGE, read_one),
];

fn read_all(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.admin()?;
        let until = sent.hidden(UP_TO).parse();
        let until = until.map_err(|_| ActionError::NotFound)?;
        let read = ReadNotices::UpTo(Seq(until));
        sent.shop.read_notices(read, user).await?;
        Ok(back(&sent))
    })
}

fn read_one(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.admin()?;
        let read = ReadNotices::One(Seq(sent.id()?));
        sent.shop.read_notices(read, user).await?;
        Ok(back(&sent))
    })
}

/// Leads on to the same notices.
fn back(sent: &Submission) -> Answer {
    let filter = address::read(|name| sent.hidden(name).to_owned());
    Answer::go_to(&address::write(filter))
}
