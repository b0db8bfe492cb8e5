//! What an order that is called off gives back.

use crate::orders::{Order, OrderStatus, ReasonKind};

/// What a change of an order does to the stock of what it has.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum StockMove {
    /// Nothing.
    #[default]
    None,
    /// The order is called off before anything of it was made: others can have it.
    GiveBack,
    /// That is taken back: the order has it again.
    TakeAgain,
}

/// Where an order is in its life, and why it was called off, if it was.
pub(in crate::orders) type Standing = (OrderStatus, Option<ReasonKind>);

impl StockMove {
    /// What it does to the stock that an order which stood like `before` stands like `after`.
    pub(in crate::orders) fn between(before: Standing, after: Standing) -> Self {
        match (gives_back(before, after), gives_back(after, before)) {
            (true, _) => Self::GiveBack,
            (_, true) => Self::TakeAgain,
            _ => Self::None,
        }
    }
}

/// Whether an order that is called off like that gives back what it has.
fn gives_back((status, _): Standing, (called_off, reason): Standing) -> bool {
    let is_untouched = matches!(status, OrderStatus::Placed | OrderStatus::Accepted);
    // What is sold out is not there, whatever was counted.
    is_untouched && called_off.is_called_off() && reason != Some(ReasonKind::SoldOut)
}

impl Order {
    /// Where it is in its life, and why it was called off, if it was.
    pub(in crate::orders) fn standing(&self) -> Standing {
        (self.status, self.reason.as_ref().map(|reason| reason.kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use OrderStatus::{Accepted, Cancelled, Finished, Placed, Preparing, Ready, Rejected};

    #[test]
    fn what_was_not_begun_is_given_back_and_taken_again() {
        for (from, to, reason, expected) in [
            (Placed, Rejected, None, StockMove::GiveBack),
            (
                Placed,
                Cancelled,
                Some(ReasonKind::Customer),
                StockMove::GiveBack,
            ),
            (Accepted, Cancelled, None, StockMove::GiveBack),
            (Placed, Rejected, Some(ReasonKind::SoldOut), StockMove::None),
            (Preparing, Cancelled, None, StockMove::None),
            (Ready, Cancelled, None, StockMove::None),
            (Placed, Accepted, None, StockMove::None),
            (Accepted, Finished, None, StockMove::None),
        ] {
            let (before, after) = ((from, None), (to, reason));
            assert_eq!(StockMove::between(before, after), expected, "{from} {to}");
            let back = match expected {
                StockMove::GiveBack => StockMove::TakeAgain,
                other => other,
            };
            assert_eq!(StockMove::between(after, before), back, "{to} {from}");
        }
    }
}
