//! What leaves the shop when nobody looks: where it goes, when, and what was sent.

pub mod channel_form;
pub mod channel_pages;
pub mod channel_row;
pub mod device_text;
pub mod devices_row;
pub mod forms;
pub mod page;
pub mod past;
pub mod routes;
pub mod rules;
pub mod text;
pub mod words;

pub use device_text::device_message;
pub use forms::FORMS;
pub use routes::ChannelsRoutes;
pub use text::{alert_message, test_message};
