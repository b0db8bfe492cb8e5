//! Telling devices of orders that nobody has answered.

use crate::{
    channels::{ChannelError, DeviceTold, DevicesTold, DueDeviceAlert},
    policy::{Action, Actor},
    shop::Shop,
    users::User,
    web_push::WebPushMessage,
};

impl Shop {
    /// How many devices are told when nobody looks, and what became of the last alert.
    ///
    /// # Errors
    /// See [`ChannelError`].
    pub async fn devices_told(&self, by: &User) -> Result<DevicesTold, ChannelError> {
        Actor::from(by).check(Action::ManageChannels)?;
        Ok(self.store.devices_told().await?)
    }

    /// Sends an alert to a device, if its user may see orders; says what becomes of it.
    pub async fn tell_device_of_order(
        &self,
        alert: &DueDeviceAlert,
        message: &WebPushMessage,
    ) -> DeviceTold {
        match Actor::from(&alert.owner).check(Action::ReadOrders) {
            Ok(()) => self.tell_device(&alert.device, message).await.into(),
            Err(_) => DeviceTold::Never,
        }
    }
}
