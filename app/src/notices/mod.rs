//! What popped up, to be found again.

pub mod address;
pub mod forms;
pub mod notice_row;
pub mod page;
pub mod words;

pub use forms::FORMS;
pub use page::NoticesRoute;
