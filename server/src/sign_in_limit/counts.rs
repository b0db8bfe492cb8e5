//! Counts that are forgotten: those of long ago, and the oldest where there are too many.

use std::{
    borrow::Borrow,
    collections::HashMap,
    hash::Hash,
    time::{Duration, Instant},
};

/// So long after the last one, all are forgotten.
pub(super) const FORGOTTEN: Duration = Duration::from_secs(60 * 60);

/// So often what is forgotten is removed.
const SWEEP: Duration = Duration::from_secs(60);

/// So many are known.
pub(super) const MOST: usize = 10_000;

/// How many wrong passwords there were.
#[derive(Clone, Copy)]
pub(super) struct Count {
    pub(super) wrong: u32,
    last: Instant,
}

impl Count {
    fn none(now: Instant) -> Self {
        Self {
            wrong: 0,
            last: now,
        }
    }

    /// How long ago the last one was.
    pub(super) fn age(&self, now: Instant) -> Duration {
        now.saturating_duration_since(self.last)
    }

    fn is_recent(&self, now: Instant) -> bool {
        self.age(now) < FORGOTTEN
    }
}

/// Wrong passwords, counted by where they come from, or whose they ought to be.
pub(super) struct Counts<K> {
    known: HashMap<K, Count>,
    /// When what is forgotten was removed.
    swept: Option<Instant>,
}

impl<K> Default for Counts<K> {
    fn default() -> Self {
        Self {
            known: HashMap::new(),
            swept: None,
        }
    }
}

impl<K: Hash + Eq + Clone> Counts<K> {
    /// How many of `key` are known.
    pub(super) fn of<Q: Hash + Eq + ?Sized>(&self, key: &Q, now: Instant) -> Count
    where
        K: Borrow<Q>,
    {
        let known = self.known.get(key).filter(|count| count.is_recent(now));
        known.copied().unwrap_or(Count::none(now))
    }

    /// Counts one more; how many there are.
    pub(super) fn add(&mut self, key: K, now: Instant) -> u32 {
        self.sweep(now);
        if self.known.len() >= MOST && !self.known.contains_key(&key) {
            self.forget_oldest();
        }
        let wrong = self.of(&key, now).wrong.saturating_add(1);
        self.known.insert(key, Count { wrong, last: now });
        wrong
    }

    /// Forgets those of `key`; how many there were.
    pub(super) fn take(&mut self, key: &K, now: Instant) -> u32 {
        let known = self.known.remove(key).filter(|count| count.is_recent(now));
        known.map_or(0, |count| count.wrong)
    }

    /// So many of `key` don't count any more.
    pub(super) fn reduce<Q: Hash + Eq + ?Sized>(&mut self, key: &Q, by: u32)
    where
        K: Borrow<Q>,
    {
        if let Some(count) = self.known.get_mut(key) {
            count.wrong = count.wrong.saturating_sub(by);
        }
    }

    fn sweep(&mut self, now: Instant) {
        let swept = self.swept.map(|swept| now.saturating_duration_since(swept));
        if swept.is_none_or(|ago| ago >= SWEEP) || self.known.len() >= MOST {
            self.known.retain(|_, count| count.is_recent(now));
            self.swept = Some(now);
        }
    }

    fn forget_oldest(&mut self) {
        let oldest = self.known.iter().min_by_key(|(_, count)| count.last);
        if let Some(key) = oldest.map(|(key, _)| key.clone()) {
            self.known.remove(&key);
        }
    }

    /// How many keys are known.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.known.len()
    }
}
