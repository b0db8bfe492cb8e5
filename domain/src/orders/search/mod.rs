//! Finding orders among all that there ever were: what is asked for, and what is found.
//!
//! | module | what it holds |
//! |---|---|
//! | `filter` | which orders |
//! | `period` | of which days |
//! | `text` | that something in them reads so |
//! | `query` | the filter, the order in which they stand, and the place in it; as an address says it |
//! | `found` | what was found |
//! | `ticks` | orders that were ticked, and what became of each |
//! | `view` | filters that are kept |

mod filter;
mod found;
mod period;
mod query;
mod text;
mod ticks;
mod view;

pub use filter::OrderFilter;
pub use found::{FoundOrders, MOST_COUNTED_ORDERS};
pub use period::{Days, Period, RecentPeriod};
pub use query::{OrderQuery, OrderSort, Place};
pub use text::{MAX_SEARCH_TEXT, SearchText};
pub use ticks::{BulkAnswer, MAX_TICKS, RefusedChange, Tick, order_ids};
pub use view::{MAX_VIEW_NAME, MAX_VIEWS, OrderView, OrderViewId, ViewError, view_name};
