//! What a customer is called.

use domain::language::Language;
use std::borrow::Cow;

/// The name of a customer, or that it was removed: an order has one at first.
pub fn customer(language: Language, name: &str) -> Cow<'_, str> {
    match name {
        "" => tr!(language, "order.name_removed"),
        name => name.into(),
    }
}
