//! The menu as a table: taking it home, and bringing it back.

pub mod forms;
pub mod links;
pub mod page;
pub mod preview;
pub mod texts;

pub use forms::{FORMS, IMPORT_FORM};
pub use links::SheetLinks;
pub use page::ImportRoute;
