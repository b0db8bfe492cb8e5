//! What is known of an open stream.

use super::close_handle::CloseHandle;
use crate::{ReaderId, Timestamp};
use serde::{Serialize, Serializer};
use std::{net::IpAddr, sync::Arc};

/// What a browser says of itself is kept up to this many characters.
const MAX_AGENT: usize = 200;
/// A browser's id of its own is kept up to this many characters.
const MAX_DEVICE: usize = 64;

/// Whose a stream is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// The reader's identity.
    pub id: ReaderId,
    /// The reader's name, as others are told it.
    pub name: String,
    /// The key of the session that opened the stream.
    pub session: Vec<u8>,
}

/// What is known of a stream that is about to open.
#[derive(Debug, Clone)]
pub struct NewConnection {
    /// Whose it is.
    pub reader: Reader,
    /// Now.
    pub since: Timestamp,
    /// From where.
    pub address: Option<IpAddr>,
    /// By what, in the browser's own words; what is too long is cut.
    pub agent: String,
    /// A random id that the browser gave itself, so that its streams are known to
    /// be on one device.
    pub device: Option<String>,
}

/// What is known of an open stream.
#[derive(Debug, Clone, Serialize)]
pub struct Connection {
    /// The stream's name.
    #[serde(serialize_with = "write_stream")]
    pub stream: Arc<str>,
    /// Whose it is; written as the reader's name alone.
    #[serde(rename = "user", serialize_with = "write_name")]
    pub reader: Reader,
    /// Since when it is open.
    pub since: Timestamp,
    /// From where.
    pub address: Option<IpAddr>,
    /// By what, in the browser's own words.
    pub agent: String,
    /// On which device; `None` where the browser did not say so.
    pub device: Option<String>,
    /// How many pages listen to it: a browser's pages may share a stream.
    pub pages: u32,
    #[serde(skip)]
    pub(super) handle: CloseHandle,
}

impl Connection {
    pub(super) fn new(stream: Arc<str>, new: NewConnection, handle: CloseHandle) -> Self {
        Self {
            stream,
            reader: new.reader,
            since: new.since,
            address: new.address,
            agent: new.agent.chars().take(MAX_AGENT).collect(),
            device: new
                .device
                .map(|device| device.chars().take(MAX_DEVICE).collect()),
            pages: 1,
            handle,
        }
    }
}

fn write_stream<S: Serializer>(stream: &Arc<str>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(stream)
}

fn write_name<S: Serializer>(reader: &Reader, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&reader.name)
}
