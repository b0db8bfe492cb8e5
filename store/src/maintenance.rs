//! Keeping the database in shape while the shop is open.

use crate::{SqliteStore, log, orders, writer::Write};
use async_trait::async_trait;
use domain::{
    Unavailable,
    ports::{Forgotten, Maintenance, Pruned, Retention},
};

#[async_trait]
impl Maintenance for SqliteStore {
    async fn prune(&self, keep: Retention) -> Result<Pruned, Unavailable> {
        self.write("prune", move |write| Box::pin(log::prune(write, keep)))
            .await
    }

    async fn forget_customers(&self, days: u32) -> Result<Forgotten, Unavailable> {
        self.write("take personal data out of orders", move |write| {
            Box::pin(orders::forget_customers(write, days))
        })
        .await
    }

    async fn probe(&self) -> Result<(), Unavailable> {
        self.write("probe", |write: &mut Write<'_>| Box::pin(log::touch(write)))
            .await
    }

    fn waiting_writes(&self) -> usize {
        self.waiting()
    }

    async fn close(&self) {
        self.shut_down().await;
    }
}
