//! Channels, and the alerts that leave by them.

mod change;
mod devices;
mod hurried;
mod past;
mod queue;
mod rows;
mod take;
mod watch;

use crate::{SqliteStore, diagnostics::failed};
use async_trait::async_trait;
use domain::{
    Seq, Timestamp, Unavailable,
    channels::{
        AlertId, Answer, Channel, ChannelChange, ChannelError, ChannelId, DeviceAlertId,
        DeviceTold, DevicesTold, Due, DueAlert, DueDeviceAlert, LogPart, PastAlert, Watch,
    },
    ports::{AlertQueue, Channels, DeviceAlerts},
    users::User,
};

#[async_trait]
impl Channels for SqliteStore {
    async fn channels(&self) -> Result<Vec<Channel>, Unavailable> {
        let failed = failed("read the channels");
        let mut db = self.readers.acquire().await.map_err(&failed)?;
        rows::all(&mut db).await.map_err(&failed)
    }

    async fn change_channel(
        &self,
        change: ChannelChange,
        by: &User,
    ) -> Result<ChannelId, ChannelError> {
        let by = by.id;
        self.write("change a channel", move |write| {
            Box::pin(change::change(write, change, by))
        })
        .await
    }

    async fn past_alerts(&self, limit: u32) -> Result<Vec<PastAlert>, Unavailable> {
        past::newest(self, limit).await
    }
}

#[async_trait]
impl AlertQueue for SqliteStore {
    async fn alerts_read(&self) -> Result<Seq, Unavailable> {
        watch::read_until(self).await
    }

    async fn watch_orders(&self, read: LogPart) -> Result<(), Unavailable> {
        self.write("watch orders", move |write| {
            Box::pin(async move { Ok(watch::read(write, read).await?) })
        })
        .await
    }

    async fn watched_orders(&self, until: Option<Timestamp>) -> Result<Vec<Watch>, Unavailable> {
        watch::all(self, until).await
    }

    async fn next_watch(&self) -> Result<Option<Timestamp>, Unavailable> {
        watch::next(self).await
    }

    async fn queue_alerts(&self, due: Vec<(Watch, Due)>) -> Result<(), Unavailable> {
        self.write("queue alerts", move |write| {
            Box::pin(async move { Ok(queue::add(write, due).await?) })
        })
        .await
    }

    async fn take_alerts(&self, limit: u32, seconds: u32) -> Result<Vec<DueAlert>, Unavailable> {
        self.write("take alerts", move |write| {
            Box::pin(async move { Ok(take::take(write, limit, seconds).await?) })
        })
        .await
    }

    async fn next_alert(&self) -> Result<Option<Timestamp>, Unavailable> {
        take::next(self).await
    }

    async fn settle_alert(&self, alert: AlertId, answer: Answer) -> Result<(), Unavailable> {
        self.write("settle an alert", move |write| {
            Box::pin(async move { Ok(take::settle(write, alert, answer).await?) })
        })
        .await
    }
}

#[async_trait]
impl DeviceAlerts for SqliteStore {
    async fn devices_told(&self) -> Result<DevicesTold, Unavailable> {
        devices::told(self).await
    }

    async fn take_device_alerts(
        &self,
        limit: u32,
        seconds: u32,
    ) -> Result<Vec<DueDeviceAlert>, Unavailable> {
        self.write("take alerts to devices", move |write| {
            Box::pin(async move { Ok(devices::take::take(write, limit, seconds).await?) })
        })
        .await
    }

    async fn next_device_alert(&self) -> Result<Option<Timestamp>, Unavailable> {
        devices::next(self).await
    }

    async fn settle_device_alert(
        &self,
        alert: DeviceAlertId,
        told: DeviceTold,
    ) -> Result<(), Unavailable> {
        self.write("settle an alert to a device", move |write| {
            Box::pin(async move { Ok(devices::take::settle(write, alert, told).await?) })
        })
        .await
    }
}
