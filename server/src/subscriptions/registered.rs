//! The open streams, as the shop ends them.

use super::BoardLinks;
use delivery::StreamRegistry;
use domain::{
    ports::OpenStreams,
    users::{SessionId, UserId},
};

/// The streams of a registry, and those of boards.
pub(crate) struct RegisteredStreams {
    pub(crate) registry: StreamRegistry,
    pub(crate) boards: BoardLinks,
}

impl OpenStreams for RegisteredStreams {
    fn somebody_looks(&self) -> bool {
        self.registry.has_readers()
    }

    fn end_user(&self, user: UserId) {
        self.registry.end_reader(user.into());
    }

    fn end_session(&self, session: &SessionId) {
        self.registry.end_session(&session.0);
    }

    fn end_old_boards(&self) {
        self.boards.changed();
    }
}
