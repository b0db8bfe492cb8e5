//! What a device is told.

use serde::Serialize;

/// The most bytes of a payload. A service takes 4096 when it is encrypted (RFC 8030,
/// section 7.2), and that adds 103.
pub const MAX_PAYLOAD: usize = 4096 - 103;

/// The longest topic, in characters (RFC 8030, section 5.4).
const MAX_TOPIC: usize = 32;

/// How soon a device has to be told (RFC 8030, section 5.3): what can wait may wait until
/// the device is awake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Urgency {
    /// When it is on power and has a cheap network.
    VeryLow,
    /// When it is on power or has a cheap network.
    Low,
    /// When it is awake.
    Normal,
    /// At once: it is woken up.
    High,
}

impl Urgency {
    /// Its name in the header `Urgency`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// What a message is about: of two of the same topic that wait for a device that is off,
/// only the later one comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic(String);

impl Topic {
    /// A topic of that name; `None` where it is empty, longer than 32 characters, or has
    /// others than letters, digits, `-` and `_`.
    pub fn new(name: &str) -> Option<Self> {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let fits = !name.is_empty() && name.len() <= MAX_TOPIC && name.chars().all(is_plain);
        fits.then(|| Self(name.to_owned()))
    }

    /// Its name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What `public/sw.js` does with a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum PushNote {
    /// Shows a notification.
    Show(ShowNote),
    /// Takes a notification away: somebody has seen to it elsewhere.
    Close(CloseNote),
}

/// A notification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShowNote {
    /// What it is about, such as `order-17`: it takes the place of an older one of the
    /// same tag.
    pub tag: String,
    /// Its first line.
    pub title: String,
    /// What stands below; possibly nothing.
    pub body: String,
    /// The page to which it leads: a path of this site, such as `/admin`.
    pub url: String,
    /// The language of its text, as in a page's `lang`.
    pub lang: &'static str,
    /// Whether the device rings again where it shows one of the same tag already: for
    /// reminders.
    pub renotify: bool,
}

/// A notification is taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CloseNote {
    /// The tag of the notification.
    pub close: String,
    /// What is said, without a sound and for a moment, where the platform forbids to
    /// say nothing: `Order 17: accepted by Li`.
    pub title: String,
}

impl PushNote {
    /// What it is about.
    pub fn tag(&self) -> &str {
        match self {
            Self::Show(note) => &note.tag,
            Self::Close(note) => &note.close,
        }
    }
}

/// What is sent to a device, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebPushMessage {
    /// What the device reads, at most [`MAX_PAYLOAD`] bytes.
    pub payload: String,
    /// How long the service keeps it for a device that is off, in seconds; 0 for not at
    /// all.
    pub ttl: u32,
    /// How soon the device has to be told.
    pub urgency: Urgency,
    /// What it is about, if a later message may take its place.
    pub topic: Option<Topic>,
}

impl WebPushMessage {
    /// A message that carries a note, under the topic of its tag.
    ///
    /// # Errors
    /// The note is no JSON, which can't be.
    pub fn new(note: &PushNote, ttl: u32, urgency: Urgency) -> Result<Self, serde_json::Error> {
        Ok(Self {
            payload: serde_json::to_string(note)?,
            ttl,
            urgency,
            topic: Topic::new(note.tag()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_written_as_the_service_worker_reads_it() {
        let show = PushNote::Show(ShowNote {
            tag: "order-17".to_owned(),
            title: "New order 17".to_owned(),
            body: "2 × Beef noodles".to_owned(),
            url: "/admin".to_owned(),
            lang: "en",
            renotify: false,
        });
        let message = WebPushMessage::new(&show, 60, Urgency::High).unwrap();
        assert_eq!(
            message.payload,
            r#"{"tag":"order-17","title":"New order 17","body":"2 × Beef noodles","url":"/admin","lang":"en","renotify":false}"#
        );
        assert_eq!(message.topic, Topic::new("order-17"));
        assert_eq!(message.urgency.as_str(), "high");
        let close = PushNote::Close(CloseNote {
            close: "order-17".to_owned(),
            title: "Order 17: accepted".to_owned(),
        });
        let message = WebPushMessage::new(&close, 60, Urgency::VeryLow).unwrap();
        assert_eq!(
            message.payload,
            r#"{"close":"order-17","title":"Order 17: accepted"}"#
        );
        assert_eq!(message.urgency.as_str(), "very-low");
    }

    #[test]
    fn a_topic_fits_into_its_header() {
        assert!(Topic::new("order-17_b").is_some());
        assert!(Topic::new(&"a".repeat(32)).is_some());
        for name in ["", "order 17", "订单", "a,b", &"a".repeat(33)] {
            assert_eq!(Topic::new(name), None, "{name}");
        }
    }
}
