//! `/admin`: today's orders.

pub mod card_actions;
#[cfg(feature = "ssr")]
pub mod forms;
#[cfg(feature = "ssr")]
pub mod message_form;
pub mod order_card;
pub mod order_list;
#[cfg(feature = "ssr")]
pub mod page;
pub mod sell_out_list;

#[cfg(feature = "ssr")]
pub use forms::{FORMS, send_message};
#[cfg(feature = "ssr")]
pub use page::DeskRoute;
