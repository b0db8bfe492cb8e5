//! On the server there is no stream to hold: the same name, and nothing done.

use super::feed::{Feed, Told};
use delivery::Cursor;
use std::ops::ControlFlow;

/// See the browser's `source`.
pub fn hold(
    _: Feed,
    _: impl Fn() -> Option<Cursor> + 'static,
    _: impl Fn(Told) -> ControlFlow<()> + 'static,
) {
}
