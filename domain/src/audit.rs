//! Who changed what, and when.

use crate::{Timestamp, users::UserId};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum AuditAction {
    /// A link to join was made.
    UserInvited,
    /// Somebody joined.
    UserJoined,
    /// A user was added by whoever runs the server.
    UserAdded,
    /// A user got another role.
    UserRole,
    /// A user got another name.
    UserRenamed,
    /// A user is kept out.
    UserDisabled,
    /// A user may come in again.
    UserEnabled,
    /// A user got another password.
    UserPassword,
    /// A link to choose another password was made.
    UserResetLink,
    /// All sessions of a user were ended.
    UserSignedOut,
    /// Wrong passwords were tried.
    SignInFailed,
    /// A category was added.
    CategoryAdded,
    /// A category got another name.
    CategoryRenamed,
    /// A category was moved.
    CategoryMoved,
    /// A category was deleted.
    CategoryDeleted,
    /// An item was added.
    ItemAdded,
    /// An item was changed.
    ItemChanged,
    /// An item was moved.
    ItemMoved,
    /// Customers see an item again.
    ItemShown,
    /// Customers don't see an item.
    ItemHidden,
    /// An item is sold out for today.
    ItemSoldOut,
    /// An item can be had again.
    ItemBack,
    /// An item was deleted.
    ItemDeleted,
    /// A deleted item is back.
    ItemRestored,
    /// A group of options was added.
    OptionsAdded,
    /// A group of options was changed.
    OptionsChanged,
    /// A group of options was moved.
    OptionsMoved,
    /// A group of options was deleted.
    OptionsDeleted,
    /// A deleted group of options is back.
    OptionsRestored,
    /// An item got a photo.
    ItemPhotoSet,
    /// An item has no photo any more.
    ItemPhotoRemoved,
    /// Dishes were added and changed by a table.
    MenuImported,
    /// Settings were changed.
    SettingsChanged,
    /// A table of orders was taken home.
    OrdersExported,
    /// No orders are taken for a while.
    OrdersPaused,
    /// Orders are taken again.
    OrdersResumed,
    /// No orders are taken, since nobody answered one.
    OrdersPausedOverdue,
    /// A channel was added.
    ChannelAdded,
    /// A channel was changed.
    ChannelChanged,
    /// Alerts go by a channel.
    ChannelEnabled,
    /// Alerts go by a channel no longer.
    ChannelDisabled,
    /// A channel was deleted.
    ChannelDeleted,
    /// It was changed when alerts go.
    AlertRulesChanged,
    /// A template of messages was added.
    TemplateAdded,
    /// A template of messages was changed.
    TemplateChanged,
    /// A template of messages was deleted.
    TemplateDeleted,
    /// A day was closed.
    DayClosed,
    /// The board for customers got a link.
    BoardLinked,
    /// The board for customers was switched off.
    BoardClosed,
}

impl AuditAction {
    /// The name in the store, and of its text.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// A user.
    User(UserId),
    /// Whoever has a link that lets in, or tries to sign in.
    Visitor,
    /// Whoever runs the server, by its command line.
    Operator,
}

/// What was done, and to what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAuditEntry {
    /// Who did it.
    pub by: Author,
    /// What.
    pub action: AuditAction,
    /// To what, by its name of that moment.
    pub subject: String,
    /// What it was before and what it is now, where a word says it.
    pub detail: String,
}

/// What was done, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its identity; later ones are greater.
    pub id: i64,
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: Author,
    /// The name of the user who did it; empty where it was none.
    pub name: String,
    /// What.
    pub action: AuditAction,
    /// To what, by its name of that moment.
    pub subject: String,
    /// What it was before and what it is now, where a word says it.
    pub detail: String,
}
