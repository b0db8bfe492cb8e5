//! What to do when the database fails, in plain words, by SQLite's result codes
//! (<https://sqlite.org/rescode.html>).

/// A failure, as those who run the shop hear of it.
pub(super) struct Advice {
    /// What kind it is, in a word, for the metrics.
    pub(super) kind: &'static str,
    /// What they can do about it.
    pub(super) advice: &'static str,
}

/// What can be done about a failure.
pub(super) fn on(cause: &sqlx::Error) -> Advice {
    let code = cause.as_database_error().and_then(|error| error.code());
    let code: i32 = code.and_then(|code| code.parse().ok()).unwrap_or_default();
    // An extended code has the primary one in its lowest byte.
    let (kind, advice) = match code & 0xff {
        // SQLITE_BUSY, SQLITE_LOCKED
        5 | 6 => (
            "busy",
            "another program holds the database: end it (a backup, a database browser, a second \
             server); orders are taken again as soon as it lets go",
        ),
        // SQLITE_READONLY
        8 => (
            "readonly",
            "the database may not be written: check who owns the file and its folder, their \
             permissions, and that the disk is not mounted read-only",
        ),
        // SQLITE_IOERR
        10 => (
            "io",
            "the disk does not do as it is told: check that it is not full or failing (dmesg), \
             and that no quota or file size limit is reached",
        ),
        // SQLITE_CORRUPT, SQLITE_NOTADB
        11 | 26 => (
            "damaged",
            "the database file is damaged: end the server, keep a copy of the file, check the \
             disk, and restore the last backup",
        ),
        // SQLITE_FULL
        13 => (
            "full",
            "the disk is full: make room; orders are taken again as soon as there is some",
        ),
        // SQLITE_CANTOPEN
        14 => (
            "cannot_open",
            "the database file can't be opened: check that its folder is there and may be \
             written, and that the limit of open files is not reached",
        ),
        _ => (
            "other",
            "if it does not pass, end the server and start it again, and see what it says then",
        ),
    };
    Advice { kind, advice }
}
