//! Whatever is sent as a cursor is refused, or is one that is written just so.

#![no_main]

use delivery::Cursor;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(cursor) = text.parse::<Cursor>() {
        assert_eq!(cursor.to_string(), text);
    }
});
