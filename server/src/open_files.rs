//! Each stream is an open file.

use std::io;

/// For how many files the system makes room at once: for 9,000 streams, and what else a
/// shop has open.
const ROOM: u64 = 16 * 1024;

/// Takes as many as the system grants, and has it make room for many.
///
/// Where threads share the table of open files, Linux waits for all processors each time
/// that the table has to grow (`expand_fdtable`). Thousands of connections that come at
/// once would find their queue full meanwhile, and ask again after a second.
pub(crate) fn allow_many() {
    match rlimit::increase_nofile_limit(u64::MAX) {
        Ok(files) => {
            tracing::debug!(files, "so many files and connections may be open");
            if let Err(cause) = make_room(files.min(ROOM)) {
                tracing::debug!(%cause, "room for open files is made as they come");
            }
        }
        Err(cause) => tracing::warn!(%cause, "the limit of open files stays as it was"),
    }
}

/// Opens a file whose number is the last of so many, and closes it: the table does not shrink
/// again.
#[cfg(unix)]
fn make_room(files: u64) -> io::Result<()> {
    let last = i32::try_from(files).map_or(i32::MAX, |files| files - 1);
    rustix::io::fcntl_dupfd_cloexec(io::stderr(), last)?;
    Ok(())
}

#[cfg(not(unix))]
fn make_room(_files: u64) -> io::Result<()> {
    Ok(())
}
