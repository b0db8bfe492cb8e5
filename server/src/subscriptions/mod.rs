//! What the shop's streams tell, and to whom.

mod back_office;
mod board;
mod delivery_tracker;
mod order;
mod program;
mod registered;
mod shop_front;

pub(crate) use back_office::BackOffice;
pub(crate) use board::{BoardLinks, BoardNews};
pub(crate) use delivery_tracker::DeliveryTracker;
pub(crate) use order::OrderProgress;
pub(crate) use program::ProgramOrders;
pub(crate) use registered::RegisteredStreams;
pub(crate) use shop_front::ShopFrontNews;

/// Every kind of stream, as it is counted.
pub(crate) const FEEDS: [&str; 6] = [
    BackOffice::NAME,
    BoardNews::NAME,
    OrderProgress::NAME,
    ProgramOrders::NAME,
    ShopFrontNews::NAME,
    CLOCK,
];
/// The name of the clock's streams, which read no log.
pub(crate) const CLOCK: &str = "clock";
