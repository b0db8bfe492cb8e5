//! Encoding, by the grammar of event streams (WHATWG HTML, section 9.2.5).

use bytes::Bytes;
use domain::cursor::Cursor;
use serde::Serialize;
use std::fmt::Write;

/// An event of the log: it has an `id:`, from which a reader resumes.
pub(crate) fn event(name: &str, id: Cursor, data: &str) -> Bytes {
    let mut text = String::with_capacity(name.len() + data.len() + 48);
    // Writing to a string can't fail.
    let _ = writeln!(text, "id: {id}");
    finish(text, name, data)
}

/// A word of the stream about itself: without `id:`, so that it leaves the
/// reader's cursor alone.
pub(crate) fn word(name: &str, data: &impl Serialize) -> Bytes {
    // The types of `domain::event` always have a JSON form.
    let data = serde_json::to_string(data).unwrap_or_default();
    finish(
        String::with_capacity(name.len() + data.len() + 20),
        name,
        &data,
    )
}

/// A word after which nothing comes: its `id:` is what a browser comes back
/// with, and by which it is known to have heard all.
pub(crate) fn last_word(name: &str, id: &str, data: &impl Serialize) -> Bytes {
    Bytes::from([format!("id: {id}\n").as_bytes(), &word(name, data)].concat())
}

/// Sets the reader's cursor, and is no event: a reader that loses its stream
/// before the first event resumes from here.
pub(crate) fn place(id: Cursor) -> Bytes {
    Bytes::from(format!("id: {id}\n\n"))
}

/// How long to wait before coming back, in milliseconds.
pub(crate) fn retry(millis: u32) -> Bytes {
    Bytes::from(format!("retry: {millis}\n\n"))
}

/// A line that means nothing: it makes proxies pass the headers on.
pub(crate) const OPENING: &[u8] = b": orderbell\n\n";

fn finish(mut text: String, name: &str, data: &str) -> Bytes {
    let _ = writeln!(text, "event: {name}");
    for line in lines(data) {
        text.push_str("data: ");
        text.push_str(line);
        text.push('\n');
    }
    text.push('\n');
    Bytes::from(text)
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
#[path = "frame_tests.rs"]
mod tests;
