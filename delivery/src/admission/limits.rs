//! How many streams may be open, for how long, and when their readers come
//! back.
//!
//! Whoever is one too many is refused; an old stream is never ended for a new
//! one, or the two would take turns for ever.

use crate::{config::StreamOptions, metrics::METRICS, net::subnet::subnet};
use domain::user::UserId;
use rand::Rng;
use std::{
    collections::HashMap,
    hash::Hash,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// The least and, with few readers, the most that a reader waits before it
/// comes back, in milliseconds.
const RETRY: (u32, u32) = (1_000, 3_000);

/// A stream was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum TooManyStreams {
    #[error("the server has all the streams that it may have")]
    InAll,
    #[error("the user has all the streams that one may have")]
    OfUser,
    #[error("the address has all the streams that one may have")]
    OfAddress,
}

impl TooManyStreams {
    /// Which limit is reached, in a word.
    const fn label(self) -> &'static str {
        match self {
            Self::InAll => "all",
            Self::OfUser => "user",
            Self::OfAddress => "address",
        }
    }
}

/// Counts open streams, those of customers included. Clones are the same
/// count.
#[derive(Clone)]
pub(crate) struct StreamLimits(Arc<Inner>);

struct Inner {
    options: StreamOptions,
    open: Mutex<Open>,
}

/// How many streams are open; a key without a stream has no entry.
#[derive(Default)]
struct Open {
    all: u32,
    users: HashMap<UserId, u32>,
    addresses: HashMap<IpAddr, u32>,
}

impl StreamLimits {
    /// Nothing is open yet.
    pub(crate) fn new(options: StreamOptions) -> Self {
        Self(Arc::new(Inner {
            options,
            open: Mutex::default(),
        }))
    }

    /// No limits, and an hour for each stream.
    #[cfg(test)]
    pub(crate) fn none() -> Self {
        Self::new(StreamOptions {
            max_streams: 0,
            max_streams_per_user: 0,
            max_streams_per_address: 0,
            stream_lifetime: Duration::from_secs(3600),
            write_deadline: Duration::from_secs(30),
        })
    }

    /// Takes a place for a stream, which is free again when the permit is
    /// dropped. A customer has no user.
    ///
    /// # Errors
    /// There is no place left.
    pub(crate) fn admit(
        &self,
        user: Option<UserId>,
        address: Option<IpAddr>,
    ) -> Result<Permit, TooManyStreams> {
        self.take_place(user, address.map(subnet))
            .inspect_err(|limit| {
                METRICS
                    .streams_refused
                    .with_label_values(&[limit.label()])
                    .inc();
            })
    }

    fn take_place(
        &self,
        user: Option<UserId>,
        address: Option<IpAddr>,
    ) -> Result<Permit, TooManyStreams> {
        let options = &self.0.options;
        let mut open = self.open();
        if is_full(options.max_streams, open.all) {
            return Err(TooManyStreams::InAll);
        }
        if is_full(options.max_streams_per_user, count(&open.users, user)) {
            return Err(TooManyStreams::OfUser);
        }
        let of_address = count(&open.addresses, address);
        if is_full(options.max_streams_per_address, of_address) {
            // No louder, or whoever is refused could fill the log.
            tracing::debug!(
                ?address,
                "too many streams from one address; is it a proxy?"
            );
            return Err(TooManyStreams::OfAddress);
        }
        open.all += 1;
        enter(&mut open.users, user);
        enter(&mut open.addresses, address);
        drop(open);
        Ok(Permit {
            limits: self.clone(),
            user,
            address,
        })
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        // The counts are whole at every step: a panic elsewhere can't break them.
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
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
pub(crate) struct Permit {
    limits: StreamLimits,
    user: Option<UserId>,
    address: Option<IpAddr>,
}

impl Permit {
    /// How long the stream may last: each its own time, a fifth more or less
    /// than was configured, so that not all end at once.
    pub(crate) fn lifetime(&self) -> Duration {
        let lifetime = self.limits.0.options.stream_lifetime;
        lifetime.mul_f64(rand::rng().random_range(0.8..=1.2))
    }

    /// How long the reader should wait before it comes back, in milliseconds:
    /// each its own time, so that no more than about a thousand come back in
    /// any second, even where the server ends.
    pub(crate) fn retry(&self) -> u32 {
        let (least, most) = RETRY;
        let most = most.max(least.saturating_add(self.limits.open().all));
        rand::rng().random_range(least..=most)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut open = self.limits.open();
        open.all -= 1;
        leave(&mut open.users, self.user);
        leave(&mut open.addresses, self.address);
    }
}
