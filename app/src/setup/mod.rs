//! Setting the shop up, before there is anybody who can sign in.

pub mod forms;
pub mod page;

pub use forms::FORMS;
pub use page::{SetupRoute, SetupStartRoute};
