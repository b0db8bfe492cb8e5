//! Texts that people type, checked once, at the border.

use crate::validation::Reason;

/// What a browser or a decoder puts where bytes were no UTF-8.
const REPLACEMENT: char = '\u{fffd}';

/// A text of one line: outer white space trimmed, 1 to `max` characters, none
/// of them a control character.
pub fn line(text: &str, max: usize) -> Result<String, Reason> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Reason::Blank);
    }
    bounded(text, max, |c| c.is_control())
}

/// A text of any number of lines, possibly none: outer white space trimmed, at
/// most `max` characters, line breaks as `\n`.
pub fn paragraph(text: &str, max: usize) -> Result<String, Reason> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    bounded(text.trim(), max, |c| {
        c.is_control() && c != '\n' && c != '\t'
    })
}

fn bounded(text: &str, max: usize, refused: impl Fn(char) -> bool) -> Result<String, Reason> {
    if text.chars().any(|c| c == REPLACEMENT || refused(c)) {
        return Err(Reason::Unreadable);
    }
    if text.chars().count() > max {
        return Err(Reason::TooLong { max });
    }
    Ok(text.to_owned())
}

/// A telephone number: 5 to 15 digits (ITU-T E.164 allows 15) with an optional
/// leading `+`; spaces, hyphens, dots and brackets between them are dropped.
pub fn phone(text: &str) -> Result<String, Reason> {
    let text = line(text, 40)?;
    let (plus, rest) = match text.strip_prefix(['+', '＋']) {
        Some(rest) => ("+", rest),
        None => ("", text.as_str()),
    };
    let mut digits = String::with_capacity(rest.len());
    for c in rest.chars() {
        match c {
            '0'..='9' => digits.push(c),
            ' ' | '-' | '.' | '(' | ')' | '（' | '）' | '\u{a0}' => {}
            _ => return Err(Reason::NotAPhone),
        }
    }
    match digits.len() {
        5..=15 => Ok(format!("{plus}{digits}")),
        _ => Err(Reason::NotAPhone),
    }
}

/// The key of a request that is one however often it is sent: 8 to 64 letters, digits,
/// hyphens and underscores.
pub fn request_key(text: &str) -> Result<String, Reason> {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    if (8..=64).contains(&text.len()) && text.bytes().all(allowed) {
        Ok(text.to_owned())
    } else {
        Err(Reason::NotAKey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_trimmed_and_bounded() {
        assert_eq!(line("  王小明\t", 3), Ok("王小明".to_owned()));
        assert_eq!(line(" \u{3000}\n", 3), Err(Reason::Blank));
        assert_eq!(line("王小明啊", 3), Err(Reason::TooLong { max: 3 }));
        assert_eq!(line("a\u{fffd}b", 9), Err(Reason::Unreadable));
        assert_eq!(line("a\nb", 9), Err(Reason::Unreadable));
    }

    #[test]
    fn a_paragraph_keeps_its_lines() {
        assert_eq!(paragraph(" a\r\nb\rc ", 9), Ok("a\nb\nc".to_owned()));
        assert_eq!(paragraph("", 9), Ok(String::new()));
        assert_eq!(paragraph("a\0", 9), Err(Reason::Unreadable));
    }

    #[test]
    fn phones_are_kept_as_digits() {
        assert_eq!(phone(" 138-0013 8000"), Ok("13800138000".to_owned()));
        assert_eq!(phone("+44 (20) 7946.0958"), Ok("+442079460958".to_owned()));
        for text in [
            "1234",
            "call me",
            "1234567890123456",
            "138+001",
            "１３８００",
        ] {
            assert_eq!(phone(text), Err(Reason::NotAPhone), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_was_accepted_is_accepted_unchanged(text in ".{0,60}") {
            if let Ok(once) = line(&text, 40) {
                prop_assert_eq!(line(&once, 40), Ok(once));
            }
            if let Ok(once) = paragraph(&text, 40) {
                prop_assert_eq!(paragraph(&once, 40), Ok(once));
            }
            if let Ok(once) = phone(&text) {
                prop_assert_eq!(phone(&once), Ok(once));
            }
        }
    }
}
