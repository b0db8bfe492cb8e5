//! What pages do by scripts of their own, which are no WebAssembly.

pub mod bell;
pub mod page_script;
pub mod print_accepted;

pub use bell::Bell;
pub use page_script::PageScript;
pub use print_accepted::{PrintAccepted, PrintAcceptedSetting, TICKET_WIDTHS};
