//! Photos of dishes: files in a folder beside the database.
//!
//! | module | what it does |
//! |---|---|
//! | `prepare` | makes a photo of whatever was uploaded |
//! | `shrink` | makes a picture small, and opaque |
//! | `jpeg` | finds out whether a JPEG has its end |
//! | `files` | writes, reads and removes the files |

mod files;
mod jpeg;
mod prepare;
mod shrink;
#[cfg(test)]
mod tests;

use async_trait::async_trait;
use domain::{
    Unavailable,
    menu::{PhotoFile, PhotoId},
    ports::{PhotoError, Photos},
};
use files::Folder;
use std::{
    collections::HashSet,
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::{sync::Semaphore, task::spawn_blocking};

/// A large photo takes some hundred MB while it is made: more than one at a time would
/// let whoever uploads fill the memory.
const AT_A_TIME: usize = 1;

/// The photos of a shop, in a folder of its own. Two shops can't share one: each would
/// remove what the other has.
pub struct PhotoFolder {
    folder: Arc<Folder>,
    making: Arc<Semaphore>,
}

impl PhotoFolder {
    /// Opens a folder, and creates it, for its owner alone, if there is none.
    ///
    /// # Errors
    /// It can't be created.
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self {
            folder: Arc::new(Folder::open(path)?),
            making: Arc::new(Semaphore::new(AT_A_TIME)),
        })
    }

    /// Where the photos are that belong to a database: beside it, by its name.
    pub fn beside(database: &Path) -> PathBuf {
        let mut path = OsString::from(database);
        path.push("-photos");
        path.into()
    }

    /// Does something about the files beside the server's threads.
    async fn with_folder<T: Send + 'static>(
        &self,
        operation: &'static str,
        work: impl FnOnce(&Folder) -> io::Result<T> + Send + 'static,
    ) -> Result<T, Unavailable> {
        let folder = self.folder.clone();
        let done = spawn_blocking(move || work(&folder)).await;
        let done = done.unwrap_or_else(|cause| Err(io::Error::other(cause)));
        done.map_err(|cause| failed(operation, &cause))
    }
}

/// Says in the log what the folder's disk does not do.
fn failed(operation: &str, cause: &io::Error) -> Unavailable {
    tracing::error!(operation, %cause, "the folder of the photos does not do as it is told");
    Unavailable
}

#[async_trait]
impl Photos for PhotoFolder {
    async fn keep(&self, file: Vec<u8>) -> Result<PhotoId, PhotoError> {
        let permit = self.making.clone().acquire_owned().await;
        let permit = permit.map_err(|_| Unavailable)?;
        let folder = self.folder.clone();
        let making = spawn_blocking(move || {
            // Until it is done, whether or not anybody still waits for it.
            let _permit = permit;
            let made = prepare::prepare(&file).map_err(PhotoError::Refused)?;
            let kept = folder.write(&made.files);
            kept.map_err(|cause| failed("keep a photo", &cause))?;
            Ok(made.photo)
        });
        let unavailable = |cause| failed("keep a photo", &io::Error::other(cause));
        making.await.map_err(unavailable)?
    }

    async fn read(&self, file: &PhotoFile) -> Result<Option<Vec<u8>>, Unavailable> {
        let name = file.to_string();
        self.with_folder("read a photo", move |folder| folder.read(&name))
            .await
    }

    async fn remove_others(&self, used: HashSet<PhotoId>) -> Result<usize, Unavailable> {
        self.with_folder("remove photos", move |folder| folder.remove_others(&used))
            .await
    }
}
