//! What everybody may change of themselves.

mod devices;

use super::{PeopleError, Shop, users::password_of};
use crate::{
    audit::Author,
    language::Language,
    ports::UserKey,
    text,
    users::{MAX_NAME, OpenSession, Session, SessionId, User, UserChange},
    validation::{Field, Reason, ValidationErrors},
};

impl Shop {
    /// The open sessions of a user, the one used last first.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn sessions_of(&self, user: &User) -> Result<Vec<OpenSession>, PeopleError> {
        Ok(self.store.sessions_of(user.id).await?)
    }

    /// Gives oneself another name.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn rename(&self, name: &str, by: &User) -> Result<(), PeopleError> {
        let name = text::line(name, MAX_NAME)
            .map_err(|reason| ValidationErrors::only(Field::Username, reason))?;
        self.change_own(UserChange::Name(name), by).await
    }

    /// Gives oneself another password. Other sessions end.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn change_password(
        &self,
        current: String,
        new: &str,
        session: &Session,
    ) -> Result<(), PeopleError> {
        let by = &session.user;
        let credentials = self.store.credentials(&by.name).await?;
        let hash = credentials.map(|credentials| credentials.password_hash);
        let mut faults = ValidationErrors::default();
        if !self.secrets.verify(current, hash).await {
            faults.add(Field::CurrentPassword, Reason::WrongPassword);
        }
        let new = faults.check(Field::Password, password_of(new));
        let Some(new) = new.filter(|_| faults.is_empty()) else {
            return Err(faults.into());
        };
        let hash = self.secrets.password_hash(new).await?;
        let keep = Some(session.id.clone());
        let others = self.store.sessions_of(by.id).await?;
        self.change_own(UserChange::Password { hash, keep }, by)
            .await?;
        for other in others.iter().filter(|other| other.id != session.id) {
            self.streams.end_session(&other.id);
        }
        Ok(())
    }

    /// Chooses the language in which one reads on all devices, by its code; nothing
    /// leaves it to each browser.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn choose_language(&self, code: &str, by: &User) -> Result<(), PeopleError> {
        let wrong = || ValidationErrors::only(Field::Language, Reason::NotAChoice);
        let language = match code {
            "" => None,
            code => Some(Language::from_tag(code).ok_or_else(wrong)?),
        };
        Ok(self.store.set_language(by.id, language).await?)
    }

    /// Ends one of one's own sessions, given by [`SessionId::hex`].
    ///
    /// # Errors
    /// [`PeopleError::NotFound`]: it is none of one's own, or has ended.
    pub async fn end_own_session(
        &self,
        session: &str,
        by: &User,
    ) -> Result<SessionId, PeopleError> {
        let sessions = self.store.sessions_of(by.id).await?;
        let found = sessions.into_iter().find(|open| open.id.hex() == session);
        let id = found.ok_or(PeopleError::NotFound)?.id;
        self.store.close_session(&id).await?;
        self.streams.end_session(&id);
        Ok(id)
    }

    async fn change_own(&self, change: UserChange, by: &User) -> Result<(), PeopleError> {
        let (key, author) = (UserKey::Id(by.id), Author::User(by.id));
        self.store.change_user(key, change, author).await?;
        Ok(())
    }
}
