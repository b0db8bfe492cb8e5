//! What pages do by scripts of their own, which are no WebAssembly.

mod bell;
mod page_script;
mod print_accepted;

pub use bell::Bell;
pub use page_script::PageScript;
pub use print_accepted::{PrintAccepted, PrintAcceptedSetting, TICKET_WIDTHS};
