//! A customer calls an order off.

use crate::{
    clock::ShopClock,
    menu::{Item, ItemId},
    orders::{
        ChangeError, DecidedChange, DecidedEdit, KeptOrder, OrderStatus, ReasonKind, StatusReason,
        history::What,
    },
};
use std::collections::HashMap;

/// The wish of a customer to call an order off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerCancel {
    /// The unguessable name of the order's page.
    pub token: String,
    /// The version that the customer saw: another by now means that the shop was faster.
    pub version: u32,
}

impl CustomerCancel {
    /// What it makes of the order as it stands now, which gives back what it took of `items`.
    /// It is nobody's of the shop, so it can't be taken back there.
    ///
    /// # Errors
    /// [`ChangeError::Conflict`]: the shop has answered or changed it meanwhile. Who that was,
    /// is not said. Nothing changes then.
    pub fn decide(
        &self,
        kept: KeptOrder,
        items: &[Item],
        clock: &dyn ShopClock,
    ) -> Result<DecidedEdit, ChangeError> {
        let mut order = kept.order;
        if order.version != self.version || order.status != OrderStatus::Placed {
            return Err(ChangeError::Conflict {
                status: order.status,
                handled: None,
            });
        }
        let mut taken: HashMap<ItemId, i64> = HashMap::new();
        for line in &order.lines {
            let item = items.iter().find(|item| item.id == line.item);
            // Of an item that was deleted meanwhile nothing is counted any more.
            if item.is_some_and(|item| item.fields.stock.is_some()) {
                *taken.entry(line.item).or_default() -= i64::from(line.quantity);
            }
        }
        let (from, to) = (order.status, OrderStatus::Cancelled);
        let reason = StatusReason::from(ReasonKind::Customer);
        order.status = to;
        order.handled = None;
        order.reason = Some(reason.clone());
        let what = What::Status {
            from,
            to,
            minutes: None,
            reason: Some(reason),
        };
        Ok(DecidedEdit {
            change: DecidedChange::new(order, from, None, what, "", clock.now()),
            taken,
        })
    }
}
