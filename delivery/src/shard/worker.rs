//! The task of a shard.

use super::{round::Round, socket::Socket};
use crate::{
    EventStream,
    hub::{Broadcast, Hub, heard},
    sync::broadcast::Receiver,
};
use futures::stream::{FuturesUnordered, StreamExt};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    task::{coop::unconstrained, yield_now},
};

/// After so many sockets, other tasks have a turn.
const SOCKETS_PER_TURN: usize = 128;

/// Where streams and their sockets enter. Clones are of the same shards, each of which
/// ends when nobody can enter any more and its last stream is over.
pub struct Shards<Io>(Arc<Inner<Io>>);

struct Inner<Io> {
    entrances: Vec<UnboundedSender<Socket<Io>>>,
    next: AtomicUsize,
}

/// The task of some streams: spawn [`Shard::run`].
pub struct Shard<Io> {
    channel: Receiver<Broadcast>,
    entrance: UnboundedReceiver<Socket<Io>>,
    sockets: FuturesUnordered<Socket<Io>>,
}

/// So many shards for the streams of a hub: one for each thread that runs tasks is a good number.
pub fn shards<Io>(hub: &Hub, count: usize) -> (Shards<Io>, Vec<Shard<Io>>)
where
    Io: AsyncRead + AsyncWrite + Unpin,
{
    let shard = |_| {
        let (enter, entrance) = unbounded_channel();
        let shard = Shard {
            channel: hub.listen(),
            entrance,
            sockets: FuturesUnordered::new(),
        };
        (enter, shard)
    };
    let (entrances, all) = (0..count.max(1)).map(shard).unzip();
    let next = AtomicUsize::new(0);
    (Shards(Arc::new(Inner { entrances, next })), all)
}

impl<Io: AsyncRead + AsyncWrite + Unpin> Shards<Io> {
    /// Lets the next shard serve a stream that has left the body of its answer, all of
    /// which has been written to `io`.
    pub fn enter(&self, io: Io, stream: EventStream) {
        let Inner { entrances, next } = &*self.0;
        let shard = next.fetch_add(1, Ordering::Relaxed) % entrances.len();
        // A shard that has gone took all of its streams with it.
        let _ = entrances[shard].send(Socket::new(io, stream));
    }
}

impl<Io> Clone for Shards<Io> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<Io: AsyncRead + AsyncWrite + Unpin> Shard<Io> {
    /// Serves all streams that enter, until nobody can enter any more and the last
    /// stream is over.
    pub async fn run(mut self) {
        let mut is_open = true;
        while is_open || !self.sockets.is_empty() {
            tokio::select! {
                // A socket is not to look full because others were busy.
                Some(heard) = heard::next(&mut self.channel) => unconstrained(self.tell(heard)).await,
                entered = self.entrance.recv(), if is_open => match entered {
                    Some(socket) => self.sockets.push(socket),
                    None => is_open = false,
                },
                Some(()) = self.sockets.next() => {}
            }
        }
    }

    /// Writes what was heard to each socket in turn.
    async fn tell(&mut self, heard: Broadcast) {
        let mut round = Round::new(heard, &mut self.channel);
        for (count, socket) in self.sockets.iter_mut().enumerate() {
            if count % SOCKETS_PER_TURN == SOCKETS_PER_TURN - 1 {
                yield_now().await;
            }
            socket.hear(&mut round);
        }
    }
}
