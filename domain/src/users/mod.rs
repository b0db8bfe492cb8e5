//! Those who work in the back office, their sessions, and programs that have keys.

mod api_key;
mod errors;
mod invite;
mod person;
mod session;
mod user;

pub use api_key::{ApiKey, ApiKeyId, KeyScope, NotAScope};
pub use errors::{
    AcceptInviteError, AddUserError, ChangeUserError, KeyError, SignInError, TooManySignIns,
};
pub use invite::{INVITE_SECONDS, Invite, InvitePurpose, NewInvite};
pub use person::{Person, UserChange};
pub use session::{NewSession, OpenSession, Session, SessionId};
pub use user::{Credentials, MAX_NAME, MAX_PASSWORD, MIN_PASSWORD, NotARole, Role, User, UserId};
