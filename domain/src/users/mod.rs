//! Those who work in the back office, and their sessions.

mod errors;
mod invite;
mod person;
mod session;
mod user;

pub use errors::{
    AcceptInviteError, AddUserError, ChangeUserError, KeyError, SignInError, TooManySignIns,
};
pub use invite::{INVITE_SECONDS, Invite, InvitePurpose, NewInvite};
pub use person::{Person, UserChange};
pub use session::{NewSession, OpenSession, Session, SessionId};
pub use user::{Credentials, MAX_NAME, MAX_PASSWORD, MIN_PASSWORD, NotARole, Role, User, UserId};
