//! The ports through which channels are kept, and through which alerts leave.

use crate::{
    Seq, Timestamp, Unavailable,
    channels::{
        AlertId, AlertMessage, Answer, Channel, ChannelChange, ChannelError, ChannelId,
        Destination, DeviceAlertId, DeviceTold, DevicesTold, Due, DueAlert, DueDeviceAlert,
        LogPart, PastAlert, Said, Watch,
    },
    users::User,
    validation::Reason,
};
use async_trait::async_trait;

/// The channels, as those see them who may say where alerts go.
#[async_trait]
pub trait Channels: Send + Sync {
    /// All channels, the oldest first.
    async fn channels(&self) -> Result<Vec<Channel>, Unavailable>;

    /// Changes the channels, and notes who did it, without what is secret: all or nothing.
    /// Alerts that wait for a channel which is disabled are dropped.
    async fn change_channel(
        &self,
        change: ChannelChange,
        by: &User,
    ) -> Result<ChannelId, ChannelError>;

    /// Up to `limit` alerts, the newest first.
    async fn past_alerts(&self, limit: u32) -> Result<Vec<PastAlert>, Unavailable>;
}

/// The orders that nobody has answered, and the alerts that are to be sent of them. Each
/// step is kept before the next one begins: after a crash it goes on where it was.
#[async_trait]
pub trait AlertQueue: Send + Sync {
    /// Up to where the log was read for alerts.
    async fn alerts_read(&self) -> Result<Seq, Unavailable>;

    /// Notes that a part of the log was read, and what it tells: orders that are watched,
    /// and such that are not any more, whose alerts that wait are dropped; devices that
    /// have shown one are to take it back. Then it queues an alert of each question of a
    /// customer for each channel that is enabled and for each device. Does nothing where
    /// somebody else has read on from there.
    async fn watch_orders(&self, read: LogPart) -> Result<(), Unavailable>;

    /// The orders that are watched and still wait for an answer, the oldest first: those at
    /// which somebody has to look until `until`, or all.
    async fn watched_orders(&self, until: Option<Timestamp>) -> Result<Vec<Watch>, Unavailable>;

    /// When somebody has to look at an order next.
    async fn next_watch(&self) -> Result<Option<Timestamp>, Unavailable>;

    /// Does what is due of orders that still wait and are where their watch says: queues an
    /// alert of the stage for each channel that is enabled and for each device, and notes
    /// that the stage has passed, and when to look next. Alerts of earlier stages that have
    /// not gone out are dropped, since the later one says more.
    async fn queue_alerts(&self, due: Vec<(Watch, Due)>) -> Result<(), Unavailable>;

    /// Takes up to `limit` alerts that are due, for so many seconds: nobody else gets
    /// them meanwhile, and when nothing was heard of them by then they are due again.
    /// Alerts of orders that were answered, or moved on since the customer asked, are dropped.
    async fn take_alerts(&self, limit: u32, seconds: u32) -> Result<Vec<DueAlert>, Unavailable>;

    /// When the next alert is due.
    async fn next_alert(&self) -> Result<Option<Timestamp>, Unavailable>;

    /// Notes what came back, and when it is tried again where it was not taken.
    async fn settle_alert(&self, alert: AlertId, answer: Answer) -> Result<(), Unavailable>;
}

/// Alerts to devices: queued with the others by [`AlertQueue::queue_alerts`], one for each
/// device whose user may sign in.
#[async_trait]
pub trait DeviceAlerts: Send + Sync {
    /// How many devices are told, and what became of the last alert to one.
    async fn devices_told(&self) -> Result<DevicesTold, Unavailable>;

    /// Takes up to `limit` alerts to devices that are due, as
    /// [`AlertQueue::take_alerts`] does.
    async fn take_device_alerts(
        &self,
        limit: u32,
        seconds: u32,
    ) -> Result<Vec<DueDeviceAlert>, Unavailable>;

    /// When the next alert to a device is due.
    async fn next_device_alert(&self) -> Result<Option<Timestamp>, Unavailable>;

    /// Notes what becomes of an alert. What was shown of an order that somebody has
    /// answered meanwhile is to be taken back.
    async fn settle_device_alert(
        &self,
        alert: DeviceAlertId,
        told: DeviceTold,
    ) -> Result<(), Unavailable>;
}

/// What sends alerts.
#[async_trait]
pub trait AlertSender: Send + Sync {
    /// Whether something may be sent to that address at all.
    ///
    /// # Errors
    /// What is wrong with the address.
    async fn check(&self, to: &Destination) -> Result<(), Reason>;

    /// Sends it, in a few seconds or not at all. In what came back is nothing secret.
    async fn send(&self, to: &Destination, message: &AlertMessage) -> Answer;
}

/// What sends alerts where nothing is sent.
pub struct NoSender;

#[async_trait]
impl AlertSender for NoSender {
    async fn check(&self, _: &Destination) -> Result<(), Reason> {
        Ok(())
    }

    async fn send(&self, _: &Destination, _: &AlertMessage) -> Answer {
        Answer::without(Said::Unusable)
    }
}
