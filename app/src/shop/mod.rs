//! The shop: the menu as a form, and placing the order that it holds.

pub mod basket;
mod context;
pub mod dish;
pub mod line_key;
pub mod live;
mod menu;
pub mod menu_sections;
pub mod order_faults;
pub mod order_fields;
pub mod order_form;
#[cfg(feature = "ssr")]
pub mod page;
pub mod place_order;
#[cfg(feature = "ssr")]
mod sent_form;

pub use line_key::LineKey;
pub use live::ShopNow;
pub use menu::{Dish, DishChoice, DishOptions, Section};
pub use order_form::OrderForm;
#[cfg(feature = "ssr")]
pub use page::ShopRoute;
pub use place_order::{LineFields, PlaceOrder, RefusedForm};
#[cfg(feature = "ssr")]
pub use place_order::{RefusedOrder, place};
