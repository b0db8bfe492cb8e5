//! Those who may sign in, as the owner sees them, and what can be changed of them.

use super::{ChangeUserError, Role, SessionId, User};
use crate::Timestamp;

/// A user, as whoever manages people sees one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub user: User,
    /// Whether the user is kept out.
    pub is_disabled: bool,
    /// When the user was added.
    pub created_at: Timestamp,
    /// When a session of the user was last used; `None` where none is open.
    pub seen_at: Option<Timestamp>,
}

/// What shall be changed of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UserChange {
    /// Another role.
    Role(Role),
    /// Kept out, or let in again.
    Disabled(bool),
    /// Another name.
    Name(String),
    /// Another password, by its hash. All sessions end but the one given.
    Password {
        /// The hash of the new password (PHC string).
        hash: String,
        /// The session in which the user changed it, which goes on.
        keep: Option<SessionId>,
    },
    /// All sessions end.
    SignOut,
}

impl UserChange {
    /// Whether the change may be made, where `owners` are those that can sign in.
    ///
    /// # Errors
    /// [`ChangeUserError::LastOwner`]: nobody would be left to manage the shop.
    pub fn check(&self, person: &Person, owners: u32) -> Result<(), ChangeUserError> {
        let is_owner = person.user.role == Role::Owner && !person.is_disabled;
        let stays_owner = match self {
            Self::Role(role) => *role == Role::Owner,
            Self::Disabled(disabled) => !disabled,
            Self::Name(_) | Self::Password { .. } | Self::SignOut => true,
        };
        if is_owner && !stays_owner && owners <= 1 {
            return Err(ChangeUserError::LastOwner);
        }
        Ok(())
    }

    /// Whether the user's sessions end by it.
    pub fn ends_sessions(&self) -> bool {
        match self {
            Self::Disabled(_) | Self::Password { .. } | Self::SignOut => true,
            Self::Role(_) | Self::Name(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::users::UserId;

    fn person(role: Role, is_disabled: bool) -> Person {
        Person {
            user: User {
                id: UserId(1),
                name: "li".to_owned(),
                role,
            },
            is_disabled,
            created_at: Timestamp::from_millis(0),
            seen_at: None,
        }
    }

    #[test]
    fn the_last_owner_stays() {
        let owner = person(Role::Owner, false);
        let last = Err(ChangeUserError::LastOwner);
        for change in [
            UserChange::Role(Role::Manager),
            UserChange::Role(Role::Staff),
            UserChange::Disabled(true),
        ] {
            assert_eq!(change.check(&owner, 1), last, "{change:?}");
            assert_eq!(change.check(&owner, 2), Ok(()), "{change:?}");
            assert_eq!(change.check(&person(Role::Staff, false), 1), Ok(()));
            assert_eq!(change.check(&person(Role::Owner, true), 1), Ok(()));
        }
        for change in [
            UserChange::Role(Role::Owner),
            UserChange::Disabled(false),
            UserChange::Name("wang".to_owned()),
            UserChange::SignOut,
        ] {
            assert_eq!(change.check(&owner, 1), Ok(()), "{change:?}");
        }
    }
}
