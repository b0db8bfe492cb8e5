//! Orders that were ticked in the list.

use crate::{
    orders::{ChangeError, OrderChange, OrderId, OrderStatus},
    validation::{Field, Reason, ValidationErrors},
};
use std::{collections::HashSet, fmt, str::FromStr};

/// The most orders that something is done to at once.
pub const MAX_TICKS: usize = 50;

/// An order that was ticked, and the version that was shown then: `12.3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tick {
    /// Which order.
    pub order: OrderId,
    /// The version that was shown.
    pub version: u32,
}

/// The text is no tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an order and its version")]
pub struct NotATick;

/// What became of the orders that were ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkAnswer {
    /// Those that were changed.
    pub done: Vec<OrderId>,
    /// The others.
    pub refused: Vec<RefusedChange>,
}

/// An order that was not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedChange {
    /// Its number of the day, and the day; `None` where there is no such order.
    pub number: Option<(u32, String)>,
    /// Why.
    pub why: ChangeError,
}

impl fmt::Display for Tick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.order, self.version)
    }
}

impl FromStr for Tick {
    type Err = NotATick;

    fn from_str(text: &str) -> Result<Self, NotATick> {
        let (order, version) = text.split_once('.').ok_or(NotATick)?;
        Ok(Self {
            order: OrderId(order.parse().map_err(|_| NotATick)?),
            version: version.parse().map_err(|_| NotATick)?,
        })
    }
}

impl Tick {
    /// The orders that were ticked, each once.
    ///
    /// # Errors
    /// None was, or more than [`MAX_TICKS`], or what was sent is none of the page's boxes.
    pub fn parse_all(texts: &[String]) -> Result<Vec<Self>, ValidationErrors> {
        parse(texts, |text| text.parse().ok())
    }

    /// What makes the order another, unless somebody else has meanwhile.
    pub fn change(self, to: OrderStatus) -> OrderChange {
        OrderChange::status(self.order, to, self.version)
    }
}

/// The identities of orders that an address names, each once.
///
/// # Errors
/// There is none, or there are more than [`MAX_TICKS`], or one is none.
pub fn order_ids(texts: &[String]) -> Result<Vec<OrderId>, ValidationErrors> {
    parse(texts, |text| text.parse().ok().map(OrderId))
}

fn parse<T: Copy + Eq + std::hash::Hash>(
    texts: &[String],
    one: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, ValidationErrors> {
    let refused = |reason| Err(ValidationErrors::only(Field::Ticks, reason));
    if texts.is_empty() {
        return refused(Reason::NothingChosen);
    }
    if texts.len() > MAX_TICKS {
        return refused(Reason::TooManyChosen { max: MAX_TICKS });
    }
    let Some(all) = texts
        .iter()
        .map(|text| one(text))
        .collect::<Option<Vec<_>>>()
    else {
        return refused(Reason::NotAChoice);
    };
    let mut seen = HashSet::new();
    Ok(all.into_iter().filter(|tick| seen.insert(*tick)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn ticks_are_read_as_they_were_written() {
        let ticks = Tick::parse_all(&texts(&["7.1", "12.30", "7.1"])).unwrap();
        let written: Vec<_> = ticks.iter().map(Tick::to_string).collect();
        assert_eq!(written, ["7.1", "12.30"]);
        assert_eq!(
            order_ids(&texts(&["3", "3", "1"])),
            Ok(vec![OrderId(3), OrderId(1)])
        );
    }

    #[test]
    fn what_is_no_tick_is_refused() {
        let reason = |sent: &[String]| Tick::parse_all(sent).unwrap_err().of(Field::Ticks);
        assert_eq!(reason(&[]), Some(Reason::NothingChosen));
        for text in ["7", "7.", "x.1", "7.-1", ""] {
            assert_eq!(reason(&texts(&[text])), Some(Reason::NotAChoice), "{text}");
        }
        let many: Vec<_> = (0..51).map(|id| format!("{id}.1")).collect();
        let max = MAX_TICKS;
        assert_eq!(reason(&many), Some(Reason::TooManyChosen { max }));
    }
}
