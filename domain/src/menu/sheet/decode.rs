//! The bytes of a file, as text.

use super::SheetError;

/// The largest file that is taken, in bytes.
pub const MAX_BYTES: usize = 1_000_000;

/// What a workbook of Excel begins with: it is an archive, and an older one a file
/// system of its own.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// The text of a file, with line breaks as `\n`: as a browser that sends it back has
/// them.
///
/// # Errors
/// It is no text in UTF-8, or too large.
pub fn decode(bytes: &[u8]) -> Result<String, SheetError> {
    if WORKBOOKS.iter().any(|start| bytes.starts_with(start)) {
        return Err(SheetError::Workbook);
    }
    // A mark of the byte order, or the zero byte that each letter of ASCII has.
    if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..] = bytes {
        return Err(SheetError::Utf16);
    }
    if bytes.len() > MAX_BYTES {
        return Err(SheetError::TooLarge { max: MAX_BYTES });
    }
    let text = str::from_utf8(bytes).map_err(|_| SheetError::NotUtf8)?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(SheetError::Empty);
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_encodings_are_known() {
        let utf16 = |text: &str| {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            units.collect::<Vec<u8>>()
        };
        for (bytes, error) in [
            (&b"PK\x03\x04rest"[..], SheetError::Workbook),
            (&utf16("\u{feff}id"), SheetError::Utf16),
            (&utf16("id,name"), SheetError::Utf16),
            // 名称, in GBK.
            (&b"id,\xc3\xfb\xb3\xc6"[..], SheetError::NotUtf8),
            (&b""[..], SheetError::Empty),
            ("\u{feff}\r\n".as_bytes(), SheetError::Empty),
            (
                "a".repeat(MAX_BYTES + 1).as_bytes(),
                SheetError::TooLarge { max: MAX_BYTES },
            ),
        ] {
            assert_eq!(decode(bytes), Err(error));
        }
        let excel = "\u{feff}id\r\n1\r2".as_bytes();
        assert_eq!(decode(excel).unwrap(), "id\n1\n2");
    }
}
