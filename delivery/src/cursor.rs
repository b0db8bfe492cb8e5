//! From where a reader of the log reads on.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};

/// The place of an event in the log: strictly increasing in commit order,
/// never used twice; the first is 1.
#[derive(
    Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Seq(pub i64);

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// In which incarnation of the log the event of a [`Seq`] was written: so that a
/// cursor of a log that is not there any more, because a backup took its place,
/// is known to be foreign. See [`crate::history`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Epoch(pub u32);

#[cfg(feature = "server")]
impl Epoch {
    /// One of its own for an incarnation that begins.
    pub fn random() -> Self {
        Self(rand::random())
    }
}

impl fmt::Display for Epoch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// The last event that a reader has, written `epoch:seq` (`0badcafe:42`): the
/// `id:` of server-sent events, and what `Last-Event-ID` and `?after=` take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cursor {
    /// The incarnation of the log in which the event was written.
    pub epoch: Epoch,
    /// The last event that was read; 0 for none.
    pub seq: Seq,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.epoch, self.seq)
    }
}

/// The text is no cursor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a cursor is written epoch:seq, such as 0badcafe:42")]
pub struct NotACursor;

impl FromStr for Cursor {
    type Err = NotACursor;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (epoch, seq) = text.split_once(':').ok_or(NotACursor)?;
        let cursor = Self {
            epoch: Epoch(u32::from_str_radix(epoch, 16).map_err(|_| NotACursor)?),
            seq: Seq(seq.parse().map_err(|_| NotACursor)?),
        };
        // A cursor is written in one way only.
        let is_sound = cursor.seq >= Seq(0) && cursor.to_string() == text;
        is_sound.then_some(cursor).ok_or(NotACursor)
    }
}

impl Serialize for Cursor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_cursor_is_refused() {
        for text in [
            "",
            ":",
            "1",
            "0badcafe",
            "0badcafe:",
            ":1",
            "0badcafe:-1",
            "0BADCAFE:1",
            "badcafe:1",
            "0badcafe:+1",
            "0badcafe:1 ",
            "0badcafe:99999999999999999999",
            "+badcafe:1",
            "0badcafe:01",
            "0badcafe:1:1",
            "0badcafe:1\0",
            "badcafe0:１",
        ] {
            assert_eq!(text.parse::<Cursor>(), Err(NotACursor), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(epoch in any::<u32>(), seq in 0..i64::MAX) {
            let cursor = Cursor { epoch: Epoch(epoch), seq: Seq(seq) };
            prop_assert_eq!(cursor.to_string().parse(), Ok(cursor));
        }

        #[test]
        fn what_is_read_is_written_just_so(text in ".*|[0-9a-fA-F+]{7,9}:[-+]?[0-9]{0,20}") {
            if let Ok(cursor) = text.parse::<Cursor>() {
                prop_assert_eq!(cursor.to_string(), text);
            }
        }
    }
}
