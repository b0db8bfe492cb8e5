//! Filters that are kept.

use crate::{
    Unavailable,
    policy::Forbidden,
    text,
    validation::{Field, ValidationErrors},
};
use std::fmt;

/// The most views that a user has.
pub const MAX_VIEWS: usize = 20;
/// The longest name of a view, in characters.
pub const MAX_VIEW_NAME: usize = 40;

/// The identity of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OrderViewId(pub i64);

impl fmt::Display for OrderViewId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A filter that a user keeps under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderView {
    /// Its identity.
    pub id: OrderViewId,
    /// What the user calls it.
    pub name: String,
    /// What stands in the address, by names.
    pub fields: Vec<(String, String)>,
}

/// A view was not kept, or not deleted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ViewError {
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Something is wrong with what was typed, or there are [`MAX_VIEWS`] already.
    #[error(transparent)]
    Invalid(#[from] ValidationErrors),
    /// The user has no such view.
    #[error("there is no such view")]
    NotFound,
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// The name of a view, as it was typed.
///
/// # Errors
/// It is blank, too long, or can't be read.
pub fn view_name(typed: &str) -> Result<String, ValidationErrors> {
    let name = text::line(typed, MAX_VIEW_NAME);
    name.map_err(|reason| ValidationErrors::only(Field::ViewName, reason))
}
