//! The port through which it is kept who changed what.

use crate::{
    Unavailable,
    audit::{AuditAction, AuditEntry, NewAuditEntry},
};
use async_trait::async_trait;

/// Which entries are looked for.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct AuditFilter {
    /// Those of one action alone.
    pub action: Option<AuditAction>,
    /// Those that one user did alone, by name.
    pub by: Option<String>,
    /// Those with an identity below that.
    pub before: Option<i64>,
}

/// Who changed what. What changes something notes that in its own transaction; this
/// is for what changes nothing, and for reading.
#[async_trait]
pub trait Audit: Send + Sync {
    /// Notes what was done.
    async fn note(&self, entry: NewAuditEntry) -> Result<(), Unavailable>;

    /// Up to `limit` entries, newest first.
    async fn audit(&self, filter: AuditFilter, limit: u32) -> Result<Vec<AuditEntry>, Unavailable>;
}
