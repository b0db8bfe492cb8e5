//! The shop's settings, and setting it up.

use super::{PeopleError, Shop, people::join_faults};
use crate::{
    Unavailable,
    audit::{AuditAction, Author},
    policy::{Action, Actor},
    settings::{Closed, Pause, SettingsDraft, SettingsError, ShopSettings},
    users::{InvitePurpose, Role, User},
};
use std::sync::{Arc, PoisonError};

impl Shop {
    /// The settings of now.
    pub fn settings(&self) -> Arc<ShopSettings> {
        let settings = self.settings.read();
        settings.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes over the settings that are kept: another process may have changed them.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn load_settings(&self) -> Result<(), Unavailable> {
        if let Some(kept) = self.store.settings().await? {
            self.take_over(kept);
        }
        Ok(())
    }

    /// Keeps settings, notes who did what, and takes them over.
    ///
    /// # Errors
    /// See [`SettingsError`].
    pub(super) async fn save_settings(
        &self,
        settings: ShopSettings,
        action: AuditAction,
        by: Author,
    ) -> Result<(), SettingsError> {
        let kept = self.store.save_settings(settings, action, by).await?;
        self.take_over(kept);
        Ok(())
    }

    fn take_over(&self, settings: ShopSettings) {
        if settings.time_zone != self.settings().time_zone {
            self.clock.set_zone(&settings.time_zone);
        }
        let current = self.settings.write();
        *current.unwrap_or_else(PoisonError::into_inner) = Arc::new(settings);
    }

    /// Changes the settings, if they still have that version.
    ///
    /// # Errors
    /// See [`SettingsError`].
    pub async fn change_settings(
        &self,
        draft: &SettingsDraft,
        version: u32,
        by: &User,
    ) -> Result<(), SettingsError> {
        Actor::from(by).check(Action::ChangeSettings)?;
        self.keep_settings(draft, version, Author::User(by.id))
            .await
    }

    /// Changes the settings for the operator of the server, whatever they were.
    ///
    /// # Errors
    /// See [`SettingsError`].
    pub async fn replace_settings(&self, draft: &SettingsDraft) -> Result<(), SettingsError> {
        self.load_settings().await?;
        let version = self.settings().version;
        self.keep_settings(draft, version, Author::Operator).await
    }

    async fn keep_settings(
        &self,
        draft: &SettingsDraft,
        version: u32,
        by: Author,
    ) -> Result<(), SettingsError> {
        let (kept, typed) = (self.settings(), draft.parse(&*self.clock)?);
        let settings = ShopSettings {
            version,
            // These are not among what was typed.
            pause: kept.pause.clone(),
            alerts: kept.alerts.clone(),
            payment_pictures: kept.payment_pictures.clone(),
            handover: match draft.handover {
                Some(_) => typed.handover,
                None => kept.handover.clone(),
            },
            ..typed
        };
        self.save_settings(settings, AuditAction::SettingsChanged, by)
            .await
    }

    /// Takes no orders for a while, or takes them again.
    ///
    /// # Errors
    /// See [`SettingsError`].
    pub async fn pause(&self, pause: Option<Pause>, by: &User) -> Result<(), SettingsError> {
        Actor::from(by).check(Action::PauseOrders)?;
        self.load_settings().await?;
        let action = match pause {
            Some(_) => AuditAction::OrdersPaused,
            None => AuditAction::OrdersResumed,
        };
        let settings = ShopSettings {
            pause,
            ..ShopSettings::clone(&self.settings())
        };
        self.save_settings(settings, action, Author::User(by.id))
            .await
    }

    /// Whether the shop takes orders now.
    ///
    /// # Errors
    /// [`Closed`] says when it does again.
    pub fn check_open(&self) -> Result<(), Closed> {
        self.settings().check_open(&*self.clock, self.clock.now())
    }

    /// In how many seconds what [`Self::check_open`] says may be another, of which no event
    /// tells.
    pub fn next_look(&self) -> u32 {
        self.settings().next_look(&*self.clock, self.clock.now())
    }

    /// Whether there is somebody who can sign in. A shop without is not set up yet.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn is_set_up(&self) -> Result<bool, Unavailable> {
        Ok(self.store.count().await? > 0)
    }

    /// Makes the link by which the shop is set up: whoever has it becomes the owner.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn setup_link(&self) -> Result<String, Unavailable> {
        let purpose = InvitePurpose::Join(Role::Owner);
        Ok(self.make_link(purpose, Author::Operator).await?.token)
    }

    /// Sets the shop up by its link: keeps the settings, and adds the owner.
    ///
    /// # Errors
    /// See [`PeopleError`]; the link still works then.
    pub async fn set_up(
        &self,
        token: &str,
        draft: &SettingsDraft,
        name: &str,
        password: &str,
    ) -> Result<User, PeopleError> {
        if self.is_set_up().await? {
            return Err(PeopleError::NotFound);
        }
        self.find_invite(token).await?;
        let checked = draft.parse(&*self.clock);
        let mut faults = checked.as_ref().err().cloned().unwrap_or_default();
        faults.0.extend(join_faults(name, password).0);
        let settings = match checked {
            Ok(settings) if faults.is_empty() => settings,
            _ => return Err(faults.into()),
        };
        let version = self.settings().version;
        let settings = ShopSettings {
            version,
            ..settings
        };
        let action = AuditAction::SettingsChanged;
        let kept = self.store.save_settings(settings, action, Author::Operator);
        let kept = kept.await;
        self.take_over(kept.map_err(|error| match error {
            SettingsError::Invalid(faults) => PeopleError::Invalid(faults),
            SettingsError::Forbidden(error) => error.into(),
            SettingsError::Conflict => Unavailable.into(),
            SettingsError::Unavailable(error) => error.into(),
        })?);
        self.accept_invite(token, name, password).await
    }
}
