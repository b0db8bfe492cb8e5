//! What the form of this page does.

use crate::{
    errors::ActionError,
    form::{Answer, PageForm, Sending, Submission},
    settings::draft,
    visitor::session_cookie,
};
use domain::{shop::SignIn, validation::Field};

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
        let sign_in = SignIn {
            name: owner.await?.name,
            password: password.to_owned(),
            device: sent.device.clone(),
            from: None,
        };
        let signed_in = sent.shop.sign_in(sign_in).await;
        let token = signed_in.map_err(ActionError::from)?.token;
        Ok(Answer::GoTo {
            page: "/admin/menu".to_owned(),
            cookie: Some(session_cookie(&token, sent.visitor.secure)),
        })
    })
}
