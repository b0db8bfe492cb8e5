//! The shop: the menu as a form, and placing the order that it holds.
//!
//! The page is drawn by the server and loads no WebAssembly. What is typed is kept as a cart
//! with each change (`public/order-form.js`, or a button where there are no scripts), so that the
//! page that is drawn next has it, and what it comes to.

pub mod again;
pub mod basket;
pub mod cart;
mod context;
pub mod dish;
pub mod form;
pub mod line_key;
mod menu;
pub mod menu_sections;
mod news;
mod now;
pub mod page;
pub mod place_order;
mod remembered;
pub mod structured_data;

pub use cart::KeptCart;
pub use line_key::LineKey;
pub use menu::{Dish, DishChoice, DishOptions, Section};
pub use now::ShopNow;
pub use page::ShopRoute;
pub use place_order::{LineFields, PlaceOrder, RefusedOrder};
