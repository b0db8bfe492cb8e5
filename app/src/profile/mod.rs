//! What everybody may change of themselves: name, password, language, sessions.

pub mod forms;
pub mod language;
pub mod page;
pub mod session_row;

pub use forms::FORMS;
pub use page::ProfileRoute;
