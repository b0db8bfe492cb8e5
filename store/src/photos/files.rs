//! The files of photos, in one folder. A file is there as a whole or not at all.

use domain::menu::{PhotoFile, PhotoId};
use std::{
    collections::HashSet,
    fs::{self, DirBuilder, DirEntry, File},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};
use tempfile::{Builder, NamedTempFile};

/// What the names of files begin with that are being written.
const UNFINISHED: &str = ".photo-";
/// How long a file is kept that no dish has. Whoever uploads it keeps it first, and then
/// gives it to a dish, maybe in another process.
const GRACE: Duration = Duration::from_secs(3600);

/// The folder.
pub(super) struct Folder {
    path: PathBuf,
    /// Held while a file is put in its place, or found to be unused and removed: what is
    /// written anew under its name must not go with the old one.
    changing: Mutex<()>,
}

impl Folder {
    /// Opens it, and creates it if there is none.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)?;
        Ok(Self {
            path: path.to_owned(),
            changing: Mutex::default(),
        })
    }

    /// Writes files: all, or none where the disk is full. They outlast a power cut.
    pub(super) fn write(&self, files: &[(PhotoFile, Vec<u8>)]) -> io::Result<()> {
        let written = files.iter().map(|(_, bytes)| self.write_unfinished(bytes));
        // What was written goes by itself if one of them fails.
        let written = written.collect::<io::Result<Vec<_>>>()?;
        let _changing = self.lock();
        for (file, (name, _)) in written.into_iter().zip(files) {
            let path = self.path.join(name.to_string());
            file.persist(path).map_err(|error| error.error)?;
        }
        // The names, too, have to outlast it.
        #[cfg(unix)]
        File::open(&self.path)?.sync_all()?;
        Ok(())
    }

    /// A file of no name yet, which its owner alone may read and write.
    fn write_unfinished(&self, bytes: &[u8]) -> io::Result<NamedTempFile> {
        let mut file = Builder::new().prefix(UNFINISHED).tempfile_in(&self.path)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    }

    /// A file by its name; `None` where there is none.
    pub(super) fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.path.join(name)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(cause),
        }
    }

    /// Removes the files of other photos than these, and what was not written to its
    /// end, once they are old enough. What else is in the folder stays.
    pub(super) fn remove_others(&self, used: &HashSet<PhotoId>) -> io::Result<usize> {
        let Some(before) = SystemTime::now().checked_sub(GRACE) else {
            return Ok(0);
        };
        let mut removed = 0;
        for entry in fs::read_dir(&self.path)? {
            let entry = entry?;
            if is_unused(&entry, used) && self.remove_old(&entry.path(), before)? {
                removed += 1;
            }
        }
        Ok(removed)
    }

    fn lock(&self) -> MutexGuard<'_, ()> {
        self.changing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Removes a file, if it was written before then.
    fn remove_old(&self, path: &Path, before: SystemTime) -> io::Result<bool> {
        let _changing = self.lock();
        let removed = fs::metadata(path)
            .and_then(|file| file.modified())
            .and_then(|written| match written < before {
                true => fs::remove_file(path).map(|()| true),
                false => Ok(false),
            });
        match removed {
            // Another process removes them too.
            Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(false),
            removed => removed,
        }
    }
}

fn is_unused(entry: &DirEntry, used: &HashSet<PhotoId>) -> bool {
    let name = entry.file_name();
    name.to_str().is_some_and(|name| {
        let photo = name.parse::<PhotoFile>();
        name.starts_with(UNFINISHED) || photo.is_ok_and(|file| !used.contains(&file.photo))
    })
}
