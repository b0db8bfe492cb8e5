//! A reader that comes back, whatever happens to the server.

use super::{Admin, stream::Event};
use std::time::Duration;
use tokio::{
    sync::watch,
    task::{JoinHandle, spawn},
    time::{sleep, timeout},
};

/// What an administrator's page hears over all its streams, from the log's
/// beginning on.
pub(crate) struct Follower {
    heard: watch::Receiver<Vec<Event>>,
    task: JoinHandle<()>,
}

impl Follower {
    /// Follows for as long as it lives.
    pub(crate) fn start(admin: Admin) -> Self {
        let (heard, receiver) = watch::channel(Vec::new());
        let task = spawn(async move {
            let mut cursor = "0".to_owned();
            loop {
                let Some(mut stream) = admin.try_resume(&cursor).await else {
                    sleep(Duration::from_millis(10)).await;
                    continue;
                };
                while let Some(event) = stream.any().await {
                    assert_ne!(event.name, "reset");
                    if event.is_of_the_log() {
                        heard.send_modify(|heard| heard.push(event));
                    }
                }
                stream.last_id().clone_into(&mut cursor);
            }
        });
        Self {
            heard: receiver,
            task,
        }
    }

    /// Waits until that many events were heard, and returns all that were.
    pub(crate) async fn heard(&mut self, count: usize) -> Vec<Event> {
        let enough = self.heard.wait_for(|heard| heard.len() >= count);
        let heard = timeout(Duration::from_secs(20), enough).await;
        heard.expect("it did not hear of all").unwrap().clone()
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        self.task.abort();
    }
}
