//! Whether a JPEG has its end. The decoder takes one that was cut off, and fills in grey.

const END: [u8; 2] = [0xff, 0xd9];
/// The marker behind which the pixels stand.
const SCAN: u8 = 0xda;

/// Whether the picture has its end. A smaller one that a camera puts before it has an
/// end of its own, which does not count.
pub(super) fn is_whole(jpeg: &[u8]) -> bool {
    let pixels = jpeg.get(scan(jpeg).unwrap_or(0)..).unwrap_or_default();
    // Among the pixels the two bytes can't stand beside each other.
    pixels.windows(END.len()).any(|pair| pair == END)
}

/// Where the pixels begin: behind segments that each say how long they are (ITU-T T.81,
/// annex B).
fn scan(jpeg: &[u8]) -> Option<usize> {
    let mut place = 2;
    loop {
        let [mark, kind, high, low] = *jpeg.get(place..)?.first_chunk()?;
        match (mark, kind) {
            (0xff, SCAN) => return Some(place),
            // What a segment may be preceded by.
            (0xff, 0xff) => place += 1,
            (0xff, _) => place += 2 + usize::from(u16::from_be_bytes([high, low])),
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_whole;

    #[test]
    fn the_end_of_a_smaller_picture_is_not_that_of_the_picture() {
        let small = b"\xff\xd8\xff\xe1\0\x06\xff\xd8\xff\xd9";
        let scan = b"\xff\xff\xda\0\x02pixels";
        let cut = [&small[..], scan].concat();
        assert!(!is_whole(&cut));
        assert!(is_whole(&[&cut[..], b"\xff\xd9 and more"].concat()));
        assert!(!is_whole(b"\xff\xd8"));
        assert!(!is_whole(b""));
    }
}
