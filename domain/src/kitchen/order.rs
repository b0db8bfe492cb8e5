//! Orders as the kitchen sees them.

use super::Station;
use crate::{
    Timestamp,
    handover::Handover,
    menu::CategoryId,
    orders::{Handled, Moment, OrderId, OrderLine, OrderStatus},
};

/// An order as the kitchen sees it: nothing of who ordered, nor where they live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KitchenOrder {
    /// Its identity.
    pub id: OrderId,
    /// Its number of the day.
    pub number: u32,
    /// Where it is in its life.
    pub status: OrderStatus,
    /// Its version, for whoever moves it on.
    pub version: u32,
    /// What the customer wants the shop to know; possibly nothing.
    pub note: String,
    /// How it is handed over, without the address.
    pub handover: Handover,
    /// When it is wanted; `None` for as soon as possible.
    pub wanted: Option<Moment>,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// What was ordered.
    pub lines: Vec<KitchenLine>,
}

/// A line of an order as the kitchen sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KitchenLine {
    /// Its place in the order, from 0.
    pub place: u32,
    /// What was ordered.
    pub line: OrderLine,
    /// The category in which the item stands now; `None` where it stands in none any more.
    pub category: Option<CategoryId>,
    /// Who made it, and when; `None` while nobody has.
    pub made: Option<Handled>,
}

/// What there is to do in the kitchen at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KitchenNow {
    /// The orders that are accepted or being prepared, oldest first.
    pub orders: Vec<KitchenOrder>,
    /// The shop's stations.
    pub stations: Vec<Station>,
}

impl KitchenOrder {
    /// Whether all of it is made.
    pub fn is_made(&self) -> bool {
        self.lines.iter().all(|line| line.made.is_some())
    }

    /// What the kitchen may say of it now: that it is begun, and that it is ready once all
    /// of it is made.
    pub fn next(&self) -> impl Iterator<Item = OrderStatus> + use<> {
        let (now, is_made) = (self.status, self.is_made());
        let steps = [OrderStatus::Preparing, OrderStatus::Ready].into_iter();
        steps.filter(move |to| now.can_become(*to) && (is_made || *to == OrderStatus::Preparing))
    }
}

impl KitchenLine {
    /// Whether it is made at a station; at every one where none is named.
    pub fn is_at(&self, station: Option<&Station>) -> bool {
        station.is_none_or(|station| self.category.is_some_and(|id| station.makes(id)))
    }
}

impl KitchenNow {
    /// The station at which dishes of that category are made.
    pub fn station(&self, category: CategoryId) -> Option<&Station> {
        self.stations.iter().find(|station| station.makes(category))
    }

    /// The orders of which something is made at a station, each with those lines.
    pub fn at<'a>(
        &'a self,
        station: Option<&'a Station>,
    ) -> impl Iterator<Item = (&'a KitchenOrder, Vec<&'a KitchenLine>)> {
        let lines = move |order: &'a KitchenOrder| -> Vec<_> {
            let lines = order.lines.iter();
            lines.filter(|line| line.is_at(station)).collect()
        };
        let orders = self.orders.iter().map(move |order| (order, lines(order)));
        orders.filter(|(_, lines)| !lines.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kitchen::{fixtures::order, stations};

    #[test]
    fn an_order_is_ready_when_all_of_it_is_made() {
        let mut order = order(1, &[(1, 1), (2, 1)]);
        let next = |order: &KitchenOrder| order.next().collect::<Vec<_>>();
        assert_eq!(next(&order), [OrderStatus::Preparing]);
        let made = Handled {
            by: "li".to_owned(),
            at: Timestamp::from_millis(0),
            time: "12:00".to_owned(),
        };
        order.lines[0].made = Some(made.clone());
        order.status = OrderStatus::Preparing;
        assert_eq!(next(&order), []);
        order.lines[1].made = Some(made);
        assert_eq!(next(&order), [OrderStatus::Ready]);
    }

    #[test]
    fn a_station_sees_its_own_lines() {
        use crate::kitchen::fixtures::category;
        let kitchen = KitchenNow {
            orders: vec![order(1, &[(1, 1), (2, 1)]), order(2, &[(1, 2)])],
            stations: stations(&[category(1, None), category(2, Some("Bar"))]),
        };
        let at = |id| {
            let station = kitchen.station(CategoryId(id));
            let orders = kitchen.at(station);
            orders
                .map(|(order, lines)| (order.number, lines.len()))
                .collect::<Vec<_>>()
        };
        assert_eq!(at(1), [(1, 1), (2, 1)]);
        assert_eq!(at(2), [(1, 1)]);
        // Of a station that is gone all is shown.
        assert_eq!(at(9), [(1, 2), (2, 1)]);
    }
}
