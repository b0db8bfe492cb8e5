//! Who changed what.

use crate::{SqliteStore, diagnostics::failed, json::corrupt, writer::Write};
use async_trait::async_trait;
use domain::{
    Timestamp, Unavailable,
    audit::{AuditAction, AuditEntry, Author, NewAuditEntry},
    ports::{Audit, AuditFilter},
    users::UserId,
};

#[async_trait]
impl Audit for SqliteStore {
    async fn note(&self, entry: NewAuditEntry) -> Result<(), Unavailable> {
        self.write("note what was done", |write| {
            Box::pin(async move { Ok(note(write, entry).await?) })
        })
        .await
    }

    async fn audit(&self, filter: AuditFilter, limit: u32) -> Result<Vec<AuditEntry>, Unavailable> {
        let failed = failed("read who changed what");
        let action = filter.action.map(AuditAction::as_str);
        let rows = sqlx::query_as!(
            Row,
            r"
            select id, at, author, user_id, name, action, subject, detail
            from audit
            where (?1 is null or action = ?1)
                and (?2 is null or name = ?2)
                and (?3 is null or id < ?3)
            order by id desc
            limit ?4
            ",
            action,
            filter.by,
            filter.before,
            limit,
        )
        .fetch_all(&self.readers)
        .await
        .map_err(&failed)?;
        let entries = rows.into_iter().map(AuditEntry::try_from);
        entries.collect::<Result<_, _>>().map_err(&failed)
    }
}

/// A row, as the query above gives it.
struct Row {
    id: i64,
    at: i64,
    author: String,
    user_id: Option<i64>,
    name: String,
    action: String,
    subject: String,
    detail: String,
}

impl TryFrom<Row> for AuditEntry {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.id,
            at: Timestamp::from_millis(row.at),
            by: match (row.user_id, row.author.as_str()) {
                (Some(id), _) => Author::User(UserId(id)),
                (None, "operator") => Author::Operator,
                (None, _) => Author::Visitor,
            },
            name: row.name,
            action: row.action.parse().map_err(corrupt)?,
            subject: row.subject,
            detail: row.detail,
        })
    }
}

/// Notes what was done, in the transaction in which it is done.
pub(crate) async fn note(write: &mut Write<'_>, entry: NewAuditEntry) -> Result<(), sqlx::Error> {
    let at = write.context.clock.now().millis();
    let (author, user) = match entry.by {
        Author::User(id) => ("user", Some(id.0)),
        Author::Visitor => ("visitor", None),
        Author::Operator => ("operator", None),
    };
    let action = entry.action.as_str();
    sqlx::query!(
        r"
        insert into audit (at, author, user_id, name, action, subject, detail)
        values (?1, ?2, ?3, coalesce((select name from users where id = ?3), ''), ?4, ?5, ?6)
        ",
        at,
        author,
        user,
        action,
        entry.subject,
        entry.detail,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}
