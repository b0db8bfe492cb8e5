//! What server functions are asked and answer, as JSON that is read like everything else.

use super::{Error, read};
use leptos::server_fn::{
    Bytes, ContentType, Decodes, Encodes, Format, FormatType,
    codec::{JsonEncoding, Post},
};
use serde::{Serialize, de::DeserializeOwned};
use std::str;

/// Writes and reads JSON.
pub struct TextEncoding;

/// How server functions are asked, and answer: `#[server(input = JsonText, output = JsonText)]`.
pub type JsonText = Post<TextEncoding>;

/// An answer is no JSON of what was asked for.
#[derive(Debug, thiserror::Error)]
pub enum NotJson {
    /// It is no text.
    #[error("the answer is no text")]
    Text(#[from] str::Utf8Error),
    /// It says something else.
    #[error("the answer can't be read")]
    Json(#[from] Error),
}

impl ContentType for TextEncoding {
    const CONTENT_TYPE: &'static str = JsonEncoding::CONTENT_TYPE;
}

impl FormatType for TextEncoding {
    const FORMAT_TYPE: Format = Format::Text;
}

impl<T: Serialize> Encodes<T> for TextEncoding {
    type Error = serde_json::Error;

    fn encode(value: &T) -> Result<Bytes, Self::Error> {
        serde_json::to_vec(value).map(Bytes::from)
    }
}

impl<T: DeserializeOwned> Decodes<T> for TextEncoding {
    type Error = NotJson;

    fn decode(bytes: Bytes) -> Result<T, Self::Error> {
        Ok(read(str::from_utf8(&bytes)?)?)
    }
}
