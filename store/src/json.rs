//! JSON in statements: rows go in as one parameter, however many they are.

use serde::Serialize;
use std::error::Error;

/// A value as JSON, for a column or for `json_each`.
pub(crate) fn json(value: &(impl Serialize + ?Sized)) -> Result<String, sqlx::Error> {
    serde_json::to_string(value).map_err(|cause| sqlx::Error::Encode(Box::new(cause)))
}

/// A column holds what its constraint should have kept out.
pub(crate) fn corrupt(cause: impl Error + Send + Sync + 'static) -> sqlx::Error {
    sqlx::Error::Decode(Box::new(cause))
}
