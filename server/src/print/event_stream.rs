//! Reads an event stream, however it is cut into pieces: the parsing rules of WHATWG
//! HTML, section 9.2.6.

use std::mem;

/// The most bytes of one event: what is longer is no event of the shop.
const MAX_BYTES: usize = 1 << 20;

/// What stands between two blank lines of a stream.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// What `event:` says; blank where the block has none.
    pub(super) name: String,
    /// The lines of `data:`; `None` where there is none, so that it is no event.
    pub(super) data: Option<String>,
    /// What `id:` says, where it is there.
    pub(super) id: Option<String>,
    /// What `retry:` says, in milliseconds.
    pub(super) retry: Option<u64>,
}

/// An event is longer than any of the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the stream is none of a shop")]
pub(super) struct TooLong;

/// What was read of a stream so far.
#[derive(Debug, Default)]
pub(super) struct Parser {
    /// The line that has not ended.
    line: Vec<u8>,
    /// The last line ended with a CR: a LF now belongs to it.
    after_cr: bool,
    /// Whether the mark of the byte order can't come any more.
    begun: bool,
    /// The bytes of the block so far.
    length: usize,
    block: Block,
    /// Whether the block has a field.
    is_filled: bool,
}

impl Parser {
    /// Takes the next piece; returns the blocks that end in it.
    ///
    /// # Errors
    /// A block does not end.
    pub(super) fn take(&mut self, piece: &[u8]) -> Result<Vec<Block>, TooLong> {
        let mut blocks = Vec::new();
        for &byte in piece {
            let follows_cr = mem::take(&mut self.after_cr);
            match byte {
                b'\n' if follows_cr => {}
                b'\n' | b'\r' => {
                    self.after_cr = byte == b'\r';
                    blocks.extend(self.end_line());
                }
                byte => {
                    self.length += 1;
                    if self.length > MAX_BYTES {
                        return Err(TooLong);
                    }
                    self.line.push(byte);
                }
            }
        }
        Ok(blocks)
    }

    /// The block, if that line ended it.
    fn end_line(&mut self) -> Option<Block> {
        let line = mem::take(&mut self.line);
        let line = String::from_utf8_lossy(&line);
        let mut line = &*line;
        if !mem::replace(&mut self.begun, true) {
            line = line.strip_prefix('\u{feff}').unwrap_or(line);
        }
        if line.is_empty() {
            self.length = 0;
            let block = mem::take(&mut self.block);
            return mem::take(&mut self.is_filled).then_some(block);
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        self.take_field(field, value.strip_prefix(' ').unwrap_or(value));
        None
    }

    fn take_field(&mut self, field: &str, value: &str) {
        let block = &mut self.block;
        match field {
            "event" => value.clone_into(&mut block.name),
            "data" => match &mut block.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                None => block.data = Some(value.to_owned()),
            },
            "id" if !value.contains('\0') => block.id = Some(value.to_owned()),
            "retry" => block.retry = value.parse().ok(),
            // A comment, or of a grammar to come.
            _ => return,
        }
        self.is_filled = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<Block> {
        Parser::default().take(text.as_bytes()).unwrap()
    }

    fn event(name: &str, data: &str, id: Option<&str>) -> Block {
        Block {
            name: name.to_owned(),
            data: Some(data.to_owned()),
            id: id.map(str::to_owned),
            retry: None,
        }
    }

    const STREAM: &str = "\u{feff}: open\n\nretry: 1500\n\nid: 0a:7\n\n\
        id: 0a:8\r\nevent: order\r\ndata: {\"name\":\r\ndata:\"牛肉面\"}\r\n\r\n\
        : comment\rdata: x\r\rdata\nevent\n\nevent: unfinished\ndata: y\n";

    fn expected() -> Vec<Block> {
        let retry = Block {
            retry: Some(1500),
            ..Block::default()
        };
        let id = Block {
            id: Some("0a:7".to_owned()),
            ..Block::default()
        };
        vec![
            retry,
            id,
            event("order", "{\"name\":\n\"牛肉面\"}", Some("0a:8")),
            event("", "x", None),
            event("", "", None),
        ]
    }

    #[test]
    fn a_stream_is_read_as_a_browser_does() {
        assert_eq!(read(STREAM), expected());
    }

    #[test]
    fn a_stream_may_be_cut_at_each_byte() {
        let mut parser = Parser::default();
        let pieces = STREAM.as_bytes().chunks(1);
        let blocks: Vec<_> = pieces
            .flat_map(|piece| parser.take(piece).unwrap())
            .collect();
        assert_eq!(blocks, expected());
    }

    #[test]
    fn an_id_is_no_id_with_a_nul_and_may_be_blank() {
        assert_eq!(read("id: a\0\ndata: x\n\n"), [event("", "x", None)]);
        assert_eq!(read("id\ndata: x\n\n"), [event("", "x", Some(""))]);
    }

    #[test]
    fn what_never_ends_is_refused() {
        let mut parser = Parser::default();
        let piece = [b'x'; 4096];
        let taken: Result<Vec<_>, _> = (0..=256).map(|_| parser.take(&piece)).collect();
        assert_eq!(taken, Err(TooLong));
    }

    proptest! {
        #[test]
        fn cutting_changes_nothing(
            text in "[a:\r\n d\u{feff}]{0,40}(data: [a-c]{0,3}(\r\n|\n|\r)|id: 5\n|\n){0,9}",
            size in 1_usize..7,
        ) {
            let mut parser = Parser::default();
            let pieces = text.as_bytes().chunks(size);
            let blocks: Vec<_> = pieces.flat_map(|piece| parser.take(piece).unwrap()).collect();
            prop_assert_eq!(blocks, read(&text));
        }
    }
}
