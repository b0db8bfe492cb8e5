//! Drawing pages, and what every one of them is given.

use super::middleware::content_policy;
use crate::config::Settings;
use app::{shell::shell, ui::ShopFront, visitor::Visitor};
use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, Uri, header::CONTENT_SECURITY_POLICY},
    response::Response,
};
use domain::shop::Shop;
use leptos::{
    nonce::use_nonce,
    prelude::{LeptosOptions, provide_context, use_context},
};
use leptos_axum::ResponseOptions;
use std::sync::Arc;

/// What pages and server functions are drawn with.
#[derive(Clone)]
pub(crate) struct PageContext {
    pub(crate) shop: Shop,
    pub(crate) settings: Arc<Settings>,
    pub(crate) leptos: LeptosOptions,
}

impl PageContext {
    /// Puts what pages and server functions need into Leptos' context, and says what
    /// the page may load.
    pub(crate) fn provide(&self) {
        provide_context(self.shop.clone());
        provide_context(ShopFront {
            name: self.settings.shop_name.clone(),
            currency: self.settings.currency,
        });
        // Leptos gives a nonce to each page, and none to a server function.
        if let (Some(nonce), Some(answer)) = (use_nonce(), use_context::<ResponseOptions>()) {
            let policy = content_policy::of_page(&nonce, &self.leptos);
            answer.insert_header(CONTENT_SECURITY_POLICY, policy);
        }
    }

    /// The page at `path` for somebody whose form was refused: it is drawn with the
    /// form as it was sent.
    pub(crate) async fn draw<F>(
        self,
        path: &'static str,
        visitor: Visitor,
        headers: HeaderMap,
        refused: F,
    ) -> Response
    where
        F: Clone + Send + Sync + 'static,
    {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = Uri::from_static(path);
        *request.headers_mut() = headers;
        request.extensions_mut().insert(visitor);
        let options = self.leptos.clone();
        let provide = move || {
            self.provide();
            provide_context(refused.clone());
        };
        let render =
            leptos_axum::render_app_async_with_context(provide, move || shell(options.clone()));
        render(request).await
    }
}
