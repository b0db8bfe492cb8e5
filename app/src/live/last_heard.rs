//! When the server was last heard, by its clock.

use domain::Timestamp;

/// Times of the page's clock are in milliseconds.
pub struct LastHeard {
    /// A time that the server told, and when it was told by the page's clock.
    server: Timestamp,
    told: f64,
    /// When anything at all was heard, by the page's clock.
    last: f64,
}

impl LastHeard {
    /// The server told its time now.
    pub fn told(server: Timestamp, now: f64) -> Self {
        Self {
            server,
            told: now,
            last: now,
        }
    }

    /// Something else was heard now.
    pub fn hear(&mut self, now: f64) {
        self.last = now;
    }

    /// When anything was heard.
    pub fn by_the_servers_clock(&self) -> Timestamp {
        Timestamp::from_millis(self.server.millis() + (self.last - self.told) as i64)
    }
}
