//! What a stream says about itself, beside the events of the log: of the moment,
//! without `id:`, and gone when missed.

use crate::{Cursor, LocalTime, Timestamp, json::read_as};
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeSeed};
use strum::{EnumDiscriminants, EnumIter, EnumString, IntoStaticStr, VariantArray};

/// A control event.
#[derive(Debug, Clone, PartialEq, Eq, EnumDiscriminants)]
#[strum_discriminants(
    name(ControlKind),
    doc = "The name of a control event, as `event:` says it.",
    derive(Hash, EnumIter, EnumString, IntoStaticStr, VariantArray),
    strum(serialize_all = "snake_case")
)]
pub enum Control {
    /// The stream opened.
    Hello(Hello),
    /// Time passed.
    Tick(Tick),
    /// Everything has to be read anew.
    Reset(Reset),
    /// Somebody came or went.
    Presence(Presence),
    /// Somebody with the right to do so ended the stream.
    Over(Over),
}

impl Control {
    /// A tick of that moment, for readers who were told everything up to `head`.
    pub fn tick(now: LocalTime, head: Cursor) -> Self {
        Self::Tick(Tick {
            head,
            time: now.time,
            offset: now.offset,
        })
    }

    /// What it is.
    pub fn kind(&self) -> ControlKind {
        self.into()
    }

    /// Its data, as JSON.
    pub fn data(&self) -> String {
        let data = match self {
            Self::Hello(hello) => serde_json::to_string(hello),
            Self::Tick(tick) => serde_json::to_string(tick),
            Self::Reset(reset) => serde_json::to_string(reset),
            Self::Presence(presence) => serde_json::to_string(presence),
            Self::Over(over) => serde_json::to_string(over),
        };
        // These types have no map with keys that are no text, and can't fail.
        data.unwrap_or_default()
    }

    /// The control event of that kind that `data` tells.
    ///
    /// # Errors
    /// `data` is not what that kind carries.
    pub fn decode(kind: ControlKind, data: &str) -> Result<Self, serde_json::Error> {
        read_as(kind, data)
    }
}

/// The data of a control event of that kind tells which one it is.
impl<'de> DeserializeSeed<'de> for ControlKind {
    type Value = Control;

    fn deserialize<D: Deserializer<'de>>(self, data: D) -> Result<Control, D::Error> {
        match self {
            Self::Hello => Deserialize::deserialize(data).map(Control::Hello),
            Self::Tick => Deserialize::deserialize(data).map(Control::Tick),
            Self::Reset => Deserialize::deserialize(data).map(Control::Reset),
            Self::Presence => Deserialize::deserialize(data).map(Control::Presence),
            Self::Over => Deserialize::deserialize(data).map(Control::Over),
        }
    }
}

impl ControlKind {
    /// The name on the wire.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Data of `hello`, the first event of every stream that tells the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// The stream's own name, by which its page can end it.
    pub stream: String,
    /// The newest event of the log.
    pub head: Cursor,
    /// The reader whose stream it is; `None` where nobody is signed in.
    pub user: Option<String>,
    /// How often a `tick` comes, in milliseconds.
    pub heartbeat: u32,
    /// How long to wait before coming back, in milliseconds; differs from
    /// stream to stream, so that not all come back at once.
    pub retry: u32,
    /// Now.
    pub time: Timestamp,
    /// How far the server's zone is ahead of UTC now, in seconds.
    pub offset: i32,
}

/// Data of `tick`, which comes when all that was missed has been told, and as
/// often as `hello` said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// The newest event of the log; everything up to it has been told.
    pub head: Cursor,
    /// Now.
    pub time: Timestamp,
    /// How far the server's zone is ahead of UTC now, in seconds.
    pub offset: i32,
}

/// Data of `reset`: what the reader knows can't be continued from the log; it
/// reads everything again and goes on from `head`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reset {
    /// The newest event of the log.
    pub head: Cursor,
}

/// Data of `over`: the stream was ended by somebody else. The reader may come
/// back, but not at once; whoever is to stay away has to be kept out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Over {
    /// Who ended it.
    pub by: String,
    /// How long to wait before coming back, in milliseconds.
    pub retry: u32,
}

/// Data of `presence`: who is there.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// How many streams of known readers are open.
    pub streams: u32,
    /// How many pages listen to those streams: a browser's pages may share one.
    #[serde(default)]
    pub pages: u32,
    /// How many devices those pages are on.
    #[serde(default)]
    pub devices: u32,
    /// The readers behind them, by name; at most [`Presence::MAX_USERS`].
    pub users: Vec<UserOnline>,
}

impl Presence {
    /// The most readers that are listed by name.
    pub const MAX_USERS: usize = 50;
}

/// A reader who is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserOnline {
    /// Who.
    pub name: String,
    /// On how many streams.
    pub streams: u32,
    /// On how many pages.
    #[serde(default)]
    pub pages: u32,
    /// On how many devices.
    #[serde(default)]
    pub devices: u32,
}
