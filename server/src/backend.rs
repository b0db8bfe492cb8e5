//! What the shop is kept in, chosen by the scheme of `--database`.

use delivery::{Doorbell, Log};
use domain::{ShopClock, money::Currency, ports::Store};
use std::{path::Path, sync::Arc};
use store::{OpenError, SqliteStore};

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
    let file = match database.split_once(':') {
        Some(("sqlite", file)) => file.trim_start_matches("//"),
        // A drive letter is no scheme.
        Some((scheme, _)) if scheme.len() > 1 && is_scheme(scheme) => {
            return Err(BackendError::UnknownScheme(scheme.to_owned()));
        }
        _ => database,
    };
    let store = SqliteStore::open(Path::new(file), clock, currency, doorbell).await?;
    Ok(Arc::new(store))
}

/// Whether the text is a scheme of URLs (RFC 3986, section 3.1).
fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}
