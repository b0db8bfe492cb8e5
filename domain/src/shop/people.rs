//! Managing those who work in the back office.

use super::{PeopleError, Shop, users::password_of};
use crate::{
    Unavailable,
    audit::Author,
    policy::{Action, Actor},
    ports::UserKey,
    text,
    users::{
        INVITE_SECONDS, Invite, InvitePurpose, MAX_NAME, NewInvite, Person, Role, User, UserChange,
        UserId,
    },
    validation::{Field, Reason, ValidationErrors},
};

/// A link that lets somebody in once. Whoever has it may use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InviteLink {
    /// What the link's address ends with; it is nowhere kept.
    pub token: String,
    /// What it lets its reader do.
    pub purpose: InvitePurpose,
}

impl Shop {
    /// All users, in alphabetical order.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn people(&self, by: &User) -> Result<Vec<Person>, PeopleError> {
        Actor::from(by).check(Action::ManagePeople)?;
        Ok(self.store.people().await?)
    }

    /// Makes a link by which somebody can join in that role.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn invite(&self, role: &str, by: &User) -> Result<InviteLink, PeopleError> {
        Actor::from(by).check(Action::ManagePeople)?;
        let purpose = InvitePurpose::Join(role_of(role)?);
        Ok(self.make_link(purpose, Author::User(by.id)).await?)
    }

    /// Makes a link by which a user can choose another password.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn reset_link(&self, user: UserId, by: &User) -> Result<InviteLink, PeopleError> {
        let people = self.people(by).await?;
        let person = people.into_iter().find(|person| person.user.id == user);
        let user = person.ok_or(PeopleError::NotFound)?.user;
        let purpose = InvitePurpose::Reset(user);
        Ok(self.make_link(purpose, Author::User(by.id)).await?)
    }

    pub(super) async fn make_link(
        &self,
        purpose: InvitePurpose,
        by: Author,
    ) -> Result<InviteLink, Unavailable> {
        let token = self.secrets.token();
        let invite = NewInvite {
            token_hash: self.secrets.token_hash(&token),
            purpose: purpose.clone(),
            expires_at: self.clock.now().plus_seconds(INVITE_SECONDS),
        };
        self.store.invite(invite, by).await?;
        Ok(InviteLink { token, purpose })
    }

    /// What a link lets its reader do.
    ///
    /// # Errors
    /// [`PeopleError::NotFound`]: it was used, it is too old, or there never was one.
    pub async fn find_invite(&self, token: &str) -> Result<Invite, PeopleError> {
        let hash = self.secrets.token_hash(token);
        let found = self.store.find_invite(&hash).await?;
        found.ok_or(PeopleError::NotFound)
    }

    /// Uses a link: joins under `name`, or gives the link's user the password.
    ///
    /// # Errors
    /// See [`PeopleError`]; the link still works then.
    pub async fn accept_invite(
        &self,
        token: &str,
        name: &str,
        password: &str,
    ) -> Result<User, PeopleError> {
        let invite = self.find_invite(token).await?;
        let token = self.secrets.token_hash(token);
        let mut faults = ValidationErrors::default();
        let name = match &invite.purpose {
            InvitePurpose::Join(_) => faults.check(Field::Username, text::line(name, MAX_NAME)),
            InvitePurpose::Reset(user) => Some(user.name.clone()),
        };
        let password = faults.check(Field::Password, password_of(password));
        let (Some(name), Some(password)) = (name, password) else {
            return Err(faults.into());
        };
        let hash = self.secrets.password_hash(password).await?;
        let accepted = match invite.purpose {
            InvitePurpose::Join(_) => self.store.join(&token, &name, &hash).await,
            InvitePurpose::Reset(_) => self.store.reset_password(&token, &hash).await,
        };
        let user = accepted?;
        self.streams.end_user(user.id);
        Ok(user)
    }

    /// Gives a user another role; the user's pages are told.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn set_role(&self, user: UserId, role: &str, by: &User) -> Result<(), PeopleError> {
        let role = role_of(role)?;
        self.manage(user, UserChange::Role(role), by).await
    }

    /// Changes a user, and ends the streams that end by it.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn manage(
        &self,
        user: UserId,
        change: UserChange,
        by: &User,
    ) -> Result<(), PeopleError> {
        Actor::from(by).check(Action::ManagePeople)?;
        let ends_sessions = change.ends_sessions();
        let (key, by) = (UserKey::Id(user), Author::User(by.id));
        self.store.change_user(key, change, by).await?;
        if ends_sessions {
            self.streams.end_user(user);
        }
        Ok(())
    }
}

/// What is wrong with the name and the password of somebody who wants to join.
pub(super) fn join_faults(name: &str, password: &str) -> ValidationErrors {
    let mut faults = ValidationErrors::default();
    faults.check(Field::Username, text::line(name, MAX_NAME));
    faults.check(Field::Password, password_of(password));
    faults
}

fn role_of(text: &str) -> Result<Role, PeopleError> {
    let role = text.parse();
    role.map_err(|_| ValidationErrors::only(Field::Role, Reason::NotAChoice).into())
}
