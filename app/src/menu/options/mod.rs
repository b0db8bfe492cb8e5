//! The pages of the options that dishes can have.

pub mod forms;
pub mod group_form;
pub mod page;

pub use forms::FORMS;
pub use page::{NewOptionGroupRoute, OptionGroupRoute, OptionGroupsRoute};
