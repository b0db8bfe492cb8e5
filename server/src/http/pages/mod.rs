//! Drawing pages, what every one of them is given, and which of them search engines may list.

mod listed;

pub(super) use listed::{robots, sitemap};

use super::middleware::content_policy;
use app::{
    shell::shell,
    ui::{PageCursor, ShopFront},
    visitor::Visitor,
};
use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, StatusCode, Uri, header::CONTENT_SECURITY_POLICY},
    response::{IntoResponse, Response},
};
use delivery::Hub;
use domain::shop::Shop;
use leptos::{
    nonce::use_nonce,
    prelude::{IntoView, LeptosOptions, provide_context, use_context},
};
use leptos_axum::ResponseOptions;

/// What pages and server functions are drawn with.
#[derive(Clone)]
pub(crate) struct PageContext {
    pub(crate) shop: Shop,
    pub(crate) hub: Hub,
    pub(crate) leptos: LeptosOptions,
}

impl PageContext {
    /// Puts what pages and server functions need into Leptos' context.
    pub(crate) fn provide(&self) {
        provide_context(self.shop.clone());
        provide_context(self.leptos.clone());
        // Before anything is read for the page: what it shows is as new, or newer.
        provide_context(PageCursor(self.hub.head()));
        let settings = self.shop.settings();
        provide_context(ShopFront {
            name: settings.name.clone(),
            currency: settings.currency,
            languages: settings.languages.clone(),
        });
    }

    /// A page, whichever its path leads to. Its answer says what it may load.
    pub(crate) fn document(&self) -> impl IntoView + use<> {
        if let (Some(nonce), Some(answer)) = (use_nonce(), use_context::<ResponseOptions>()) {
            let policy = content_policy::of_page(&nonce, &self.leptos);
            answer.insert_header(CONTENT_SECURITY_POLICY, policy);
        }
        shell(self.leptos.clone())
    }

    /// The page at `path` in answer to a form, with what `provide` has to say beside.
    pub(crate) async fn draw(
        self,
        path: &str,
        visitor: Visitor,
        headers: HeaderMap,
        provide: impl Fn() + Clone + Send + Sync + 'static,
    ) -> Response {
        let Ok(uri) = path.parse::<Uri>() else {
            return StatusCode::BAD_REQUEST.into_response();
        };
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        request.extensions_mut().insert(visitor);
        let page = self.clone();
        let provide = move || {
            self.provide();
            provide();
        };
        let render = leptos_axum::render_app_async_with_context(provide, move || page.document());
        render(request).await
    }
}
