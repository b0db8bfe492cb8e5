//! When something last came from the server, by its clock.

use domain::Timestamp;

/// Times of the page's clock are in milliseconds.
pub struct LastContact {
    /// A time by the server's clock, and the same by the page's clock.
    server: Timestamp,
    page: f64,
    /// When anything at all came, by the page's clock.
    last: f64,
}

impl LastContact {
    /// The server said its time now.
    pub fn at(server: Timestamp, now: f64) -> Self {
        Self {
            server,
            page: now,
            last: now,
        }
    }

    /// Something else came now.
    pub fn renew(&mut self, now: f64) {
        self.last = now;
    }

    /// When anything came.
    pub fn by_the_servers_clock(&self) -> Timestamp {
        Timestamp::from_millis(self.server.millis() + (self.last - self.page) as i64)
    }
}
