//! What a form of a page is.

use super::{Notice, Submission};
use crate::{errors::ActionError, visitor::session_cookie};
use axum::http::HeaderValue;
use domain::{shop::SignIn, validation::Field};
use std::{fmt::Display, pin::Pin, sync::Arc};

/// What becomes of a form that was sent.
pub type Sending = Pin<Box<dyn Future<Output = Result<Answer, ActionError>> + Send>>;

/// A form of a page.
#[derive(Debug, Clone, Copy)]
pub struct PageForm {
    /// The path to which it is sent; `{id}` stands for a part that differs.
    pub path: &'static str,
    /// The path of the page on which it stands, with the same parts.
    pub page: &'static str,
    /// Does what it says.
    pub submit: fn(Submission) -> Sending,
}

impl PageForm {
    /// A form that is sent to `path`, stands on `page`, and does what `submit` says.
    pub const fn new(
        path: &'static str,
        page: &'static str,
        submit: fn(Submission) -> Sending,
    ) -> Self {
        Self { path, page, submit }
    }
}

/// A form was taken.
#[derive(Clone)]
pub enum Answer {
    /// The browser goes on to another page.
    GoTo {
        /// The page.
        page: String,
        /// A cookie that it takes along.
        cookie: Option<HeaderValue>,
    },
    /// The form's page is drawn again, with more to say: what can be shown only once.
    Draw(Arc<dyn Fn() + Send + Sync>),
}

impl Answer {
    /// Leads on to a page that says what was done.
    pub fn done(page: &str, notice: Notice) -> Self {
        Self::GoTo {
            page: format!("{page}?done={}", notice.code()),
            cookie: None,
        }
    }

    /// Leads on to a page that says what was done to something, and offers to undo it where
    /// that can be.
    pub fn done_to(page: &str, notice: Notice, id: impl Display) -> Self {
        Self::go_to(&format!("{page}?done={}&id={id}", notice.code()))
    }

    /// Signs in the user of that name, who has just chosen the password of a form, and
    /// leads on.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn signed_in(
        sent: &Submission,
        name: String,
        page: &str,
    ) -> Result<Self, ActionError> {
        let typed = SignIn {
            name,
            password: sent.text(Field::Password).to_owned(),
            device: sent.device.clone(),
            from: None,
        };
        let token = sent.shop.sign_in(typed).await?.token;
        Ok(Self::GoTo {
            page: page.to_owned(),
            cookie: Some(session_cookie(&token, sent.visitor.secure)),
        })
    }

    /// Leads on to a page.
    pub fn go_to(page: &str) -> Self {
        Self::GoTo {
            page: page.to_owned(),
            cookie: None,
        }
    }
}
