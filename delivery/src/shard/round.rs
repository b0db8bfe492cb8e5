//! What a shard heard at once.

use super::chunk::chunk;
use crate::{
    EventStream,
    hub::{Broadcast, heard},
    sync::broadcast::Receiver,
};
use bytes::Bytes;
use std::iter;

/// How many broadcasts are told in one round: a bit for each in [`Heard`].
const MOST: usize = Heard::BITS as usize;

/// Which broadcasts of a round a stream tells.
type Heard = u64;

/// What was heard since the last round, joined once for all streams that tell the same.
pub(super) struct Round {
    broadcasts: Vec<Broadcast>,
    /// What the last stream told, and its chunk.
    told: (Heard, Bytes),
}

impl Round {
    /// What was heard just now, and what waits behind it.
    pub(super) fn new(heard: Broadcast, channel: &mut Receiver<Broadcast>) -> Self {
        let waiting = iter::from_fn(|| heard::waiting(channel));
        Self {
            broadcasts: iter::once(heard).chain(waiting).take(MOST).collect(),
            told: Default::default(),
        }
    }

    /// What of it a stream tells, as one chunk; it stops where it has to read the log.
    pub(super) fn told_by(&mut self, stream: &mut EventStream) -> &Bytes {
        let mut told: Heard = 0;
        for (place, broadcast) in self.broadcasts.iter().enumerate() {
            if !stream.is_listening() {
                break;
            }
            told |= Heard::from(stream.hear(broadcast).is_some()) << place;
        }
        if told != self.told.0 {
            let is_told = |place: &usize| told >> place & 1 == 1;
            let places = (0..self.broadcasts.len()).filter(is_told);
            let pieces = places.filter_map(|place| self.broadcasts[place].bytes());
            self.told = (told, chunk(pieces));
        }
        &self.told.1
    }
}
