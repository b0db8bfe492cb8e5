//! Reading the log.

use super::{
    extent::{head, pruned},
    rows::{collect, select_events},
};
use crate::{SqliteStore, diagnostics::failed};
use async_trait::async_trait;
use delivery::{Event, Extent, Log, LogError, Seq, TopicId};

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
        let rows = select_events!(
            "where order_id = ? and seq > ? order by seq limit ?",
            topic.0,
            seq.0,
            limit,
        );
        let rows = rows.fetch_all(&self.readers).await.and_then(collect);
        rows.map_err(unread("read an order's events"))
    }
}

fn unread(operation: &'static str) -> impl Fn(sqlx::Error) -> LogError {
    let failed = failed(operation);
    move |cause| {
        failed(cause);
        LogError::Unavailable
    }
}
