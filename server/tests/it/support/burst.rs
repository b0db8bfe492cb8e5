//! Many events in a short time.

use super::Admin;
use futures::future::join_all;

/// How many messages are under way at the same time.
const AT_A_TIME: usize = 16;

impl Admin {
    /// Sends `count` messages to everybody.
    pub(crate) async fn push_many(&self, count: usize, text: &str) {
        let lanes = (0..AT_A_TIME).map(|lane| async move {
            for _ in (lane..count).step_by(AT_A_TIME) {
                self.push(None, text).await;
            }
        });
        join_all(lanes).await;
    }
}
