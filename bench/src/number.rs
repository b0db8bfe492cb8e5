//! The number that each event carries inside its data, by which it is known
//! whether all came, once and in order.

use memchr::{memmem, memrchr};

const PREFIX: &[u8] = b"#event-";
const DIGITS: usize = 8;
const LENGTH: usize = PREFIX.len() + DIGITS;

/// An event's text of 100 bytes, with its number inside.
pub(crate) fn text(number: u32) -> String {
    format!("#event-{number:08}{:.>85}", "")
}

/// Finds the numbers in a stream's bytes, however these come in pieces.
#[derive(Default)]
pub(crate) struct Numbers {
    /// The beginning of a number, if the last piece ended inside one.
    begun: Vec<u8>,
}

impl Numbers {
    /// Takes the next piece, and tells the numbers that end in it.
    pub(crate) fn find(&mut self, mut piece: &[u8], mut found: impl FnMut(u32)) {
        if !self.begun.is_empty() {
            let missing = (LENGTH - self.begun.len()).min(piece.len());
            self.begun.extend_from_slice(&piece[..missing]);
            if self.begun.len() < LENGTH {
                return;
            }
            if let Some(number) = parse(&self.begun) {
                found(number);
                piece = &piece[missing..];
            }
            self.begun.clear();
        }
        for place in memmem::find_iter(piece, PREFIX) {
            if let Some(number) = piece.get(place..place + LENGTH).and_then(parse) {
                found(number);
            }
        }
        // A number that starts here is not whole: there is no room for it.
        let end = piece.len().saturating_sub(LENGTH - 1);
        if let Some(start) = memrchr(b'#', &piece[end..]) {
            self.begun.extend_from_slice(&piece[end + start..]);
        }
    }
}

fn parse(bytes: &[u8]) -> Option<u32> {
    let digits = bytes.strip_prefix(PREFIX)?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_wherever_the_pieces_end() {
        let bytes: String = (7..10).map(|n| format!("data: {}\n\n", text(n))).collect();
        for size in 1..bytes.len() {
            let (mut numbers, mut all) = (Numbers::default(), Vec::new());
            for piece in bytes.as_bytes().chunks(size) {
                numbers.find(piece, |number| all.push(number));
            }
            assert_eq!(all, [7, 8, 9], "in pieces of {size}");
        }
    }
}
