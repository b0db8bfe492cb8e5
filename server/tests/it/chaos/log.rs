//! All that was ever in the log, kept aside before it is pruned.

use super::USERS;
use crate::support::Database;
use std::{
    collections::BTreeMap,
    ops::Bound::{Excluded, Included},
};

/// A row of the log.
pub(super) struct Row {
    /// The number of the one user that it is for; `None` for all.
    to: Option<usize>,
    pub(super) is_message: bool,
    /// It may have expired before it was told.
    pub(super) is_brief: bool,
}

/// The log, nothing left out.
pub(super) struct Log {
    database: Database,
    users: Vec<i64>,
    rows: BTreeMap<i64, Row>,
}

impl Log {
    pub(super) async fn open(mut database: Database) -> Self {
        let mut users = Vec::new();
        for name in USERS {
            users.push(database.user(name).await);
        }
        Self {
            database,
            users,
            rows: BTreeMap::new(),
        }
    }

    /// Reads what is new.
    pub(super) async fn read(&mut self) {
        let known = self.head();
        for (seq, name, user, brief) in self.database.events_after(known).await {
            let to = user.and_then(|id| self.users.iter().position(|user| *user == id));
            assert_eq!(seq, self.head() + 1, "a hole in the log");
            let row = Row {
                to,
                is_message: name == "psh",
                is_brief: brief,
            };
            self.rows.insert(seq, row);
        }
    }

    pub(super) fn head(&self) -> i64 {
        self.rows.last_key_value().map_or(0, |(seq, _)| *seq)
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn row(&self, seq: i64) -> &Row {
        &self.rows[&seq]
    }

    /// What that user has to be told of what comes after one event and up to
    /// another.
    pub(super) fn of(
        &self,
        user: usize,
        after: i64,
        until: i64,
    ) -> impl Iterator<Item = (i64, &Row)> {
        let rows = self.rows.range((Excluded(after), Included(until)));
        let rows = rows.filter(move |(_, row)| row.to.is_none_or(|to| to == user));
        rows.map(|(seq, row)| (*seq, row))
    }
}
