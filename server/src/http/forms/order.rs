//! The order form: keeping what is in it, and placing the order.

use crate::http::{api_error::ApiError, pages::PageContext};
use app::{
    errors::ActionError,
    order::order_path,
    shop::{PlaceOrder, RefusedOrder, again::form_of},
    visitor::{Visitor, cart_cookie},
};
use axum::{
    Extension, Form,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    carts::CartKey,
    orders::Placed,
    shop::Shop,
    validation::{Field, ValidationErrors},
};
use leptos::prelude::provide_context;
use serde::Deserialize;

/// Where the form stands.
const PAGE: &str = "/";
/// Where that is shown what it comes to.
const SUMMARY: &str = "/#summary";

/// What a browser has sent: bytes that are no UTF-8 are marked, and refused at their field.
///
/// # Errors
/// No browser sends that.
fn read(body: &Bytes) -> Result<(String, PlaceOrder), StatusCode> {
    let text = String::from_utf8_lossy(body).into_owned();
    let form = PlaceOrder::decode(&text).ok_or(StatusCode::BAD_REQUEST)?;
    Ok((text, form))
}

/// `POST /cart`: keeps what is in the form, and leads back to it, where it is shown what that
/// comes to.
pub(super) async fn keep(
    State(shop): State<Shop>,
    Extension(visitor): Extension<Visitor>,
    body: Bytes,
) -> Result<Response, ApiError> {
    let (text, form) = match read(&body) {
        Ok(read) => read,
        Err(status) => return Ok(status.into_response()),
    };
    let Ok(key) = form.request_id.parse::<CartKey>() else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    shop.keep_cart(&key, text).await?;
    let cookie = cart_cookie(key.as_str(), visitor.secure);
    Ok(([(SET_COOKIE, cookie)], Redirect::to(SUMMARY)).into_response())
}

/// What `POST /cart/again` takes.
#[derive(Deserialize)]
pub(super) struct Again {
    /// The token of the order.
    order: String,
}

/// `POST /cart/again`: a new cart with what an order had, and the way to it; to the menu alone
/// where there is no such order.
pub(super) async fn again(
    State(shop): State<Shop>,
    Extension(visitor): Extension<Visitor>,
    Form(Again { order }): Form<Again>,
) -> Result<Response, ApiError> {
    let key = shop.request_key();
    let order = shop.store.order(&order).await?;
    let (Some(order), Ok(cart)) = (order, key.parse::<CartKey>()) else {
        return Ok(Redirect::to(PAGE).into_response());
    };
    shop.keep_cart(&cart, form_of(&order)).await?;
    let cookie = cart_cookie(&key, visitor.secure);
    Ok(([(SET_COOKIE, cookie)], Redirect::to(SUMMARY)).into_response())
}

/// Places the order, if a person can have filled in the form.
async fn placed(shop: &Shop, form: &PlaceOrder, visitor: &Visitor) -> Result<Placed, ActionError> {
    let guard = shop.check_form(form.guard(shop.clock.now()));
    guard.map_err(|reason| ValidationErrors::only(Field::Website, reason))?;
    Ok(shop.place(&form.draft(), visitor.address).await?)
}

/// `POST /order`: places the order that is in the form, and leads to its page; or draws the
/// form again with everything that was typed, and a word at each field.
pub(super) async fn place(
    State(context): State<PageContext>,
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let (_, form) = match read(&body) {
        Ok(read) => read,
        Err(status) => return status.into_response(),
    };
    match placed(&context.shop, &form, &visitor).await {
        Ok(placed) => {
            if let Ok(key) = form.request_id.parse() {
                // The order is placed, that is what counts: a cart that stays goes with its age.
                let _ = context.shop.drop_cart(&key).await;
            }
            let path = order_path(&placed.into_order().token);
            let cookie = form.customer_cookie(visitor.secure);
            ([(SET_COOKIE, cookie)], Redirect::to(&path)).into_response()
        }
        Err(error) => {
            let refused = RefusedOrder { form, error };
            let provide = move || provide_context(refused.clone());
            context.draw(PAGE, visitor, headers, provide).await
        }
    }
}
