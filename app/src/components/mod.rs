//! What pages are made of. `OrderForm`, `Progress` and `DeskIsland` are islands:
//! they come to life in the browser; everything else is drawn by the server or
//! inside of one of them.

pub mod basket;
pub mod desk_island;
pub mod dish_row;
mod dismissed;
pub mod header;
pub mod icon;
pub mod link_chip;
pub mod message_form;
pub mod mover;
pub mod order_card;
pub mod order_faults;
pub mod order_fields;
pub mod order_form;
pub mod order_lines;
pub mod progress;
pub mod status_badge;
pub mod status_bar;
pub mod text_field;
pub mod toast;
pub mod toaster;

pub use desk_island::DeskIsland;
pub use header::Header;
pub use icon::{Icon, Shape};
pub use order_form::{Dish, OrderForm, Refused, Section};
pub use progress::Progress;
pub use text_field::TextField;
