//! The shop's page for those who come with nothing of their own: drawn once for all of them.
//!
//! As the answer of [`super::shop_front`] it is good until the log goes on, or for a second. Two
//! things are another in each answer: the key of the cart, and the nonce of the page's scripts.
//! They are cut out of what was drawn, and put in anew.

use super::{middleware::content_policy, pages::PageContext, shop_front::Moment};
use app::visitor::{Visitor, cart_cookie};
use axum::{
    Extension,
    body::{self, Body},
    extract::{Request, State},
    http::{
        HeaderMap, Method, StatusCode,
        header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, SET_COOKIE},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use bytes::{Bytes, BytesMut};
use domain::language::Language;
use std::{collections::HashMap, sync::Arc};
use tokio::sync::Mutex;

/// The page as it is now, by language. Clones are the same.
#[derive(Clone, Default)]
pub(crate) struct ShopPageCache(Arc<Mutex<HashMap<Language, (Moment, Pieces)>>>);

/// A page without what is another in each answer.
#[derive(Clone)]
struct Pieces(Arc<[(Bytes, Hole)]>);

/// What comes after a piece.
#[derive(Clone, Copy)]
enum Hole {
    Key,
    Nonce,
    End,
}

/// Middleware: answers `GET /` where the visitor has no session, no cart, and is not remembered.
pub(crate) async fn answer(
    State(context): State<PageContext>,
    State(cache): State<ShopPageCache>,
    Extension(visitor): Extension<Visitor>,
    request: Request,
    next: Next,
) -> Response {
    let is_new = visitor.session.is_none() && visitor.cart.is_none() && visitor.customer.is_none();
    let is_page = request.method() == Method::GET && request.uri() == "/";
    if !(is_new && is_page) {
        return next.run(request).await;
    }
    match cache.page(&context, visitor.language).await {
        Some(pieces) => fill(&pieces, &context, &visitor),
        // It could not be drawn; the answer says so.
        None => next.run(request).await,
    }
}

impl ShopPageCache {
    /// The page of now. Who comes while it is drawn waits for it.
    async fn page(&self, context: &PageContext, language: Language) -> Option<Pieces> {
        let mut pages = self.0.lock().await;
        // Looked at before anything is read: what is read is as new, or newer.
        let moment = Moment::now(&context.shop, &context.hub);
        if let Some((of, known)) = pages.get(&language)
            && *of == moment
        {
            return Some(known.clone());
        }
        let pieces = draw(context, language).await?;
        pages.insert(language, (moment, pieces.clone()));
        Some(pieces)
    }
}

async fn draw(context: &PageContext, language: Language) -> Option<Pieces> {
    let visitor = Visitor {
        language,
        ..Visitor::default()
    };
    let page = context.clone();
    let drawn = page.draw("/", visitor, HeaderMap::new(), || {}).await;
    if drawn.status() != StatusCode::OK {
        return None;
    }
    let (key, nonce) = of_this_answer(drawn.headers())?;
    let body = body::to_bytes(drawn.into_body(), usize::MAX).await.ok()?;
    Some(Pieces::cut(std::str::from_utf8(&body).ok()?, &key, &nonce))
}

/// The key of the cart and the nonce of the scripts that were drawn.
fn of_this_answer(headers: &HeaderMap) -> Option<(String, String)> {
    let header = |name| headers.get(name)?.to_str().ok();
    let key = between(header(SET_COOKIE)?, "=", ";")?;
    let nonce = between(header(CONTENT_SECURITY_POLICY)?, "'nonce-", "'")?;
    Some((key.to_owned(), nonce.to_owned()))
}

/// What stands between the first `start` and the next `end`.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    Some(rest.split_once(end)?.0)
}

impl Pieces {
    fn cut(page: &str, key: &str, nonce: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = page;
        loop {
            let holes = [(key, Hole::Key), (nonce, Hole::Nonce)];
            let found = holes.map(|(text, hole)| Some((rest.find(text)?, text.len(), hole)));
            let first = found.into_iter().flatten().min_by_key(|(place, ..)| *place);
            let (place, length, hole) = first.unwrap_or((rest.len(), 0, Hole::End));
            pieces.push((Bytes::copy_from_slice(&rest.as_bytes()[..place]), hole));
            if matches!(hole, Hole::End) {
                return Self(pieces.into());
            }
            rest = &rest[place + length..];
        }
    }

    fn fill(&self, key: &str, nonce: &str) -> Bytes {
        let length = self.0.iter().map(|(text, _)| text.len() + 64).sum();
        let mut page = BytesMut::with_capacity(length);
        for (text, hole) in &*self.0 {
            page.extend_from_slice(text);
            page.extend_from_slice(match hole {
                Hole::Key => key.as_bytes(),
                Hole::Nonce => nonce.as_bytes(),
                Hole::End => b"",
            });
        }
        page.freeze()
    }
}

fn fill(pieces: &Pieces, context: &PageContext, visitor: &Visitor) -> Response {
    let (key, nonce) = (context.shop.request_key(), context.shop.request_key());
    let policy = content_policy::of_page(&nonce, &context.leptos);
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8".parse().ok()),
        (CACHE_CONTROL, "private, no-cache".parse().ok()),
        (CONTENT_SECURITY_POLICY, Some(policy)),
        (SET_COOKIE, Some(cart_cookie(&key, visitor.secure))),
    ];
    let mut response = Body::from(pieces.fill(&key, &nonce)).into_response();
    for (name, value) in headers {
        response
            .headers_mut()
            .extend(value.map(|value| (name, value)));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_another_in_each_answer_is_put_in_anew() {
        let pieces = Pieces::cut("<a n=N1><b k=K1><c n=N1>", "K1", "N1");
        assert_eq!(pieces.fill("K2", "N2"), "<a n=N2><b k=K2><c n=N2>");
        assert_eq!(Pieces::cut("", "K1", "N1").fill("K2", "N2"), "");
    }
}
