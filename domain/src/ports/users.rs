//! The ports through which users and their sessions are kept.

use crate::{
    Unavailable,
    users::{
        AddUserError, ChangeUserError, Credentials, NewSession, Role, Session, SessionId, User,
    },
};
use async_trait::async_trait;

/// Users.
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
}

/// Sessions.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// Keeps a session; says whether the user still is who was checked.
    async fn open_session(&self, session: NewSession) -> Result<bool, Unavailable>;

    /// A session that has not ended.
    async fn session(&self, id: &SessionId) -> Result<Option<Session>, Unavailable>;

    /// Those of the sessions that have ended.
    async fn ended_sessions(&self, ids: &[SessionId]) -> Result<Vec<SessionId>, Unavailable>;

    /// Ends a session; nothing if there is none.
    async fn close_session(&self, id: &SessionId) -> Result<(), Unavailable>;
}
