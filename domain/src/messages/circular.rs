//! A message to several administrators, as somebody writes it in a form.

use super::{MAX_EXPIRY, NewPush, PushDraft};
use crate::{
    clock::ShopClock,
    orders::OrderId,
    validation::{Field, Reason, ValidationErrors},
};
use serde::Serialize;
use std::collections::BTreeSet;
use strum::{EnumString, IntoStaticStr, VariantArray};

/// The most administrators to whom one message goes by their names; to all it goes
/// whatever their number.
pub const MAX_RECIPIENTS: usize = 50;

/// A day, in seconds.
const DAY: i64 = 86_400;

/// A message to several administrators, with nothing checked yet.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize)]
pub struct CircularDraft {
    /// The names of those whom it is for; a blank one is everybody.
    pub to: Vec<String>,
    /// A heading; possibly nothing.
    pub title: String,
    /// What there is to say.
    pub text: String,
    /// How long it waits for readers who are offline: an [`Expiry`].
    pub expires: String,
    /// The order that it is about, if it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
}

/// How long a message waits for readers who are offline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Expiry {
    /// As long as messages are kept.
    Never,
    /// 15 minutes.
    Quarter,
    /// 60 minutes.
    Hour,
    /// Until the shop's day is over.
    Day,
}

impl Expiry {
    /// The name in forms.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// So many seconds from now on.
    pub fn seconds(self, clock: &dyn ShopClock) -> u32 {
        match self {
            Self::Never => MAX_EXPIRY,
            Self::Quarter => 15 * 60,
            Self::Hour => 60 * 60,
            Self::Day => left_of_day(clock),
        }
    }
}

/// The seconds until the shop's day is over, where the wall may be put forward or back
/// meanwhile.
fn left_of_day(clock: &dyn ShopClock) -> u32 {
    let now = clock.now();
    let offset = clock.offset(now);
    let wall = now.millis() / 1000 + i64::from(offset);
    let left = u32::try_from(DAY - wall.rem_euclid(DAY)).unwrap_or(1);
    let change = offset - clock.offset(now.plus_seconds(left));
    left.saturating_add_signed(change).max(1)
}

impl CircularDraft {
    /// The messages that it comes to, one for each reader or one for all, with their
    /// forms checked.
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse(&self, clock: &dyn ShopClock) -> Result<Vec<NewPush>, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let to = faults.check(Field::To, readers(&self.to));
        let expiry = self.expires.parse::<Expiry>();
        let expiry = expiry.map_err(|_| Reason::NotAChoice);
        let expiry = faults.check(Field::ExpiresIn, expiry);
        let push = NewPush::parse(&PushDraft {
            to: None,
            title: self.title.clone(),
            text: self.text.clone(),
            expires_in: expiry.map(|expiry| expiry.seconds(clock).into()),
        });
        match (to, push) {
            (Some(to), Ok(push)) if faults.is_empty() => {
                let order = self.order;
                let for_each = |to| NewPush {
                    to,
                    order,
                    ..push.clone()
                };
                Ok(to.into_iter().map(for_each).collect())
            }
            (_, push) => {
                faults.0.extend(push.err().unwrap_or_default().0);
                Err(faults)
            }
        }
    }
}

/// Each reader once, or all as one.
fn readers(names: &[String]) -> Result<Vec<Option<String>>, Reason> {
    let names: BTreeSet<_> = names.iter().map(|name| name.trim()).collect();
    match names.len() {
        0 => Err(Reason::NothingChosen),
        _ if names.contains("") => Ok(vec![None]),
        1..=MAX_RECIPIENTS => {
            let names = names.into_iter();
            Ok(names.map(|name| Some(name.to_owned())).collect())
        }
        _ => Err(Reason::NoMore {
            max: MAX_RECIPIENTS,
        }),
    }
}

#[cfg(test)]
#[path = "circular_tests.rs"]
mod tests;
