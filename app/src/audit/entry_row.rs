//! One thing that was done.

use crate::{request::language, words};
use domain::{
    ShopClock,
    audit::{AuditAction, AuditEntry, Author},
    language::Language,
    users::Role,
};
use leptos::prelude::*;
use std::{borrow::Cow, sync::Arc};

/// When, who, what, to what.
#[component]
pub fn EntryRow(
    /// What was done.
    entry: AuditEntry,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let by = match entry.by {
        Author::User(_) => entry.name.into(),
        Author::Visitor => tr!(language, "audit.visitor"),
        Author::Operator => tr!(language, "audit.operator"),
    };
    // Roles are kept by their codes.
    let in_words = |text: &str| {
        let roles = Role::ALL.iter();
        roles.fold(text.to_owned(), |text, role| {
            text.replace(role.as_str(), &words::role(language, *role))
        })
    };
    let (subject, detail) = match entry.action {
        AuditAction::UserInvited => (in_words(&entry.subject), entry.detail),
        AuditAction::UserJoined | AuditAction::UserAdded | AuditAction::UserRole => {
            (entry.subject, in_words(&entry.detail))
        }
        _ => (entry.subject, entry.detail),
    };
    let time = clock.day_and_time(entry.at);
    view! {
        <li class="row" data-action=entry.action.as_str()>
            <div class="row__head">
                <time class="row__note" datetime=entry.at.rfc3339()>
                    {time}
                </time>
                <strong>{by}</strong>
                <span>{action_text(language, entry.action)}</span>
                <strong>{subject}</strong>
                <span class="row__note">{detail}</span>
            </div>
        </li>
    }
}

/// What an action is called.
pub(super) fn action_text(language: Language, action: AuditAction) -> Cow<'static, str> {
    match action {
        AuditAction::UserInvited => tr!(language, "audit.user_invited"),
        AuditAction::UserJoined => tr!(language, "audit.user_joined"),
        AuditAction::UserAdded => tr!(language, "audit.user_added"),
        AuditAction::UserRole => tr!(language, "audit.user_role"),
        AuditAction::UserRenamed => tr!(language, "audit.user_renamed"),
        AuditAction::UserDisabled => tr!(language, "audit.user_disabled"),
        AuditAction::UserEnabled => tr!(language, "audit.user_enabled"),
        AuditAction::UserPassword => tr!(language, "audit.user_password"),
        AuditAction::UserResetLink => tr!(language, "audit.user_reset_link"),
        AuditAction::UserSignedOut => tr!(language, "audit.user_signed_out"),
        AuditAction::SignInFailed => tr!(language, "audit.sign_in_failed"),
        AuditAction::CategoryAdded => tr!(language, "audit.category_added"),
        AuditAction::CategoryRenamed => tr!(language, "audit.category_renamed"),
        AuditAction::CategoryMoved => tr!(language, "audit.category_moved"),
        AuditAction::CategoryDeleted => tr!(language, "audit.category_deleted"),
        AuditAction::ItemAdded => tr!(language, "audit.item_added"),
        AuditAction::ItemChanged => tr!(language, "audit.item_changed"),
        AuditAction::ItemMoved => tr!(language, "audit.item_moved"),
        AuditAction::ItemShown => tr!(language, "audit.item_shown"),
        AuditAction::ItemHidden => tr!(language, "audit.item_hidden"),
        AuditAction::ItemSoldOut => tr!(language, "audit.item_sold_out"),
        AuditAction::ItemBack => tr!(language, "audit.item_back"),
        AuditAction::ItemDeleted => tr!(language, "audit.item_deleted"),
        AuditAction::ItemRestored => tr!(language, "audit.item_restored"),
        AuditAction::OptionsAdded => tr!(language, "audit.options_added"),
        AuditAction::OptionsChanged => tr!(language, "audit.options_changed"),
        AuditAction::OptionsMoved => tr!(language, "audit.options_moved"),
        AuditAction::OptionsDeleted => tr!(language, "audit.options_deleted"),
        AuditAction::OptionsRestored => tr!(language, "audit.options_restored"),
        AuditAction::ItemPhotoSet => tr!(language, "audit.item_photo_set"),
        AuditAction::ItemPhotoRemoved => tr!(language, "audit.item_photo_removed"),
        AuditAction::MenuImported => tr!(language, "audit.menu_imported"),
        AuditAction::SettingsChanged => tr!(language, "audit.settings_changed"),
        AuditAction::OrdersExported => tr!(language, "audit.orders_exported"),
        AuditAction::OrdersPaused => tr!(language, "audit.orders_paused"),
        AuditAction::OrdersPausedOverdue => tr!(language, "audit.orders_paused_overdue"),
        AuditAction::ChannelAdded => tr!(language, "audit.channel_added"),
        AuditAction::ChannelChanged => tr!(language, "audit.channel_changed"),
        AuditAction::ChannelEnabled => tr!(language, "audit.channel_enabled"),
        AuditAction::ChannelDisabled => tr!(language, "audit.channel_disabled"),
        AuditAction::ChannelDeleted => tr!(language, "audit.channel_deleted"),
        AuditAction::AlertRulesChanged => tr!(language, "audit.alert_rules_changed"),
        AuditAction::TemplateAdded => tr!(language, "audit.template_added"),
        AuditAction::TemplateChanged => tr!(language, "audit.template_changed"),
        AuditAction::TemplateDeleted => tr!(language, "audit.template_deleted"),
        AuditAction::DayClosed => tr!(language, "audit.day_closed"),
        AuditAction::BoardLinked => tr!(language, "audit.board_linked"),
        AuditAction::BoardClosed => tr!(language, "audit.board_closed"),
        AuditAction::OrdersResumed => tr!(language, "audit.orders_resumed"),
    }
}
