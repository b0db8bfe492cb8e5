//! What a channel of the hub gives. What it could not keep, since its reader was too slow, is
//! in the log.

use super::Broadcast;
use crate::{
    metrics::METRICS,
    sync::broadcast::{
        Receiver,
        error::{RecvError, TryRecvError},
    },
};

/// Waits for what is heard next; `None` where the hub is gone.
pub(crate) async fn next(channel: &mut Receiver<Broadcast>) -> Option<Broadcast> {
    match channel.recv().await {
        Ok(broadcast) => Some(broadcast),
        Err(RecvError::Lagged(_)) => Some(missed()),
        Err(RecvError::Closed) => None,
    }
}

/// What waits to be heard; `None` where nothing does.
pub(crate) fn waiting(channel: &mut Receiver<Broadcast>) -> Option<Broadcast> {
    match channel.try_recv() {
        Ok(broadcast) => Some(broadcast),
        Err(TryRecvError::Lagged(_)) => Some(missed()),
        Err(TryRecvError::Empty | TryRecvError::Closed) => None,
    }
}

fn missed() -> Broadcast {
    METRICS.lags.inc();
    Broadcast::Missed
}
