//! How many streams may be open, for how long, and when their readers come
//! back.
//!
//! Whoever is one too many is refused; an old stream is never ended for a new
//! one, or the two would take turns for ever.

use crate::{
    ReaderId,
    metrics::{Limit, METRICS},
    subnet,
};
use parking_lot::Mutex;
use rand::Rng;
use std::{collections::HashMap, hash::Hash, net::IpAddr, sync::Arc, time::Duration};

/// The least and, with few readers, the most that a reader waits before it
/// comes back, in milliseconds.
const RETRY: (u32, u32) = (1_000, 3_000);

/// How many streams may be open, and for how long. 0 is any number.
#[derive(Debug, Clone)]
pub struct LimitOptions {
    /// In all.
    pub streams: u32,
    /// Of one reader.
    pub streams_per_reader: u32,
    /// From one address; of IPv6 from one network, see [`subnet`].
    pub streams_per_address: u32,
    /// How long a stream lasts, a fifth more or less.
    pub lifetime: Duration,
}

impl Default for LimitOptions {
    /// No limits, and an hour for each stream.
    fn default() -> Self {
        Self {
            streams: 0,
            streams_per_reader: 0,
            streams_per_address: 0,
            lifetime: Duration::from_secs(3600),
        }
    }
}

/// A stream was refused: there are as many as there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", match .0 {
    Limit::All => "the server has all the streams that it may have",
    Limit::Reader => "the user has all the streams that one may have",
    Limit::Address => "the address has all the streams that one may have",
})]
pub struct TooManyStreams(pub Limit);

/// Counts open streams, those of unknown readers included. Clones are the same
/// count.
#[derive(Clone)]
pub struct StreamLimits(Arc<Inner>);

struct Inner {
    options: LimitOptions,
    open: Mutex<Open>,
}

/// How many streams are open; a key without a stream has no entry.
#[derive(Default)]
struct Open {
    all: u32,
    readers: HashMap<ReaderId, u32>,
    addresses: HashMap<IpAddr, u32>,
}

impl StreamLimits {
    /// Nothing is open yet.
    pub fn new(options: LimitOptions) -> Self {
        Self(Arc::new(Inner {
            options,
            open: Mutex::default(),
        }))
    }

    /// Takes a place for a stream, which is free again when the permit is
    /// dropped. `reader` is `None` where nobody knows who it is.
    ///
    /// # Errors
    /// There is no place left.
    pub fn admit(
        &self,
        reader: Option<ReaderId>,
        address: Option<IpAddr>,
    ) -> Result<Permit, TooManyStreams> {
        self.admit_up_to(|limit| limit, reader, address)
    }

    /// The same for a stream of nobody that its page could do without: such streams leave
    /// half of the places, in all and of an address, to those that are needed.
    ///
    /// # Errors
    /// No place is left that is not kept free.
    pub fn admit_dispensable(&self, address: Option<IpAddr>) -> Result<Permit, TooManyStreams> {
        self.admit_up_to(|limit| limit.div_ceil(2), None, address)
    }

    fn admit_up_to(
        &self,
        part: fn(u32) -> u32,
        reader: Option<ReaderId>,
        address: Option<IpAddr>,
    ) -> Result<Permit, TooManyStreams> {
        let address = address.map(subnet);
        let taken = self.take_place(part, reader, address);
        if let Err(limit) = taken {
            METRICS.streams_refused.of(limit).inc();
            // No louder, or whoever is refused could fill the log.
            tracing::debug!(?limit, ?address, "a stream was refused");
            return Err(TooManyStreams(limit));
        }
        Ok(Permit {
            limits: self.clone(),
            reader,
            address,
        })
    }

    /// `part` says how much of a limit may be used up.
    fn take_place(
        &self,
        part: fn(u32) -> u32,
        reader: Option<ReaderId>,
        address: Option<IpAddr>,
    ) -> Result<(), Limit> {
        let options = &self.0.options;
        let mut open = self.0.open.lock();
        if is_full(part(options.streams), open.all) {
            return Err(Limit::All);
        }
        if is_full(options.streams_per_reader, count(&open.readers, reader)) {
            return Err(Limit::Reader);
        }
        if is_full(
            part(options.streams_per_address),
            count(&open.addresses, address),
        ) {
            return Err(Limit::Address);
        }
        open.all += 1;
        enter(&mut open.readers, reader);
        enter(&mut open.addresses, address);
        Ok(())
    }
}

/// Whether a limit is reached; 0 is none.
fn is_full(limit: u32, open: u32) -> bool {
    limit != 0 && open >= limit
}

fn count<K: Eq + Hash>(counts: &HashMap<K, u32>, key: Option<K>) -> u32 {
    key.and_then(|key| counts.get(&key).copied())
        .unwrap_or_default()
}

fn enter<K: Eq + Hash>(counts: &mut HashMap<K, u32>, key: Option<K>) {
    if let Some(key) = key {
        *counts.entry(key).or_default() += 1;
    }
}

fn leave<K: Eq + Hash>(counts: &mut HashMap<K, u32>, key: Option<K>) {
    let Some(key) = key else { return };
    if let Some(count) = counts.get_mut(&key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(&key);
        }
    }
}

/// A stream's place, given back when dropped.
pub struct Permit {
    limits: StreamLimits,
    reader: Option<ReaderId>,
    address: Option<IpAddr>,
}

impl Permit {
    /// How long the stream may last: each its own time, a fifth more or less
    /// than was configured, so that not all end at once.
    pub fn lifetime(&self) -> Duration {
        let lifetime = self.limits.0.options.lifetime;
        lifetime.mul_f64(rand::rng().random_range(0.8..=1.2))
    }

    /// How long the reader should wait before it comes back, in milliseconds:
    /// each its own time, so that no more than about a thousand come back in
    /// any second, even where the server ends.
    pub fn retry(&self) -> u32 {
        let (least, most) = RETRY;
        let open = self.limits.0.open.lock().all;
        rand::rng().random_range(least..=most.max(least.saturating_add(open)))
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut open = self.limits.0.open.lock();
        open.all -= 1;
        leave(&mut open.readers, self.reader);
        leave(&mut open.addresses, self.address);
    }
}

#[cfg(test)]
#[path = "limits_tests.rs"]
mod tests;
