//! `/admin/orders/{id}`: one order, with all that can be done about it.

pub mod call_off;
pub mod earlier;
mod forms;
pub mod moves;
pub mod page;
pub mod payment;
pub mod timeline;
pub mod viewers;
pub mod write;
pub mod write_customer;

pub use forms::FORMS;
pub use page::OrderDetailRoute;
