//! What the fields of a form share.

use super::Refused;
use crate::{errors::ActionError, request::language};
use domain::validation::Field;
use leptos::prelude::*;

/// What the fields of a form share.
#[derive(Clone)]
pub(super) struct FormContext {
    /// What the identities of its elements begin with: a page has several forms.
    prefix: String,
    refused: Option<Refused>,
}

/// One field, as it is drawn.
pub(super) struct Drawn {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) fault_id: String,
    /// What stands in it.
    pub(super) value: String,
    pub(super) fault: Option<String>,
    /// What somebody else has put there meanwhile, where that is something else.
    pub(super) meanwhile: Option<String>,
}

impl FormContext {
    pub(super) fn new(action: &str, refused: Option<Refused>) -> Self {
        let prefix = action.trim_matches('/').replace('/', "-");
        Self { prefix, refused }
    }

    /// A field with what was typed, or else with `value`.
    fn draw(&self, field: Field, value: String) -> Drawn {
        let name = field.to_string();
        let id = format!("{}-{name}", self.prefix);
        let refused = self.refused.as_ref();
        let typed = refused.and_then(|refused| refused.typed(&name).map(str::to_owned));
        let is_outdated = refused.is_some_and(|refused| refused.error == ActionError::Outdated);
        let differs = typed.as_ref().is_some_and(|typed| *typed != value);
        let meanwhile = (is_outdated && differs).then(|| {
            let kept = if value.is_empty() { "–" } else { &value };
            tr!(language(), "form.meanwhile", value = kept).into_owned()
        });
        Drawn {
            fault_id: format!("{id}-fault"),
            meanwhile,
            value: typed.unwrap_or(value),
            fault: refused.and_then(|refused| refused.fault(field, language())),
            name,
            id,
        }
    }
}

/// A field of the form around, with what was typed, or else with `value`.
pub(super) fn draw(field: Field, value: String) -> Drawn {
    expect_context::<FormContext>().draw(field, value)
}

/// All that was sent for a field of the form around; `None` where it was not sent.
pub(super) fn typed_of(field: Field) -> Option<Vec<String>> {
    let refused = expect_context::<FormContext>().refused?;
    let name = field.to_string();
    let sent = refused.fields.into_iter().filter(|(key, _)| *key == name);
    Some(sent.map(|(_, value)| value).collect())
}

/// The key that the form around was sent with, where it was refused for another reason than that.
pub(super) fn kept_key() -> Option<String> {
    let refused = expect_context::<FormContext>().refused?;
    let key = refused.typed(&Field::RequestId.to_string())?;
    (refused.error != ActionError::KeyReused).then(|| key.to_owned())
}
