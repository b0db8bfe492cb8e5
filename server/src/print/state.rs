//! What was printed, kept in a file: so that after a restart nothing is missed, and what
//! may come twice says so.

use super::error::PrintError;
use domain::orders::Order;
use serde::{Deserialize, Serialize};
use std::{
    collections::VecDeque,
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// So many tickets are remembered: more than a shop prints between two looks at the log.
const MOST: usize = 5_000;

/// What is kept. It holds nothing of customers, and nothing that opens a door.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    /// Up to where the log was worked off; `None` before anything was heard.
    cursor: Option<String>,
    /// The tickets that were printed, the oldest first.
    printed: VecDeque<String>,
    /// The tickets whose printing was begun, and not done as far as is known.
    begun: Vec<String>,
}

/// What was printed, and the file that says so.
#[derive(Debug)]
pub(super) struct State {
    file: PathBuf,
    kept: Kept,
}

impl State {
    /// What the file says; nothing was printed where there is none.
    ///
    /// # Errors
    /// The file can't be read, or is another's.
    pub(super) fn open(file: PathBuf) -> Result<Self, PrintError> {
        let kept = match read(&file) {
            Ok(kept) => kept,
            Err(source) => return Err(PrintError::State { file, source }),
        };
        let state = Self { file, kept };
        // Whoever can't write should not print first.
        state.save()?;
        Ok(state)
    }

    /// Up to where the log was worked off.
    pub(super) fn cursor(&self) -> Option<&str> {
        self.kept.cursor.as_deref()
    }

    /// Whether the order's ticket was printed.
    pub(super) fn is_printed(&self, order: &Order<String>) -> bool {
        self.kept.printed.contains(&ticket_of(order))
    }

    /// Whether the order's ticket may be on paper already, or in part.
    pub(super) fn is_begun(&self, order: &Order<String>) -> bool {
        self.kept.begun.contains(&ticket_of(order))
    }

    /// Notes that the order's ticket goes to the printer now.
    ///
    /// # Errors
    /// The file can't be written.
    pub(super) fn begin(&mut self, order: &Order<String>) -> Result<(), PrintError> {
        if !self.is_begun(order) {
            self.kept.begun.push(ticket_of(order));
        }
        self.save()
    }

    /// Notes that the order's ticket is printed.
    ///
    /// # Errors
    /// The file can't be written.
    pub(super) fn done(&mut self, order: &Order<String>) -> Result<(), PrintError> {
        let ticket = ticket_of(order);
        self.kept.begun.retain(|begun| *begun != ticket);
        self.kept.printed.push_back(ticket);
        while self.kept.printed.len() > MOST {
            self.kept.printed.pop_front();
        }
        self.save()
    }

    /// Notes up to where the log was worked off.
    ///
    /// # Errors
    /// The file can't be written.
    pub(super) fn move_on(&mut self, cursor: &str) -> Result<(), PrintError> {
        if self.cursor() == Some(cursor) {
            return Ok(());
        }
        self.kept.cursor = Some(cursor.to_owned());
        self.save()
    }

    fn save(&self) -> Result<(), PrintError> {
        write(&self.file, &self.kept).map_err(|source| PrintError::State {
            file: self.file.clone(),
            source,
        })
    }
}

/// What the file says; nothing where there is none.
fn read(file: &Path) -> io::Result<Kept> {
    match fs::read(file) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Kept::default()),
        Err(error) => Err(error),
    }
}

/// Writes it beside the file, and puts it in the file's place: at no moment is there half
/// a file.
fn write(file: &Path, kept: &Kept) -> io::Result<()> {
    let beside = file.with_extension("new");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut new = options.open(&beside)?;
    new.write_all(&serde_json::to_vec(kept)?)?;
    new.sync_all()?;
    fs::rename(&beside, file)?;
    sync_folder(file)
}

/// The name of an order's ticket. A database that was restored gives the identities of
/// orders that it lacks out again, but not at the same moment.
fn ticket_of(order: &Order<String>) -> String {
    format!("{}@{}", order.id, order.placed_at.millis())
}

/// Without it a new name may be lost when the power goes.
fn sync_folder(file: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let folder = file.parent().filter(|path| !path.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use tempfile::TempDir;

    fn order(id: i64) -> Order<String> {
        let order = json!({
            "id": id, "token": "", "number": 1, "status": "accepted", "version": 2,
            "currency": "CNY", "total": 0, "customer": {"name": "", "phone": ""}, "note": "",
            "lines": [], "placed_at": "2026-11-21T04:05:06.789Z", "placed_time": "12:05",
            "day": "2026-11-21", "handled": null,
        });
        serde_json::from_value(order).unwrap()
    }

    #[test]
    fn what_was_printed_is_known_after_a_restart() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("state.json");
        let mut state = State::open(file.clone()).unwrap();
        assert_eq!(state.cursor(), None);
        state.begin(&order(1)).unwrap();
        state.done(&order(1)).unwrap();
        state.move_on("0a:7").unwrap();
        state.begin(&order(2)).unwrap();
        let state = State::open(file).unwrap();
        assert_eq!(state.cursor(), Some("0a:7"));
        assert!(state.is_printed(&order(1)) && !state.is_begun(&order(1)));
        assert!(state.is_begun(&order(2)) && !state.is_printed(&order(2)));
    }

    #[test]
    fn of_a_file_that_is_anothers_nothing_is_taken() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("state.json");
        fs::write(&file, "what").unwrap();
        assert!(State::open(file.clone()).is_err());
        assert_eq!(fs::read_to_string(file).unwrap(), "what");
    }
}
