//! What the form of the page does.

use super::message_form::ACTION;
use crate::{
    desk::message_draft,
    form::{Answer, Notice, PageForm, Sending, Submission},
};
use domain::policy::Action;

/// The page.
const PAGE: &str = "/admin";

/// The forms of this page.
pub const FORMS: &[PageForm] = &[PageForm::new(ACTION, PAGE, |sent| send_message(sent, PAGE))];

/// Writes to the colleagues that a form of `page` names, or to all.
pub fn send_message(sent: Submission, page: &'static str) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::SendMessages)?;
        let draft = message_draft(&sent);
        let pushed = sent.shop.push_each(draft, user, sent.request_key());
        pushed.await?;
        Ok(Answer::done(page, Notice::MessageSent))
    })
}
