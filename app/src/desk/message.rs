//! What all forms have in common by which colleagues are written to.

use crate::{
    form::{Choice, Submission},
    request::language,
};
use domain::{messages::CircularDraft, validation::Field};

/// Whom one can write to: everybody, and then each of those names.
pub fn readers(colleagues: Vec<String>) -> Vec<Choice> {
    let everybody = Choice {
        value: String::new(),
        label: tr!(language(), "compose.everybody").into_owned(),
    };
    let names = colleagues.into_iter().map(|name| Choice {
        value: name.clone(),
        label: name,
    });
    std::iter::once(everybody).chain(names).collect()
}

/// What was typed.
pub fn message_draft(sent: &Submission) -> CircularDraft {
    let text = |field| sent.text(field).to_owned();
    CircularDraft {
        to: sent.texts(Field::To),
        title: text(Field::Title),
        text: text(Field::Text),
        expires: text(Field::ExpiresIn),
        order: None,
    }
}
