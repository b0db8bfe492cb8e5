//! The ports through which it is kept who may come in: users, their sessions, programs; and
//! those are slowed down who guess passwords.

use crate::{
    Timestamp, Unavailable,
    audit::Author,
    language::Language,
    users::{
        AcceptInviteError, AddUserError, ApiKey, ChangeUserError, Credentials, Invite, KeyError,
        KeyScope, NewInvite, NewSession, OpenSession, Person, Role, Session, SessionId,
        TooManySignIns, User, UserChange, UserId,
    },
};
use async_trait::async_trait;
use std::net::IpAddr;

/// Whom a change is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UserKey {
    /// The user of that identity.
    Id(UserId),
    /// The user of that name, whatever the case of its letters.
    Name(String),
}

/// Users.
#[async_trait]
pub trait Users: Send + Sync {
    /// How many users there are.
    async fn count(&self) -> Result<u32, Unavailable>;

    /// The names of all users that are not disabled, in alphabetical order.
    async fn names(&self) -> Result<Vec<String>, Unavailable>;

    /// All users, disabled ones too, in alphabetical order.
    async fn people(&self) -> Result<Vec<Person>, Unavailable>;

    /// Adds a user, and notes that the operator did it.
    async fn add(&self, name: &str, role: Role, password_hash: &str) -> Result<User, AddUserError>;

    /// Changes a user, where [`UserChange::check`] allows it, ends the sessions that
    /// end by it, notes who did it, and tells the user's pages of another role: all
    /// or nothing. Gives the user as it is now.
    async fn change_user(
        &self,
        user: UserKey,
        change: UserChange,
        by: Author,
    ) -> Result<User, ChangeUserError>;

    /// Keeps the language that a user has chosen; `None` where each browser says it.
    async fn set_language(
        &self,
        user: UserId,
        language: Option<Language>,
    ) -> Result<(), Unavailable>;

    /// The user of that name, whatever the case of its letters, unless
    /// disabled.
    async fn credentials(&self, name: &str) -> Result<Option<Credentials>, Unavailable>;
}

/// Links that let somebody in once.
#[async_trait]
pub trait Invites: Send + Sync {
    /// Keeps a link, and notes who made it.
    async fn invite(&self, invite: NewInvite, by: Author) -> Result<(), Unavailable>;

    /// The link of that token, unless it was used or has expired.
    async fn find_invite(&self, token_hash: &[u8]) -> Result<Option<Invite>, Unavailable>;

    /// Uses a link to join: adds the user and takes the link, or neither.
    async fn join(
        &self,
        token_hash: &[u8],
        name: &str,
        password_hash: &str,
    ) -> Result<User, AcceptInviteError>;

    /// Uses a link to choose another password: all sessions of that user end.
    async fn reset_password(
        &self,
        token_hash: &[u8],
        password_hash: &str,
    ) -> Result<User, AcceptInviteError>;
}

/// Sessions.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// Keeps a session; says whether the user still is who was checked.
    async fn open_session(&self, session: NewSession) -> Result<bool, Unavailable>;

    /// A session that has not ended. Once a call that ends one has returned, it is not found
    /// any more, also not by what was looked up before.
    async fn session(&self, id: &SessionId) -> Result<Option<Session>, Unavailable>;

    /// Those of the sessions that have ended.
    async fn ended_sessions(&self, ids: &[SessionId]) -> Result<Vec<SessionId>, Unavailable>;

    /// Ends a session; nothing if there is none.
    async fn close_session(&self, id: &SessionId) -> Result<(), Unavailable>;

    /// Notes that a session is used at that moment.
    async fn note_use(&self, id: &SessionId, at: Timestamp) -> Result<(), Unavailable>;

    /// The sessions of a user that have not ended, the one used last first.
    async fn sessions_of(&self, user: UserId) -> Result<Vec<OpenSession>, Unavailable>;
}

/// Programs and their keys.
#[async_trait]
pub trait ApiKeys: Send + Sync {
    /// Keeps a key and what it is for, by its hash.
    async fn add_key(&self, name: &str, key_hash: &[u8], scope: KeyScope) -> Result<(), KeyError>;

    /// Sees to it that the key of that name opens nothing any more.
    async fn revoke_key(&self, name: &str) -> Result<(), KeyError>;

    /// The program whose key has that hash.
    async fn api_key(&self, key_hash: &[u8]) -> Result<Option<ApiKey>, Unavailable>;
}

/// Slows down whoever guesses passwords: by where the guesses come from, and by
/// whose password they are for.
#[async_trait]
pub trait SignInLimit: Send + Sync {
    /// Waits until one password for `name` may be tried. Names that differ only in
    /// the case of their letters are one name: it comes in small letters.
    ///
    /// # Errors
    /// Too many wrong ones came from there: this one may not be tried.
    async fn admit<'a>(
        &'a self,
        name: &str,
        from: Option<IpAddr>,
    ) -> Result<Box<dyn SignInTry + 'a>, TooManySignIns>;
}

/// A password that may be tried. Whoever tries it says what came of it; where that
/// never became known, nothing counts.
pub trait SignInTry: Send {
    /// It was the right one.
    fn right(self: Box<Self>);

    /// It was a wrong one: not that of `user`, where there is one of that name. Says
    /// whether somebody should be told: not of each, or guessing would fill what tells it.
    fn wrong(self: Box<Self>, user: Option<&str>) -> bool;
}
