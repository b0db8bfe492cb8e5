//! What is seen of the orders where the page itself is not.
//!
//! | module | what it holds |
//! |---|---|
//! | `badge` | the count of orders, on icons |
//! | `notifications` | what the system shows while nobody looks at the page |

pub(crate) mod badge;
pub(super) mod notifications;
