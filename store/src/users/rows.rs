//! Rows of users, and the users that they make.

use crate::json::corrupt;
use domain::users::{User, UserId};

/// A user, from its columns.
pub(crate) fn user(id: i64, name: String, role: &str) -> Result<User, sqlx::Error> {
    Ok(User {
        id: UserId(id),
        name,
        role: role.parse().map_err(corrupt)?,
    })
}
