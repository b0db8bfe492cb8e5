//! What the shop sells.

mod category;
mod change;
mod draft;
mod example;
mod item;
mod mark;
pub mod options;
mod order;
mod photo;
pub mod sheet;

pub use crate::ids::{CategoryId, ChoiceId, ItemId, OptionGroupId};
pub use category::{Category, CategoryFields, CategoryName, NewCategory, NewMenu};
pub use change::{MenuChange, MenuChanged, MenuError};
pub use draft::{
    ItemDraft, MAX_DESCRIPTION, MAX_ITEM_NAME, MAX_STATION, MAX_STOCK, category_fields,
    category_name,
};
pub use example::example;
pub use item::{Item, ItemFields};
pub use mark::Mark;
pub use order::{Direction, moved, placed};
pub use photo::{
    MAX_PHOTO_BYTES, MAX_PHOTO_PIXELS, NotAPhotoName, PHOTO_UNDO_SECONDS, PhotoFile, PhotoId,
    PhotoSize,
};
