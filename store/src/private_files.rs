//! The database is for its owner alone: customers' names and telephone numbers are in it.

use std::{
    ffi::OsString,
    fs::{File, OpenOptions},
    path::{Path, PathBuf},
};

/// What stands beside the database, by the end of its name.
const BESIDE: [&str; 3] = ["-wal", "-shm", LOCK];

/// The end of the name of the lock's file.
pub(crate) const LOCK: &str = "-lock";

/// A file beside the database.
pub(crate) fn beside(database: &Path, end: &str) -> PathBuf {
    let mut path = OsString::from(database);
    path.push(end);
    path.into()
}

/// How a file is opened that only its owner may read and write, once it is created.
pub(crate) fn private() -> OpenOptions {
    let mut options = File::options();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Creates the file of a database that is not there yet. SQLite would let everybody read
/// it; what it puts beside it gets the rights that it finds here.
pub(crate) fn create(database: &Path) {
    // A file that is there is not opened: closing it would end the locks that SQLite has
    // on it in this process. Where none can be created SQLite says why.
    let _ = private().create_new(true).open(database);
}

/// Says which files others may read or write as well. They stay so: somebody may want that.
pub(crate) fn tell_of_wide_rights(database: &Path) {
    let all = BESIDE.map(|end| beside(database, end));
    let all = [database.to_owned()].into_iter().chain(all);
    let open: Vec<_> = all
        .filter(|path| is_for_others(path))
        .map(|path| path.display().to_string())
        .collect();
    if !open.is_empty() {
        let files = open.join(" ");
        tracing::warn!(
            files,
            "others on this machine may open the database: see `chmod 600`"
        );
    }
}

#[cfg(unix)]
fn is_for_others(path: &Path) -> bool {
    use std::{fs, os::unix::fs::PermissionsExt};
    fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_for_others(_: &Path) -> bool {
    false
}
