//! Those who work in the back office, and their sessions.

mod errors;
mod user;

pub use errors::{AddUserError, ChangeUserError, KeyError, SignInError, TooManySignIns};
pub use user::{
    Credentials, MAX_NAME, MAX_PASSWORD, MIN_PASSWORD, NewSession, NotARole, Role, Session,
    SessionId, User, UserId,
};
