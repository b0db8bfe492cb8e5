//! The use cases: what customers and administrators can do.

use crate::{
    cursor::Seq,
    new_order::{NewOrder, OrderDraft},
    order::{Order, Placed, StatusChange},
    ports::{
        AddUserError, Calendar, ChangeError, ChangeUserError, Credentials, KeyError, NewSession,
        OrderLimit, PlaceError, PushError, Store, Unavailable, Vault,
    },
    push::{NewPush, PushDraft, PushRequest},
    sender::{Program, Sender},
    text,
    user::{self, Role, Session, SessionId, User},
};
use std::{net::IpAddr, sync::Arc};

/// How long a session lasts, in seconds: 30 days.
pub const SESSION_SECONDS: u32 = 30 * 86_400;

/// What every key of a program begins with, so that people and scanners know one
/// where they see it.
const KEY_PREFIX: &str = "obk_";

/// A shop: everything that can be done in it, over whatever keeps it.
#[derive(Clone)]
pub struct Shop {
    /// What keeps it. Reading needs no rule, so readers go here directly.
    pub store: Arc<dyn Store>,
    /// Its clock.
    pub calendar: Arc<dyn Calendar>,
    vault: Arc<dyn Vault>,
    limit: Arc<dyn OrderLimit>,
}

/// A session was opened.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The session's token: whoever has it is the user.
    pub token: String,
    /// Who signed in.
    pub user: User,
}

/// Nobody was signed in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// There is no such user, or the password is another.
    #[error("name or password is wrong")]
    Wrong,
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl Shop {
    /// A shop over a store, a clock, a vault, and a limit of orders.
    pub fn new(
        store: Arc<dyn Store>,
        calendar: Arc<dyn Calendar>,
        vault: Arc<dyn Vault>,
        limit: Arc<dyn OrderLimit>,
    ) -> Self {
        Self {
            store,
            calendar,
            vault,
            limit,
        }
    }

    /// Places an order; the same `request_id` again gives the same order.
    ///
    /// # Errors
    /// What is wrong with the draft, field by field, or that too many come from
    /// that address, or that the store did not take it; nothing was kept then.
    pub async fn place(
        &self,
        draft: &OrderDraft,
        from: Option<IpAddr>,
    ) -> Result<Placed, PlaceError> {
        let order = NewOrder::parse(draft)?;
        if let Some(Err(refusal)) = from.map(|from| self.limit.admit(from)) {
            // Who asks again because the answer was lost orders nothing more.
            let before = self.store.placed_before(&order.request_id).await?;
            return before.map(Placed::Before).ok_or(refusal.into());
        }
        self.store.place(order, self.vault.token()).await
    }

    /// Moves an order on, unless somebody else has meanwhile.
    ///
    /// # Errors
    /// See [`ChangeError`].
    pub async fn change(&self, change: StatusChange, by: &User) -> Result<Order, ChangeError> {
        self.store.change(change, by).await
    }

    /// Sends a message to one administrator or to all. The same draft again with
    /// the same `key` sends nothing, and gives the message that was sent.
    ///
    /// # Errors
    /// See [`PushError`].
    pub async fn push(
        &self,
        draft: PushDraft,
        from: &Sender,
        key: Option<String>,
    ) -> Result<Seq, PushError> {
        let push = NewPush::parse(&draft)?;
        let request = key.map(|key| PushRequest { key, draft });
        self.store.push(push, from, request).await
    }

    /// Makes a key for a program; it is nowhere kept.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub async fn add_key(&self, name: &str) -> Result<String, KeyError> {
        let name = text::line(name, user::MAX_NAME).map_err(|_| KeyError::Name)?;
        let key = format!("{KEY_PREFIX}{}", self.vault.token());
        let hash = self.vault.token_hash(&key);
        self.store.add_key(&name, &hash).await?;
        Ok(key)
    }

    /// The program whose key that is, if any.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn program(&self, key: &str) -> Result<Option<Program>, Unavailable> {
        self.store.program(&self.vault.token_hash(key)).await
    }

    /// A key for a form: whoever sends the form twice sends it once.
    pub fn request_key(&self) -> String {
        self.vault.token()
    }

    /// Opens a session.
    ///
    /// # Errors
    /// [`SignInError::Wrong`] without telling which of the two is wrong.
    pub async fn sign_in(&self, name: &str, password: String) -> Result<SignedIn, SignInError> {
        let credentials = match text::line(name, user::MAX_NAME) {
            Ok(name) => self.store.credentials(&name).await?,
            Err(_) => None,
        };
        let hash = credentials.as_ref().map(|c| c.password_hash.clone());
        let sound = password.chars().count() <= user::MAX_PASSWORD
            && self.vault.verify(password, hash).await;
        let Credentials {
            user,
            password_hash,
        } = credentials.filter(|_| sound).ok_or(SignInError::Wrong)?;
        let token = self.vault.token();
        let now = self.calendar.now();
        let session = NewSession {
            id: self.session_id(&token),
            user: user.id,
            password_hash,
            created_at: now,
            expires_at: now.plus_seconds(SESSION_SECONDS),
        };
        match self.store.open_session(session).await? {
            true => Ok(SignedIn { token, user }),
            false => Err(SignInError::Wrong),
        }
    }

    /// The session that a token opens, if any.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn session(&self, token: &str) -> Result<Option<Session>, Unavailable> {
        self.store.session(&self.session_id(token)).await
    }

    /// Ends a session.
    ///
    /// # Errors
    /// The store did not answer; the session may still be open.
    pub async fn sign_out(&self, session: &SessionId) -> Result<(), Unavailable> {
        self.store.close_session(session).await
    }

    fn session_id(&self, token: &str) -> SessionId {
        SessionId(self.vault.token_hash(token))
    }

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
        let name = text::line(name, user::MAX_NAME).map_err(|_| AddUserError::Name)?;
        if !is_long_enough(&password) {
            return Err(AddUserError::Password);
        }
        let hash = self.vault.password_hash(password).await?;
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
        let hash = self.vault.password_hash(password).await?;
        self.store.set_password(name.trim(), &hash).await
    }
}

/// Whether a password is neither too short nor too long.
fn is_long_enough(password: &str) -> bool {
    (user::MIN_PASSWORD..=user::MAX_PASSWORD).contains(&password.chars().count())
}
