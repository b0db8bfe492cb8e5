//! Carts: what customers have put together and not ordered yet.

use crate::{SqliteStore, diagnostics::failed};
use async_trait::async_trait;
use domain::{Timestamp, Unavailable, carts::CartKey, ports::Carts};

#[async_trait]
impl Carts for SqliteStore {
    async fn cart(&self, key: &CartKey) -> Result<Option<String>, Unavailable> {
        let key = key.as_str();
        sqlx::query_scalar!("select form from carts where key = ?", key)
            .fetch_optional(&self.readers)
            .await
            .map_err(failed("read a cart"))
    }

    async fn keep_cart(&self, key: &CartKey, form: String) -> Result<(), Unavailable> {
        let key = key.as_str().to_owned();
        self.write("keep a cart", |write| {
            Box::pin(async move {
                let now = write.context.clock.now().millis();
                sqlx::query!(
                    r"
                    insert into carts (key, form, changed_at) values (?1, ?2, ?3)
                    on conflict (key) do update set form = ?2, changed_at = ?3
                    ",
                    key,
                    form,
                    now,
                )
                .execute(&mut *write.db)
                .await?;
                Ok(())
            })
        })
        .await
    }

    async fn drop_cart(&self, key: &CartKey) -> Result<(), Unavailable> {
        let key = key.as_str().to_owned();
        self.write("drop a cart", |write| {
            Box::pin(async move {
                sqlx::query!("delete from carts where key = ?", key)
                    .execute(&mut *write.db)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    async fn drop_old_carts(&self, before: Timestamp) -> Result<(), Unavailable> {
        let before = before.millis();
        self.write("drop old carts", move |write| {
            Box::pin(async move {
                sqlx::query!("delete from carts where changed_at < ?", before)
                    .execute(&mut *write.db)
                    .await?;
                Ok(())
            })
        })
        .await
    }
}
