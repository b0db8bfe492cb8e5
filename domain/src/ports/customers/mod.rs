//! The ports through which is kept what customers do, beside placing their orders.

mod carts;
mod orders;

pub use carts::Carts;
pub use orders::CustomerOrders;
