//! The order form as a browser sends it by itself, before the WebAssembly is
//! loaded or without it.
//!
//! Leptos answers a refused form with a redirect that carries the error in its
//! URL, and what was typed is gone. Here the page is drawn again instead, with
//! everything that was typed and a word at each field.

use crate::http::pages::PageContext;
use app::{
    order::order_path,
    shop::{PlaceOrder, RefusedOrder, place},
    visitor::Visitor,
};
use axum::{
    Extension, body,
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::provide_context;

/// Middleware: answers the form of `/order` where it was sent as a page's.
pub(crate) async fn answer(
    State(context): State<PageContext>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
    next: Next,
) -> Response {
    let is_form = request.method() == Method::POST
        && request.uri().path() == "/order"
        && wants_page(request.headers());
    if !is_form {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    // It was read before, and is in memory.
    let Ok(bytes) = body::to_bytes(body, usize::MAX).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    // Bytes that are no UTF-8 are marked, and refused at their field.
    let text = String::from_utf8_lossy(&bytes);
    let Some(form) = PlaceOrder::decode(&text) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    match place(&context.shop, &form.draft(), &visitor).await {
        Ok(placed) => {
            let token = placed.into_order().token;
            Redirect::to(&order_path(&token)).into_response()
        }
        Err(error) => {
            let refused = RefusedOrder { form, error };
            let provide = move || provide_context(refused.clone());
            context.draw("/", visitor, parts.headers, provide).await
        }
    }
}

fn wants_page(headers: &HeaderMap) -> bool {
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}
