//! Photos of dishes, and pictures of codes that are scanned to pay.

use super::Shop;
use crate::{
    Unavailable,
    audit::{AuditAction, Author},
    menu::{ItemId, MAX_PHOTO_BYTES, MenuChange, MenuError, PhotoFile, PhotoId},
    policy::{Action, Actor},
    ports::{PhotoError, Photos},
    settings::{MAX_PAYMENT_PICTURES, SettingsError, ShopSettings},
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
        let photo = self.keep_photo::<MenuError>(file).await?;
        let change = MenuChange::SetPhoto(item, photo);
        self.store.change_menu(change, by).await?;
        Ok(())
    }

    /// Makes a picture of a file, and shows it to those who have to pay.
    ///
    /// # Errors
    /// See [`SettingsError`]; the shop keeps those that it has.
    pub async fn add_payment_picture(&self, file: Vec<u8>, by: &User) -> Result<(), SettingsError> {
        Actor::from(by).check(Action::ChangeSettings)?;
        let picture = self.keep_photo::<SettingsError>(file).await?;
        self.change_payment_pictures(by, |pictures| match pictures.contains(&picture) {
            true => Ok(()),
            false if pictures.len() == MAX_PAYMENT_PICTURES => Err(Reason::NoMore {
                max: MAX_PAYMENT_PICTURES,
            }),
            false => {
                pictures.push(picture);
                Ok(())
            }
        })
        .await
    }

    /// Shows a picture no more; its file goes within two hours.
    ///
    /// # Errors
    /// See [`SettingsError`].
    pub async fn remove_payment_picture(
        &self,
        picture: &PhotoId,
        by: &User,
    ) -> Result<(), SettingsError> {
        Actor::from(by).check(Action::ChangeSettings)?;
        self.change_payment_pictures(by, |pictures| {
            pictures.retain(|other| other != picture);
            Ok(())
        })
        .await
    }

    async fn change_payment_pictures(
        &self,
        by: &User,
        change: impl FnOnce(&mut Vec<PhotoId>) -> Result<(), Reason>,
    ) -> Result<(), SettingsError> {
        self.load_settings().await?;
        let mut settings = ShopSettings::clone(&self.settings());
        let changed = change(&mut settings.payment_pictures);
        changed.map_err(|reason| ValidationErrors::only(Field::Photo, reason))?;
        let (action, author) = (AuditAction::SettingsChanged, Author::User(by.id));
        self.save_settings(settings, action, author).await
    }

    /// Makes a photo of a file.
    async fn keep_photo<E>(&self, file: Vec<u8>) -> Result<PhotoId, E>
    where
        E: From<ValidationErrors> + From<Unavailable>,
    {
        check_size(file.len())?;
        let kept = self.photos.keep(file).await;
        kept.map_err(|error| match error {
            PhotoError::Refused(reason) => ValidationErrors::only(Field::Photo, reason).into(),
            PhotoError::Unavailable(error) => error.into(),
        })
    }

    /// A photo in a size (JPEG); `None` where there is none of that name.
    ///
    /// # Errors
    /// It could not be read.
    pub async fn photo(&self, file: &PhotoFile) -> Result<Option<Vec<u8>>, Unavailable> {
        self.photos.read(file).await
    }

    /// Removes the files of photos that are shown nowhere any more; says how many there were.
    ///
    /// # Errors
    /// The store did not answer, or the files could not be removed.
    pub async fn remove_unused_photos(&self) -> Result<usize, Unavailable> {
        let mut used = self.store.photos_in_use().await?;
        let settings = self.store.settings().await?;
        used.extend(settings.into_iter().flat_map(|kept| kept.payment_pictures));
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
