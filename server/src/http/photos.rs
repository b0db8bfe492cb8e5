//! The photos of dishes, for browsers.

use super::api_error::ApiError;
use axum::{
    extract::{Path, State, rejection::PathRejection},
    http::{
        HeaderValue,
        header::{CACHE_CONTROL, CONTENT_TYPE},
    },
    response::IntoResponse,
};
use domain::{menu::PhotoFile, shop::Shop};

const JPEG: HeaderValue = HeaderValue::from_static("image/jpeg");
/// What is at an address never changes: its name is the hash of what it is.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// `GET /photos/{file}`: a photo in a size.
pub(crate) async fn show(
    State(shop): State<Shop>,
    name: Result<Path<String>, PathRejection>,
) -> Result<impl IntoResponse, ApiError> {
    let Path(name) = name.map_err(|_| ApiError::NOT_FOUND)?;
    let file: PhotoFile = name.parse().map_err(|_| ApiError::NOT_FOUND)?;
    let photo = shop.photo(&file).await?.ok_or(ApiError::NOT_FOUND)?;
    Ok(([(CONTENT_TYPE, JPEG), (CACHE_CONTROL, FOR_EVER)], photo))
}
