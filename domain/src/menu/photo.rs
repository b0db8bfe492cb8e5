//! Photos of dishes.

use serde::{Deserialize, Serialize};
use std::{
    fmt::{self, Write},
    str::FromStr,
};

/// The largest file that is taken as a photo, in bytes: 10 MB.
pub const MAX_PHOTO_BYTES: usize = 10 * 1024 * 1024;
/// The most pixels of a photo that is taken: what telephones make.
pub const MAX_PHOTO_PIXELS: u64 = 50_000_000;
/// For how long a photo that was removed can be brought back, in seconds: an hour.
pub const PHOTO_UNDO_SECONDS: u32 = 3600;

/// The digits of a photo's identity: those of SHA-256.
const DIGITS: usize = 64;

/// The identity of a photo: the hash of its files. The same photo has the same one, and
/// what it names never changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhotoId(String);

/// Not the name of a photo, or of a file of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a photo")]
pub struct NotAPhotoName;

impl From<[u8; DIGITS / 2]> for PhotoId {
    fn from(hash: [u8; DIGITS / 2]) -> Self {
        let empty = String::with_capacity(DIGITS);
        Self(hash.iter().fold(empty, |mut text, byte| {
            // Writing to a string can't fail.
            let _ = write!(text, "{byte:02x}");
            text
        }))
    }
}

impl TryFrom<String> for PhotoId {
    type Error = NotAPhotoName;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        match text.len() == DIGITS && text.bytes().all(is_digit) {
            true => Ok(Self(text)),
            false => Err(NotAPhotoName),
        }
    }
}

impl From<PhotoId> for String {
    fn from(photo: PhotoId) -> Self {
        photo.0
    }
}

impl fmt::Display for PhotoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PhotoId {
    /// Where a photo can be had in a size.
    pub fn url(&self, size: PhotoSize) -> String {
        format!("/photos/{}", self.file(size))
    }

    /// The file of a photo in a size.
    pub fn file(&self, size: PhotoSize) -> PhotoFile {
        PhotoFile {
            photo: self.clone(),
            size,
        }
    }
}

/// The sizes in which a photo is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhotoSize {
    /// For a list.
    Small,
    /// To look at.
    Large,
}

impl PhotoSize {
    /// Every size.
    pub const ALL: [Self; 2] = [Self::Small, Self::Large];

    /// The most pixels of its longer side.
    pub const fn pixels(self) -> u32 {
        match self {
            Self::Small => 160,
            Self::Large => 640,
        }
    }
}

/// One file of a photo.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PhotoFile {
    /// Of which photo.
    pub photo: PhotoId,
    /// In which size.
    pub size: PhotoSize,
}

impl fmt::Display for PhotoFile {
    /// Its name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}.jpg", self.photo, self.size.pixels())
    }
}

impl FromStr for PhotoFile {
    type Err = NotAPhotoName;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let (photo, _) = name.split_once('-').ok_or(NotAPhotoName)?;
        let photo = PhotoId::try_from(photo.to_owned())?;
        let files = PhotoSize::ALL.map(|size| photo.file(size));
        // One name for each file: nothing that only reads like it.
        let found = files.into_iter().find(|file| file.to_string() == name);
        found.ok_or(NotAPhotoName)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_one_name() {
        let photo = PhotoId::from([0xab; 32]);
        for size in PhotoSize::ALL {
            let file = photo.file(size);
            assert_eq!(file.to_string().parse(), Ok(file));
        }
        let id = "ab".repeat(32);
        assert_eq!(photo.url(PhotoSize::Small), format!("/photos/{id}-160.jpg"));
        for name in [
            String::new(),
            format!("{id}-161.jpg"),
            format!("{id}-0160.jpg"),
            format!("{id}-160.png"),
            format!("{id}.jpg"),
            format!("{}-160.jpg", id.to_uppercase()),
            format!("../{id}-160.jpg"),
            format!("{}-160.jpg", "../".repeat(21) + "a"),
            format!("{}-160.jpg", &id[1..]),
            format!("{id}-160.jpg\0"),
        ] {
            assert_eq!(name.parse::<PhotoFile>(), Err(NotAPhotoName), "{name}");
        }
    }

    #[test]
    fn what_is_no_identity_is_not_read_as_one() {
        let photo = PhotoId::from([7; 32]);
        let json = serde_json::to_string(&photo).unwrap();
        assert_eq!(serde_json::from_str::<PhotoId>(&json).unwrap(), photo);
        assert!(serde_json::from_str::<PhotoId>("\"../../etc/passwd\"").is_err());
    }
}
