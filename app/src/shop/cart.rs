//! The cart of a browser: what is in the form, kept until it is ordered.

use super::{PlaceOrder, remembered::fill_in};
use crate::visitor::{Visitor, cart_cookie};
use axum::http::header::SET_COOKIE;
use domain::{
    Unavailable,
    carts::CartKey,
    orders::Order,
    shop::{CartNow, Shop},
};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// What the page begins with.
pub struct KeptCart {
    /// The form, with what was typed.
    pub typed: PlaceOrder,
    /// The order that this browser has placed last, where it has begun no other since.
    pub ordered: Option<Order>,
}

impl KeptCart {
    /// The visitor's cart, or a new one, whose key the answer gives to the browser.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn read(shop: &Shop) -> Result<Self, Unavailable> {
        let visitor = Visitor::current();
        let key = visitor.cart.as_deref();
        let key = key.and_then(|key| key.parse::<CartKey>().ok());
        let now = match &key {
            Some(key) => shop.cart(key).await?,
            None => CartNow::Empty,
        };
        let mut ordered = None;
        match (now, key) {
            (CartNow::Kept(form), Some(key)) => {
                if let Some(typed) = PlaceOrder::decode(&form) {
                    return Ok(Self::of(typed, &key));
                }
            }
            (CartNow::Empty, Some(key)) => {
                let typed = fill_in(PlaceOrder::empty(String::new()));
                return Ok(Self::of(typed, &key));
            }
            (CartNow::Ordered(order), _) => ordered = Some(*order),
            (_, None) => {}
        }
        let key = shop.request_key();
        if let Some(response) = use_context::<ResponseOptions>() {
            response.append_header(SET_COOKIE, cart_cookie(&key, visitor.secure));
        }
        Ok(Self {
            typed: fill_in(PlaceOrder::empty(key)),
            ordered,
        })
    }

    /// What was typed, with the key under which it is kept.
    fn of(typed: PlaceOrder, key: &CartKey) -> Self {
        Self {
            typed: PlaceOrder {
                request_id: key.as_str().to_owned(),
                ..typed
            },
            ordered: None,
        }
    }
}
