//! Writing to colleagues, what was written, and what is written often.

pub mod composer;
pub mod forms;
pub mod page;
pub mod sent;
pub mod templates;

pub use forms::FORMS;
pub use page::MessagesRoute;
