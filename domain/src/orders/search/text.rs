//! That something in an order reads so.

use crate::{text, validation::Reason};

/// The most characters of a text that is looked for.
pub const MAX_SEARCH_TEXT: usize = 100;

/// A text that is looked for: the number of the day, or a part of the customer's name or
/// phone, or of the name of a dish. Stores take it as it is: there are no wildcards in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchText(String);

impl SearchText {
    /// What was typed; nothing where that is blank.
    ///
    /// # Errors
    /// It is too long, or can't be read.
    pub fn parse(typed: &str) -> Result<Option<Self>, Reason> {
        match text::line(typed, MAX_SEARCH_TEXT) {
            Ok(text) => Ok(Some(Self(text))),
            Err(Reason::Blank) => Ok(None),
            Err(reason) => Err(reason),
        }
    }

    /// As it was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number of the day that it may be: `12`, or `#12`.
    pub fn number(&self) -> Option<u32> {
        let digits = self.0.strip_prefix(['#', '＃']).unwrap_or(&self.0);
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| is_number)
    }

    /// The part of a customer's name or phone that it may be, in small letters (ASCII).
    /// Phones are kept as digits, however they are typed.
    pub fn customer(&self) -> String {
        let phone = text::phone(&self.0);
        phone.unwrap_or_else(|_| self.0.to_ascii_lowercase())
    }

    /// The part of a dish's name that it may be, in small letters (ASCII).
    pub fn dish(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(typed: &str) -> SearchText {
        SearchText::parse(typed).unwrap().unwrap()
    }

    #[test]
    fn a_text_may_be_a_number_a_phone_or_a_name() {
        assert_eq!(text(" #12 ").number(), Some(12));
        assert_eq!(text("12").number(), Some(12));
        for other in ["+12", "1 2", "#", "99999999999"] {
            assert_eq!(text(other).number(), None, "{other}");
        }
        assert_eq!(text("138-0013 8000").customer(), "13800138000");
        assert_eq!(text("138").customer(), "138");
        assert_eq!(text("Li É").customer(), "li É");
        assert_eq!(text("Beef_50%").dish(), "beef_50%");
    }

    #[test]
    fn a_text_is_bounded() {
        assert_eq!(SearchText::parse(" \u{3000}"), Ok(None));
        let long = SearchText::parse(&"面".repeat(101));
        let max = MAX_SEARCH_TEXT;
        assert_eq!(long, Err(Reason::TooLong { max }));
        assert_eq!(SearchText::parse("a\0"), Err(Reason::Unreadable));
    }
}
