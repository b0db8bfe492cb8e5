//! Messages from an administrator, or another program, to administrators.

use super::Sender;
use crate::{
    Timestamp,
    clock::ShopClock,
    orders::OrderId,
    text,
    validation::{Field, Reason, ValidationErrors},
};
use serde::{Deserialize, Serialize};

/// The most characters of a title.
pub const MAX_TITLE: usize = 80;
/// The most characters of a text.
pub const MAX_TEXT: usize = 1000;
/// How long a message waits for its reader where its sender does not say, in
/// seconds: a day.
pub const DEFAULT_EXPIRY: u32 = 86_400;
/// The longest that a message waits for its reader, in seconds: 30 days.
pub const MAX_EXPIRY: u32 = 30 * 86_400;

/// A message as it arrives, with nothing checked yet.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PushDraft {
    /// The name of the user that it is for; `None` (or blank) for all.
    pub to: Option<String>,
    /// A heading; possibly nothing.
    pub title: String,
    /// What there is to say.
    pub text: String,
    /// How long it waits for a reader who is offline, in seconds.
    pub expires_in: Option<i64>,
}

/// A message whose form is sound; whether there is such a reader is not known
/// yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPush {
    /// The name of the user that it is for; `None` for all.
    pub to: Option<String>,
    /// A heading; possibly nothing.
    pub title: String,
    /// What there is to say.
    pub text: String,
    /// How long it waits for a reader who is offline, in seconds.
    pub expires_in: u32,
    /// The order that it is about, if it is about one.
    pub order: Option<OrderId>,
}

/// What makes a request to send harmless when it is repeated: the sender's key
/// for it, and what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotentRequest<Draft = PushDraft> {
    /// The key; each sender has its own.
    pub key: String,
    /// What was asked for.
    pub draft: Draft,
}

impl PushDraft {
    /// The name of the user that it is for; `None` for all.
    pub fn recipient(&self) -> Option<&str> {
        self.to
            .as_deref()
            .map(str::trim)
            .filter(|name| !name.is_empty())
    }
}

impl NewPush {
    /// Checks the form of what was typed.
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse(draft: &PushDraft) -> Result<Self, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let title = faults.check(Field::Title, title_of(&draft.title));
        let text = faults.check(Field::Text, text_of(&draft.text));
        let expires_in = faults.check(Field::ExpiresIn, expiry(draft.expires_in));
        match (title, text, expires_in) {
            (Some(title), Some(text), Some(expires_in)) => Ok(Self {
                to: draft.recipient().map(str::to_owned),
                title,
                text,
                expires_in,
                order: None,
            }),
            _ => Err(faults),
        }
    }
}

/// A heading, possibly nothing.
pub(super) fn title_of(text: &str) -> Result<String, Reason> {
    match text.trim() {
        "" => Ok(String::new()),
        title => text::line(title, MAX_TITLE),
    }
}

/// What there is to say.
pub(super) fn text_of(text: &str) -> Result<String, Reason> {
    match text::paragraph(text, MAX_TEXT)? {
        text if text.is_empty() => Err(Reason::Blank),
        text => Ok(text),
    }
}

fn expiry(seconds: Option<i64>) -> Result<u32, Reason> {
    let seconds = seconds.unwrap_or(DEFAULT_EXPIRY.into());
    match u32::try_from(seconds) {
        Ok(seconds @ 1..=MAX_EXPIRY) => Ok(seconds),
        _ => Err(Reason::OutOfRange { max: MAX_EXPIRY }),
    }
}

impl NewPush {
    /// The message as its readers get it, sent at `now` by `from` to the user of
    /// that name, or to all.
    pub fn send(
        self,
        from: &Sender,
        to: Option<String>,
        now: Timestamp,
        clock: &dyn ShopClock,
    ) -> Push {
        Push {
            title: self.title,
            text: self.text,
            from: from.name().to_owned(),
            to,
            time: clock.time(now),
            expires_at: now.plus_seconds(self.expires_in),
            order: self.order,
        }
    }
}

/// A message, as its readers get it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Push {
    /// A heading; possibly nothing.
    pub title: String,
    /// What there is to say.
    pub text: String,
    /// Who says it.
    pub from: String,
    /// The name of the user that it is for; `None` for all.
    pub to: Option<String>,
    /// When it was said, on the shop's clock: `12:04`.
    pub time: String,
    /// After this, nobody who has not got it gets it.
    pub expires_at: Timestamp,
    /// The order that it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(
        to: Option<&str>,
        text: &str,
        expires_in: Option<i64>,
    ) -> Result<NewPush, ValidationErrors> {
        NewPush::parse(&PushDraft {
            to: to.map(str::to_owned),
            title: String::new(),
            text: text.to_owned(),
            expires_in,
        })
    }

    #[test]
    fn blank_text_is_refused() {
        assert_eq!(
            parse(None, " \n ", None),
            Err(ValidationErrors::only(Field::Text, Reason::Blank))
        );
    }

    #[test]
    fn nobody_named_means_everybody() {
        assert_eq!(parse(Some(" "), "hi", None).unwrap().to, None);
        assert_eq!(
            parse(Some("li"), "hi", None).unwrap().to.as_deref(),
            Some("li")
        );
    }

    #[test]
    fn a_message_waits_a_second_to_thirty_days() {
        assert_eq!(parse(None, "hi", None).unwrap().expires_in, DEFAULT_EXPIRY);
        for seconds in [0, -1, i64::from(MAX_EXPIRY) + 1] {
            assert!(parse(None, "hi", Some(seconds)).is_err(), "{seconds}");
        }
    }
}
