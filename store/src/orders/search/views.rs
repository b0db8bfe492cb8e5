//! Filters of orders that users keep.

use crate::{
    SqliteStore,
    diagnostics::failed,
    json::{corrupt, json},
    writer::{Failure, Write},
};
use async_trait::async_trait;
use domain::{
    Unavailable,
    orders::search::{MAX_VIEWS, OrderView, OrderViewId, ViewError},
    ports::OrderViews,
    users::UserId,
    validation::{Field, Reason, ValidationErrors},
};
use sqlx::SqliteExecutor;

#[async_trait]
impl OrderViews for SqliteStore {
    async fn order_views(&self, user: UserId) -> Result<Vec<OrderView>, Unavailable> {
        let views = all(&self.readers, user).await;
        views.map_err(failed("read the filters of a user"))
    }

    async fn keep_order_view(
        &self,
        user: UserId,
        name: String,
        fields: Vec<(String, String)>,
    ) -> Result<OrderViewId, ViewError> {
        self.write("keep a filter", move |write| {
            Box::pin(keep(write, user, name, fields))
        })
        .await
    }

    async fn delete_order_view(&self, user: UserId, view: OrderViewId) -> Result<(), ViewError> {
        self.write("delete a filter", move |write| {
            Box::pin(async move {
                let deleted = sqlx::query!(
                    "delete from order_views where id = ? and user_id = ?",
                    view.0,
                    user.0,
                )
                .execute(&mut *write.db)
                .await?;
                match deleted.rows_affected() {
                    0 => Err(Failure::Refused(ViewError::NotFound)),
                    _ => Ok(()),
                }
            })
        })
        .await
    }
}

async fn all(db: impl SqliteExecutor<'_>, user: UserId) -> Result<Vec<OrderView>, sqlx::Error> {
    let rows = sqlx::query!(
        "select id, name, query from order_views where user_id = ? order by name, id",
        user.0,
    )
    .fetch_all(db)
    .await?;
    let views = rows.into_iter().map(|row| {
        Ok(OrderView {
            id: OrderViewId(row.id),
            name: row.name,
            fields: serde_json::from_str(&row.query).map_err(corrupt)?,
        })
    });
    views.collect()
}

async fn keep(
    write: &mut Write<'_>,
    user: UserId,
    name: String,
    fields: Vec<(String, String)>,
) -> Result<OrderViewId, Failure<ViewError>> {
    let known = all(&mut *write.db, user).await?;
    let refused = |reason| {
        let faults = ValidationErrors::only(Field::ViewName, reason);
        Err(Failure::Refused(faults.into()))
    };
    if known.iter().any(|other| other.name == name) {
        return refused(Reason::Taken);
    }
    if known.len() >= MAX_VIEWS {
        return refused(Reason::NoMore { max: MAX_VIEWS });
    }
    let query = json(&fields)?;
    let id = sqlx::query_scalar!(
        r#"
        insert into order_views (user_id, name, query) values (?, ?, ?)
        returning id as "id!: i64"
        "#,
        user.0,
        name,
        query,
    )
    .fetch_one(&mut *write.db)
    .await?;
    Ok(OrderViewId(id))
}
