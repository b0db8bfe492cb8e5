//! The roles, to choose one.

use crate::{form::Choice, request::language, words};
use domain::users::Role;

/// The roles that can be chosen.
pub(super) fn roles() -> Vec<Choice> {
    let roles = Role::ALL.map(|role| Choice {
        value: role.as_str().to_owned(),
        label: words::role(language(), role),
    });
    roles.into()
}
