//! Reading the log.

use super::{
    extent::{head, pruned},
    rows::{collect, select_events},
};
use crate::{SqliteStore, diagnostics::failed};
use async_trait::async_trait;
use delivery::{Event, Extent, Log, LogError, Seq, TopicId};
use domain::events::{ORDERS, SHOP_FRONT};

#[async_trait]
impl Log for SqliteStore {
    async fn head(&self) -> Result<Seq, LogError> {
        head(&self.readers)
            .await
            .map_err(unread("read the log's head"))
    }

    async fn extent(&self) -> Result<Extent, LogError> {
        let unread = unread("read the log's extent");
        // One transaction, so that all is of one moment.
        let mut db = self.readers.begin().await.map_err(&unread)?;
        Ok(Extent {
            history: self.history().clone(),
            pruned: pruned(&mut db).await.map_err(&unread)?,
            head: head(&mut *db).await.map_err(&unread)?,
        })
    }

    async fn after(&self, seq: Seq, limit: u32) -> Result<Vec<Event>, LogError> {
        let unread = unread("read the log");
        // One transaction, so that nothing is pruned between the two.
        let mut db = self.readers.begin().await.map_err(&unread)?;
        if seq < pruned(&mut db).await.map_err(&unread)? {
            return Err(LogError::Pruned);
        }
        let rows = select_events!("where seq > ? order by seq limit ?", seq.0, limit)
            .fetch_all(&mut *db)
            .await
            .and_then(collect);
        rows.map_err(&unread)
    }

    async fn topic_after(
        &self,
        topic: TopicId,
        seq: Seq,
        limit: u32,
    ) -> Result<Vec<Event>, LogError> {
        let rows = match topic {
            SHOP_FRONT => {
                select_events!(
                    "where public is not null and seq > ? order by seq limit ?",
                    seq.0,
                    limit,
                )
                .fetch_all(&self.readers)
                .await
            }
            ORDERS => {
                select_events!(
                    "where order_id is not null and seq > ? order by seq limit ?",
                    seq.0,
                    limit,
                )
                .fetch_all(&self.readers)
                .await
            }
            TopicId(order) => {
                select_events!(
                    "where order_id = ? and seq > ? order by seq limit ?",
                    order,
                    seq.0,
                    limit,
                )
                .fetch_all(&self.readers)
                .await
            }
        };
        let events = rows.and_then(collect);
        events.map_err(unread("read a topic's events"))
    }
}

fn unread(operation: &'static str) -> impl Fn(sqlx::Error) -> LogError {
    let failed = failed(operation);
    move |cause| {
        failed(cause);
        LogError::Unavailable
    }
}
