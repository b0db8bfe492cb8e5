//! What the forms of these pages do.

use super::text::test_message;
use crate::form::{Answer, Notice, PageForm, Sending, Submission};
use domain::{
    channels::{self, ChannelChange, ChannelDraft, ChannelId, ChannelKind},
    policy::Action,
    settings::AlertRulesDraft,
    validation::Field,
};
use leptos::prelude::provide_context;
use std::sync::Arc;

/// The page of the channels.
const PAGE: &str = "/admin/channels";
/// The page of one.
const CHANNEL: &str = "/admin/channels/{id}";
/// The page on which one of a kind is added.
const NEW: &str = "/admin/channels/new/{id}";

/// The forms of these pages.
pub const FORMS: &[PageForm] = &[
    PageForm::new("/admin/channels/rules", PAGE, change_rules),
    PageForm::new("/admin/channels/new/{id}", NEW, add),
    PageForm::new("/admin/channels/{id}", CHANNEL, edit),
    PageForm::new("/admin/channels/{id}/enable", PAGE, |sent| {
        change(sent, |id| ChannelChange::Enable(id, true))
    }),
    PageForm::new("/admin/channels/{id}/disable", PAGE, |sent| {
        change(sent, |id| ChannelChange::Enable(id, false))
    }),
    PageForm::new("/admin/channels/{id}/delete", PAGE, |sent| {
        change(sent, ChannelChange::Delete)
    }),
    PageForm::new("/admin/channels/{id}/test", PAGE, test),
];

/// What came of trying a channel, for the page that is drawn then.
#[derive(Debug, Clone)]
pub(super) struct Tested {
    /// Which channel.
    pub(super) channel: ChannelId,
    /// What came back.
    pub(super) answer: channels::Answer,
}

/// What was typed of a channel.
fn draft(sent: &Submission) -> ChannelDraft {
    let text = |field| sent.text(field).to_owned();
    ChannelDraft {
        name: text(Field::ChannelName),
        address: text(Field::ChannelAddress),
        account: text(Field::ChannelAccount),
        sender: text(Field::ChannelSender),
        target: text(Field::ChannelTarget),
        secret: text(Field::ChannelSecret),
    }
}

fn add(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ManageChannels)?;
        let kind: ChannelKind = sent.id()?;
        sent.shop.add_channel(kind, &draft(&sent), user).await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}

fn edit(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ManageChannels)?;
        let version = sent.version()?;
        let draft = draft(&sent);
        let edited = sent.shop.edit_channel(sent.id()?, version, &draft, user);
        edited.await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}

fn change(sent: Submission, change: fn(ChannelId) -> ChannelChange) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ManageChannels)?;
        sent.shop.change_channel(change(sent.id()?), user).await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}

/// Sends something at once, and draws the page with what came back.
fn test(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ManageChannels)?;
        let channel = sent.id()?;
        let message = test_message(&sent.shop);
        let answer = sent.shop.test_channel(channel, &message, user).await?;
        let tested = Tested { channel, answer };
        Ok(Answer::Draw(Arc::new(move || {
            provide_context(tested.clone());
        })))
    })
}

fn change_rules(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ManageChannels)?;
        let version = sent.version()?;
        let text = |field| sent.text(field).to_owned();
        let draft = AlertRulesDraft {
            wait_seconds: text(Field::WaitSeconds),
            reminders: text(Field::Reminders),
            overdue_minutes: text(Field::OverdueMinutes),
            when_overdue: text(Field::WhenOverdue),
            overdue_message: text(Field::PauseMessage),
        };
        let changed = sent.shop.change_alert_rules(&draft, version, user);
        changed.await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}
