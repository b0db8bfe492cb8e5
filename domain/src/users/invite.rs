//! Links that let somebody in once: to join, or to choose another password.

use super::{Role, User};
use crate::Timestamp;

/// How long such a link works, in seconds: three days.
pub const INVITE_SECONDS: u32 = 3 * 86_400;

/// What a link lets its reader do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvitePurpose {
    /// Join as somebody of that role.
    Join(Role),
    /// Choose another password for that user.
    Reset(User),
}

/// A link that was not used yet, and has not expired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    /// What it lets its reader do.
    pub purpose: InvitePurpose,
    /// When it stops to work.
    pub expires_at: Timestamp,
}

/// A link, as it is kept: the token itself is nowhere.
#[derive(Debug, Clone)]
pub struct NewInvite {
    /// The hash of its token.
    pub token_hash: Vec<u8>,
    /// What it lets its reader do.
    pub purpose: InvitePurpose,
    /// When it stops to work.
    pub expires_at: Timestamp,
}
