//! Reading who changed what.

use super::{ReadError, Shop};
use crate::{
    audit::AuditEntry,
    policy::{Action, Actor},
    ports::AuditFilter,
    users::User,
};

impl Shop {
    /// Up to `limit` entries that the filter lets through, newest first.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn audit(
        &self,
        filter: AuditFilter,
        limit: u32,
        by: &User,
    ) -> Result<Vec<AuditEntry>, ReadError> {
        Actor::from(by).check(Action::ReadAudit)?;
        Ok(self.store.audit(filter, limit).await?)
    }
}
