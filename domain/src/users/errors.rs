//! Why users, their sessions and keys were not added or changed.

use crate::Unavailable;

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

/// A user was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeUserError {
    /// There is no user of that name.
    #[error("there is no such user")]
    Unknown,
    /// The password is too short or too long.
    #[error("a password has 8 to 200 characters")]
    Password,
    /// The name is taken.
    #[error("there is a user of that name already")]
    Taken,
    /// Nobody would be left who can manage the shop.
    #[error("the last owner can't be disabled or get another role")]
    LastOwner,
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// A link was not taken: nobody joined, no password was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AcceptInviteError {
    /// It was used, it is too old, or there never was one.
    #[error("the link does not work any more")]
    Gone,
    /// Somebody else has the name.
    #[error("there is a user of that name already")]
    Taken,
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// Nobody was signed in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// There is no such user, or the password is another.
    #[error("name or password is wrong")]
    Wrong,
    /// Too many wrong passwords came from there; this one was not tried.
    #[error(transparent)]
    TooMany(#[from] TooManySignIns),
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// One address sent too many wrong passwords.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many wrong passwords came from one address")]
pub struct TooManySignIns {
    /// The seconds after which one more is tried.
    pub retry_after: u32,
}

/// A program's key was not added or revoked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The name is blank, too long, or unreadable.
    #[error("a name has 1 to 40 characters, on one line")]
    Name,
    /// The name is taken.
    #[error("there is a key of that name already")]
    Taken,
    /// There is no key of that name.
    #[error("there is no such key")]
    Unknown,
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}
