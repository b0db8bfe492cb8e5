//! How and when an order is handed over.

use domain::{
    handover::{Handover, Way},
    language::Language,
    orders::Moment,
};
use std::borrow::Cow;

/// What a way is called.
pub fn way(language: Language, way: Way) -> Cow<'static, str> {
    match way {
        Way::PickUp => tr!(language, "handover.pick_up"),
        Way::Table => tr!(language, "handover.table"),
        Way::Delivery => tr!(language, "handover.delivery"),
    }
}

/// In which way, where, and when, on one line; blank for what is picked up as soon as it is
/// ready.
pub fn handover(language: Language, handover: &Handover, wanted: Option<&Moment>) -> String {
    if handover.is_pick_up() && wanted.is_none() {
        return String::new();
    }
    let mut text = way(language, handover.way).into_owned();
    let place = handover.place();
    if !place.is_empty() {
        text.push_str(if handover.way == Way::Table {
            " "
        } else {
            ": "
        });
        text.push_str(place);
    }
    if let Some(wanted) = wanted {
        text.push_str(" · ");
        text.push_str(&tr!(language, "handover.wanted", time = wanted.time));
    }
    text
}
