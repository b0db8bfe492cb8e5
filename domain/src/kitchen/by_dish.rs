//! What is to be made, dish by dish: what is the same is made together.

use super::{KitchenLine, KitchenNow, KitchenOrder, Station};
use crate::orders::OrderLine;

/// What is to be made at a station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StationWork<'a> {
    /// Where; `None` for what stands in no category any more.
    pub station: Option<&'a Station>,
    /// The dishes, that of the oldest order first.
    pub dishes: Vec<Dish<'a>>,
}

/// A dish with the same options, for any number of orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dish<'a> {
    /// What it is, as the first of the orders has it.
    pub line: &'a OrderLine,
    /// The orders that it is for, oldest first, each with its line.
    pub portions: Vec<Portion<'a>>,
}

/// What of a dish is for one order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Portion<'a> {
    /// The order.
    pub order: &'a KitchenOrder,
    /// Its line.
    pub line: &'a KitchenLine,
}

impl Dish<'_> {
    /// How many are still to be made.
    pub fn left(&self) -> u32 {
        let left = self.portions.iter().filter(|p| p.line.made.is_none());
        left.fold(0, |sum: u32, portion| {
            sum.saturating_add(portion.line.line.quantity)
        })
    }

    /// Whether a line is of the same dish, with the same options.
    fn is(&self, line: &OrderLine) -> bool {
        let options = |line: &OrderLine| {
            let options = line.options.iter();
            options.map(|option| option.choice).collect::<Vec<_>>()
        };
        // A dish that got another name meanwhile may be another dish.
        self.line.item == line.item
            && self.line.name == line.name
            && options(self.line) == options(line)
    }
}

impl KitchenNow {
    /// What is to be made, by station, and there by dish: at one station alone, or at each
    /// that has something to do.
    pub fn by_dish<'a>(&'a self, chosen: Option<&'a Station>) -> Vec<StationWork<'a>> {
        let stations = self.stations.iter().map(Some).chain([None]);
        let mut all: Vec<_> = stations
            .map(|station| StationWork {
                station,
                dishes: Vec::new(),
            })
            .collect();
        let portions = self.orders.iter().flat_map(|order| {
            let lines = order.lines.iter();
            lines.map(move |line| Portion { order, line })
        });
        for portion in portions.filter(|portion| portion.line.is_at(chosen)) {
            let of = |work: &StationWork<'_>| match (work.station, portion.line.category) {
                (Some(station), Some(category)) => station.makes(category),
                (station, _) => station.is_none(),
            };
            if let Some(work) = all.iter_mut().find(|work| of(work)) {
                work.add(portion);
            }
        }
        all.retain(|work| !work.dishes.is_empty());
        all
    }
}

impl<'a> StationWork<'a> {
    fn add(&mut self, portion: Portion<'a>) {
        let line = &portion.line.line;
        match self.dishes.iter_mut().find(|dish| dish.is(line)) {
            Some(dish) => dish.portions.push(portion),
            None => self.dishes.push(Dish {
                line,
                portions: vec![portion],
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Timestamp,
        kitchen::{
            fixtures::{category, order, text},
            stations,
        },
        menu::{CategoryId, options::ChosenOption},
        money::Money,
        orders::Handled,
    };

    fn kitchen(orders: Vec<KitchenOrder>) -> KitchenNow {
        let categories = [
            category(1, Some("Wok")),
            category(2, None),
            category(3, Some("Wok")),
        ];
        KitchenNow {
            orders,
            stations: stations(&categories),
        }
    }

    /// An item, how many of it are left, and for which orders.
    type Told = (i64, u32, Vec<u32>);

    /// What there is to do, by station.
    fn told(work: &[StationWork<'_>]) -> Vec<(String, Vec<Told>)> {
        let dish = |dish: &Dish<'_>| {
            let numbers = dish.portions.iter().map(|portion| portion.order.number);
            (dish.line.item.0, dish.left(), numbers.collect())
        };
        let of = |work: &StationWork<'_>| {
            let name = work.station.map(|station| station.name.en.clone());
            let dishes = work.dishes.iter().map(dish).collect();
            (name.unwrap_or_default(), dishes)
        };
        work.iter().map(of).collect()
    }

    #[test]
    fn the_same_dish_of_several_orders_is_one_with_its_sum() {
        let kitchen = kitchen(vec![
            order(1, &[(1, 2), (2, 1)]),
            order(2, &[(3, 1), (1, 5)]),
        ]);
        let wok = ("Wok".to_owned(), vec![(1, 7, vec![1, 2]), (3, 1, vec![2])]);
        let other = ("C2".to_owned(), vec![(2, 1, vec![1])]);
        assert_eq!(told(&kitchen.by_dish(None)), [wok.clone(), other]);
        let chosen = kitchen.station(CategoryId(3));
        assert_eq!(told(&kitchen.by_dish(chosen)), [wok]);
    }

    #[test]
    fn other_options_are_another_dish() {
        let mut orders = vec![
            order(1, &[(1, 1)]),
            order(2, &[(1, 1)]),
            order(3, &[(1, 1)]),
        ];
        orders[1].lines[0].line.options = vec![ChosenOption {
            choice: "3-1".parse().unwrap(),
            name: text("Large"),
            price: Money::ZERO,
        }];
        let kitchen = kitchen(orders);
        let dishes = vec![(1, 2, vec![1, 3]), (1, 1, vec![2])];
        assert_eq!(told(&kitchen.by_dish(None)), [("Wok".to_owned(), dishes)]);
    }

    #[test]
    fn what_is_made_is_not_counted_and_stays_where_it_was() {
        let mut orders = vec![order(1, &[(1, 2)]), order(2, &[(1, 3)])];
        orders[0].lines[0].made = Some(Handled {
            by: "li".to_owned(),
            at: Timestamp::from_millis(0),
            time: String::new(),
        });
        let kitchen = kitchen(orders);
        let dishes = vec![(1, 3, vec![1, 2])];
        assert_eq!(told(&kitchen.by_dish(None)), [("Wok".to_owned(), dishes)]);
    }

    #[test]
    fn what_stands_in_no_category_is_not_lost() {
        let mut orders = vec![order(1, &[(1, 1), (2, 1)])];
        orders[0].lines[0].category = None;
        orders[0].lines[1].category = Some(CategoryId(99));
        let kitchen = kitchen(orders);
        let dishes = vec![(1, 1, vec![1]), (2, 1, vec![1])];
        assert_eq!(told(&kitchen.by_dish(None)), [(String::new(), dishes)]);
    }
}
