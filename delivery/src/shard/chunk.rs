//! The chunked transfer coding (RFC 9112, section 7.1).

use bytes::Bytes;

/// Ends an answer.
pub(super) const LAST: Bytes = Bytes::from_static(b"0\r\n\r\n");

/// All pieces as one chunk; nothing where there are none, for an empty chunk would be the
/// last.
pub(super) fn chunk<'a>(pieces: impl Iterator<Item = &'a Bytes> + Clone) -> Bytes {
    let length: usize = pieces.clone().map(Bytes::len).sum();
    if length == 0 {
        return Bytes::new();
    }
    let mut chunk = format!("{length:x}\r\n").into_bytes();
    chunk.reserve_exact(length + 2);
    pieces.for_each(|piece| chunk.extend_from_slice(piece));
    chunk.extend_from_slice(b"\r\n");
    chunk.into()
}
