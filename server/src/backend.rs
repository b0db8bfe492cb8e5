//! What the shop is kept in, chosen by the scheme of `--database`.

use delivery::{Doorbell, Log};
use domain::{
    ShopClock,
    money::Currency,
    ports::{Photos, Store},
};
use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};
use store::{OpenError, PhotoFolder, SqliteStore};

/// A store and its log, whatever they are.
pub(crate) trait Backend: Store + Log {}

impl<T: Store + Log> Backend for T {}

/// The database could not be opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BackendError {
    /// The SQLite database can't be used.
    #[error(transparent)]
    Sqlite(#[from] OpenError),
    /// Nothing here keeps a shop under that scheme.
    #[error("no database is known by {0}: give a file, or sqlite:FILE")]
    UnknownScheme(String),
    /// The folder of the photos can't be created.
    #[error("the folder for photos {} can't be created: {source}", folder.display())]
    Photos {
        /// Where it should be.
        folder: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Opens what `database` names: a file, or `sqlite:FILE`. It rings `doorbell`
/// after each commit.
///
/// # Errors
/// See [`BackendError`].
pub(crate) async fn open(
    database: &str,
    clock: Arc<dyn ShopClock>,
    currency: Currency,
    doorbell: Arc<dyn Doorbell>,
) -> Result<Arc<dyn Backend>, BackendError> {
    let store = SqliteStore::open(file(database)?, clock, currency, doorbell).await?;
    Ok(Arc::new(store))
}

/// Opens the photos of the shop that is kept in `database`: in `folder`, or else beside
/// the database.
///
/// # Errors
/// See [`BackendError`].
pub(crate) fn open_photos(
    database: &str,
    folder: Option<&Path>,
) -> Result<Arc<dyn Photos>, BackendError> {
    let folder = match folder {
        Some(folder) => folder.to_owned(),
        None => PhotoFolder::beside(file(database)?),
    };
    let photos = PhotoFolder::open(&folder);
    let photos = photos.map_err(|source| BackendError::Photos { folder, source })?;
    Ok(Arc::new(photos))
}

/// The file that `database` names.
fn file(database: &str) -> Result<&Path, BackendError> {
    let file = match database.split_once(':') {
        Some(("sqlite", file)) => file.trim_start_matches("//"),
        // A drive letter is no scheme.
        Some((scheme, _)) if scheme.len() > 1 && is_scheme(scheme) => {
            return Err(BackendError::UnknownScheme(scheme.to_owned()));
        }
        _ => database,
    };
    Ok(Path::new(file))
}

/// Whether the text is a scheme of URLs (RFC 3986, section 3.1).
fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}
