//! A customer calls an order off.

use crate::{
    clock::ShopClock,
    orders::{
        ChangeError, DecidedChange, KeptOrder, OrderStatus, ReasonKind, StatusReason, history::What,
    },
};

/// The wish of a customer to call an order off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerCancel {
    /// The unguessable name of the order's page.
    pub token: String,
    /// The version that the customer saw: another by now means that the shop was faster.
    pub version: u32,
}

impl CustomerCancel {
    /// What it makes of the order as it stands now, which gives back what it took of the stock.
    /// It is nobody's of the shop, so it can't be taken back there.
    ///
    /// # Errors
    /// [`ChangeError::Conflict`]: the shop has answered or changed it meanwhile. Who that was,
    /// is not said. Nothing changes then.
    pub fn decide(
        &self,
        kept: KeptOrder,
        clock: &dyn ShopClock,
    ) -> Result<DecidedChange, ChangeError> {
        let mut order = kept.order;
        if order.version != self.version || order.status != OrderStatus::Placed {
            return Err(ChangeError::Conflict {
                status: order.status,
                handled: None,
            });
        }
        let before = order.standing();
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
        Ok(DecidedChange::new(
            order,
            before,
            None,
            what,
            "",
            clock.now(),
        ))
    }
}
