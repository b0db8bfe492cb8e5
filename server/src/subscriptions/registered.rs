//! The open streams, as the shop ends them.

use delivery::StreamRegistry;
use domain::{
    ports::OpenStreams,
    users::{SessionId, UserId},
};

/// The streams of a registry.
pub(crate) struct RegisteredStreams(pub(crate) StreamRegistry);

impl OpenStreams for RegisteredStreams {
    fn somebody_looks(&self) -> bool {
        self.0.has_readers()
    }

    fn end_user(&self, user: UserId) {
        self.0.end_reader(user.into());
    }

    fn end_session(&self, session: &SessionId) {
        self.0.end_session(&session.0);
    }
}
