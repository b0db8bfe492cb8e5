//! The port through which it is known who listens, and through which streams are ended
//! whose readers may not listen any more.

use crate::users::{SessionId, UserId};

/// The streams that are open.
pub trait OpenStreams: Send + Sync {
    /// Whether there is one of somebody who is signed in.
    fn somebody_looks(&self) -> bool;

    /// Ends all streams of a user. Pages whose session goes on come back.
    fn end_user(&self, user: UserId);

    /// Ends the streams of a session.
    fn end_session(&self, session: &SessionId);

    /// Ends the streams of boards whose link is not that of the board any more.
    fn end_old_boards(&self);
}

/// Where no streams are open.
pub struct NoStreams;

impl OpenStreams for NoStreams {
    fn somebody_looks(&self) -> bool {
        false
    }

    fn end_user(&self, _: UserId) {}

    fn end_session(&self, _: &SessionId) {}

    fn end_old_boards(&self) {}
}
