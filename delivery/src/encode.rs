//! Encodes events as bytes, by the grammar of event streams (WHATWG HTML,
//! section 9.2.5).
//!
//! No text can break out of its field: data is split into lines, and a name or an
//! id ends where its line would end.

use crate::{Control, Cursor};
use bytes::Bytes;
use std::fmt::Write;

/// A comment, which readers ignore: sent first, it makes proxies pass the headers
/// on at once.
pub const OPENING_COMMENT: &[u8] = b": open\n\n";

/// An event of the log. Its `id:` is the cursor from which a reader resumes.
pub fn event(name: &str, id: Cursor, data: &str) -> Bytes {
    let mut text = String::with_capacity(name.len() + data.len() + 48);
    // Writing to a string can't fail.
    let _ = writeln!(text, "id: {id}");
    finish(text, name, data)
}

/// An event without `id:`, which leaves the reader's cursor alone.
pub fn event_without_id(name: &str, data: &str) -> Bytes {
    finish(
        String::with_capacity(name.len() + data.len() + 20),
        name,
        data,
    )
}

/// An event whose `id:` is no cursor but any other word. A browser comes back with
/// it as its `Last-Event-ID`, so it can mark the last event of a stream that is to
/// stay closed.
pub fn event_with_id(name: &str, id: &str, data: &str) -> Bytes {
    let id = first_line(id);
    let mut text = String::with_capacity(id.len() + name.len() + data.len() + 24);
    let _ = writeln!(text, "id: {id}");
    finish(text, name, data)
}

/// A control event.
pub fn control(control: &Control) -> Bytes {
    event_without_id(control.kind().as_str(), &control.data())
}

/// Sets the reader's cursor without being an event: a reader that loses its stream
/// before the first event resumes from here.
pub fn cursor(id: Cursor) -> Bytes {
    Bytes::from(format!("id: {id}\n\n"))
}

/// How long to wait before coming back, in milliseconds.
pub fn retry(millis: u32) -> Bytes {
    Bytes::from(format!("retry: {millis}\n\n"))
}

fn finish(mut text: String, name: &str, data: &str) -> Bytes {
    let _ = writeln!(text, "event: {}", first_line(name));
    for line in lines(data) {
        text.push_str("data: ");
        text.push_str(line);
        text.push('\n');
    }
    text.push('\n');
    Bytes::from(text)
}

fn first_line(text: &str) -> &str {
    text.split(['\r', '\n']).next().unwrap_or_default()
}

/// The lines of a text, ended by CRLF, LF or CR alike; a final end opens an
/// empty line, as in the text itself.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.find(['\r', '\n']) else {
            rest = None;
            return Some(text);
        };
        let (line, tail) = text.split_at(end);
        let tail = tail.strip_prefix("\r\n").or_else(|| tail.get(1..));
        rest = tail;
        Some(line)
    })
}

#[cfg(test)]
#[path = "encode_tests.rs"]
mod tests;
