//! What a customer learns of an order, and may do about it: by its token alone.

mod cancel;
mod hurry;
mod look_up;
mod note;
mod rating;
mod story;

pub use cancel::CustomerCancel;
pub use hurry::{HurryError, OrderHurried};
pub use look_up::{LookUpError, TooManyLookUps};
pub use note::{CustomerNote, MAX_CUSTOMER_NOTE, NewNote, NoteError};
pub use rating::{MAX_COMMENT, MAX_STARS, OrderRated, RateError, Rating};
pub use story::OrderStory;
