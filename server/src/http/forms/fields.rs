//! What a browser sends with a form, with files or without.

use crate::http::api_error::ApiError;
use axum::{
    body::{Body, Bytes},
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::MultipartError},
    http::{HeaderMap, HeaderValue, header::CONTENT_TYPE},
};

/// The fields of a form, by their names.
#[derive(Default)]
pub(super) struct Fields {
    pub(super) texts: Vec<(String, String)>,
    pub(super) files: Vec<(String, Bytes)>,
}

/// Reads a form. Bytes of a text that are no UTF-8 are marked, and refused at their field.
///
/// # Errors
/// It is a multipart form that ends too early, or the like.
pub(super) async fn read(headers: &HeaderMap, body: Bytes) -> Result<Fields, ApiError> {
    let kind = headers.get(CONTENT_TYPE);
    match kind.filter(|kind| kind.as_bytes().starts_with(b"multipart/form-data")) {
        Some(kind) => read_parts(kind.clone(), body).await,
        None => Ok(Fields {
            texts: form_urlencoded::parse(&body).into_owned().collect(),
            files: Vec::new(),
        }),
    }
}

async fn read_parts(kind: HeaderValue, body: Bytes) -> Result<Fields, ApiError> {
    let mut request = Request::new(Body::from(body));
    // It was read within limits before.
    DefaultBodyLimit::disable().apply(&mut request);
    request.headers_mut().insert(CONTENT_TYPE, kind);
    let unreadable = |text: String| ApiError::UNREADABLE.with_detail(text);
    let parts = Multipart::from_request(request, &()).await;
    let mut parts = parts.map_err(|error| unreadable(error.body_text()))?;
    let broken = |error: MultipartError| unreadable(error.body_text());
    let mut fields = Fields::default();
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_owned();
        let is_file = part.file_name().is_some();
        let bytes = part.bytes().await.map_err(broken)?;
        match is_file {
            true => fields.files.push((name, bytes)),
            false => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                fields.texts.push((name, text));
            }
        }
    }
    Ok(fields)
}
