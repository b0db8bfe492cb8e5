//! What the log tells: one type for both ends of the stream.
//!
//! To add a kind: its variant here, with what it carries; the compiler then names
//! the match here and those of the page that have to answer for it.

use crate::{
    Seq,
    kitchen::LineTicked,
    menu::MenuChanged,
    messages::Push,
    orders::{CustomerNote, Order, OrderChanged, OrderHurried, OrderRated, OrderStatus},
    settings::SettingsChanged,
    sums::DayClosed,
    users::{Role, UserId},
};
use delivery::{Audience, NewEvent, TopicEvent, TopicId, json::read_as};
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeSeed};
use strum::{EnumDiscriminants, EnumString, IntoStaticStr, VariantArray};

/// The topic of what is for every customer: that the menu or the opening of the shop is
/// another. No order has this number.
pub const SHOP_FRONT: TopicId = TopicId(0);

/// The topic of all orders: that one of them is new or another, and not which. No order has
/// this number.
pub const ORDERS: TopicId = TopicId(-1);

/// An event of the log.
#[derive(Debug, Clone, PartialEq, Eq, EnumDiscriminants)]
#[strum_discriminants(
    name(EventKind),
    doc = "The name of an event, on the wire and in the store.",
    derive(Hash, EnumString, IntoStaticStr, VariantArray),
    strum(serialize_all = "snake_case")
)]
pub enum Event {
    /// An order was placed, or taken at the counter.
    Order(Box<Order>),
    /// An order changed otherwise.
    Change(Box<OrderChanged>),
    /// An order was finished.
    Finish(Box<OrderChanged>),
    /// Somebody sent a message to one administrator or to all.
    Psh(Push),
    /// What a user may do has changed; for that user alone.
    Access(AccessChanged),
    /// The menu was changed.
    Menu(MenuChanged),
    /// The settings were changed.
    Settings(SettingsChanged),
    /// A user has read notices; for that user alone.
    Read(ReadNotices),
    /// The kitchen ticked a line of an order off, or back.
    Line(LineTicked),
    /// A day was closed.
    Day(DayClosed),
    /// A customer asked where an order stays.
    Hurry(Box<OrderHurried>),
    /// The shop wrote to the customer of an order.
    Note(CustomerNote),
    /// A customer said how an order was.
    Rate(OrderRated),
}

/// What a user may do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessChanged {
    /// The user's role.
    pub role: Role,
}

/// What a user has read of what popped up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadNotices {
    /// What one event tells.
    One(Seq),
    /// All up to that place in the log: what came later was not on the page.
    UpTo(Seq),
}

impl ReadNotices {
    /// Whether it was the event at that place in the log, or that one among others.
    pub fn covers(self, seq: Seq) -> bool {
        match self {
            Self::One(one) => seq == one,
            Self::UpTo(last) => seq <= last,
        }
    }
}

impl EventKind {
    /// The name on the wire and in the store.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl Event {
    /// What the log tells of a change.
    pub fn of_change(change: OrderChanged) -> Self {
        match change.to {
            OrderStatus::Finished if change.is_move() => Self::Finish(Box::new(change)),
            _ => Self::Change(Box::new(change)),
        }
    }

    /// What kind of event it is.
    pub fn kind(&self) -> EventKind {
        self.into()
    }

    /// The event as it is written, for `reader` alone or for all administrators.
    ///
    /// # Errors
    /// It has no JSON form.
    pub fn encode(&self, reader: Option<UserId>) -> Result<NewEvent, serde_json::Error> {
        let data = match self {
            Self::Order(order) => serde_json::to_string(order),
            Self::Change(change) | Self::Finish(change) => serde_json::to_string(change),
            Self::Psh(push) => serde_json::to_string(push),
            Self::Access(access) => serde_json::to_string(access),
            Self::Menu(menu) => serde_json::to_string(menu),
            Self::Settings(settings) => serde_json::to_string(settings),
            Self::Read(read) => serde_json::to_string(read),
            Self::Line(ticked) => serde_json::to_string(ticked),
            Self::Day(closed) => serde_json::to_string(closed),
            Self::Hurry(hurried) => serde_json::to_string(hurried),
            Self::Note(note) => serde_json::to_string(note),
            Self::Rate(rated) => serde_json::to_string(rated),
        };
        let topic = self.for_customers()?;
        let is_of_order = topic.as_ref().is_some_and(|topic| topic.id != SHOP_FRONT);
        Ok(NewEvent {
            name: self.kind().as_str(),
            audience: reader.map_or(Audience::Everyone, |user| Audience::Reader(user.into())),
            data: data?,
            topic,
            bell: is_of_order.then_some(ORDERS),
            expires_at: match self {
                Self::Psh(push) => Some(push.expires_at),
                Self::Order(_)
                | Self::Change(_)
                | Self::Finish(_)
                | Self::Access(_)
                | Self::Menu(_)
                | Self::Settings(_)
                | Self::Read(_)
                | Self::Line(_)
                | Self::Day(_)
                | Self::Hurry(_)
                | Self::Note(_)
                | Self::Rate(_) => None,
            },
        })
    }

    /// The event as customers get it: the order's own, or all of them.
    fn for_customers(&self) -> Result<Option<TopicEvent>, serde_json::Error> {
        let (id, data, last) = match self {
            Self::Order(order) => {
                let data = serde_json::to_string(&order.clone().for_customer());
                (TopicId(order.id.0), data, false)
            }
            Self::Change(change) | Self::Finish(change) => {
                let data = serde_json::to_string(&change.clone().for_customer());
                (TopicId(change.order.id.0), data, change.to.is_final())
            }
            Self::Hurry(hurried) => {
                let data = serde_json::to_string(&hurried.clone().for_customer());
                (TopicId(hurried.order.id.0), data, false)
            }
            Self::Note(note) => {
                let data = serde_json::to_string(&note.clone().for_customer());
                (TopicId(note.order.0), data, false)
            }
            Self::Menu(_) => {
                let data = serde_json::to_string(&MenuChanged::for_customers());
                (SHOP_FRONT, data, false)
            }
            Self::Settings(_) => {
                let data = serde_json::to_string(&SettingsChanged::for_customers());
                (SHOP_FRONT, data, false)
            }
            Self::Psh(_)
            | Self::Access(_)
            | Self::Read(_)
            | Self::Line(_)
            | Self::Day(_)
            | Self::Rate(_) => return Ok(None),
        };
        let data = data?;
        Ok(Some(TopicEvent { id, data, last }))
    }

    /// The event of that kind that `data` tells.
    ///
    /// # Errors
    /// `data` is not what that kind carries.
    pub fn decode(kind: EventKind, data: &str) -> Result<Self, serde_json::Error> {
        read_as(kind, data)
    }
}

/// What an event of that kind carries tells which event it is.
impl<'de> DeserializeSeed<'de> for EventKind {
    type Value = Event;

    fn deserialize<D: Deserializer<'de>>(self, data: D) -> Result<Event, D::Error> {
        match self {
            Self::Order => Deserialize::deserialize(data).map(Event::Order),
            Self::Change => Deserialize::deserialize(data).map(Event::Change),
            Self::Finish => Deserialize::deserialize(data).map(Event::Finish),
            Self::Psh => Deserialize::deserialize(data).map(Event::Psh),
            Self::Access => Deserialize::deserialize(data).map(Event::Access),
            Self::Menu => Deserialize::deserialize(data).map(Event::Menu),
            Self::Settings => Deserialize::deserialize(data).map(Event::Settings),
            Self::Read => Deserialize::deserialize(data).map(Event::Read),
            Self::Line => Deserialize::deserialize(data).map(Event::Line),
            Self::Day => Deserialize::deserialize(data).map(Event::Day),
            Self::Hurry => Deserialize::deserialize(data).map(Event::Hurry),
            Self::Note => Deserialize::deserialize(data).map(Event::Note),
            Self::Rate => Deserialize::deserialize(data).map(Event::Rate),
        }
    }
}

#[cfg(test)]
#[path = "events_tests.rs"]
mod tests;
