//! Today beside the same weekday of last week.

use super::{Compared, Day, DayFacts, Tally, TooLarge};
use crate::{Timestamp, clock::ShopClock, ids::ItemId, language::Localized, orders::OrderStatus};
use std::{cmp::Reverse, collections::BTreeMap};

/// How many dishes the dashboard names.
pub const TOP_DISHES: usize = 5;

/// Today beside the same weekday of last week. Of that day the hours are whole; all else
/// is what it was at this time of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dashboard {
    /// Today.
    pub day: Day,
    /// The same weekday of last week.
    pub before: Day,
    /// Orders that were placed and not called off.
    pub orders: Compared,
    /// The revenue of finished orders, in minor units.
    pub revenue: Compared,
    /// How long an order waited on average until it was accepted, in seconds.
    pub accepting: Compared,
    /// How long it took on average until it was finished, in seconds.
    pub finishing: Compared,
    /// By the hour, from the first that has an order to the last, with those between.
    pub hours: Vec<HourCompared>,
    /// The dishes of which today the most portions were ordered.
    pub dishes: Vec<DishCompared>,
}

/// Orders that were placed in one hour and not called off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HourCompared {
    /// Which hour on the shop's wall: from 0 to 23.
    pub hour: u8,
    /// Today.
    pub now: u32,
    /// A week before.
    pub before: u32,
}

/// Portions of one dish that were ordered and not called off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DishCompared {
    /// What it is called.
    pub name: Localized,
    /// How many.
    pub portions: Compared,
}

impl Dashboard {
    /// The moment of the same weekday of last week at which clocks showed what they show
    /// now.
    pub fn week_before(clock: &dyn ShopClock, now: Timestamp) -> Timestamp {
        let then = now.minus_days(7);
        let shift = clock.offset(now) - clock.offset(then);
        Timestamp::from_millis(then.millis() + i64::from(shift) * 1000)
    }

    /// What was counted of today, beside what was counted of the day a week before: of
    /// that up to `until`, but for its orders.
    ///
    /// # Errors
    /// [`TooLarge`]
    pub fn new(
        day: Day,
        today: &DayFacts,
        before: &DayFacts,
        until: Timestamp,
        clock: &dyn ShopClock,
    ) -> Result<Self, TooLarge> {
        let (now, then) = (totals(today, None)?, totals(before, Some(until))?);
        let wait = |to| Compared {
            now: average_wait(today, to),
            before: average_wait(before, to),
        };
        Ok(Self {
            day,
            before: day.week_before(),
            orders: Compared::both(now.count, then.count),
            revenue: Compared::both(now.amount.minor(), then.amount.minor()),
            accepting: wait(OrderStatus::Accepted),
            finishing: wait(OrderStatus::Finished),
            hours: hours(today, before, clock)?,
            dishes: top_dishes(today, before),
        })
    }

    /// Whether there is nothing to tell of either day.
    pub fn is_empty(&self) -> bool {
        self.hours.is_empty()
    }
}

/// Orders that were not called off, and the revenue.
fn totals(facts: &DayFacts, until: Option<Timestamp>) -> Result<Tally, TooLarge> {
    let mut totals = Tally::default();
    for fact in &facts.orders {
        let is_in_time = until.is_none_or(|until| fact.at <= until);
        if is_in_time && !fact.status.is_called_off() {
            totals = totals.plus(fact.count, fact.revenue()?)?;
        }
    }
    Ok(totals)
}

/// In seconds; `None` where no order was moved there.
fn average_wait(facts: &DayFacts, to: OrderStatus) -> Option<i64> {
    let moves = facts.moves.iter();
    let moves = moves.filter(|fact| fact.to == to && fact.holds());
    let (count, waited) = moves.fold((0_i64, 0_i64), |(count, waited), fact| {
        let waited = waited.saturating_add(fact.waited);
        (count.saturating_add(fact.count.into()), waited)
    });
    (waited / 1000).checked_div(count)
}

fn hours(
    today: &DayFacts,
    before: &DayFacts,
    clock: &dyn ShopClock,
) -> Result<Vec<HourCompared>, TooLarge> {
    let mut hours = [(0_u32, 0_u32); 24];
    for sum in today.hours(clock)? {
        if let Some(hour) = hours.get_mut(usize::from(sum.hour)) {
            hour.0 = sum.orders;
        }
    }
    for sum in before.hours(clock)? {
        if let Some(hour) = hours.get_mut(usize::from(sum.hour)) {
            hour.1 = sum.orders;
        }
    }
    let has_orders = |pair: &(u32, u32)| *pair != (0, 0);
    let (Some(first), Some(last)) = (
        hours.iter().position(has_orders),
        hours.iter().rposition(has_orders),
    ) else {
        return Ok(Vec::new());
    };
    let hours = (0..).zip(hours).skip(first).take(last - first + 1);
    let hours = hours.map(|(hour, (now, before))| HourCompared { hour, now, before });
    Ok(hours.collect())
}

/// How many portions of each dish were ordered, and its name.
fn portions(facts: &DayFacts) -> BTreeMap<ItemId, (i64, &Localized)> {
    let mut portions = BTreeMap::new();
    let dishes = facts.dishes.iter();
    for fact in dishes.filter(|fact| !fact.status.is_called_off()) {
        let (count, _) = portions.entry(fact.item).or_insert((0_i64, &fact.name));
        *count = count.saturating_add(fact.quantity.into());
    }
    portions
}

fn top_dishes(today: &DayFacts, before: &DayFacts) -> Vec<DishCompared> {
    let then = portions(before);
    let mut dishes: Vec<_> = portions(today).into_iter().collect();
    dishes.sort_by_key(|(_, (count, _))| Reverse(*count));
    let dishes = dishes.into_iter().take(TOP_DISHES);
    let dishes = dishes.map(|(item, (now, name))| DishCompared {
        name: name.clone(),
        portions: Compared::both(now, then.get(&item).map_or(0, |(count, _)| *count)),
    });
    dishes.collect()
}

#[cfg(test)]
#[path = "dashboard_tests.rs"]
mod tests;
