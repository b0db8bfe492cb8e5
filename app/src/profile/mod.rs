//! What everybody may change of themselves: name, password, language, sessions, and which
//! devices ring with the page closed.

pub mod device_name;
pub mod device_row;
pub mod device_test;
pub mod devices;
pub mod forms;
pub mod language;
pub mod page;
pub mod session_row;

pub use forms::FORMS;
pub use page::ProfileRoute;
