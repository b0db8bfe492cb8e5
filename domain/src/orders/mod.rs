//! Orders: what they are, how one comes to be, and how it goes on.

mod batch;
#[cfg(test)]
mod batch_fixtures;
mod change;
mod errors;
mod new_order;
mod order;
mod pricing;
pub mod search;
mod status;

pub use batch::{LastOrder, OrderBatch};
pub use change::{OrderChanged, StatusChange};
pub use errors::{ChangeError, PlaceError, TooManyOrders};
pub use new_order::{
    CustomerDraft, LineDraft, MAX_LINES, MAX_NAME, MAX_NOTE, MAX_QUANTITY, NewLine, NewOrder,
    OrderDraft,
};
pub use order::{Customer, Handled, Order, OrderId, OrderLine, OrdersSnapshot, Placed};
pub use pricing::Priced;
pub use status::{NotAStatus, OrderStatus};
