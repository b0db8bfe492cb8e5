//! Until the shop is set up, every page leads to where that is said.

use axum::{
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use domain::shop::Shop;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// What is known of whether the shop is set up; once it is, it stays so.
#[derive(Clone)]
pub(crate) struct SetupGate {
    shop: Shop,
    is_set_up: Arc<AtomicBool>,
}

impl SetupGate {
    pub(crate) fn new(shop: Shop) -> Self {
        Self {
            shop,
            is_set_up: Arc::default(),
        }
    }

    async fn is_open(&self) -> bool {
        if self.is_set_up.load(Ordering::Relaxed) {
            return true;
        }
        // A store that does not answer is told of by the page.
        let is_set_up = match self.shop.is_set_up().await {
            Ok(is_set_up) => is_set_up,
            Err(_) => return true,
        };
        if is_set_up {
            self.is_set_up.store(true, Ordering::Relaxed);
        }
        is_set_up
    }
}

/// Middleware: leads to the set-up.
pub(crate) async fn lead(State(gate): State<SetupGate>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_page = request.method() == Method::GET && !path.contains('.');
    let is_setup = path == "/setup" || path.starts_with("/setup/");
    if is_page && !is_setup && !gate.is_open().await {
        return Redirect::to("/setup").into_response();
    }
    next.run(request).await
}
