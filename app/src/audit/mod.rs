//! Who changed what, and when.

pub mod entry_row;
pub mod page;

pub use page::AuditRoute;
