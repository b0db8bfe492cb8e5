//! On the server there is no stream to open: the same name, and nothing done.

use crate::live::update::{StreamTarget, Update};
use delivery::Cursor;
use std::ops::ControlFlow;

/// See the browser's end.
pub fn open(
    _: StreamTarget,
    _: impl Fn() -> Option<Cursor> + 'static,
    _: impl Fn(Update) -> ControlFlow<()> + 'static,
) {
}
