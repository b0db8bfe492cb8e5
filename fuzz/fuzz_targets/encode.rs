//! Whatever a text holds, it stays inside the one event that carries it.

#![no_main]

use delivery::{Cursor, Epoch, Seq, encode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let id = Cursor {
        epoch: Epoch(1),
        seq: Seq(2),
    };
    let bytes = encode::event("psh", id, text);
    let told = std::str::from_utf8(&bytes).unwrap_or_default();
    let mut lines = told.split('\n');
    assert_eq!(lines.next(), Some("id: 00000001:2"));
    assert_eq!(lines.next(), Some("event: psh"));
    let mut read = Vec::new();
    for line in lines.by_ref().take_while(|line| !line.is_empty()) {
        assert!(!line.contains('\r'));
        read.extend(line.strip_prefix("data: "));
    }
    // The empty line ends it, and nothing follows.
    assert_eq!(lines.next(), Some(""));
    assert_eq!(lines.next(), None);
    let sent = text.replace("\r\n", "\n").replace('\r', "\n");
    assert_eq!(read.join("\n"), sent);
});
