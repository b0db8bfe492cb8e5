//! What a shop's days came to.
//!
//! A store counts orders that are alike ([`DayFacts`]); what of it is revenue, and what
//! is compared with what, is decided here.
//!
//! | module | what it holds |
//! |---|---|
//! | `day` | a day of the shop |
//! | `tally` | so many, and what they come to |
//! | `facts` | what a store counts |
//! | `day_sums`, `fold` | the sums of a day, and how they come of that |
//! | `closing` | whether a day can be closed, and what is kept of it |
//! | `later` | what happened to a day's orders after it was closed |
//! | `day_list` | days in a list |
//! | `compared`, `dashboard` | today beside the same weekday of last week |

mod closing;
mod compared;
mod dashboard;
mod day;
mod day_list;
mod day_sums;
mod facts;
#[cfg(test)]
mod fixtures;
mod fold;
mod later;
mod tally;

pub use closing::{Close, CloseError, DayClosed, DayClosing, DayReport, KeptDay};
pub use compared::{Compared, Difference};
pub use dashboard::{Dashboard, DishCompared, HourCompared, TOP_DISHES};
pub use day::{Day, NotADay};
pub use day_list::{DayRow, DayTally};
pub use day_sums::{DaySums, DishSum, HourSum, OptionSum, PaidSum, PersonSum, ReasonSum};
pub use facts::{
    DayFacts, DishFact, MoveFact, OpenOrder, OptionFact, OrdersFact, PaidBy, ReasonFact,
};
pub use later::{LATER_SHOWN, LaterChange, LaterOrder, LaterWhat};
pub use tally::{Tally, TooLarge};
