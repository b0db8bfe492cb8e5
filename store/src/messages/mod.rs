//! Messages: sending them, and who got and saw them.

mod push;
mod receipts;
mod waiting;
