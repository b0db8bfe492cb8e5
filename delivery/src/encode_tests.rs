use super::*;
use crate::{Epoch, LocalTime, Seq, Timestamp, control::Reset};
use bytes::BytesMut;
use proptest::prelude::*;

fn text(bytes: &Bytes) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn at(epoch: u32, seq: i64) -> Cursor {
    Cursor {
        epoch: Epoch(epoch),
        seq: Seq(seq),
    }
}

#[test]
fn an_event_names_its_place_in_the_log() {
    assert_eq!(
        text(&event("order", at(10, 42), "{}")),
        "id: 0000000a:42\nevent: order\ndata: {}\n\n"
    );
}

#[test]
fn no_text_can_forge_a_field() {
    assert_eq!(
        finish(String::new(), "psh", "a\r\nid: 9\revent: x\n\nb\n"),
        "event: psh\ndata: a\ndata: id: 9\ndata: event: x\ndata: \ndata: b\ndata: \n\n"
    );
    assert_eq!(finish(String::new(), "psh", ""), "event: psh\ndata: \n\n");
}

#[test]
fn no_name_and_no_id_can_forge_a_field() {
    assert_eq!(
        text(&event_with_id("time\nid: 9", "end\rdata: x", "1")),
        "id: end\nevent: time\ndata: 1\n\n"
    );
}

#[test]
fn a_control_event_leaves_the_cursor_alone() {
    let head = at(10, 42);
    assert_eq!(
        text(&control(&Control::Reset(Reset { head }))),
        "event: reset\ndata: {\"head\":\"0000000a:42\"}\n\n"
    );
    let now = LocalTime {
        time: Timestamp::from_millis(0),
        offset: 3600,
    };
    assert_eq!(
        text(&control(&Control::tick(now, head))),
        "event: tick\ndata: {\"head\":\"0000000a:42\",\"time\":\"1970-01-01T00:00:00.000Z\",\"offset\":3600}\n\n"
    );
}

/// What a browser makes of a stream.
#[derive(Debug, Default, PartialEq, Eq)]
struct Browser {
    /// Name, data and last event id of each event.
    events: Vec<(String, String, String)>,
    last_id: String,
    retry: Option<u64>,
}

impl Browser {
    /// The standard's own algorithm, step by step: WHATWG HTML, section 9.2.6,
    /// "Interpreting an event stream".
    fn read(bytes: &[u8]) -> Self {
        let mut browser = Self::default();
        let decoded = String::from_utf8(bytes.to_vec()).unwrap();
        let stream = decoded.strip_prefix('\u{feff}').unwrap_or(&decoded);
        let (mut data, mut name, mut id) = (String::new(), String::new(), String::new());
        let lines = stream.replace("\r\n", "\n").replace('\r', "\n");
        // An unfinished event at the end is no event: it has no empty line.
        for line in lines.split_terminator('\n') {
            if line.is_empty() {
                browser.last_id.clone_from(&id);
                let (name, data) = (std::mem::take(&mut name), std::mem::take(&mut data));
                if let Some(data) = data.strip_suffix('\n') {
                    browser.events.push((name, data.to_owned(), id.clone()));
                }
                continue;
            }
            let (field, value) = line.split_once(':').unwrap_or((line, ""));
            let value = value.strip_prefix(' ').unwrap_or(value);
            match field {
                "event" => value.clone_into(&mut name),
                "data" => {
                    data.push_str(value);
                    data.push('\n');
                }
                "id" if !value.contains('\0') => value.clone_into(&mut id),
                "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                    browser.retry = value.parse().ok();
                }
                _ => {}
            }
        }
        browser
    }
}

/// A frame that the server may send.
#[derive(Debug, Clone)]
enum Sent {
    Event(&'static str, Cursor, String),
    WithoutId(String),
    Cursor(Cursor),
    Retry(u32),
    Comment,
}

fn sent() -> impl Strategy<Value = Sent> {
    let data = prop_oneof![
        ".*",
        "[\r\n\0: \u{feff}a-z饭🍜]*",
        "(data|id|event|retry): .*\r?\n?"
    ];
    let id = (any::<u32>(), 0..i64::MAX).prop_map(|(epoch, seq)| at(epoch, seq));
    let name = prop::sample::select(&["order", "change", "psh"][..]);
    prop_oneof![
        3 => (name, id.clone(), data.clone()).prop_map(|(name, at, data)| Sent::Event(name, at, data)),
        2 => data.prop_map(Sent::WithoutId),
        1 => id.prop_map(Sent::Cursor),
        1 => any::<u32>().prop_map(Sent::Retry),
        1 => Just(Sent::Comment),
    ]
}

proptest! {
    #[test]
    fn a_browser_reads_just_what_was_sent(frames in prop::collection::vec(sent(), 0..12)) {
        let (mut stream, mut expected) = (BytesMut::new(), Browser::default());
        for frame in frames {
            let bytes = match frame {
                Sent::Event(name, at, data) => {
                    let lines = data.replace("\r\n", "\n").replace('\r', "\n");
                    expected.last_id = at.to_string();
                    expected.events.push((name.to_owned(), lines, at.to_string()));
                    event(name, at, &data)
                }
                Sent::WithoutId(data) => {
                    let lines = data.replace("\r\n", "\n").replace('\r', "\n");
                    let at = expected.last_id.clone();
                    expected.events.push(("tick".to_owned(), lines, at));
                    event_without_id("tick", &data)
                }
                Sent::Cursor(at) => {
                    expected.last_id = at.to_string();
                    cursor(at)
                }
                Sent::Retry(millis) => {
                    expected.retry = Some(millis.into());
                    retry(millis)
                }
                Sent::Comment => Bytes::from_static(OPENING_COMMENT),
            };
            stream.extend_from_slice(&bytes);
        }
        prop_assert_eq!(Browser::read(&stream), expected);
    }
}
