//! Adding administrators, and giving them passwords.

use super::Shop;
use crate::{
    audit::Author,
    ports::UserKey,
    text,
    users::{
        AddUserError, ChangeUserError, MAX_NAME, MAX_PASSWORD, MIN_PASSWORD, Role, User, UserChange,
    },
    validation::Reason,
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
        password: &str,
    ) -> Result<User, AddUserError> {
        let name = text::line(name, MAX_NAME).map_err(|_| AddUserError::Name)?;
        let password = password_of(password).map_err(|_| AddUserError::Password)?;
        let hash = self.secrets.password_hash(password).await?;
        self.store.add(&name, role, &hash).await
    }

    /// Gives an administrator another password, which ends all sessions that
    /// were opened with the old one.
    ///
    /// # Errors
    /// See [`ChangeUserError`].
    pub async fn set_password(&self, name: &str, password: &str) -> Result<(), ChangeUserError> {
        let password = password_of(password).map_err(|_| ChangeUserError::Password)?;
        let hash = self.secrets.password_hash(password).await?;
        let change = UserChange::Password { hash, keep: None };
        self.change_user(name, change).await
    }

    /// Changes an administrator for the operator of the server.
    ///
    /// # Errors
    /// See [`ChangeUserError`].
    pub async fn change_user(&self, name: &str, change: UserChange) -> Result<(), ChangeUserError> {
        let key = UserKey::Name(name.trim().to_owned());
        self.store
            .change_user(key, change, Author::Operator)
            .await?;
        Ok(())
    }
}

/// A password, if it is neither too short nor too long.
pub(super) fn password_of(text: &str) -> Result<String, Reason> {
    match text.chars().count() {
        ..MIN_PASSWORD => Err(Reason::TooShort { min: MIN_PASSWORD }),
        MIN_PASSWORD..=MAX_PASSWORD => Ok(text.to_owned()),
        _ => Err(Reason::TooLong { max: MAX_PASSWORD }),
    }
}
