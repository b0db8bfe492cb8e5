//! ESC/POS, the language of receipt printers: the few words of it that a ticket needs.

use encoding_rs::GB18030;
use unicode_width::UnicodeWidthChar;

/// Where text stands in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
}

/// What a printer is sent: commands and text, as they are called for.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct EscPos(Vec<u8>);

impl EscPos {
    /// Asks whether the printer is ready (`DLE EOT 1`): it answers at once, whatever it
    /// has to print.
    pub(super) const ASK_PRINTER: [u8; 3] = [0x10, 0x04, 0x01];
    /// Asks for the state of the paper (`DLE EOT 4`).
    pub(super) const ASK_PAPER: [u8; 3] = [0x10, 0x04, 0x04];

    /// A printer as it is when switched on, for letters and for Chinese: whatever was left
    /// by what was printed before is forgotten (`ESC @`, `ESC t 0`, `FS &`).
    pub(super) fn initialised() -> Self {
        Self(vec![0x1b, b'@', 0x1b, b't', 0, 0x1c, b'&'])
    }

    /// `ESC a`.
    pub(super) fn align(&mut self, align: Align) -> &mut Self {
        self.command([0x1b, b'a', u8::from(align == Align::Centre)])
    }

    /// `ESC E`.
    pub(super) fn bold(&mut self, is_on: bool) -> &mut Self {
        self.command([0x1b, b'E', u8::from(is_on)])
    }

    /// Letters of twice the width and height, or of the usual ones again (`GS !`).
    pub(super) fn double(&mut self, is_on: bool) -> &mut Self {
        self.command([0x1d, b'!', if is_on { 0x11 } else { 0 }])
    }

    /// A line of text.
    pub(super) fn line(&mut self, text: &str) -> &mut Self {
        text.chars().for_each(|c| self.0.extend(code(c)));
        self.0.push(b'\n');
        self
    }

    /// Moves the paper on to where it is cut, and cuts it (`GS V 66`).
    pub(super) fn cut(&mut self) -> &mut Self {
        self.command([0x1d, b'V', 66, 0])
    }

    /// The bytes.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    fn command<const N: usize>(&mut self, bytes: [u8; N]) -> &mut Self {
        self.0.extend(bytes);
        self
    }
}

/// How many columns a text takes on paper.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// How many columns a character takes: two where the printer draws it as a Chinese one,
/// that is where its code has several bytes.
pub(super) fn columns_of(c: char) -> usize {
    code(c).len().min(2)
}

/// A character in GB 18030. What takes no room (accents, joiners) and what could be taken
/// for a command is left out. Of the codes of four bytes, printers have to know those of
/// rare Chinese characters alone; what is none of them is a `?`.
fn code(c: char) -> Vec<u8> {
    let c = match c {
        '\u{a0}' | '\t' => ' ',
        // Their narrow forms have codes of four bytes.
        '¥' => '￥',
        '£' => '￡',
        c => c,
    };
    if c.width().unwrap_or(0) == 0 {
        return Vec::new();
    }
    let mut utf8 = [0; 4];
    let (bytes, _, failed) = GB18030.encode(c.encode_utf8(&mut utf8));
    let is_rare_chinese = matches!(c, '\u{3400}'..='\u{4dbf}');
    if failed || bytes.len() > 2 && !is_rare_chinese {
        return vec![b'?'];
    }
    bytes.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str) -> Vec<u8> {
        let mut bytes = EscPos::default();
        bytes.line(text);
        bytes.into_bytes()
    }

    #[test]
    fn each_command_has_its_bytes() {
        let mut bytes = EscPos::initialised();
        bytes.align(Align::Centre).bold(true).double(true).line("7");
        bytes
            .double(false)
            .bold(false)
            .align(Align::Left)
            .line("")
            .cut();
        let expected: &[&[u8]] = &[
            b"\x1b@\x1bt\x00\x1c&",
            b"\x1ba\x01\x1bE\x01\x1d!\x117\n",
            b"\x1d!\x00\x1bE\x00\x1ba\x00\n",
            b"\x1dVB\x00",
        ];
        assert_eq!(bytes.into_bytes(), expected.concat());
    }

    #[test]
    fn chinese_is_gb18030() {
        assert_eq!(printed("牛肉面 x2"), b"\xc5\xa3\xc8\xe2\xc3\xe6 x2\n");
        assert_eq!(printed("¥38"), b"\xa3\xa438\n");
        // Rare characters, of names.
        assert_eq!(printed("㛃"), b"\x82\x30\xb7\x31\n");
    }

    #[test]
    fn what_a_printer_does_not_know_is_a_question_mark() {
        assert_eq!(printed("面🍜!"), b"\xc3\xe6?!\n");
        assert_eq!(printed("ñ"), b"?\n");
    }

    #[test]
    fn no_text_is_a_command() {
        assert_eq!(printed("a\u{1b}@\u{10}\u{4}\u{1}b\r\n\u{9b}c"), b"a@bc\n");
        assert_eq!(printed("e\u{301}\u{200d}\u{fe0f}"), b"e\n");
    }

    #[test]
    fn chinese_is_twice_as_wide() {
        assert_eq!(columns("牛肉面 x2"), 9);
        assert_eq!(columns("¥38"), 4);
        assert_eq!(columns("🍜"), 1);
        assert_eq!(columns("e\u{301}"), 1);
        assert_eq!(columns("㛃"), 2);
    }
}
