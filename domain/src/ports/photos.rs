//! The port through which the files of photos are kept.

use crate::{
    Unavailable,
    menu::{PhotoFile, PhotoId},
    validation::Reason,
};
use async_trait::async_trait;
use std::collections::HashSet;

/// A file was not taken as a photo; nothing of it was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// Something is wrong with the file.
    #[error("the file is not taken: {}", .0.code())]
    Refused(Reason),
    /// It could not be kept.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// The files of photos. Which dish has which photo is a matter of the menu.
#[async_trait]
pub trait Photos: Send + Sync {
    /// Makes a photo of a file, whatever the file is: upright, in each size, with nothing
    /// in it but what is to be seen. Keeps it, and gives its identity.
    async fn keep(&self, file: Vec<u8>) -> Result<PhotoId, PhotoError>;

    /// A photo in a size (JPEG); `None` where it is not kept.
    async fn read(&self, file: &PhotoFile) -> Result<Option<Vec<u8>>, Unavailable>;

    /// Removes photos that are not among these, unless they were kept just now: then
    /// their dish may be about to get them. Says how many files there were.
    async fn remove_others(&self, used: HashSet<PhotoId>) -> Result<usize, Unavailable>;
}

/// Photos of a process that serves no pages: there are none, and none can be kept.
#[derive(Debug, Clone, Copy)]
pub struct NoPhotos;

#[async_trait]
impl Photos for NoPhotos {
    async fn keep(&self, _: Vec<u8>) -> Result<PhotoId, PhotoError> {
        Err(Unavailable.into())
    }

    async fn read(&self, _: &PhotoFile) -> Result<Option<Vec<u8>>, Unavailable> {
        Ok(None)
    }

    async fn remove_others(&self, _: HashSet<PhotoId>) -> Result<usize, Unavailable> {
        Ok(0)
    }
}
