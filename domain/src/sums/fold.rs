//! How the sums of a day come of what was counted.

use super::{
    DayFacts, DaySums, DishSum, HourSum, MoveFact, OptionSum, OrdersFact, PaidBy, PaidSum,
    PersonSum, ReasonSum, Tally, TooLarge, tally::minus,
};
use crate::{
    Timestamp,
    clock::ShopClock,
    money::{Currency, Money},
    orders::{OrderStatus, Payment},
};
use std::{cmp::Reverse, collections::BTreeMap};
use strum::VariantArray;

impl OrdersFact {
    /// What of them is revenue.
    pub(super) fn revenue(&self) -> Result<Money, TooLarge> {
        match self.status {
            OrderStatus::Finished => minus(self.total, self.refunded),
            _ => Ok(Money::ZERO),
        }
    }
}

/// The shop's hour at that moment.
pub(super) fn hour(clock: &dyn ShopClock, at: Timestamp) -> u8 {
    let time = clock.time(at);
    let hour = time.split(':').next().and_then(|hour| hour.parse().ok());
    hour.unwrap_or_default()
}

impl MoveFact {
    /// Whether they still are where they were moved, or further: what was taken back
    /// counts for nobody.
    pub(super) fn holds(&self) -> bool {
        match self.to {
            OrderStatus::Finished => self.status == OrderStatus::Finished,
            _ => !matches!(self.status, OrderStatus::Placed | OrderStatus::Rejected),
        }
    }
}

impl DayFacts {
    /// The sums of the day.
    ///
    /// # Errors
    /// [`TooLarge`]
    pub fn sums(&self, currency: Currency, clock: &dyn ShopClock) -> Result<DaySums, TooLarge> {
        let mut sums = DaySums {
            currency,
            finished: Tally::default(),
            refunded: Tally::default(),
            open: Tally::default(),
            cancelled: Tally::default(),
            rejected: Tally::default(),
            kept: Tally::default(),
            paid: self.paid()?,
            hours: self.hours(clock)?,
            reasons: self.why(),
            dishes: self.sold()?,
            options: self.chosen()?,
            people: self.people(),
        };
        for fact in &self.orders {
            let tally = match fact.status {
                OrderStatus::Finished => &mut sums.finished,
                OrderStatus::Cancelled => &mut sums.cancelled,
                OrderStatus::Rejected => &mut sums.rejected,
                _ => &mut sums.open,
            };
            *tally = tally.plus(fact.count, fact.total)?;
            if fact.status == OrderStatus::Finished {
                sums.refunded = sums.refunded.plus(fact.refunds, fact.refunded)?;
            }
            let left = minus(fact.total, fact.refunded)?;
            let was_paid = fact.paid_by != PaidBy::Unpaid;
            if fact.status.is_called_off() && was_paid && left > Money::ZERO {
                sums.kept = sums.kept.plus(fact.count, left)?;
            }
        }
        Ok(sums)
    }

    fn paid(&self) -> Result<Vec<PaidSum>, TooLarge> {
        let finished = self.orders.iter();
        let finished = finished.filter(|fact| fact.status == OrderStatus::Finished);
        let mut paid = Vec::new();
        let noted = Payment::VARIANTS.iter().copied().map(PaidBy::Paid);
        for by in noted.chain([PaidBy::Unpaid]) {
            let mut sum = Tally::default();
            for fact in finished.clone().filter(|fact| fact.paid_by == by) {
                sum = sum.plus(fact.count, fact.revenue()?)?;
            }
            paid.extend((sum.count > 0).then_some(PaidSum { by, sum }));
        }
        Ok(paid)
    }

    pub(super) fn hours(&self, clock: &dyn ShopClock) -> Result<Vec<HourSum>, TooLarge> {
        let mut hours: BTreeMap<u8, Tally> = BTreeMap::new();
        for fact in &self.orders {
            if !fact.status.is_called_off() {
                let sum = hours.entry(hour(clock, fact.at)).or_default();
                *sum = sum.plus(fact.count, fact.revenue()?)?;
            }
        }
        let hours = hours.into_iter().map(|(hour, sum)| HourSum {
            hour,
            orders: sum.count,
            revenue: sum.amount,
        });
        Ok(hours.collect())
    }

    fn why(&self) -> Vec<ReasonSum> {
        let reasons = self.reasons.iter().map(|fact| ReasonSum {
            status: fact.status,
            reason: fact.reason.clone(),
            count: fact.count,
        });
        let mut reasons: Vec<_> = reasons.collect();
        reasons.sort_by_key(|sum| Reverse(sum.count));
        reasons
    }

    fn sold(&self) -> Result<Vec<DishSum>, TooLarge> {
        let mut dishes = BTreeMap::new();
        for fact in &self.dishes {
            if fact.status == OrderStatus::Finished {
                let dish = dishes.entry(fact.item).or_insert_with(|| DishSum {
                    item: fact.item,
                    name: fact.name.clone(),
                    sum: Tally::default(),
                });
                dish.sum = dish.sum.plus(fact.quantity, fact.amount)?;
            }
        }
        let mut dishes: Vec<_> = dishes.into_values().collect();
        dishes.sort_by_key(|dish| Reverse((dish.sum.amount, dish.sum.count)));
        Ok(dishes)
    }

    fn chosen(&self) -> Result<Vec<OptionSum>, TooLarge> {
        let mut options = BTreeMap::new();
        for fact in &self.options {
            if fact.status == OrderStatus::Finished {
                let option = options.entry(fact.choice).or_insert_with(|| OptionSum {
                    choice: fact.choice,
                    name: fact.name.clone(),
                    sum: Tally::default(),
                });
                option.sum = option.sum.plus(fact.quantity, fact.amount)?;
            }
        }
        let mut options: Vec<_> = options.into_values().collect();
        options.sort_by_key(|option| Reverse((option.sum.count, option.sum.amount)));
        Ok(options)
    }

    fn people(&self) -> Vec<PersonSum> {
        let mut people: BTreeMap<&str, PersonSum> = BTreeMap::new();
        for fact in self.moves.iter().filter(|fact| fact.holds()) {
            let person = people.entry(&fact.by).or_insert_with(|| PersonSum {
                name: fact.by.clone(),
                accepted: 0,
                finished: 0,
            });
            let count = match fact.to {
                OrderStatus::Finished => &mut person.finished,
                _ => &mut person.accepted,
            };
            *count = count.saturating_add(fact.count);
        }
        people.into_values().collect()
    }
}

#[cfg(test)]
#[path = "fold_tests.rs"]
mod tests;
