//! Users and their sessions, as they are kept.

use super::Unavailable;
use crate::{
    time::Timestamp,
    user::{Role, Session, SessionId, User, UserId},
};
use async_trait::async_trait;

/// A user was not added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddUserError {
    /// The name is blank, too long, or unreadable.
    #[error("a name has 1 to 40 characters, on one line")]
    Name,
    /// The password is too short or too long.
    #[error("a password has 8 to 200 characters")]
    Password,
    /// The name is taken.
    #[error("there is a user of that name already")]
    Taken,
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// A user with what it takes to check a password.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// Who.
    pub user: User,
    /// The password's hash (PHC string).
    pub password_hash: String,
}

/// A session, as it is kept.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// Its identity.
    pub id: SessionId,
    /// Whose it is.
    pub user: UserId,
    /// The hash that the password was checked against. Where the user has
    /// another by now, no session is opened.
    pub password_hash: String,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

/// A user was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeUserError {
    /// There is no user of that name.
    #[error("there is no such user")]
    Unknown,
    /// The password is too short or too long.
    #[error("a password has 8 to 200 characters")]
    Password,
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// Users and their sessions.
#[async_trait]
pub trait Users: Send + Sync {
    /// How many users there are.
    async fn count(&self) -> Result<u32, Unavailable>;

    /// The names of all users that are not disabled, in alphabetical order.
    async fn names(&self) -> Result<Vec<String>, Unavailable>;

    /// Adds a user.
    async fn add(&self, name: &str, role: Role, password_hash: &str) -> Result<User, AddUserError>;

    /// Gives a user another password, and ends all of the user's sessions.
    async fn set_password(&self, name: &str, password_hash: &str) -> Result<(), ChangeUserError>;

    /// Keeps a user out, and ends all of the user's sessions; or lets the user
    /// in again.
    async fn set_disabled(&self, name: &str, disabled: bool) -> Result<(), ChangeUserError>;

    /// The user of that name, whatever the case of its letters, unless
    /// disabled.
    async fn credentials(&self, name: &str) -> Result<Option<Credentials>, Unavailable>;

    /// Keeps a session; says whether the user still is who was checked.
    async fn open_session(&self, session: NewSession) -> Result<bool, Unavailable>;

    /// A session that has not ended.
    async fn session(&self, id: &SessionId) -> Result<Option<Session>, Unavailable>;

    /// Those of the sessions that have ended.
    async fn ended_sessions(&self, ids: &[SessionId]) -> Result<Vec<SessionId>, Unavailable>;

    /// Ends a session; nothing if there is none.
    async fn close_session(&self, id: &SessionId) -> Result<(), Unavailable>;
}
