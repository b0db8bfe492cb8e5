//! Photos of dishes.

use super::Shop;
use crate::{
    Unavailable,
    menu::{ItemId, MAX_PHOTO_BYTES, MenuChange, MenuError, PhotoFile},
    policy::{Action, Actor},
    ports::{PhotoError, Photos},
    users::User,
    validation::{Field, Reason, ValidationErrors},
};
use std::sync::Arc;

impl Shop {
    /// The same shop with files of photos.
    #[must_use]
    pub fn with_photos(self, photos: Arc<dyn Photos>) -> Self {
        Self { photos, ..self }
    }

    /// Makes a photo of a file, and gives it to a dish.
    ///
    /// # Errors
    /// See [`MenuError`]; the dish keeps the photo that it has.
    pub async fn set_photo(&self, item: ItemId, file: Vec<u8>, by: &User) -> Result<(), MenuError> {
        Actor::from(by).check(Action::EditMenu)?;
        self.store.item(item).await?.ok_or(MenuError::NotFound)?;
        check_size(file.len())?;
        let photo = self.photos.keep(file).await.map_err(|error| match error {
            PhotoError::Refused(reason) => ValidationErrors::only(Field::Photo, reason).into(),
            PhotoError::Unavailable(error) => MenuError::from(error),
        })?;
        let change = MenuChange::SetPhoto(item, photo);
        self.store.change_menu(change, by).await?;
        Ok(())
    }

    /// A photo in a size (JPEG); `None` where there is none of that name.
    ///
    /// # Errors
    /// It could not be read.
    pub async fn photo(&self, file: &PhotoFile) -> Result<Option<Vec<u8>>, Unavailable> {
        self.photos.read(file).await
    }

    /// Removes the files of photos that no dish has; says how many there were.
    ///
    /// # Errors
    /// The store did not answer, or the files could not be removed.
    pub async fn remove_unused_photos(&self) -> Result<usize, Unavailable> {
        let used = self.store.photos_in_use().await?;
        self.photos.remove_others(used).await
    }
}

/// Whether a file of so many bytes can be a photo.
fn check_size(bytes: usize) -> Result<(), ValidationErrors> {
    let reason = match bytes {
        0 => Reason::NoFile,
        1..=MAX_PHOTO_BYTES => return Ok(()),
        _ => Reason::FileTooLarge {
            max: MAX_PHOTO_BYTES,
        },
    };
    Err(ValidationErrors::only(Field::Photo, reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_least_and_a_largest_size() {
        let reason = |bytes| check_size(bytes).err()?.of(Field::Photo);
        assert_eq!(reason(0), Some(Reason::NoFile));
        assert_eq!(reason(MAX_PHOTO_BYTES), None);
        let max = MAX_PHOTO_BYTES;
        assert_eq!(reason(max + 1), Some(Reason::FileTooLarge { max }));
    }
}
