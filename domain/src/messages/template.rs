//! Templates: texts that are written often.

use super::push::{text_of, title_of};
use crate::{
    Unavailable,
    policy::Forbidden,
    text,
    validation::{Field, ValidationErrors},
};

pub use crate::ids::TemplateId;

/// The most templates that a shop has.
pub const MAX_TEMPLATES: usize = 50;
/// The longest name of a template, in characters.
pub const MAX_TEMPLATE_NAME: usize = 40;

/// A template, as it is typed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct TemplateDraft {
    /// What it is called.
    pub name: String,
    /// A heading; possibly nothing.
    pub title: String,
    /// What there is to say.
    pub text: String,
}

/// What a template says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFields {
    /// What it is called.
    pub name: String,
    /// A heading; possibly nothing.
    pub title: String,
    /// What there is to say.
    pub text: String,
}

/// A template of messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageTemplate {
    /// Its identity.
    pub id: TemplateId,
    /// What it says.
    pub fields: TemplateFields,
    /// Grows by one with each change; from 1.
    pub version: u32,
}

/// What is to be changed of the templates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateChange {
    /// There is one more.
    Add(TemplateFields),
    /// One is another, where it still has that version.
    Edit {
        /// Which.
        template: TemplateId,
        /// The version that whoever changes it has seen.
        version: u32,
        /// What it says now.
        fields: TemplateFields,
    },
    /// One is gone.
    Delete(TemplateId),
}

/// Templates were not changed, or not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Something is wrong with what was typed.
    #[error(transparent)]
    Invalid(#[from] ValidationErrors),
    /// There is no such template.
    #[error("there is no such template")]
    NotFound,
    /// Somebody else changed it first.
    #[error("somebody else changed the template first")]
    Conflict,
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl TemplateDraft {
    /// Checks the form of what was typed.
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse(&self) -> Result<TemplateFields, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let name = text::line(&self.name, MAX_TEMPLATE_NAME);
        let name = faults.check(Field::TemplateName, name);
        let title = faults.check(Field::Title, title_of(&self.title));
        let text = faults.check(Field::Text, text_of(&self.text));
        match (name, title, text) {
            (Some(name), Some(title), Some(text)) => Ok(TemplateFields { name, title, text }),
            _ => Err(faults),
        }
    }
}
