//! Orders: what they are, how one comes to be, and how it goes on.

mod batch;
#[cfg(test)]
mod batch_fixtures;
mod change;
mod customer;
mod edit;
mod errors;
mod history;
mod moment;
mod new_order;
mod order;
mod payment;
mod pricing;
mod reason;
pub mod search;
mod status;
mod stock;
mod undo;
mod viewers;

pub use batch::{LastOrder, OrderBatch};
pub use change::{DecidedChange, Move, OrderChange, OrderChanged, PROMISES, Step};
pub use customer::{
    CustomerCancel, CustomerNote, HurryError, LookUpError, MAX_COMMENT, MAX_CUSTOMER_NOTE,
    MAX_STARS, NewNote, NoteError, OrderHurried, OrderRated, OrderStory, RateError, Rating,
    TooManyLookUps,
};
pub use edit::{DecidedEdit, EditDraft, OrderEdit};
pub use errors::{ChangeError, LimitOf, PlaceError, TakeError, TooManyOrders};
pub use history::{HistoryEntry, What};
pub use moment::{Handled, Moment};
pub use new_order::{
    CustomerDraft, LineDraft, MAX_LINES, MAX_NAME, MAX_NOTE, MAX_QUANTITY, NewLine, NewOrder,
    OrderDraft,
};
pub use order::{Customer, Order, OrderId, OrderLine, OrdersSnapshot, Placed};
pub use payment::{MAX_REFUND_REASON, Payment, Refund};
pub use pricing::Priced;
pub use reason::{MAX_REASON, ReasonKind, StatusReason};
pub use status::{NotAStatus, OrderStatus};
pub use stock::StockMove;
pub use undo::{KeptOrder, UNDO_SECONDS, Undo};
pub use viewers::OrderViewers;
