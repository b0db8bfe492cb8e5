//! What the pages of all features are made of.

#[cfg(feature = "ssr")]
pub mod chart;
pub mod connection_status;
pub mod focus;
#[cfg(feature = "ssr")]
pub mod header;
pub mod icon;
#[cfg(feature = "ssr")]
pub mod islands;
#[cfg(feature = "ssr")]
pub mod key_help;
#[cfg(feature = "ssr")]
pub mod notice;
pub mod order_lines;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod page_style;
#[cfg(feature = "ssr")]
pub mod scripts;
#[cfg(feature = "ssr")]
pub mod shop_front;
pub mod status_badge;
#[cfg(feature = "ssr")]
pub mod text_field;

pub use connection_status::ConnectionStatus;
pub use focus::focus;
#[cfg(feature = "ssr")]
pub use header::Header;
pub use icon::{Icon, Shape};
#[cfg(feature = "ssr")]
pub use islands::LoadIslands;
#[cfg(feature = "ssr")]
pub use key_help::{KeyHelp, ListKeys};
#[cfg(feature = "ssr")]
pub use notice::{NotFound, unavailable};
pub use order_lines::{OrderLines, chosen_options, customer_note, handover_line};
#[cfg(feature = "ssr")]
pub use page::Page;
#[cfg(feature = "ssr")]
pub use page_style::PageStyle;
#[cfg(feature = "ssr")]
pub use scripts::{Bell, PageScript, PrintAccepted, PrintAcceptedSetting, TICKET_WIDTHS};
#[cfg(feature = "ssr")]
pub use shop_front::{PageCursor, ShopFront};
pub use status_badge::StatusBadge;
#[cfg(feature = "ssr")]
pub use text_field::TextField;
