//! `/admin`: today's orders.

pub mod card_actions;
pub mod island;
pub mod message_form;
pub mod order_card;
pub mod order_list;
#[cfg(feature = "ssr")]
pub mod page;
pub mod sell_out_list;

pub use island::OrdersIsland;
#[cfg(feature = "ssr")]
pub use page::DeskRoute;
