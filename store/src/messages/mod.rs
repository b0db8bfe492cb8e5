//! Messages: sending them, who got, saw and read them, and what is written often.

mod about_order;
mod notices;
mod push;
mod receipts;
mod sent;
mod templates;
mod waiting;
