//! Whom one can write to.

use crate::{form::Choice, request::language};

/// Everybody, and then each of those names.
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
