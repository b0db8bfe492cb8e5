//! The page that another one follows, or will.

use super::watchdog::Watchdog;
use crate::live::{
    state::ConnectionState,
    tabs::{relay::News, watermark::Watermark},
    update::Update,
};
use futures::future::pending;

pub(super) struct Leader {
    /// Which page it is.
    pub(super) page: u64,
    /// How its connection is.
    pub(super) state: ConnectionState,
    /// Up to where its stream is complete.
    pub(super) watermark: Watermark,
    watchdog: Watchdog,
}

impl Leader {
    /// A leader of which nothing is known yet.
    pub(super) fn new(page: u64) -> Self {
        Self {
            page,
            state: ConnectionState::default(),
            watermark: Watermark::default(),
            watchdog: Watchdog::new(),
        }
    }

    /// Takes in what it passes on; `None` if that can't be understood.
    pub(super) fn receive(&mut self, news: News) -> Option<Update> {
        self.watchdog.reset();
        match news {
            News::State(state, cursor) => {
                self.state = state;
                self.watermark = Watermark::at(cursor);
                Some(Update::State(state))
            }
            News::Event(raw) => {
                let event = raw.decode()?;
                self.watermark.note(&event);
                Some(Update::Event(event))
            }
        }
    }

    /// Whether it has a connection to share. One that waits before it tries again has
    /// none.
    pub(super) fn is_of_use(&self) -> bool {
        !self.state.is_paused() && !self.state.is_final()
    }

    /// It passes something on that often, in milliseconds.
    pub(super) fn expect_every(&mut self, heartbeat: u32) {
        self.watchdog.expect_every(heartbeat);
    }
}

/// Waits until the leader has been silent for too long.
pub(super) async fn silence(leader: &mut Option<Leader>) {
    match leader {
        Some(leader) => while !leader.watchdog.is_silent().await {},
        None => pending().await,
    }
}
