//! Ending the streams of sessions that have ended.

use delivery::StreamRegistry;
use domain::{ports::Store, users::SessionId};
use tokio::time::{MissedTickBehavior, interval};

/// Ends the streams of sessions that have ended: by their age, or by another
/// process, such as `orderbell user disable`. What this process ends, it ends
/// at once.
pub(super) async fn end_streams(store: &dyn Store, registry: &StreamRegistry) {
    let mut beats = interval(registry.heartbeat());
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        beats.tick().await;
        let sessions: Vec<_> = registry.sessions().into_iter().map(SessionId).collect();
        if sessions.is_empty() {
            continue;
        }
        // A store that does not answer has not said that anybody has to go.
        if let Ok(ended) = store.ended_sessions(&sessions).await {
            for session in ended {
                registry.end_session(&session.0);
            }
        }
    }
}
