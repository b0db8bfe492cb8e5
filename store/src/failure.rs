//! What kind a failure of the database is, and what to do about it, in plain
//! words, by SQLite's result codes (<https://sqlite.org/rescode.html>).

use strum::{IntoStaticStr, VariantArray};

/// What kind a failure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub(crate) enum FailureKind {
    /// Another program holds the database.
    Busy,
    /// The database may not be written.
    #[strum(serialize = "readonly")]
    ReadOnly,
    /// The disk fails.
    Io,
    /// The file is no sound database any more.
    Damaged,
    /// The disk is full.
    Full,
    /// The file can't be opened.
    CannotOpen,
    /// Anything else.
    Other,
}

impl FailureKind {
    /// What kind that failure is.
    pub(crate) fn of(cause: &sqlx::Error) -> Self {
        let code = cause.as_database_error().and_then(|error| error.code());
        let code: i32 = code.and_then(|code| code.parse().ok()).unwrap_or_default();
        // An extended code has the primary one in its lowest byte.
        match code & 0xff {
            5 | 6 => Self::Busy,      // SQLITE_BUSY, SQLITE_LOCKED
            8 => Self::ReadOnly,      // SQLITE_READONLY
            10 => Self::Io,           // SQLITE_IOERR
            11 | 26 => Self::Damaged, // SQLITE_CORRUPT, SQLITE_NOTADB
            13 => Self::Full,         // SQLITE_FULL
            14 => Self::CannotOpen,   // SQLITE_CANTOPEN
            _ => Self::Other,
        }
    }

    /// What those who run the shop can do about it.
    pub(crate) const fn advice(self) -> &'static str {
        match self {
            Self::Busy => {
                "another program holds the database: end it (a backup, a database browser, a second \
                 server); orders are taken again as soon as it lets go"
            }
            Self::ReadOnly => {
                "the database may not be written: check who owns the file and its folder, their \
                 permissions, and that the disk is not mounted read-only"
            }
            Self::Io => {
                "the disk does not do as it is told: check that it is not full or failing (dmesg), \
                 and that no quota or file size limit is reached"
            }
            Self::Damaged => {
                "the database file is damaged: end the server, keep a copy of the file, check the \
                 disk, and restore the last backup"
            }
            Self::Full => {
                "the disk is full: make room; orders are taken again as soon as there is some"
            }
            Self::CannotOpen => {
                "the database file can't be opened: check that its folder is there and may be \
                 written, and that the limit of open files is not reached"
            }
            Self::Other => {
                "if it does not pass, end the server and start it again, and see what it says then"
            }
        }
    }
}
