//! Rows of channels, and the channels that they are.

use crate::json::corrupt;
use domain::channels::{Channel, ChannelFields, ChannelId};
use sqlx::SqliteConnection;

/// All channels, the oldest first.
pub(super) async fn all(db: &mut SqliteConnection) -> Result<Vec<Channel>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"
        select
            id, name, destination, enabled as "enabled: bool", version as "version: u32"
        from channels
        order by id
        "#,
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(Channel::try_from).collect()
}

/// A row, as the query above gives it.
struct Row {
    id: i64,
    name: String,
    destination: String,
    enabled: bool,
    version: u32,
}

impl TryFrom<Row> for Channel {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: ChannelId(row.id),
            fields: ChannelFields {
                name: row.name,
                destination: serde_json::from_str(&row.destination).map_err(corrupt)?,
            },
            is_enabled: row.enabled,
            version: row.version,
        })
    }
}
