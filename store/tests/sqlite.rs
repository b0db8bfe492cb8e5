//! The SQLite store keeps what every store has to keep.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that can't go on has failed"
)]

mod conformance;
mod sums;

use conformance::{Bell, Kept, TestClock};
use domain::money::Currency;
use std::{path::PathBuf, sync::Arc};
use store::SqliteStore;
use tempfile::TempDir;

/// The name of the database.
const FILE: &str = "shop.db";

/// A store on a database of its own, which goes with it.
struct Sqlite {
    folder: TempDir,
    kept: Kept,
}

impl Sqlite {
    /// The file.
    fn path(&self) -> PathBuf {
        self.folder.path().join(FILE)
    }
}

impl AsRef<Kept> for Sqlite {
    fn as_ref(&self) -> &Kept {
        &self.kept
    }
}

async fn open() -> Sqlite {
    let folder = TempDir::new().unwrap();
    let (clock, bell) = (Arc::new(TestClock::default()), Arc::new(Bell::default()));
    let path = folder.path().join(FILE);
    let opened = SqliteStore::open(&path, clock.clone(), Currency::CNY, bell.clone());
    let store = Arc::new(opened.await.unwrap());
    Sqlite {
        folder,
        kept: Kept {
            log: store.clone(),
            store,
            clock,
            bell,
        },
    }
}

conformance::suite!(open);
