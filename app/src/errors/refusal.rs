//! How an island is told that its action was not done.

use crate::json::TextEncoding;
use leptos::{prelude::FromServerFnError, server_fn::error::ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Why an island's action was not done. It is in the visitor's words: the server decides, so
/// it says why, and no page has to know all that can be wrong.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{text}")]
pub struct Refusal {
    /// Why; blank where the request or its answer was lost on the way.
    pub text: String,
    /// What is wrong with which field.
    pub faults: Vec<FieldFault>,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldFault {
    /// The field: the text of a `Field`.
    pub field: String,
    /// What is wrong, in the visitor's words.
    pub text: String,
}

impl Refusal {
    /// Why, or what the page says itself where nothing was answered.
    pub fn text_or(self, lost: Cow<'static, str>) -> String {
        match self.text.is_empty() {
            true => lost.into_owned(),
            false => self.text,
        }
    }

    /// What is wrong with a field, in words.
    pub fn fault(&self, field: &str) -> Option<&str> {
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(&fault.text)
    }
}

impl FromServerFnError for Refusal {
    type Encoder = TextEncoding;

    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::default()
    }
}
