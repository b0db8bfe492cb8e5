//! A text that changes with the signals that it reads.

use std::borrow::Cow;

/// A text that changes. It is of one type, whatever makes it: the WebAssembly has the code that
/// draws it and draws it again once, and not for each closure.
pub type LiveText = Box<dyn FnMut() -> Cow<'static, str> + Send>;

/// What `text` says, as the signals that it reads change.
pub fn live_text<Text: Into<Cow<'static, str>>>(
    text: impl Fn() -> Text + Send + 'static,
) -> LiveText {
    Box::new(move || text().into())
}
