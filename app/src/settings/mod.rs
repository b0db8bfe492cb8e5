//! What the shop says of itself, and how it reckons.

pub mod fields;
pub mod forms;
pub mod handover;
pub mod hours;
pub mod page;
pub mod pause;
pub mod payment;
pub mod personal_data;

pub use fields::SettingsFields;
pub use forms::{FORMS, draft};
pub use page::SettingsRoute;
pub use pause::PauseRoute;
pub use payment::{PAYMENT_FORM, PAYMENT_FORMS};
