//! Adding administrators, and giving them passwords.

use super::Shop;
use crate::{
    text,
    users::{AddUserError, ChangeUserError, MAX_NAME, MAX_PASSWORD, MIN_PASSWORD, Role, User},
};

impl Shop {
    /// Adds an administrator.
    ///
    /// # Errors
    /// See [`AddUserError`].
    pub async fn add_user(
        &self,
        name: &str,
        role: Role,
        password: String,
    ) -> Result<User, AddUserError> {
        let name = text::line(name, MAX_NAME).map_err(|_| AddUserError::Name)?;
        if !is_long_enough(&password) {
            return Err(AddUserError::Password);
        }
        let hash = self.secrets.password_hash(password).await?;
        self.store.add(&name, role, &hash).await
    }

    /// Gives an administrator another password, which ends all sessions that
    /// were opened with the old one.
    ///
    /// # Errors
    /// See [`ChangeUserError`].
    pub async fn set_password(&self, name: &str, password: String) -> Result<(), ChangeUserError> {
        if !is_long_enough(&password) {
            return Err(ChangeUserError::Password);
        }
        let hash = self.secrets.password_hash(password).await?;
        self.store.set_password(name.trim(), &hash).await
    }
}

/// Whether a password is neither too short nor too long.
fn is_long_enough(password: &str) -> bool {
    (MIN_PASSWORD..=MAX_PASSWORD).contains(&password.chars().count())
}
