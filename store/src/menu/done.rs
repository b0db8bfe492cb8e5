//! What was done to the menu, for those who are told.

use crate::writer::Failure;
use domain::{
    audit::AuditAction,
    language::Localized,
    menu::{Item, ItemId, MenuError},
};

/// What was done, and to what.
pub(super) struct Done {
    pub(super) action: AuditAction,
    pub(super) subject: Localized,
    pub(super) detail: String,
    pub(super) item: Option<ItemId>,
}

/// What became of a change.
pub(super) type Changed = Result<Done, Failure<MenuError>>;

impl Done {
    pub(super) fn of(action: AuditAction, subject: Localized) -> Self {
        Self {
            action,
            subject,
            detail: String::new(),
            item: None,
        }
    }

    pub(super) fn of_item(action: AuditAction, item: &Item) -> Self {
        Self {
            action,
            subject: item.fields.name.clone(),
            detail: String::new(),
            item: Some(item.id),
        }
    }
}
