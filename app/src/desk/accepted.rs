//! Tells the page's scripts of an order that was accepted on it: `public/print-accepted.js`
//! prints its ticket.

use domain::orders::OrderId;
use js_sys::Reflect;
use leptos::{prelude::document, web_sys::Event};

/// The name of the event of the document. Its `order` is the order's id, as a text.
const ACCEPTED: &str = "orderbell:accepted";

/// Tells them.
pub(super) fn tell(order: OrderId) {
    if let Ok(event) = Event::new(ACCEPTED) {
        // An event takes what is set, and nobody prevents it.
        let _ = Reflect::set(&event, &"order".into(), &order.to_string().into());
        let _ = document().dispatch_event(&event);
    }
}
