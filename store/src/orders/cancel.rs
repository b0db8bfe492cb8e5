//! A customer calls an order off.

use super::{change, read};
use crate::writer::{Failure, Write};
use domain::orders::{ChangeError, CustomerCancel, Order, OrderId};

/// Does what [`domain::ports::Orders::cancel`] says.
pub(super) async fn cancel(
    write: &mut Write<'_>,
    cancel: CustomerCancel,
) -> Result<Order, Failure<ChangeError>> {
    let clock = &*write.context.clock;
    let id = read::id_of(&mut *write.db, &cancel.token).await?;
    let id = id.ok_or(Failure::Refused(ChangeError::NotFound))?;
    let kept = change::kept(&mut *write.db, clock, OrderId(id)).await?;
    let kept = kept.ok_or(Failure::Refused(ChangeError::NotFound))?;
    let decided = cancel.decide(kept, clock).map_err(Failure::Refused)?;
    change::keep(write, decided, None).await
}
