//! What a browser sends with a form, with files or without.

use crate::http::{
    api_error::ApiError,
    middleware::body::{MOST_POURED, is_too_large},
};
use axum::{
    body::{self, Body, Bytes},
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::MultipartError},
    http::{HeaderMap, HeaderValue, header::CONTENT_TYPE},
};
use hyper::body::Body as _;

/// What a part of a form counts beside what is in it: many empty ones are large, too.
const PART: usize = 256;

/// The fields of a form, by their names.
#[derive(Default)]
pub(super) struct Fields {
    pub(super) texts: Vec<(String, String)>,
    pub(super) files: Vec<(String, Bytes)>,
    /// Whether something was so large that it was not kept.
    pub(super) is_too_large: bool,
}

impl Fields {
    fn too_large() -> Self {
        Self {
            is_too_large: true,
            ..Self::default()
        }
    }
}

/// Reads a form, of which up to `largest` bytes are kept. What is larger is poured away,
/// and the rest is kept: a browser that is still sending shows no answer. Bytes of a text
/// that are no UTF-8 are marked, and refused at their field.
///
/// # Errors
/// It broke off, or it is a multipart form that ends too early, or the like.
pub(super) async fn read(
    headers: &HeaderMap,
    body: Body,
    largest: usize,
) -> Result<Fields, ApiError> {
    if body.size_hint().lower() > MOST_POURED as u64 {
        return Ok(Fields::too_large());
    }
    let kind = headers.get(CONTENT_TYPE);
    match kind.filter(|kind| kind.as_bytes().starts_with(b"multipart/form-data")) {
        Some(kind) => read_parts(kind.clone(), body, largest).await,
        // No browser sends a file in that way.
        None => match body::to_bytes(body, largest).await {
            Ok(body) => Ok(Fields {
                texts: form_urlencoded::parse(&body).into_owned().collect(),
                ..Fields::default()
            }),
            Err(error) if is_too_large(&error) => Ok(Fields::too_large()),
            Err(error) => Err(ApiError::UNREADABLE.with_detail(error.to_string())),
        },
    }
}

async fn read_parts(kind: HeaderValue, body: Body, largest: usize) -> Result<Fields, ApiError> {
    let mut request = Request::new(body);
    // The limits are those below.
    DefaultBodyLimit::disable().apply(&mut request);
    request.headers_mut().insert(CONTENT_TYPE, kind);
    let unreadable = |text: String| ApiError::UNREADABLE.with_detail(text);
    let parts = Multipart::from_request(request, &()).await;
    let mut parts = parts.map_err(|error| unreadable(error.body_text()))?;
    let broken = |error: MultipartError| unreadable(error.body_text());
    let mut fields = Fields::default();
    let (mut room, mut length) = (largest, 0);
    while let Some(mut part) = parts.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_owned();
        let is_file = part.file_name().is_some();
        let mut left = room.checked_sub(PART + name.len());
        let mut kept = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(broken)? {
            length += chunk.len();
            if length > MOST_POURED {
                fields.is_too_large = true;
                return Ok(fields);
            }
            left = left.and_then(|left| left.checked_sub(chunk.len()));
            match left {
                Some(_) => kept.extend_from_slice(&chunk),
                None => kept = Vec::new(),
            }
        }
        let Some(left) = left else {
            fields.is_too_large = true;
            continue;
        };
        room = left;
        match is_file {
            true => fields.files.push((name, kept.into())),
            false => {
                let text = String::from_utf8_lossy(&kept).into_owned();
                fields.texts.push((name, text));
            }
        }
    }
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::iter::repeat_n;

    /// A form of parts: a name each, and so many bytes, in a file or as a text.
    async fn sent(parts: &[(&str, usize, bool)], largest: usize) -> Fields {
        let mut body = String::new();
        for (name, length, is_file) in parts {
            let file = if *is_file { "; filename=\"a\"" } else { "" };
            let head =
                format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
            body.extend([&*head, &"a".repeat(*length), "\r\n"]);
        }
        body.push_str("--x--\r\n");
        let kind = HeaderValue::from_static("multipart/form-data; boundary=x");
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, kind)]);
        let fields = read(&headers, Body::from(body), largest).await;
        fields.unwrap()
    }

    #[tokio::test]
    async fn what_is_too_large_goes_and_the_rest_stays() {
        let parts = [
            ("before", 10, false),
            ("file", 9_000, true),
            ("after", 20, false),
        ];
        let fields = sent(&parts, 10_000).await;
        assert!(!fields.is_too_large);
        assert_eq!((fields.texts.len(), fields.files[0].1.len()), (2, 9_000));
        let fields = sent(&parts, 5_000).await;
        assert!(fields.is_too_large && fields.files.is_empty());
        let texts = fields.texts.iter();
        let texts: Vec<_> = texts.map(|(name, text)| (&**name, text.len())).collect();
        assert_eq!(texts, [("before", 10), ("after", 20)]);
    }

    #[tokio::test]
    async fn many_empty_parts_are_large() {
        let parts: Vec<_> = repeat_n(("a", 0, false), 1_000).collect();
        let fields = sent(&parts, 10_000).await;
        assert!(fields.is_too_large && fields.texts.len() < 40);
        let fields = sent(&parts, usize::MAX).await;
        assert_eq!((fields.is_too_large, fields.texts.len()), (false, 1_000));
    }
}
