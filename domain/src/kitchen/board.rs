//! The board on which customers see whether their order is ready: numbers, and nothing else.

use crate::{Timestamp, orders::OrderStatus};

/// For how many hours an order stays on the board whose day is over.
pub const BOARD_HOURS: i64 = 6;
/// For how many seconds a number that is ready is new.
pub const FRESH_SECONDS: i64 = 60;
/// The most numbers in a column.
pub const MOST_NUMBERS: usize = 60;

/// An order of the board, as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoardOrder {
    /// Its number of the day.
    pub number: u32,
    /// Where it is in its life.
    pub status: OrderStatus,
    /// When it came to that.
    pub since: Timestamp,
}

/// What the board shows at one moment.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct BoardNumbers {
    /// The orders that the kitchen works on, oldest first.
    pub in_work: Vec<u32>,
    /// The orders that wait for their customers, newest first.
    pub ready: Vec<ReadyNumber>,
}

/// A number that is called out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadyNumber {
    /// The number of the day.
    pub number: u32,
    /// Whether it is ready only just now.
    pub is_fresh: bool,
}

impl BoardNumbers {
    /// What the board shows of orders that are given oldest first.
    pub fn of(orders: &[BoardOrder], now: Timestamp) -> Self {
        let of = |wanted: &[OrderStatus]| -> Vec<BoardOrder> {
            let orders = orders.iter().copied();
            orders
                .filter(|order| wanted.contains(&order.status))
                .collect()
        };
        let in_work = of(&[OrderStatus::Accepted, OrderStatus::Preparing]);
        let mut ready = of(&[OrderStatus::Ready]);
        ready.sort_by_key(|order| std::cmp::Reverse(order.since));
        let is_fresh = |since: Timestamp| now.millis() - since.millis() < FRESH_SECONDS * 1000;
        let ready = ready.into_iter().map(|order| ReadyNumber {
            number: order.number,
            is_fresh: is_fresh(order.since),
        });
        let in_work = in_work.into_iter().map(|order| order.number);
        Self {
            in_work: in_work.take(MOST_NUMBERS).collect(),
            ready: ready.take(MOST_NUMBERS).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(number: u32, status: OrderStatus, seconds: i64) -> BoardOrder {
        BoardOrder {
            number,
            status,
            since: Timestamp::from_millis(seconds * 1000),
        }
    }

    #[test]
    fn what_is_ready_last_stands_first_and_is_new_for_a_while() {
        use OrderStatus::{Accepted, Finished, Placed, Preparing, Ready};
        let orders = [
            order(1, Ready, 100),
            order(2, Preparing, 20),
            order(3, Ready, 130),
            order(4, Accepted, 10),
            order(5, Placed, 10),
            order(6, Finished, 10),
        ];
        let board = BoardNumbers::of(&orders, Timestamp::from_millis(160_000));
        assert_eq!(board.in_work, [2, 4]);
        let ready = board.ready.iter().map(|n| (n.number, n.is_fresh));
        assert_eq!(ready.collect::<Vec<_>>(), [(3, true), (1, false)]);
    }
}
