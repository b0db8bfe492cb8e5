//! Writing to colleagues, what was written, and what is written often.

pub mod composer;
pub mod forms;
pub mod page;
pub mod readers;
pub mod sent;
pub mod templates;
pub mod title;

pub use forms::FORMS;
pub use page::MessagesRoute;
pub use readers::Readers;
pub use title::message_title;
