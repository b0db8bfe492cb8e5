//! What the shop's streams tell, and to whom.

mod back_office;
mod delivery_tracker;
mod order;
mod registered;

pub(crate) use back_office::BackOffice;
pub(crate) use delivery_tracker::DeliveryTracker;
pub(crate) use order::OrderProgress;
pub(crate) use registered::RegisteredStreams;

/// Every kind of stream, as it is counted.
pub(crate) const FEEDS: [&str; 3] = [BackOffice::NAME, OrderProgress::NAME, CLOCK];
/// The name of the clock's streams, which read no log.
pub(crate) const CLOCK: &str = "clock";
