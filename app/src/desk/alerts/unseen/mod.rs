//! What is seen of the orders where the page itself is not.
//!
//! | module | what it holds |
//! |---|---|
//! | `badge` | the count of orders, on icons |
//! | `notifications` | what the system shows while nobody looks at the page |

mod badge;
pub(super) mod notifications;

use super::context::Alerts;

/// Keeps all of it up to date for as long as the page lives.
pub(super) fn mount(alerts: Alerts) {
    badge::mount(alerts);
    notifications::mount(alerts);
}
