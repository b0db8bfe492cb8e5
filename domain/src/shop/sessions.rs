//! Signing in and out.

use super::Shop;
use crate::{
    Unavailable,
    audit::{AuditAction, Author, NewAuditEntry},
    text,
    users::{
        Credentials, MAX_NAME, MAX_PASSWORD, NewSession, Session, SessionId, SignInError, User,
    },
};
use std::net::IpAddr;

/// How long a session lasts, in seconds: 30 days.
pub const SESSION_SECONDS: u32 = 30 * 86_400;

/// How exactly it is noted when a session is used, in milliseconds: ten minutes.
const USE_STEP: i64 = 600_000;

/// How much is kept of what a browser calls itself, in characters.
pub(super) const MAX_DEVICE: usize = 300;

/// A session was opened.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The session's token: whoever has it is the user.
    pub token: String,
    /// Who signed in.
    pub user: User,
}

/// What somebody types to sign in, and where.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// The name.
    pub name: String,
    /// The password.
    pub password: String,
    /// What the browser calls itself (`User-Agent`); possibly nothing.
    pub device: String,
    /// From where; `None` where somebody has proved by a link who it is.
    pub from: Option<IpAddr>,
}

impl Shop {
    /// Opens a session.
    ///
    /// # Errors
    /// [`SignInError::Wrong`] without telling which of the two is wrong, and
    /// [`SignInError::TooMany`] where many were wrong and this one was not tried.
    pub async fn sign_in(&self, typed: SignIn) -> Result<SignedIn, SignInError> {
        // Nobody has an empty name.
        let name = text::line(&typed.name, MAX_NAME).unwrap_or_default();
        let account = name.to_lowercase();
        let attempt = self.limits.sign_ins.admit(&account, typed.from).await?;
        let from = typed.from;
        let credentials = self.store.credentials(&name).await?;
        let user = credentials.as_ref().map(|known| known.user.name.clone());
        match self.open_session(credentials, typed).await? {
            Some(signed_in) => {
                attempt.right();
                Ok(signed_in)
            }
            None => {
                if attempt.wrong(user.as_deref()) {
                    self.note_guessing(user, from).await?;
                }
                Err(SignInError::Wrong)
            }
        }
    }

    /// Notes that passwords are guessed, for those who read who changed what.
    async fn note_guessing(
        &self,
        user: Option<String>,
        from: Option<IpAddr>,
    ) -> Result<(), Unavailable> {
        let entry = NewAuditEntry {
            by: Author::Visitor,
            action: AuditAction::SignInFailed,
            subject: user.unwrap_or_default(),
            detail: from.map(|from| from.to_string()).unwrap_or_default(),
        };
        self.store.note(entry).await
    }

    /// Opens a session, if the password is the one behind the credentials.
    async fn open_session(
        &self,
        credentials: Option<Credentials>,
        typed: SignIn,
    ) -> Result<Option<SignedIn>, Unavailable> {
        let SignIn {
            password, device, ..
        } = typed;
        let hash = credentials.as_ref().map(|c| c.password_hash.clone());
        let sound =
            password.chars().count() <= MAX_PASSWORD && self.secrets.verify(password, hash).await;
        let Some(Credentials {
            user,
            password_hash,
        }) = credentials.filter(|_| sound)
        else {
            return Ok(None);
        };
        let token = self.secrets.token();
        let now = self.clock.now();
        let session = NewSession {
            id: self.session_id(&token),
            user: user.id,
            password_hash,
            device: device.chars().take(MAX_DEVICE).collect(),
            created_at: now,
            expires_at: now.plus_seconds(SESSION_SECONDS),
        };
        let opened = self.store.open_session(session).await?;
        Ok(opened.then_some(SignedIn { token, user }))
    }

    /// The session that a token opens, if any.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn session(&self, token: &str) -> Result<Option<Session>, Unavailable> {
        self.store.session(&self.session_id(token)).await
    }

    /// Notes that a session is used. A write for each page would be too much for what it
    /// tells, so it is noted once in [`USE_STEP`].
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn note_use(&self, session: &Session) -> Result<(), Unavailable> {
        let now = self.clock.now();
        if now.millis() - session.used_at.millis() < USE_STEP {
            return Ok(());
        }
        self.store.note_use(&session.id, now).await
    }

    /// Ends a session.
    ///
    /// # Errors
    /// The store did not answer; the session may still be open.
    pub async fn sign_out(&self, session: &SessionId) -> Result<(), Unavailable> {
        self.store.close_session(session).await
    }

    fn session_id(&self, token: &str) -> SessionId {
        SessionId(self.secrets.token_hash(token))
    }
}
