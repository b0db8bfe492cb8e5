//! What the forms of the page do.

use crate::form::{Answer, Notice, PageForm, Sending, Submission};
use domain::{
    messages::{CircularDraft, TemplateDraft},
    policy::Action,
    validation::Field,
};

/// The page.
pub(super) const PAGE: &str = "/admin/messages";

/// The forms of this page.
pub const FORMS: &[PageForm] = &[
    PageForm::new("/admin/messages", PAGE, send),
    PageForm::new("/admin/messages/templates", PAGE, add_template),
    PageForm::new("/admin/messages/templates/{id}", PAGE, edit_template),
    PageForm::new(
        "/admin/messages/templates/{id}/delete",
        PAGE,
        delete_template,
    ),
];

fn send(sent: Submission) -> Sending {
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
        Ok(Answer::done(PAGE, Notice::MessageSent))
    })
}

/// What was typed of a template.
fn template(sent: &Submission) -> TemplateDraft {
    let text = |field| sent.text(field).to_owned();
    TemplateDraft {
        name: text(Field::TemplateName),
        title: text(Field::Title),
        text: text(Field::Text),
    }
}

fn add_template(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::EditTemplates)?;
        let draft = template(&sent);
        sent.shop.write_template(None, &draft, user).await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}

fn edit_template(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::EditTemplates)?;
        let version = sent.version()?;
        let known = Some((sent.id()?, version));
        let draft = template(&sent);
        sent.shop.write_template(known, &draft, user).await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}

fn delete_template(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::EditTemplates)?;
        sent.shop.delete_template(sent.id()?, user).await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}
