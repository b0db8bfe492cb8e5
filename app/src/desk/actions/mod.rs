//! The server functions of the back office. Each is a public HTTP endpoint, and
//! checks who calls.

pub mod change_order;
pub mod load_desk;
pub mod read_notice;
pub mod sell_out;

pub use change_order::{ChangeOrder, change_order};
#[cfg(feature = "ssr")]
pub use load_desk::snapshot;
pub use load_desk::{DeskSnapshot, LoadDesk, WaitingOrder, load_desk};
pub use read_notice::{ReadNotice, read_notice};
pub use sell_out::{SellOut, sell_out};
