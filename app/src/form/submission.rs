//! What was sent with a form.

use crate::{errors::ActionError, visitor::Visitor};
use axum::body::Bytes;
use domain::{
    money::Currency,
    policy::{Action, Actor},
    shop::Shop,
    users::{Session, User},
    validation::Field,
};
use std::str::FromStr;

/// A form that was sent, by whom, and where.
pub struct Submission {
    /// The shop.
    pub shop: Shop,
    /// What the shop's prices are in.
    pub currency: Currency,
    /// Who sends it.
    pub visitor: Visitor,
    /// What the browser calls itself; possibly nothing.
    pub device: String,
    /// The part of the path that stands for `{id}`; possibly nothing.
    pub id: String,
    /// What was typed, by the names of the fields.
    pub fields: Vec<(String, String)>,
    /// What was chosen of one's own files, by the names of the fields.
    pub files: Vec<(String, Bytes)>,
    /// Whether something was sent that was so large that it was not kept. Only a
    /// [`FileForm`](super::FileForm) gets to see that.
    pub is_too_large: bool,
}

impl Submission {
    /// What was typed into a field; nothing where there is none.
    pub fn text(&self, field: Field) -> &str {
        self.hidden(&field.to_string())
    }

    /// What stands in a field that nobody fills in, by its name; nothing where there is
    /// none.
    pub fn hidden(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value)
    }

    /// The file that was chosen in a field; nothing where there is none.
    pub fn file(&self, name: &str) -> &[u8] {
        let found = self.files.iter().find(|(key, _)| key == name);
        found.map_or(&[], |(_, bytes)| bytes)
    }

    /// All that was chosen in a field.
    pub fn texts(&self, field: Field) -> Vec<String> {
        let name = field.to_string();
        let chosen = self.fields.iter().filter(|(key, _)| *key == name);
        chosen.map(|(_, value)| value.clone()).collect()
    }

    /// Whether the form has that field.
    pub fn has(&self, field: Field) -> bool {
        let name = field.to_string();
        self.fields.iter().any(|(key, _)| *key == name)
    }

    /// The key by which a form that is sent twice is known; `None` where it has none.
    pub fn request_key(&self) -> Option<String> {
        let key = self.text(Field::RequestId);
        (!key.is_empty()).then(|| key.to_owned())
    }

    /// What the path is about.
    ///
    /// # Errors
    /// [`ActionError::NotFound`]: there can't be such a thing.
    pub fn id<T: FromStr>(&self) -> Result<T, ActionError> {
        self.id.parse().map_err(|_| ActionError::NotFound)
    }

    /// What stands in a field that nobody fills in, read as what the page wrote there.
    ///
    /// # Errors
    /// [`ActionError::NotFound`]: no page writes that.
    pub fn parsed<T: FromStr>(&self, name: &str) -> Result<T, ActionError> {
        self.hidden(name).parse().map_err(|_| ActionError::NotFound)
    }

    /// The version of what is changed, as the page was drawn with it.
    ///
    /// # Errors
    /// [`ActionError::NotFound`]: no page writes that.
    pub fn version<T: FromStr>(&self) -> Result<T, ActionError> {
        self.parsed(&Field::Version.to_string())
    }

    /// The session of whoever sends it.
    ///
    /// # Errors
    /// [`ActionError::SignedOut`]
    pub fn session(&self) -> Result<&Session, ActionError> {
        self.visitor.session.as_ref().ok_or(ActionError::SignedOut)
    }

    /// The administrator who sends it, who may do that. The use case asks again; here
    /// it is asked before anything that was typed is looked at.
    ///
    /// # Errors
    /// [`ActionError::SignedOut`], or [`ActionError::Forbidden`].
    pub fn allowed(&self, action: Action) -> Result<&User, ActionError> {
        let user = self.admin()?;
        Actor::from(user).check(action)?;
        Ok(user)
    }

    /// The administrator who sends it.
    ///
    /// # Errors
    /// [`ActionError::SignedOut`]
    pub fn admin(&self) -> Result<&User, ActionError> {
        Ok(&self.session()?.user)
    }
}
