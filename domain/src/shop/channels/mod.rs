//! What leaves the shop when nobody looks, and where it goes.

mod devices;

use super::Shop;
use crate::{
    audit::{AuditAction, Author},
    channels::{
        AlertMessage, Answer, Channel, ChannelChange, ChannelDraft, ChannelError, ChannelFields,
        ChannelId, ChannelKind, Destination, PastAlert,
    },
    policy::{Action, Actor},
    ports::AlertSender,
    settings::{AlertRulesDraft, Pause, PauseEnd, SettingsError, ShopSettings},
    users::User,
    validation::{Field, ValidationErrors},
};
use std::sync::Arc;

/// How many of the last alerts are shown.
const SHOWN: u32 = 100;

impl Shop {
    /// The same shop with something that sends alerts.
    #[must_use]
    pub fn with_alerts(self, alert_sender: Arc<dyn AlertSender>) -> Self {
        Self {
            alert_sender,
            ..self
        }
    }

    /// Whether a page of the back office is open.
    pub fn somebody_looks(&self) -> bool {
        self.streams.somebody_looks()
    }

    /// All channels, the oldest first.
    ///
    /// # Errors
    /// See [`ChannelError`].
    pub async fn channels(&self, by: &User) -> Result<Vec<Channel>, ChannelError> {
        Actor::from(by).check(Action::ManageChannels)?;
        Ok(self.store.channels().await?)
    }

    /// One channel.
    ///
    /// # Errors
    /// See [`ChannelError`].
    pub async fn channel(&self, id: ChannelId, by: &User) -> Result<Channel, ChannelError> {
        let channels = self.channels(by).await?;
        let found = channels.into_iter().find(|channel| channel.id == id);
        found.ok_or(ChannelError::NotFound)
    }

    /// The last alerts, the newest first.
    ///
    /// # Errors
    /// See [`ChannelError`].
    pub async fn past_alerts(&self, by: &User) -> Result<Vec<PastAlert>, ChannelError> {
        Actor::from(by).check(Action::ManageChannels)?;
        Ok(self.store.past_alerts(SHOWN).await?)
    }

    /// Adds a channel.
    ///
    /// # Errors
    /// See [`ChannelError`].
    pub async fn add_channel(
        &self,
        kind: ChannelKind,
        draft: &ChannelDraft,
        by: &User,
    ) -> Result<(), ChannelError> {
        Actor::from(by).check(Action::ManageChannels)?;
        let fields = self.check_channel(kind, draft, None).await?;
        self.store
            .change_channel(ChannelChange::Add(fields), by)
            .await?;
        Ok(())
    }

    /// Changes a channel, where it still has that version.
    ///
    /// # Errors
    /// See [`ChannelError`].
    pub async fn edit_channel(
        &self,
        id: ChannelId,
        version: u32,
        draft: &ChannelDraft,
        by: &User,
    ) -> Result<(), ChannelError> {
        let known = self.channel(id, by).await?.fields.destination;
        let fields = self.check_channel(known.kind, draft, Some(&known)).await?;
        let change = ChannelChange::Edit {
            channel: id,
            version,
            fields,
        };
        self.store.change_channel(change, by).await?;
        Ok(())
    }

    /// Changes a channel otherwise.
    ///
    /// # Errors
    /// See [`ChannelError`].
    pub async fn change_channel(
        &self,
        change: ChannelChange,
        by: &User,
    ) -> Result<(), ChannelError> {
        Actor::from(by).check(Action::ManageChannels)?;
        self.store.change_channel(change, by).await?;
        Ok(())
    }

    async fn check_channel(
        &self,
        kind: ChannelKind,
        draft: &ChannelDraft,
        known: Option<&Destination>,
    ) -> Result<ChannelFields, ValidationErrors> {
        let fields = draft.parse(kind, known)?;
        let checked = self.alert_sender.check(&fields.destination).await;
        let wrong = |reason| ValidationErrors::only(Field::ChannelAddress, reason);
        checked.map(|()| fields).map_err(wrong)
    }

    /// Sends something by a channel at once, enabled or not; gives what came back.
    ///
    /// # Errors
    /// See [`ChannelError`].
    pub async fn test_channel(
        &self,
        id: ChannelId,
        message: &AlertMessage,
        by: &User,
    ) -> Result<Answer, ChannelError> {
        let channel = self.channel(id, by).await?;
        Ok(self.send_alert(&channel.fields.destination, message).await)
    }

    /// Sends an alert.
    pub async fn send_alert(&self, to: &Destination, message: &AlertMessage) -> Answer {
        self.alert_sender.send(to, message).await
    }

    /// Changes when alerts go, if the settings still have that version.
    ///
    /// # Errors
    /// See [`SettingsError`].
    pub async fn change_alert_rules(
        &self,
        draft: &AlertRulesDraft,
        version: u32,
        by: &User,
    ) -> Result<(), SettingsError> {
        Actor::from(by).check(Action::ManageChannels)?;
        let settings = ShopSettings {
            alerts: draft.parse()?,
            version,
            ..ShopSettings::clone(&self.settings())
        };
        let action = AuditAction::AlertRulesChanged;
        self.save_settings(settings, action, Author::User(by.id))
            .await
    }

    /// Takes no orders until somebody says so, since nobody answers, unless it is so
    /// already.
    ///
    /// # Errors
    /// See [`SettingsError`].
    pub async fn pause_overdue(&self) -> Result<(), SettingsError> {
        self.load_settings().await?;
        let settings = self.settings();
        if settings.is_paused(&*self.clock) {
            return Ok(());
        }
        let settings = ShopSettings {
            pause: Some(Pause {
                until: PauseEnd::Never,
                message: settings.alerts.overdue_message.clone(),
            }),
            ..ShopSettings::clone(&settings)
        };
        let action = AuditAction::OrdersPausedOverdue;
        self.save_settings(settings, action, Author::Operator).await
    }
}
