//! Who is there, in numbers.

use super::connection::Connection;
use crate::control::{Presence, UserOnline};
use std::collections::{BTreeMap, HashSet};

/// The streams, pages and devices of one reader, or of all.
#[derive(Default)]
struct Count<'a> {
    streams: u32,
    pages: u32,
    devices: HashSet<&'a str>,
    /// Streams whose device is not known: each counts as one.
    unknown_devices: u32,
}

impl<'a> Count<'a> {
    fn add(&mut self, connection: &'a Connection) {
        self.streams += 1;
        self.pages += connection.pages;
        match &connection.device {
            Some(device) => {
                self.devices.insert(device);
            }
            None => self.unknown_devices += 1,
        }
    }

    fn devices(&self) -> u32 {
        let known = u32::try_from(self.devices.len()).unwrap_or(u32::MAX);
        known.saturating_add(self.unknown_devices)
    }
}

/// Who is there, by these streams.
pub(super) fn summarise<'a>(connections: impl Iterator<Item = &'a Connection>) -> Presence {
    let mut all = Count::default();
    let mut users: BTreeMap<&str, Count<'_>> = BTreeMap::new();
    for connection in connections {
        all.add(connection);
        users
            .entry(&connection.reader.name)
            .or_default()
            .add(connection);
    }
    let users = users.into_iter().map(|(name, count)| UserOnline {
        name: name.to_owned(),
        streams: count.streams,
        pages: count.pages,
        devices: count.devices(),
    });
    Presence {
        streams: all.streams,
        pages: all.pages,
        devices: all.devices(),
        users: users.take(Presence::MAX_USERS).collect(),
    }
}
