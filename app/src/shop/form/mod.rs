//! The form, as it is drawn.

pub mod faults;
pub mod fields;
pub mod handover;
pub mod order_form;
pub mod summary;

pub use order_form::OrderForm;
