//! What the shop's page shows now, for pages that are open.
//!
//! Many pages ask at the same moment: when they hear that the menu was changed. So the answer
//! is read and encoded once, and is good until the log goes on, or for the second in which it
//! was made: the shop opens and closes by the clock.

use super::api_error::ApiError;
use app::{shop::ShopNow, visitor::Visitor};
use axum::{
    Extension,
    extract::{Query, State, rejection::QueryRejection},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use delivery::{Hub, Seq};
use domain::{Unavailable, language::Language, shop::Shop};
use serde::Deserialize;
use std::{collections::HashMap, io::Write, sync::Arc};
use tokio::sync::Mutex;

/// How hard an answer is compressed: about as any page is.
const QUALITY: u32 = 4;

/// The answers of now. Clones are the same.
#[derive(Clone, Default)]
pub(crate) struct ShopFrontCache(Arc<Mutex<HashMap<Language, Answer>>>);

/// An answer, encoded.
#[derive(Clone)]
struct Answer {
    of: Moment,
    plain: Bytes,
    brotli: Bytes,
}

/// For when an answer is good.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    /// The newest event of the log.
    newest: Seq,
    second: i64,
}

impl Moment {
    /// This one.
    pub(super) fn now(shop: &Shop, hub: &Hub) -> Self {
        Self {
            newest: hub.newest(),
            second: shop.clock.now().millis() / 1000,
        }
    }
}

impl ShopFrontCache {
    /// The answer of now. Who comes while it is made waits for it.
    async fn answer(
        &self,
        shop: &Shop,
        hub: &Hub,
        language: Language,
    ) -> Result<Answer, Unavailable> {
        let mut answers = self.0.lock().await;
        // Looked at before anything is read: what is read is as new, or newer.
        let moment = Moment::now(shop, hub);
        if let Some(known) = answers.get(&language).filter(|known| known.of == moment) {
            return Ok(known.clone());
        }
        let now = ShopNow::read(shop, language).await?;
        // Texts and numbers have a JSON form.
        let plain = serde_json::to_vec(&now).map_err(|_| Unavailable)?;
        let answer = Answer {
            of: moment,
            brotli: compress(&plain)?,
            plain: plain.into(),
        };
        answers.insert(language, answer.clone());
        Ok(answer)
    }
}

fn compress(plain: &[u8]) -> Result<Bytes, Unavailable> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), plain.len().max(1), QUALITY, 22);
    // Memory takes all that is written.
    writer.write_all(plain).map_err(|_| Unavailable)?;
    Ok(writer.into_inner().into())
}

/// Which language is asked for; the visitor's own by default.
#[derive(Deserialize)]
pub(crate) struct Asked {
    language: Option<Language>,
}

/// `GET /api/menu/now`: the menu and the opening of the shop, as its page shows them.
pub(crate) async fn now(
    State(shop): State<Shop>,
    State(hub): State<Hub>,
    State(cache): State<ShopFrontCache>,
    Extension(visitor): Extension<Visitor>,
    asked: Result<Query<Asked>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let asked = asked.ok().and_then(|Query(asked)| asked.language);
    let language = asked.unwrap_or(visitor.language);
    let answer = cache.answer(&shop, &hub, language).await?;
    let about = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-store"),
        (header::VARY, "accept-encoding, accept-language, cookie"),
    ];
    Ok(match takes_brotli(&headers) {
        true => {
            let encoding = [(header::CONTENT_ENCODING, HeaderValue::from_static("br"))];
            (about, encoding, answer.brotli).into_response()
        }
        false => (about, answer.plain).into_response(),
    })
}

/// Whether who asks can read it: a browser says so over TLS.
fn takes_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter();
    let accepted = accepted.filter_map(|value| value.to_str().ok());
    let mut codings = accepted.flat_map(|value| value.split(','));
    codings.any(|coding| {
        let (name, quality) = coding.split_once(';').unwrap_or((coding, ""));
        name.trim() == "br" && !matches!(quality.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_is_for_those_who_take_it() {
        for (accepted, takes) in [
            ("gzip, deflate, br, zstd", true),
            ("br;q=0.5, gzip", true),
            ("gzip, deflate", false),
            ("gzip, br;q=0", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, accepted.parse().unwrap());
            assert_eq!(takes_brotli(&headers), takes, "{accepted}");
        }
        assert!(!takes_brotli(&HeaderMap::new()));
    }
}
