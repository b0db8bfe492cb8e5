//! `/admin/orders/{id}/edit`: what an order has, until somebody accepts it.

mod forms;
pub mod kept_lines;
pub mod page;

pub use forms::FORMS;
pub use page::EditOrderRoute;
