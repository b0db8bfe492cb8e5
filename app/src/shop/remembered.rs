//! Who orders on this device: kept by the browser alone, where the customer wants that.

use super::PlaceOrder;
use crate::visitor::{Visitor, customer_cookie, customer_cookie_end};
use axum::http::HeaderValue;
use form_urlencoded::{Serializer, parse};

/// Fills in who orders, where this device remembers that and nothing else was typed.
pub(super) fn fill_in(mut form: PlaceOrder) -> PlaceOrder {
    let Some(customer) = Visitor::current().customer else {
        return form;
    };
    if !(form.name.is_empty() && form.phone.is_empty()) {
        return form;
    }
    for (name, value) in parse(customer.as_bytes()) {
        match &*name {
            "name" => form.name = value.into_owned(),
            "phone" => form.phone = value.into_owned(),
            "address" => form.address = value.into_owned(),
            _ => {}
        }
    }
    form.remember = "on".to_owned();
    form
}

impl PlaceOrder {
    /// The cookie by which the browser remembers who has ordered, or forgets it.
    pub fn customer_cookie(&self, secure: bool) -> HeaderValue {
        if !self.is_remembered() {
            return customer_cookie_end();
        }
        let mut customer = Serializer::new(String::new());
        customer.append_pair("name", &self.name);
        customer.append_pair("phone", &self.phone);
        customer.append_pair("address", &self.address);
        customer_cookie(&customer.finish(), secure)
    }
}
