//! What the kitchen has to make, and ticking it off.

pub mod address;
pub mod by_dish;
pub mod by_order;
pub mod drawing;
pub mod forms;
pub mod order_steps;
pub mod page;
pub mod tick_button;
pub mod views;

pub use forms::FORMS;
pub use page::KitchenRoute;
