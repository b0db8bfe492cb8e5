//! A form that was refused, for the page on which it is drawn again.

use crate::{errors::ActionError, request::language, words};
use domain::{language::Language, validation::Field};
use leptos::prelude::*;

/// A form that was refused.
#[derive(Debug, Clone)]
pub struct Refused {
    /// The path to which it was sent.
    pub action: String,
    /// What was typed, by the names of the fields.
    pub fields: Vec<(String, String)>,
    /// Why.
    pub error: ActionError,
}

impl Refused {
    /// The refused form of the page that is drawn, if it is the one that is sent to
    /// `action`.
    pub fn of(action: &str) -> Option<Self> {
        use_context::<Self>().filter(|refused| refused.action == action)
    }

    /// Why, in words.
    pub(super) fn view(&self) -> impl IntoView + use<> {
        let text = words::refusal(language(), &self.error);
        view! {
            <p class="form__refusal" role="alert">
                {text}
            </p>
        }
    }

    /// What was typed into a field; `None` where the field was not sent.
    pub fn typed(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// What is wrong with a field, in words.
    pub fn fault(&self, field: Field, language: Language) -> Option<String> {
        let ActionError::Invalid(faults) = &self.error else {
            return None;
        };
        let currency = crate::ui::ShopFront::current().currency;
        Some(words::reason(language, faults.of(field)?, currency))
    }
}

/// Why a form was refused, at the head of its page, where it is not that something is
/// wrong with what was typed: that is said at the form.
#[component]
pub fn RefusalLine() -> impl IntoView {
    let refused = use_context::<Refused>();
    let refused = refused.filter(|refused| !matches!(refused.error, ActionError::Invalid(_)));
    refused.as_ref().map(Refused::view)
}
