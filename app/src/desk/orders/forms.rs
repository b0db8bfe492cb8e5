//! What the form of the page does.

use super::message_form::ACTION;
use crate::form::{Answer, Notice, PageForm, Sending, Submission};
use domain::{messages::CircularDraft, policy::Action, validation::Field};

/// The page.
const PAGE: &str = "/admin";

/// The forms of this page.
pub const FORMS: &[PageForm] = &[PageForm::new(ACTION, PAGE, |sent| send_message(sent, PAGE))];

/// Writes to the colleagues that a form of `page` names, or to all.
pub fn send_message(sent: Submission, page: &'static str) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::SendMessages)?;
        let text = |field| sent.text(field).to_owned();
        let draft = CircularDraft {
            to: sent.texts(Field::To),
            title: text(Field::Title),
            text: text(Field::Text),
            expires: text(Field::ExpiresIn),
            order: None,
        };
        let key = Some(text(Field::RequestId)).filter(|key| !key.is_empty());
        sent.shop.push_each(draft, user, key).await?;
        Ok(Answer::done(page, Notice::MessageSent))
    })
}
